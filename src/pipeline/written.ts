import type { Board } from '#model/board.ts'
import { hourBefore } from '#policies/calendar.ts'
import type { Clock } from '../clock.ts'
import type { RunStore } from '../store/runs.ts'

/** Since when writes on a board count against its hourly limit: within the hour, and since its last release if that is later. */
export function countedSince({ releasedAt }: Pick<Board, 'releasedAt'>, now: string): string {
  const hourAgo = hourBefore(now)
  return releasedAt !== null && releasedAt > hourAgo ? releasedAt : hourAgo
}

/**
 * How many other tasks of a board were written to lately: what its hourly limit is held against. The task itself is no
 * further one: what an outage broke off is finished, and what was answered is shown.
 */
export const createWrittenWithinTheHour =
  ({ runs, now }: { readonly runs: RunStore; readonly now: Clock }) =>
  (board: Board, taskId: string): Promise<number> =>
    runs.tasksWrittenSince(board.id, countedSince(board, now()), taskId)
