import type { NewTask } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import { mappedStatus } from '../mapping.ts'
import type { ClickUpApi } from './client.ts'
import { isStaleStatus, unlessStale } from './stale.ts'
import { taskWords } from './words.ts'

/**
 * Make a task in one call. A status that is a list of its own (`leavesBoard`) is none to begin in.
 * @throws AppError TOOL_MAPPING_STALE when a mapped status no longer exists
 */
export async function create(
  api: ClickUpApi,
  listId: string,
  task: NewTask,
  mapping: Mapping,
): Promise<string> {
  const status = task.status === null ? null : mappedStatus(mapping, task.status)
  return await unlessStale(
    () => api.createTask(listId, { ...taskWords(task), ...(status !== null && { status }) }),
    (refusal) => status !== null && isStaleStatus(refusal),
  )
}
