import type { Board } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import type { Db } from '../store/database.ts'
import { createTaskStore } from '../store/tasks.ts'
import { bulkPriority, type Queue } from './queue.ts'

/** Which of the tasks that were there before us are to be judged after all, and whether they get a comment. */
export interface Backfill {
  /** Made at this moment or later; null for all that are open. */
  readonly since: Instant | null
  readonly comments: boolean
}

/**
 * Judge what was taken in silently when the board was added, by the rules of today. All of it goes the usual way
 * behind what people are waiting for: a dry run stays one, and the board's hourly limit holds. Done twice is done once.
 * To be called in a transaction.
 * @returns how many tasks were not judged so far
 * @throws AppError CONFLICT for a board that is off
 */
export async function backfill(
  board: Board,
  { since, comments }: Backfill,
  trx: Db,
  queue: Pick<Queue, 'look'>,
): Promise<number> {
  if (board.mode === 'off') {
    const remedy = 'PATCH the board to `dry-run` or `apply` first'
    const details = [{ path: 'board.mode', message: 'nothing is looked at on a board that is off', remedy }]
    throw new AppError('CONFLICT', 'this board is off', { details })
  }
  const { tool, connectionId } = board
  const taskIds = await createTaskStore(trx).judgeTakenIn(board.id, { since, silent: !comments })
  await queue.look(
    taskIds.map((taskId) => ({ tool, connectionId, taskId })),
    { db: trx, delaySeconds: 0, priority: bulkPriority },
  )
  return taskIds.length
}
