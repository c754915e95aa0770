import type { Applied } from '#model/adapter.ts'
import type { MappedField, Mapping } from '#model/board.ts'
import type { FieldOperation, Operation } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
import { refusalOf } from '../http.ts'
import { mappedField, mappedLabel, mappedStatus } from '../mapping.ts'
import type { ClickUpApi } from './client.ts'
import { type CommentDeps, writeComment, writeCopies } from './comment.ts'
import { type OptionAt, parseOptionLabelId } from './label-id.ts'
import { parseListStatusId } from './list-status.ts'
import { type MoveDeps, moveToList } from './move.ts'
import { isStaleField, isStaleStatus, isTaskGone, stale, unlessStale } from './stale.ts'
import { taskWords } from './words.ts'

type LabelOperation = Extract<Operation, { kind: 'label' }>
type Change = LabelOperation['change']

/**
 * Carry out a plan: words and status, fields, labels, then comments. One call each, but for options of a labels field,
 * which take one call together. A status that is a list comes last of all, for with it the task leaves its board. Doing it
 * twice equals doing it once.
 * @throws AppError TOOL_MAPPING_STALE when a mapped status, list, field, option or tag no longer exists
 */
export async function apply(
  observed: Observed,
  operations: readonly Operation[],
  mapping: Mapping,
  deps: CommentDeps & MoveDeps,
): Promise<Applied> {
  const { api } = deps
  const { taskId } = observed.ref
  const content = operations.findLast((operation) => operation.kind === 'content')
  const status = operations.findLast((operation) => operation.kind === 'status')
  const comment = operations.findLast((operation) => operation.kind === 'comment')
  const statusId = status === undefined ? null : mappedStatus(mapping, status.status)
  const listId = statusId === null ? null : parseListStatusId(statusId)
  await writeTask(api, taskId, content, listId === null ? statusId : null)
  for (const operation of operations)
    if (operation.kind === 'field') await writeField(api, taskId, operation, mapping)
  const labels = operations.filter((operation) => operation.kind === 'label')
  await writeLabels(api, observed, labels, mapping)
  const commentId = comment === undefined ? null : await writeComment(taskId, comment, deps)
  const relayed = await writeCopies(taskId, operations, deps)
  if (listId !== null) await moveToList(observed, listId, deps)
  return { commentId, relayed }
}

/** Words and status go together. */
async function writeTask(
  api: ClickUpApi,
  taskId: string,
  content: Extract<Operation, { kind: 'content' }> | undefined,
  status: string | null,
): Promise<void> {
  const changes = { ...(content && taskWords(content)), ...(status !== null && { status }) }
  if (Object.keys(changes).length === 0) return
  await unlessStale(
    () => api.updateTask(taskId, changes),
    (refusal) => status !== null && isStaleStatus(refusal),
  )
}

async function writeField(
  api: ClickUpApi,
  taskId: string,
  { field, value }: FieldOperation,
  mapping: Mapping,
): Promise<void> {
  const mapped = mappedField(mapping, field)
  await unlessStale(
    () =>
      value === null
        ? api.clearField(taskId, mapped.id)
        : api.setField(taskId, mapped.id, fieldValue(mapped, value)),
    isStaleField,
  )
}

function fieldValue({ type }: MappedField, value: string): string | number {
  return type === 'number' ? Number(value) : value
}

async function writeLabels(
  api: ClickUpApi,
  observed: Observed,
  operations: readonly LabelOperation[],
  mapping: Mapping,
): Promise<void> {
  const options = new Map<string, { change: Change; optionId: string }[]>()
  const tags: { change: Change; name: string }[] = []
  for (const { change, label } of operations) {
    const id = mappedLabel(mapping, label)
    const option = parseOptionLabelId(id)
    if (option === null) tags.push({ change, name: id })
    else options.set(option.fieldId, [...(options.get(option.fieldId) ?? []), { change, ...option }])
  }
  for (const [fieldId, changes] of options) await writeOptions(api, observed, fieldId, changes)
  for (const { change, name } of tags) await writeTag(api, observed.ref.taskId, change, name)
}

/** The whole choice is written: what people chose since `observed` is lost then, and the next look tells. */
async function writeOptions(
  api: ClickUpApi,
  observed: Observed,
  fieldId: string,
  changes: readonly { readonly change: Change; readonly optionId: string }[],
): Promise<void> {
  const chosen = new Set(
    observed.labels
      .map((label) => parseOptionLabelId(label.id))
      .filter((option): option is OptionAt => option?.fieldId === fieldId)
      .map((option) => option.optionId),
  )
  for (const { change, optionId } of changes) {
    if (change === 'add') chosen.add(optionId)
    else chosen.delete(optionId)
  }
  const { taskId } = observed.ref
  await unlessStale(
    () => (chosen.size === 0 ? api.clearField(taskId, fieldId) : api.setField(taskId, fieldId, [...chosen])),
    isStaleField,
  )
}

async function writeTag(api: ClickUpApi, taskId: string, change: Change, name: string): Promise<void> {
  try {
    await (change === 'add' ? api.addTag(taskId, name) : api.removeTag(taskId, name))
  } catch (error) {
    const refusal = refusalOf(error)
    const isAboutTag =
      (refusal?.status === 404 && !isTaskGone(refusal, error)) ||
      (refusal?.status === 400 && /\btags?\b/i.test(refusal.text))
    if (!isAboutTag) throw error
    // Already on the task, or nowhere to be taken off from: both are as wanted.
    if (change === 'remove' || /already/i.test(refusal?.text ?? '')) return
    throw stale(error)
  }
}
