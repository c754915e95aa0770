import type { NewTask } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import { mappedLabel, mappedStatus } from '../mapping.ts'
import type { ClickUpApi } from './client.ts'
import { parseOptionLabelId } from './label-id.ts'
import { isStaleField, unlessStale } from './stale.ts'
import { taskWords } from './words.ts'

/**
 * Make a task in one call, which takes tags, options and status at once. A status that is a list of its own (`leavesBoard`)
 * is none to begin in.
 * @throws AppError TOOL_MAPPING_STALE when a mapped status, option or tag no longer exists
 */
export async function create(
  api: ClickUpApi,
  listId: string,
  task: NewTask,
  mapping: Mapping,
): Promise<string> {
  const status = task.status === null ? null : mappedStatus(mapping, task.status)
  const labels = task.labels.map((label) => mappedLabel(mapping, label))
  return await unlessStale(
    () =>
      api.createTask(listId, {
        ...taskWords(task),
        ...(status !== null && { status }),
        tags: labels.filter((id) => parseOptionLabelId(id) === null),
        custom_fields: chosenIn(labels),
      }),
    (refusal, error) =>
      (refusal.status === 400 && /status/i.test(refusal.text)) || isStaleField(refusal, error),
  )
}

/** Options of labels fields, as the values of those fields. */
function chosenIn(labels: readonly string[]): { id: string; value: string[] }[] {
  const options = labels.map(parseOptionLabelId).filter((option) => option !== null)
  const byField = Map.groupBy(options, ({ fieldId }) => fieldId)
  return [...byField].map(([id, chosen]) => ({ id, value: chosen.map(({ optionId }) => optionId) }))
}
