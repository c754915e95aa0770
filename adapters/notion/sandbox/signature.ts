import { createHmac } from 'node:crypto'

/** `X-Notion-Signature` of a body: HMAC-SHA256 under the subscription's verification token (guide "Webhooks"). */
export function signWebhook(verificationToken: string, body: string): string {
  return `sha256=${createHmac('sha256', verificationToken).update(body).digest('hex')}`
}
