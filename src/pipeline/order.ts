import type { Kysely } from 'kysely'
import type { Board } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Order, Undo, Wish } from '#model/order.ts'
import type { Run } from '#model/run.ts'
import type { Instant } from '#model/task.ts'
import type { Clock } from '../clock.ts'
import type { Also, Database, Db } from '../store/database.ts'
import { createOrderStore } from '../store/orders.ts'
import type { RunStore } from '../store/runs.ts'
import { takeRevision } from '../store/tell.ts'
import { bulkPriority, type Queue } from './queue.ts'

export interface OrderDeps {
  readonly db: Kysely<Database>
  readonly runs: RunStore
  readonly queue: Pick<Queue, 'look'>
  readonly now: Clock
}

/** What somebody wants done about which task. */
export type Asked = Pick<Order, 'wish' | 'taskId' | 'author'>

/**
 * Write down what somebody wants done about a task, and queue the look that does it: one transaction.
 * @throws AppError NOT_FOUND, CONFLICT when the task is no longer on its board
 */
export function order(asked: Asked, also: Also<Order>, deps: Omit<OrderDeps, 'runs'>): Promise<Order> {
  return deps.db.transaction().execute(async (trx) => {
    const given = await ordered(trx, asked, deps, 0)
    await also(trx, given)
    return given
  })
}

/**
 * Have what one run wrote put back, as far as it still stands.
 * @throws AppError NOT_FOUND, CONFLICT when the run wrote nothing, or the task is no longer on its board
 */
export async function undoRun(
  run: Run,
  author: Order['author'],
  also: Also<Order>,
  deps: OrderDeps,
): Promise<Order> {
  const undo: Undo = { runId: run.id, since: null }
  if ((await deps.runs.written(run.taskId, [undo])).length === 0)
    throw new AppError('CONFLICT', `run ${run.id} wrote nothing: there is nothing to put back`)
  return order({ wish: { kind: 'undo', undo }, taskId: run.taskId, author }, also, deps)
}

/**
 * Have all that we wrote on a board since a moment put back, task by task: one transaction.
 * @param also is told how many tasks
 * @returns how many tasks
 */
export async function undoSince(
  board: Board,
  since: Instant,
  author: Order['author'],
  also: Also<number>,
  deps: OrderDeps,
): Promise<number> {
  const taskIds = await deps.runs.writtenOn(board.id, since)
  const wish: Wish = { kind: 'undo', undo: { runId: null, since } }
  await deps.db.transaction().execute(async (trx) => {
    // Always in the same order, so that two who undo at once cannot wait for each other.
    for (const taskId of taskIds.toSorted()) await ordered(trx, { wish, taskId, author }, deps, bulkPriority)
    await also(trx, taskIds.length)
  })
  return taskIds.length
}

async function ordered(
  trx: Db,
  { wish, taskId, author }: Asked,
  { queue, now }: Omit<OrderDeps, 'runs'>,
  priority: number,
): Promise<Order> {
  const { ref, fingerprint, revision } = await takeRevision(trx, taskId)
  await queue.look([ref], { db: trx, delaySeconds: 0, priority })
  return createOrderStore(trx).add({ taskId, at: now(), author, wish, fingerprint, revision })
}
