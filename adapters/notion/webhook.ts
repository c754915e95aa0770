import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { RawDelivery, Received, WebhookKeys } from '#model/adapter.ts'
import { AppError } from '#model/error.ts'
import { instantOf, unknownMoment } from './moment.ts'
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
  // Anybody can sign with an empty secret.
  const secrets = keys.secrets.filter((secret) => secret !== '')
  if (secrets.length === 0) return handshake(delivery)
  if (!isSigned(delivery, secrets)) throw notGenuine()
  const { data: event } = NotionEvent.safeParse(parseBody(delivery.body))
  if (event === undefined) return nothing(delivery.body, 'other', 'unknown')
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
  if (!isUnsigned && !isSigned(delivery, [secret])) throw notGenuine()
  return { ...nothing(delivery.body, 'handshake', 'verification'), secret }
}

function isSigned({ headers, body }: RawDelivery, secrets: readonly string[]): boolean {
  const given = Buffer.from(headers['x-notion-signature'] ?? '')
  const matches = secrets
    .map((secret) => Buffer.from(sign(body, secret)))
    .map((expected) => expected.length === given.length && timingSafeEqual(expected, given))
  return matches.includes(true)
}

function notGenuine(): AppError {
  return new AppError(
    'WEBHOOK_SIGNATURE_INVALID',
    'The webhook is not signed with the verification token of this connection',
  )
}

function parseBody(body: Uint8Array): unknown {
  const json = jsonOf(body)
  if (json === undefined)
    throw new AppError('WEBHOOK_BODY_INVALID', 'The webhook is signed, but its body is not JSON')
  return json
}

/** Undefined for what is no JSON. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

function nothing(body: Uint8Array, kind: Received['kind'], event: string): Received {
  const key = createHash('sha256').update(body).digest('hex')
  return { kind, key, event, occurredAt: unknownMoment, taskId: null, evidence: {} }
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
