import type { Attempt, Listing } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import { minutesBefore } from '#policies/calendar.ts'
import type { Clock } from '../clock.ts'
import type { BoardStore } from '../store/boards.ts'
import type { TaskStore } from '../store/tasks.ts'
import type { Connections } from './connect.ts'
import type { LookJob, Queue, SweepJob } from './queue.ts'

export interface SweepDeps {
  readonly boards: BoardStore
  readonly tasks: TaskStore
  readonly connections: Connections
  readonly queue: Pick<Queue, 'look'>
  readonly now: Clock
}

/** The tools' clocks, and what was being written when the last sweep began, make the edges unsure. */
const overlapMinutes = 5

/** Waiting work that a person's change may overtake. */
const sweepPriority = -1

/**
 * Find what no webhook told us: list the board and ask for a look at every task that has changed since the last
 * sweep, is new, or is no longer there. A full sweep lists all of it, which alone shows what was deleted unseen.
 */
export async function sweep({ boardId, full }: SweepJob, deps: SweepDeps, attempt: Attempt): Promise<void> {
  const board = await deps.boards.get(boardId)
  if (board.mode === 'off') return
  const startedAt = deps.now()
  const { adapter } = await deps.connections.get(board.connectionId)
  const since = full || board.sweptUntil === null ? null : minutesBefore(board.sweptUntil, overlapMinutes)
  const listing = await adapter.list(board.containerId, since, attempt)
  const known = await deps.tasks.openOn(board.id)
  await deps.queue.look(suspects(board, listing, known), { delaySeconds: 0, priority: sweepPriority })
  await deps.boards.update(board.id, { sweptUntil: startedAt })
}

/** The tasks worth a look. Pure. */
export function suspects(board: Board, listing: Listing, known: ReadonlyMap<string, Instant>): LookJob[] {
  const since = minutesBefore(board.sweptUntil ?? board.watchedSince, overlapMinutes)
  const changed = listing.tasks.filter(
    (observed) =>
      !known.has(observed.ref.taskId) ||
      (observed.changedAt >= since && observed.changedAt !== known.get(observed.ref.taskId)),
  )
  const there = new Set(listing.tasks.map((observed) => observed.ref.taskId))
  const gone = listing.complete ? [...known.keys()].filter((taskId) => !there.has(taskId)) : []
  const { tool, connectionId } = board
  return [
    ...changed.map((observed) => observed.ref),
    ...gone.map((taskId) => ({ tool, connectionId, taskId })),
  ]
}
