import { createSender, isArrived, type Sender, type SenderOptions } from '../../sandbox/sender.ts'
import { signWebhook } from './signature.ts'
import type { Webhook } from './world.ts'

/** One webhook on its way: the same bytes at every try. */
export interface Outgoing {
  readonly webhook: Webhook
  readonly body: string
}

/** ClickUp tries five times in all and waits seven seconds for an answer (page "Webhook health", September 2025). */
export interface DeliveryOptions extends SenderOptions {
  /** False once a webhook is deleted: what is on its way to it is then forgotten. */
  readonly exists: (webhook: Webhook) => boolean
  /** Called after every try; `status` is null when nobody answered in time. */
  readonly onTried: (webhook: Webhook, status: number | null) => void
}

/** Sends webhooks behind the back of whoever caused them. */
export type Delivery = Omit<Sender, 'send'> & { send(outgoing: Outgoing): void }

/** At this many lost events a webhook is suspended (page "Webhook health"). */
const maxFailCount = 100

/** Each webhook's deliveries leave one after the other; a failed one is tried again later, out of that order. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const sender = createSender(options)
  return {
    ...sender,
    send({ webhook, body }) {
      sender.send({
        receiverId: webhook.id,
        postAt() {
          if (webhook.status === 'suspended' || !options.exists(webhook)) return null
          return {
            url: webhook.endpoint,
            headers: { 'x-signature': signWebhook(webhook.secret, body) },
            body,
          }
        },
        onTried(status, isLast) {
          const mayRepeat = noteResult(webhook, status, isLast)
          options.onTried(webhook, status)
          return mayRepeat
        },
      })
    },
  }
}

/** Keeps a webhook's health as ClickUp does. Returns whether the event may be tried again. */
function noteResult(webhook: Webhook, status: number | null, isLast: boolean): boolean {
  if (isArrived(status)) {
    Object.assign(webhook, { status: 'active', failCount: 0 })
    return false
  }
  if (status === 410 || status === 401) {
    webhook.status = 'suspended'
    return false
  }
  if (!isLast) return true
  webhook.failCount += 1
  webhook.status = webhook.failCount >= maxFailCount ? 'suspended' : 'failing'
  return false
}
