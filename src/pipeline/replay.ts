import type { TaskRef } from '#model/task.ts'
import { bulkPriority, type Queue } from './queue.ts'

/** How many jobs are queued with one query. */
const batch = 1000

/**
 * Look again at tasks, after what is new. Safe at any time: a look asks the tool what is there now, and what is as it
 * should be is left alone.
 * @returns how many tasks
 */
export async function replay(refs: readonly TaskRef[], queue: Pick<Queue, 'look'>): Promise<number> {
  for (let start = 0; start < refs.length; start += batch)
    await queue.look(refs.slice(start, start + batch), { delaySeconds: 0, priority: bulkPriority })
  return refs.length
}
