import { createHmac } from 'node:crypto'

/**
 * `X-Trello-Webhook`: base64 of HMAC-SHA1 over the body followed by the callback URL as registered, keyed with the
 * application's secret (guide "Webhooks"). Written here on its own, so that the adapter's check has a witness.
 */
export function signWebhook(secret: string, body: string, callbackURL: string): string {
  return createHmac('sha1', secret)
    .update(body + callbackURL)
    .digest('base64')
}
