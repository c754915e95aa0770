import { createSender, isArrived, type Post, type Sender, type SenderOptions } from '../../sandbox/sender.ts'
import type { FaultPlan } from './faults.ts'
import { signWebhook } from './signature.ts'
import type { Webhook } from './world.ts'

/** One webhook on its way: the same bytes at every try. */
export interface Outgoing {
  readonly webhook: Webhook
  readonly body: string
  readonly clientIdentifier: string | null
}

/** Trello waits 30, 60 and 120 seconds before its retries, and 30 for an answer (trello/api-docs issue 53). */
export interface DeliveryOptions extends SenderOptions {
  readonly plan: FaultPlan
  readonly secret: string
  readonly now: () => Date
  /** A receiver answered 410: Trello then deletes the webhook. */
  readonly onGone: (webhook: Webhook) => void
  /** Called after every try; `status` is null when nobody answered. */
  readonly onTried: (webhook: Webhook, status: number | null) => void
}

/** Sends webhooks behind the back of whoever caused them. */
export type Delivery = Omit<Sender, 'send'> & { send(outgoing: Outgoing): void }

/** Each webhook's deliveries leave one after the other; a failed one is tried again later, out of that order. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const sender = createSender(options)
  return {
    ...sender,
    send(outgoing) {
      const { webhook } = outgoing
      sender.send({
        receiverId: webhook.id,
        postAt: () => (webhook.active ? postOf(outgoing, options) : null),
        onTried(status) {
          const mayRepeat = noteResult(webhook, status, options)
          options.onTried(webhook, status)
          return mayRepeat
        },
      })
    },
  }
}

function postOf({ webhook, body, clientIdentifier }: Outgoing, { secret, plan }: DeliveryOptions): Post {
  const url = webhook.callbackURL
  const marked = clientIdentifier !== null && !plan.faults.stripClientIdentifier
  const headers = {
    'user-agent': 'Trello',
    'x-trello-webhook': signWebhook(secret, body, url),
    ...(marked ? { 'x-trello-client-identifier': clientIdentifier } : {}),
  }
  return { url, headers, body }
}

/** Counts failures as Trello does; one success resets them. Returns whether the event may be tried again. */
function noteResult(webhook: Webhook, status: number | null, { now, onGone }: DeliveryOptions): boolean {
  if (status === 410) {
    webhook.active = false
    onGone(webhook)
    return false
  }
  if (isArrived(status)) {
    webhook.consecutiveFailures = 0
    webhook.firstConsecutiveFailDate = null
    return false
  }
  webhook.consecutiveFailures += 1
  webhook.firstConsecutiveFailDate ??= now().toISOString()
  return true
}
