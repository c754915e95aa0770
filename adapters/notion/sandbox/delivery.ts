import { randomUUID } from 'node:crypto'
import { createSender, isArrived, type Post, type Sender, type SenderOptions } from '../../sandbox/sender.ts'
import type { Event } from './event.ts'
import { apiVersion } from './gate.ts'
import { signWebhook } from './signature.ts'
import type { Subscription } from './subscription.ts'
import type { World } from './world.ts'

/** Notion makes up to eight attempts, the last about a day later. */
export interface DeliveryOptions extends SenderOptions {
  readonly world: Pick<World, 'workspace' | 'integrationId'>
  /** Called after every attempt; `status` is null when nobody answered. */
  readonly onTried: (type: string, status: number | null) => void
}

/** Sends webhooks behind the back of whoever caused them. */
export interface Delivery extends Pick<Sender, 'resume' | 'settled' | 'close'> {
  send(subscription: Subscription, event: Event): void
  /** Sends the verification token, once; returns what the receiver said, null when nobody answered. */
  sendToken(subscription: Subscription): Promise<number | null>
}

/** One event on its way to one address. Its id stays the same over all attempts. */
interface Outgoing {
  readonly id: string
  readonly subscription: Subscription
  readonly event: Event
}

/** Deliveries to one address leave one after the other; a failed one is tried again later, out of that order. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { sendOnce, ...sender } = createSender(options)
  return {
    ...sender,
    send(subscription, event) {
      const outgoing: Outgoing = { id: randomUUID(), subscription, event }
      sender.send({
        receiverId: subscription.id,
        postAt(attempt) {
          if (subscription.state !== 'active') return null
          return postOf(subscription, bodyOf(outgoing, attempt, options.world))
        },
        onTried(status) {
          options.onTried(event.type, status)
          return !isArrived(status)
        },
      })
    },
    sendToken(subscription) {
      const body = JSON.stringify({ verification_token: subscription.verificationToken })
      return sendOnce(postOf(subscription, body))
    },
  }
}

/** The body of an event (specification, `baseWebhookPayload`). */
function bodyOf(
  { id, subscription, event }: Outgoing,
  attempt: number,
  world: DeliveryOptions['world'],
): string {
  const { type, authors, timestamp, entity, data } = event
  return JSON.stringify({
    id,
    timestamp,
    workspace_id: world.workspace.id,
    workspace_name: world.workspace.name,
    subscription_id: subscription.id,
    integration_id: world.integrationId,
    type,
    authors,
    attempt_number: attempt,
    api_version: apiVersion,
    entity,
    data,
  })
}

function postOf({ url, verificationToken }: Subscription, body: string): Post {
  const headers = {
    'user-agent': 'notion-api',
    'x-notion-signature': signWebhook(verificationToken, body),
  }
  return { url, headers, body }
}
