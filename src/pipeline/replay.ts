import type { TaskRef } from '#model/task.ts'
import type { Db } from '../store/database.ts'
import { bulkPriority, type Queue } from './queue.ts'

/**
 * Look again at tasks, after what is new. Safe at any time: a look asks the tool what is there now, and what is as it
 * should be is left alone. To be called in a transaction.
 * @returns how many tasks
 */
export async function replay(refs: readonly TaskRef[], trx: Db, queue: Pick<Queue, 'look'>): Promise<number> {
  await queue.look(refs, { db: trx, delaySeconds: 0, priority: bulkPriority })
  return refs.length
}
