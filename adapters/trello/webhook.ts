import { createHmac } from 'node:crypto'
import type { RawDelivery, Received, WebhookKeys } from '#model/adapter.ts'
import { AppError } from '#model/error.ts'
import { instantOf, unknownMoment } from '../moment.ts'
import { isSigned } from '../signature.ts'
import { parseSignedBody, unrecognized } from '../webhook-body.ts'
import { madeAt } from './normalize.ts'
import { TrelloDelivery } from './schema.ts'

/** What we send with every request; Trello repeats it on the webhooks that the request causes (webhooks guide). */
export function clientIdentifier(connectionId: string): string {
  return `cadre/${connectionId}`
}

/**
 * `X-Trello-Webhook` of a delivery: base64 of HMAC-SHA1 over the raw body followed by the callback URL exactly as
 * registered, keyed with the application's secret, which is neither the API key nor the token (webhooks guide).
 */
export function sign(body: Uint8Array | string, callbackUrl: string, secret: string): string {
  return createHmac('sha1', secret).update(body).update(callbackUrl).digest('base64')
}

/**
 * Is it really Trello, and which card may have changed?
 * @throws AppError WEBHOOK_SIGNATURE_INVALID, WEBHOOK_BODY_INVALID when a genuine body is not JSON
 */
export function receive(delivery: RawDelivery, keys: WebhookKeys): Received {
  verify(delivery, keys)
  const { data } = TrelloDelivery.safeParse(parseSignedBody(delivery.body))
  if (data === undefined) return unrecognized(delivery.body)
  const { action } = data
  const card = action.data?.card
  return {
    kind: kindOf(delivery, keys, card !== undefined),
    key: action.id,
    event: action.type,
    occurredAt: instantOf(action.date) ?? madeAt(action.id) ?? unknownMoment,
    taskId: card?.id ?? null,
    dueAt: dueOf(card?.due),
    evidence: { action },
  }
}

function verify(delivery: RawDelivery, { secrets, callbackUrl }: WebhookKeys): void {
  const given = delivery.headers['x-trello-webhook']
  if (!isSigned(given, secrets, (secret) => sign(delivery.body, callbackUrl, secret)))
    throw new AppError(
      'WEBHOOK_SIGNATURE_INVALID',
      'The webhook is not signed with the secret of this connection',
    )
}

/** The identifying header is not signed, so it counts only here, after `verify`. */
function kindOf(delivery: RawDelivery, keys: WebhookKeys, hasTask: boolean): Received['kind'] {
  if (delivery.headers['x-trello-client-identifier'] === clientIdentifier(keys.connectionId)) return 'echo'
  return hasTask ? 'task' : 'other'
}

/** Undefined when the event shows no due date, or one that is no moment. */
function dueOf(due: string | null | undefined): Received['dueAt'] {
  return due === null ? null : (instantOf(due) ?? undefined)
}
