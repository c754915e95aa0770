import { z } from 'zod'
import type { Adapter, BoardLayout, ConnectOptions, Listing, ToolModule } from '#model/adapter.ts'
import { isAppError } from '#model/error.ts'
import type { Instant, Observed } from '#model/task.ts'
import { unknownMoment } from '../moment.ts'
import { readable } from '../readable.ts'
import { apply } from './apply.ts'
import { type ClickUpApi, type ClickUpLimiters, createClickUpClient, errorCodeOf } from './client.ts'
import { readComments } from './comment.ts'
import { create } from './create.ts'
import { createHops, type Hops } from './hops.ts'
import { optionLabelId, tagId } from './label-id.ts'
import { listStatus, listStatusId, listStatusName } from './list-status.ts'
import { normalize, normalizeField, optionName, statusId } from './normalize.ts'
import { createOwnComments, type OwnComments } from './own-comments.ts'
import { previewProvision, provision } from './provision.ts'
import { type ClickUpField, type ClickUpStatus, ClickUpTask } from './schema.ts'
import { subscribe, unsubscribe, webhookHealth } from './subscribe.ts'
import { receive } from './webhook.ts'
import { createWorkspaceOf, listUrl, neighborsOf, readBoards, tagsOf, type WorkspaceOf } from './workspace.ts'

const tokenAdvice = 'Enter an API token: in ClickUp, Settings, Apps, "API token" (it begins with pk_)'
const teamAdvice = 'Enter the id of one workspace, the first number in app.clickup.com/<id>/…, or nothing'

/** Beside these, each webhook's own secret is kept as `secret:<webhook id>`. */
const ClickUpCredentials = z
  .object({
    /** Printable ASCII: it travels in a header. */
    token: z
      .string(tokenAdvice)
      .trim()
      .regex(/^[\x21-\x7e]+$/, tokenAdvice),
    teamId: z.string(teamAdvice).trim().regex(/^\d*$/, teamAdvice).default(''),
  })
  .catchall(z.string())

/** The most tasks that ClickUp gives in one answer. */
const tasksPerPage = 100

/** ClickUp, counted by limiters of the caller's choice: this process's, or those that instances share. */
export function createClickUp(limiters: ClickUpLimiters): ToolModule {
  const kept = { limiters, hops: createHops(), own: createOwnComments() }
  return {
    tool: 'clickup',
    credentials: ClickUpCredentials,
    secretsOf,
    connect: (options) => connect(options, kept),
    receive: (delivery, keys) => receive(delivery, keys, kept.own),
  }
}

function secretsOf(credentials: ConnectOptions['credentials']): readonly string[] {
  return Object.entries(credentials)
    .filter(([name, value]) => name.startsWith('secret') && value !== '')
    .map(([, value]) => value)
}

function connect(
  { connectionId, credentials, apiUrl, onCall }: ConnectOptions,
  { limiters, hops, own }: { limiters: ClickUpLimiters; hops: Hops; own: OwnComments },
): Adapter {
  const { token = '', teamId = '' } = credentials
  const workspaceOf = createWorkspaceOf(teamId)
  const api = createClickUpClient({ token, secrets: secretsOf(credentials), apiUrl, limiters, onCall })

  return {
    tool: 'clickup',
    // A day without a time is kept as 04:00 local, and no answer tells which it is.
    capabilities: {
      makesFields: false,
      eventsShowDue: true,
      holdsDueDays: false,
      keepsLabelIds: false,
      showsComments: false,
      commentsChangeTasks: true,
      arrivalEvent: 'taskMoved',
      unlistedPeople: /^\d+$/,
      leavesBoard: listStatus,
    },
    whoAmI: async (attempt) => {
      const { id, username } = await api(attempt).user()
      return { userId: id, name: username || id }
    },
    boards: (attempt) => readBoards(api(attempt), teamId),
    layout: (containerId, attempt) => readLayout(api(attempt), containerId, workspaceOf),
    provision: (containerId, wanted, attempt) => provision(api(attempt), containerId, wanted),
    previewProvision: (containerId, wanted, attempt) => previewProvision(api(attempt), containerId, wanted),
    // Tags belong to the whole space, whose other lists may be using them; options are only ever adopted.
    unprovision: async () => undefined,
    observe: (taskId, attempt) => observe(api(attempt), taskId, connectionId),
    list: (containerId, since, attempt) => list(api(attempt), containerId, since, connectionId),
    apply: (observed, operations, mapping, attempt) => {
      const routes = api(attempt)
      const now = () => attempt.serverTime ?? unknownMoment
      const myId = async () => (await routes.user()).id
      return apply(observed, operations, mapping, { api: routes, myId, own, hops, now })
    },
    create: (containerId, task, mapping, attempt) => create(api(attempt), containerId, task, mapping),
    comments: (taskId, attempt) => unlessTaskGone(() => readComments(taskId, api(attempt))),
    subscribe: (containerId, callbackUrl, attempt) =>
      subscribe(api(attempt), containerId, callbackUrl, { connectionId, workspaceOf }),
    unsubscribe: (webhookId, attempt) => unsubscribe(api(attempt), webhookId),
    webhookHealth: (containerId, webhookId, attempt) =>
      webhookHealth(api(attempt), containerId, webhookId, { workspaceOf }),
  }
}

/** Six calls, because a list tells neither its fields, people and tags nor its workspace and neighbors. */
async function readLayout(api: ClickUpApi, listId: string, workspaceOf: WorkspaceOf): Promise<BoardLayout> {
  const list = await api.list(listId)
  const [fields, members, tags, neighbors, workspaceId] = await Promise.all([
    api.listFields(listId),
    api.listMembers(listId),
    tagsOf(api, list),
    neighborsOf(api, list),
    workspaceOf(api, listId),
  ])
  return {
    containerId: list.id,
    name: list.name,
    url: listUrl(list.id, workspaceId),
    lists: [
      ...(list.statuses ?? [])
        .toSorted((a, b) => position(a) - position(b))
        .map(({ status }) => ({ id: statusId(status), name: status })),
      ...neighbors.map(({ id, name }) => ({ id: listStatusId(id), name: listStatusName(name) })),
    ],
    labels: [
      ...(tags ?? []).map(({ name, tag_bg }) => ({ id: tagId(name), name, color: tag_bg ?? null })),
      ...fields.flatMap(optionsOf),
    ],
    fields: fields.map(normalizeField).filter((field) => field !== null),
    members: members.map(({ id, username }) => ({ id, name: username || id })),
    ...(tags === null && { hidesLabels: true as const }),
  }
}

function position({ orderindex }: ClickUpStatus): number {
  return orderindex ?? 0
}

function optionsOf({ id, type, type_config }: ClickUpField): BoardLayout['labels'] {
  if (type !== 'labels') return []
  return (type_config?.options ?? []).map((option) => ({
    id: optionLabelId({ fieldId: id, optionId: option.id }),
    name: optionName(option),
    color: option.color ?? null,
  }))
}

/** One call. Comments would be another, and are not asked for. */
function observe(api: ClickUpApi, taskId: string, connectionId: string): Promise<Observed | null> {
  return unlessTaskGone(async () => normalize(await api.task(taskId), connectionId))
}

/** A deleted task is 404 ITEM_013. One that went where we may not look is 401, like a token that is no good. */
async function unlessTaskGone<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (isAppError(error, 'TOOL_NOT_FOUND') || goneCodes.includes(errorCodeOf(error))) return null
    throw error
  }
}

/** Task not found; no access to this task. */
const goneCodes: readonly (string | null)[] = ['ITEM_013', 'ACCESS_083']

/**
 * Tasks of a list, closed ones and subtasks too, archived ones not: all, or those changed since a moment. By the list's
 * own route in both cases, which needs no workspace id.
 */
async function list(
  api: ClickUpApi,
  listId: string,
  since: Instant | null,
  connectionId: string,
): Promise<Listing> {
  const changed = since === null ? {} : { date_updated_gt: Date.parse(since), order_by: 'updated' }
  const tasks = new Map<string, unknown>()
  for (let page = 0; ; page += 1) {
    const answer = await api.listTasks(listId, { include_closed: true, subtasks: true, ...changed, page })
    const known = tasks.size
    for (const task of answer.tasks) tasks.set(task.id, task)
    const isLast = answer.last_page ?? answer.tasks.length < tasksPerPage
    // A page without anything new ends it too, should a server know no pages.
    if (isLast || tasks.size === known) break
  }
  const { items, unread } = readable(ClickUpTask, tasks)
  return { tasks: items.map((task) => normalize(task, connectionId)), unread, complete: since === null }
}
