import type { MappedField, Mapping } from '#model/board.ts'
import { inOrder, type LabelKey } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { FieldOperation } from '#model/operation.ts'
import type { Status } from '#model/task.ts'

/**
 * The tool's id for a label of ours.
 * @throws AppError TOOL_MAPPING_STALE when the mapping has none
 */
export function mappedLabel(mapping: Mapping, label: LabelKey): string {
  return mapping.labels[label] ?? unmapped(label)
}

/**
 * The tool's field for one of ours.
 * @throws AppError TOOL_MAPPING_STALE when the mapping has none
 */
export function mappedField(mapping: Mapping, field: FieldOperation['field']): MappedField {
  return mapping.fields[field] ?? unmapped(field)
}

/**
 * The tool's id for a status of ours, the first where several mean the same.
 * @throws AppError TOOL_MAPPING_STALE when the mapping has none
 */
export function mappedStatus(mapping: Mapping, status: Status): string {
  return mapping.statuses.find((entry) => entry.status === status)?.id ?? unmapped(status)
}

/** What stands on a task, for a tool that keeps an order: what is not ours as it was, then ours in the order of every card. */
export function inLabelOrder(ids: Iterable<string>, mapping: Mapping): string[] {
  const all = [...ids]
  const ours = inOrder(Object.keys(mapping.labels) as LabelKey[]).flatMap((key) => mapping.labels[key] ?? [])
  const others = all.filter((id) => !ours.includes(id))
  return [...others, ...ours.filter((id) => all.includes(id))]
}

function unmapped(name: string): never {
  throw new AppError('TOOL_MAPPING_STALE', `The board's mapping has no entry for ${name}`)
}
