import type { Attempt } from '#model/adapter.ts'
import type { Instant, Observed } from '#model/task.ts'
import { minutesBefore } from '#policies/calendar.ts'
import type { StoredTask, TaskStore } from '../store/tasks.ts'
import type { TwinStore } from '../store/twins.ts'
import { type PutOnBoardDeps, putOnBoard } from './put-on-board.ts'
import { bulkPriority, type Queue, type SweepJob } from './queue.ts'
import { checkWebhook, type WatchWebhooksDeps } from './watch-webhooks.ts'

export interface SweepDeps extends WatchWebhooksDeps, PutOnBoardDeps {
  readonly tasks: TaskStore
  readonly twins: TwinStore
  readonly queue: Pick<Queue, 'look' | 'sweep'>
}

/** The tools' clocks, and what was being written when the last sweep began, make the edges unsure. */
const overlapMinutes = 5

/**
 * Find what no webhook told us: list the board and ask for a look at every task that has changed since the last
 * sweep, is new, or is no longer there; and ask why no webhook told. A full sweep lists all of it, which alone shows
 * what was deleted unseen, and has every pair looked at, for no list tells of a comment or of a twin that is gone.
 * Whatever time has to do about a request is set off here too. Then put on the board what was asked elsewhere.
 */
export async function sweep({ boardId, full }: SweepJob, deps: SweepDeps, attempt: Attempt): Promise<void> {
  const board = await deps.boards.get(boardId)
  if (board.mode === 'off') return
  await checkWebhook(board, deps, attempt)
  const startedAt = deps.now()
  const { adapter, connection } = await deps.connections.get(board.connectionId)
  const since = minutesBefore(board.sweptUntil ?? board.watchedSince, overlapMinutes)
  const listing = await adapter.list(board.containerId, full ? null : since, attempt)
  const recent = listing.tasks.filter(({ changedAt }) => changedAt >= since)
  const known = await deps.tasks.findMany(
    connection.id,
    recent.map(({ ref }) => ref.taskId),
  )
  const changed = recent.filter((observed) => hasChanged(observed, known.get(observed.ref.taskId)))
  const gone = listing.complete ? missing(await deps.tasks.openOn(board.id), listing.tasks) : []
  const linked = full && board.twinBoardId !== null ? await deps.twins.linkedOn(board.id) : []
  const due = await deps.tasks.toLookAt(board.id, startedAt)
  const { tool } = board
  const refs = [
    ...changed.map(({ ref }) => ref),
    ...[...gone, ...linked, ...due].map((taskId) => ({ tool, connectionId: connection.id, taskId })),
  ]
  await deps.queue.look(refs, { delaySeconds: 0, priority: bulkPriority })
  const isMissed = changed.some((observed) => wasMissed(observed, known.get(observed.ref.taskId), startedAt))
  await deps.boards.update(board.id, { sweptUntil: startedAt, ...(isMissed && { missedAt: startedAt }) })
  await putOnBoard(board, adapter, deps, attempt)
}

/** Notion rounds times to the minute, so two edits may bear the same one: what the task holds counts as well. */
export function hasChanged(observed: Observed, known: StoredTask | undefined): boolean {
  if (known === undefined || known.state === 'gone') return true
  return known.observed.changedAt !== observed.changedAt || contentOf(known.observed) !== contentOf(observed)
}

function contentOf({ labels, fields, attachments, ...observed }: Observed): string {
  const names = labels.map(({ id }) => id).sort()
  const values = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  const { title, text, dueAt, dueDay, statusId, containerId } = observed
  const files = attachments.map(({ name }) => name).sort()
  return JSON.stringify([title, text, dueAt, dueDay, statusId, containerId, names, values, files])
}

/** Should a webhook have told of this by now? It has changed since our last look, and that was a while ago. */
function wasMissed({ changedAt }: Observed, known: StoredTask | undefined, now: Instant): boolean {
  if (changedAt >= minutesBefore(now, overlapMinutes)) return false
  return known === undefined || changedAt > minutesBefore(known.updatedAt, -1)
}

function missing(known: readonly string[], listed: readonly Observed[]): string[] {
  const there = new Set(listed.map(({ ref }) => ref.taskId))
  return known.filter((taskId) => !there.has(taskId))
}
