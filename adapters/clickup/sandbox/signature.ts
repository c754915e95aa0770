import { createHmac } from 'node:crypto'

/**
 * `X-Signature`: lower-case hex of HMAC-SHA256 over the raw body, keyed with the webhook's own secret (ClickUp's page
 * "Webhook signature"). Written here on its own, so that the adapter's check has a witness.
 */
export function signWebhook(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('hex')
}
