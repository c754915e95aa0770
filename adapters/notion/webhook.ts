import { createHmac } from 'node:crypto'
import type { RawDelivery, Received, WebhookKeys } from '#model/adapter.ts'
import { AppError } from '#model/error.ts'
import { instantOf, unknownMoment } from '../moment.ts'
import { isSigned } from '../signature.ts'
import { jsonOf, parseSignedBody, unrecognized } from '../webhook-body.ts'
import { NotionEvent, NotionHandshake } from './schema.ts'
import { uuidOf } from './uuid.ts'

/**
 * `X-Notion-Signature` of a delivery: HMAC-SHA256 over the raw body, keyed with the subscription's verification token,
 * in hexadecimal after `sha256=` (webhooks reference).
 */
export function sign(body: Uint8Array | string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

/**
 * Is it really Notion, and which page may have changed? Notion tells the secret in its first delivery: it is believed
 * only while none is known, for later anybody could put theirs in its place (corsairdev/corsair#598).
 * @throws AppError WEBHOOK_SIGNATURE_INVALID, WEBHOOK_BODY_INVALID when a genuine body is not JSON
 */
export function receive(delivery: RawDelivery, keys: WebhookKeys): Received {
  if (keys.secrets.every((secret) => secret === '')) return handshake(delivery)
  if (!isSignedWith(delivery, keys.secrets)) throw notGenuine()
  const { data: event } = NotionEvent.safeParse(parseSignedBody(delivery.body))
  if (event === undefined) return unrecognized(delivery.body)
  const taskId = taskOf(event)
  return {
    kind: kindOf(event, keys.userId, taskId !== null),
    key: event.id,
    event: event.type,
    occurredAt: instantOf(event.timestamp) ?? unknownMoment,
    taskId,
    evidence: event,
  }
}

/** One source says that this delivery is signed, another that it is not; with a signature it must hold. */
function handshake(delivery: RawDelivery): Received {
  const { data } = NotionHandshake.safeParse(jsonOf(delivery.body))
  if (data === undefined) throw notGenuine()
  const secret = data.verification_token
  const isUnsigned = delivery.headers['x-notion-signature'] === undefined
  if (!isUnsigned && !isSignedWith(delivery, [secret])) throw notGenuine()
  return { ...unrecognized(delivery.body), kind: 'handshake', event: 'verification', secret }
}

function isSignedWith({ headers, body }: RawDelivery, secrets: readonly string[]): boolean {
  return isSigned(headers['x-notion-signature'], secrets, (secret) => sign(body, secret))
}

function notGenuine(): AppError {
  return new AppError(
    'WEBHOOK_SIGNATURE_INVALID',
    'The webhook is not signed with the verification token of this connection',
  )
}

/** Aggregated events name everybody: only what nobody but us did is an echo (events and delivery). */
function kindOf({ authors = [] }: NotionEvent, userId: string, hasTask: boolean): Received['kind'] {
  const me = uuidOf(userId)
  const isOurs = me !== null && authors.length > 0 && authors.every(({ id }) => uuidOf(id) === me)
  if (isOurs) return 'echo'
  return hasTask ? 'task' : 'other'
}

/** The page that an event is about, if it may be a task. */
function taskOf(event: NotionEvent): string | null {
  const { entity, data } = event
  if (entity?.type === 'page') return mayBeRow(event) ? uuidOf(entity.id) : null
  if (entity?.type !== 'comment') return null
  return uuidOf(data?.page_id ?? (data?.parent?.type === 'page' ? data.parent.id : undefined))
}

/**
 * Pages below other pages are no tasks. Older subscriptions name the database and no data source; a page that was moved
 * shows only where it is now, and may have been a task before.
 */
function mayBeRow({ type, data }: NotionEvent): boolean {
  const parent = data?.parent
  if (parent === undefined || type === 'page.moved') return true
  return parent.data_source_id !== undefined || parent.type === 'database' || parent.type === 'data_source'
}
