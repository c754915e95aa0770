import { createHmac } from 'node:crypto'
import type { RawDelivery, Received, WebhookKeys } from '#model/adapter.ts'
import { AppError } from '#model/error.ts'
import { unknownMoment } from '../moment.ts'
import { isSigned } from '../signature.ts'
import { bodyKey, parseSignedBody, unrecognized } from '../webhook-body.ts'
import { instantOf } from './normalize.ts'
import type { OwnComments } from './own-comments.ts'
import { ClickUpDelivery, type ClickUpHistoryItem } from './schema.ts'

/**
 * The fields that we write. The account may be a person's own, whose changes look like ours: whatever else she does is
 * looked at, and of comments, which may be answers, all that are not known as ours. So is our own move to another list
 * (`section_moved`): the task is gone from its board then, or is on another one that is watched.
 */
const written: readonly (string | undefined)[] = ['status', 'tag', 'tag_removed', 'custom_field']

/**
 * `X-Signature` of a delivery: lower-case hex of HMAC-SHA256 over the raw body, keyed with the webhook's own secret
 * (webhook signature page).
 */
export function sign(body: Uint8Array | string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex')
}

/**
 * Is it really ClickUp, and which task may have changed?
 * @throws AppError WEBHOOK_SIGNATURE_INVALID, WEBHOOK_BODY_INVALID when a genuine body is not JSON
 */
export function receive(delivery: RawDelivery, keys: WebhookKeys, own: Pick<OwnComments, 'has'>): Received {
  verify(delivery, keys)
  const { data } = ClickUpDelivery.safeParse(parseSignedBody(delivery.body))
  if (data === undefined) return unrecognized(delivery.body)
  const items = data.history_items
  const taskId = data.event.startsWith('task') ? (data.task_id ?? null) : null
  return {
    kind: kindOf(taskId, items, keys.userId, own),
    key: keyOf(data, delivery.body),
    event: data.event,
    occurredAt: earliest(items),
    taskId,
    dueAt: dueOf(items),
    evidence: { ...data, history_items: items.map(withoutValue) },
  }
}

function verify(delivery: RawDelivery, { secrets }: WebhookKeys): void {
  if (!isSigned(delivery.headers['x-signature'], secrets, (secret) => sign(delivery.body, secret)))
    throw new AppError(
      'WEBHOOK_SIGNATURE_INVALID',
      'The webhook is not signed with a secret of this connection',
    )
}

function kindOf(
  taskId: string | null,
  items: readonly ClickUpHistoryItem[],
  userId: string,
  own: Pick<OwnComments, 'has'>,
): Received['kind'] {
  if (taskId === null) return 'other'
  const isOurs = ({ user, field, after }: ClickUpHistoryItem) =>
    user?.id === userId && (field === 'comment' ? own.has(String(after)) : written.includes(field))
  return userId !== '' && items.length > 0 && items.every(isOurs) ? 'echo' : 'task'
}

/**
 * The vendor's key, `webhook_id:history_item_id`, is the same for two events of one change, of which one may be lost;
 * hence the event's name. Each edit of a comment comes under id and date of its posting (task webhook payloads), and
 * deletions have no history: their body, which is all there is, tells them apart.
 */
function keyOf(delivery: ClickUpDelivery, body: Uint8Array): string {
  const { webhook_id, event, history_items } = delivery
  const [first] = history_items
  if (first?.field === 'comment') return `${webhook_id}:${event}:${first.id}:${bodyKey(body)}`
  if (first !== undefined) return `${webhook_id}:${event}:${first.id}`
  const { task_id, list_id, folder_id, space_id, goal_id, key_result_id } = delivery
  const objectId = task_id ?? list_id ?? folder_id ?? space_id ?? goal_id ?? key_result_id ?? ''
  return `${webhook_id}:${event}:${objectId}:${bodyKey(body)}`
}

/** When the change happened: ClickUp tells it of each part of a change and of nothing else. */
function earliest(items: readonly ClickUpHistoryItem[]): Received['occurredAt'] {
  const moments = items.map((item) => instantOf(item.date)).filter((moment) => moment !== null)
  return moments.sort()[0] ?? unknownMoment
}

/** Undefined when the event shows no due date, or one that is no moment. */
function dueOf(items: readonly ClickUpHistoryItem[]): Received['dueAt'] {
  const due = items.findLast((item) => item.field === 'due_date')
  return due?.after === null ? null : (instantOf(due?.after) ?? undefined)
}

function withoutValue({ after: _, ...item }: ClickUpHistoryItem): Omit<ClickUpHistoryItem, 'after'> {
  return item
}
