import type { Subscription, WebhookHealth } from '#model/adapter.ts'
import type { WebhookState } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import { unlessGone } from '../gone.ts'
import { type ClickUpApi, errorCodeOf } from './client.ts'
import type { ClickUpWebhook } from './schema.ts'
import type { WorkspaceOf } from './workspace.ts'

/** The events that can change a verdict. Every change also comes as `taskUpdated`, but a second witness costs little. */
const events = [
  'taskCreated',
  'taskUpdated',
  'taskDeleted',
  'taskStatusUpdated',
  'taskDueDateUpdated',
  'taskTagUpdated',
  'taskMoved',
  'taskCommentPosted',
  'taskCommentUpdated',
] as const

export interface SubscribeOptions {
  readonly connectionId: string
  readonly workspaceOf: WorkspaceOf
}

/**
 * Make a list's events arrive at `callbackUrl`. A webhook of this connection that points to an earlier address, lacks
 * events or is failing or suspended is repaired; what is then left over is deleted, because every webhook delivers
 * every event. Each webhook has its own secret, which both lists and changes show.
 */
export async function subscribe(
  api: ClickUpApi,
  listId: string,
  callbackUrl: string,
  { connectionId, workspaceOf }: SubscribeOptions,
): Promise<Subscription> {
  const workspaceId = await known(workspaceOf(api, listId))
  const place = { workspaceId, listId, callbackUrl, connectionId }
  const existing = await settle(api, place)
  if (existing !== null) return existing
  try {
    const made = await api.createWebhook(workspaceId, {
      endpoint: callbackUrl,
      events,
      list_id: numericId(listId),
    })
    return subscription(made, 'created')
  } catch (error) {
    // Made by another process since we looked.
    const raced = errorCodeOf(error) === 'OAUTH_171' ? await settle(api, place) : null
    if (raced === null) throw error
    return raced
  }
}

/** A webhook that is gone already is as good as deleted. */
export async function unsubscribe(api: ClickUpApi, webhookId: string): Promise<void> {
  await unlessGone(() => api.deleteWebhook(webhookId))
}

/**
 * What ClickUp says of a webhook. One call where the workspace is known: webhooks are listed by workspace, and only those
 * of our own user.
 */
export async function webhookHealth(
  api: ClickUpApi,
  listId: string,
  webhookId: string | null,
  { workspaceOf }: Pick<SubscribeOptions, 'workspaceOf'>,
): Promise<WebhookHealth> {
  if (webhookId === null) return { state: 'missing', failures: 0 }
  const webhooks = await api.webhooks(await known(workspaceOf(api, listId)))
  const webhook = webhooks.find(({ id }) => id === webhookId)
  if (webhook === undefined) return { state: 'missing', failures: 0 }
  return { state: stateOf(webhook), failures: webhook.health?.fail_count ?? 0 }
}

function stateOf({ health }: ClickUpWebhook): WebhookState {
  const status = health?.status
  return status === 'active' || status === 'failing' || status === 'suspended' ? status : 'unknown'
}

async function known(workspace: Promise<string | null>): Promise<string> {
  const workspaceId = await workspace
  if (workspaceId !== null) return workspaceId
  throw new AppError('TOOL_REJECTED', 'clickup: the workspace of this list is not among those of the token', {
    details: [
      {
        path: 'credentials.teamId',
        message: 'which workspace the list is in cannot be told',
        remedy: 'enter its id, the first number in the address app.clickup.com/<id>/…',
      },
    ],
  })
}

interface Place {
  readonly workspaceId: string
  readonly listId: string
  readonly callbackUrl: string
  readonly connectionId: string
}

/** Keep one of the webhooks that are there and make it right; null when there is none. */
async function settle(api: ClickUpApi, place: Place): Promise<Subscription | null> {
  const { workspaceId, listId, callbackUrl, connectionId } = place
  const isRight = (webhook: ClickUpWebhook) => webhook.endpoint === callbackUrl
  const ours = (await api.webhooks(workspaceId))
    .filter((webhook) => webhook.list_id === listId && !webhook.task_id)
    .filter((webhook) => isRight(webhook) || isOfConnection(webhook.endpoint, connectionId))
    .sort((a, b) => Number(isRight(b)) - Number(isRight(a)) || Number(isSound(b)) - Number(isSound(a)))
  const [kept, ...others] = ours
  if (kept === undefined) return null
  for (const other of others) await unsubscribe(api, other.id)
  if (isRight(kept) && isSound(kept)) return subscription(kept, 'adopted')
  const change = { endpoint: callbackUrl, events, status: 'active' }
  const repaired = await api.updateWebhook(kept.id, change)
  return subscription({ ...repaired, secret: repaired.secret ?? kept.secret }, 'repaired')
}

/** Delivering, and everything that we need. `failing` becomes `suspended` without another word (webhook health page). */
function isSound({ health, events: given }: ClickUpWebhook): boolean {
  const told = given ?? []
  return (
    (health?.status ?? 'active') === 'active' &&
    (told.includes('*') || events.every((event) => told.includes(event)))
  )
}

function subscription(
  { id, secret }: ClickUpWebhook,
  outcome: 'created' | 'adopted' | 'repaired',
): Subscription {
  return { webhookId: id, outcome, secret: secret ?? undefined }
}

function isOfConnection(endpoint: string, connectionId: string): boolean {
  return URL.parse(endpoint)?.pathname.endsWith(`/webhooks/clickup/${connectionId}`) ?? false
}

/** The specification wants a number here, though ids are strings everywhere else. */
function numericId(listId: string): number | string {
  const number = Number(listId)
  return Number.isSafeInteger(number) ? number : listId
}
