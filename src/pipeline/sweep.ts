import type { Attempt, Listing } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import type { Instant, Observed, TaskRef } from '#model/task.ts'
import { minutesBefore, tenMinutesBegan } from '#policies/calendar.ts'
import type { Db } from '../store/database.ts'
import type { DeliveryStore } from '../store/deliveries.ts'
import { createHearing } from '../store/hearing.ts'
import type { StoredTask, TaskStore } from '../store/tasks.ts'
import type { TwinStore } from '../store/twins.ts'
import type { Connected } from './connect.ts'
import { type PutOnBoardDeps, putOnBoard } from './put-on-board.ts'
import { bulkPriority, keyOf, type Queue, type SweepJob } from './queue.ts'
import { checkWebhook, type WatchWebhooksDeps } from './watch-webhooks.ts'

export interface SweepDeps extends WatchWebhooksDeps, PutOnBoardDeps {
  readonly tasks: TaskStore
  readonly db: Db
  readonly twins: TwinStore
  readonly deliveries: DeliveryStore
  readonly queue: Pick<Queue, 'look' | 'sweep' | 'fates'>
}

/** The tools' clocks, and what was being written when the last sweep began, make the edges unsure. */
const overlapMinutes = 5

/** Their times may be rounded to the minute, and their clocks are a little off ours. */
const roundingMinutes = 1

/**
 * Find what no webhook told us: list the board and ask for a look at every task that has changed since the last
 * sweep, is new, or is no longer there; and ask why no webhook told. What is listed whole also shows what was deleted unseen,
 * or has come with a list that was moved here or was archived: no card has changed by that. A full sweep lists all, and has
 * every pair looked at and everything that may wait for an answer, for no list tells of a comment or of a twin that is gone.
 * Where neither an event nor a list tells of a comment, what may be said under open requests and their twins is asked for every
 * ten minutes. Whatever time has to do about a request is set off here too. Then put on the board what was asked elsewhere.
 */
export async function sweep({ boardId, full }: SweepJob, deps: SweepDeps, attempt: Attempt): Promise<void> {
  const board = await deps.boards.find(boardId)
  if (board === null || board.mode === 'off') return
  await checkWebhook(board, deps, attempt)
  const startedAt = deps.now()
  const { adapter, connection } = await deps.connections.get(board.connectionId)
  const since = minutesBefore(board.sweptUntil ?? board.watchedSince, overlapMinutes)
  const listing = await adapter.list(board.containerId, full ? null : since, attempt)
  const recent = listing.tasks.filter(({ changedAt }) => changedAt >= since)
  const recentIds = recent.map(({ ref }) => ref.taskId)
  const known = await deps.tasks.findMany(connection.id, recentIds)
  const twinsSeen = await deps.twins.seenAt(connection.id, recentIds)
  const changed = recent.filter((observed) => {
    const { taskId } = observed.ref
    const seenAt = twinsSeen.get(taskId)
    return seenAt === undefined
      ? hasChanged(observed, known.get(taskId))
      : isLater(observed.changedAt, seenAt)
  })
  const moved = listing.complete ? await comeAndGone(board, listing, deps) : []
  const linked = full ? await deps.twins.linkedOn(board.id) : []
  const isQuiet = connection.updates === 'poll' && !adapter.capabilities.commentsChangeTasks
  const asks = isQuiet && (board.sweptUntil === null || tenMinutesBegan(board.sweptUntil, startedAt))
  const unheard = (full || asks) && !adapter.capabilities.showsComments ? await askAgain(board, deps) : []
  await heedUntold(changed, known, { adapter, connection }, deps)
  const spokenOn = asks ? await deps.twins.spokenOn(board.id) : []
  const due = await deps.tasks.toLookAt(board.id, startedAt)
  const refOf = (taskId: string) => ({ tool: board.tool, connectionId: connection.id, taskId })
  const ids = new Set([...changed.map(({ ref }) => ref.taskId), ...moved, ...linked, ...unheard, ...due])
  const unlisted = await unread(listing.unread.map(refOf), full, deps)
  const refs = [...[...ids].map(refOf), ...unlisted, ...spokenOn]
  await deps.queue.look(refs, { delaySeconds: 0, priority: bulkPriority })
  // Of what we wrote on a twin no webhook has to tell.
  const told = changed.filter(({ ref }) => !twinsSeen.has(ref.taskId))
  const isMissed =
    connection.updates === 'webhook' && (await isAnyMissed(told, known, startedAt, deps.deliveries))
  await deps.boards.update(board.id, { sweptUntil: startedAt, ...(isMissed && { missedAt: startedAt }) })
  await putOnBoard(board, adapter, deps, attempt)
}

/** Which tasks are on the board, or no longer, against all that we know? Of a twin its request knows. */
async function comeAndGone(
  { id, role }: Board,
  { tasks, unread }: Listing,
  deps: Pick<SweepDeps, 'tasks'>,
): Promise<string[]> {
  const shown = tasks.map(({ ref }) => ref.taskId)
  const there = new Set([...shown, ...unread])
  const open = await deps.tasks.on(id, 'open')
  const gone = await deps.tasks.on(id, 'gone')
  const [isOpen, isGone] = [new Set(open), new Set(gone)]
  const left = open.filter((taskId) => !there.has(taskId))
  const back = shown.filter((taskId) => isGone.has(taskId))
  const strange =
    role === 'client' ? shown.filter((taskId) => !isOpen.has(taskId) && !isGone.has(taskId)) : []
  return [...left, ...back, ...strange]
}

/** What no listing shows is looked at by itself, and fails as such. Of what has failed for good a person knows already. */
async function unread(
  refs: readonly TaskRef[],
  full: boolean,
  { queue }: Pick<SweepDeps, 'queue'>,
): Promise<readonly TaskRef[]> {
  if (full || refs.length === 0) return refs
  const fates = await queue.fates(refs)
  return refs.filter((ref) => fates.get(keyOf(ref)) !== 'dead')
}

/**
 * What has changed since our last look may be that somebody spoke, and no event tells of that in ClickUp's threads, or of what
 * ClickUp has given up to deliver.
 */
async function heedUntold(
  changed: readonly Observed[],
  known: ReadonlyMap<string, StoredTask>,
  { adapter, connection }: Pick<Connected, 'adapter' | 'connection'>,
  { db }: Pick<SweepDeps, 'db'>,
): Promise<void> {
  if (adapter.capabilities.showsComments) return
  const ids = changed
    .filter(({ ref, changedAt }) => changedAt > (known.get(ref.taskId)?.updatedAt ?? changedAt))
    .map(({ ref }) => ref.taskId)
  await createHearing(db).isUnknownOf(connection.id, ids)
}

/** No event may have told of what was said under a request. Where it is done, nobody waits for an answer. */
function askAgain({ id, mapping }: Board, { db }: SweepDeps): Promise<string[]> {
  const over = mapping.statuses.filter(({ status }) => status === 'done' || status === 'declined')
  return createHearing(db).isUnknownOn(
    id,
    over.map((list) => list.id),
  )
}

/** Notion rounds times to the minute, so two edits may bear the same one: what the task holds counts as well. */
export function hasChanged(observed: Observed, known: StoredTask | undefined): boolean {
  if (known === undefined || known.state === 'gone') return true
  return known.observed.changedAt !== observed.changedAt || contentOf(known.observed) !== contentOf(observed)
}

function contentOf({ labels, fields, attachments, ...observed }: Observed): string {
  const names = labels.map(({ id }) => id).sort()
  const values = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  const { title, text, dueAt, dueDay, statusId, done, containerId, assignees = [] } = observed
  const files = attachments.map(({ name }) => name).sort()
  return JSON.stringify([
    ...[title, text, dueAt, dueDay, statusId, done, containerId, assignees],
    ...[names, values, files],
  ])
}

/** May a task have changed since the moment at which our look at it ended? What happened under way it need not have seen. */
const isLater = (changedAt: Instant, moment: Instant) => changedAt > minutesBefore(moment, roundingMinutes)

/**
 * Should a webhook have told of one of these by now, and none has come? It has changed since our last look, and that was a
 * while ago. What one has told of may still wait for its look.
 */
async function isAnyMissed(
  changed: readonly Observed[],
  known: ReadonlyMap<string, StoredTask>,
  now: Instant,
  deliveries: Pick<DeliveryStore, 'latestOf'>,
): Promise<boolean> {
  const due = changed.filter(({ ref, changedAt }) => {
    const last = known.get(ref.taskId)?.updatedAt
    if (changedAt >= minutesBefore(now, overlapMinutes)) return false
    return last === undefined || changedAt > minutesBefore(last, -roundingMinutes)
  })
  const [first] = due
  if (first === undefined) return false
  const ids = due.map(({ ref }) => ref.taskId)
  const latest = await deliveries.latestOf(first.ref.connectionId, ids)
  return due.some(
    ({ ref, changedAt }) => (latest.get(ref.taskId) ?? '') < minutesBefore(changedAt, roundingMinutes),
  )
}
