import type { MappedField, Mapping } from '#model/board.ts'
import type { LabelKey } from '#model/decision.ts'
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

function unmapped(name: string): never {
  throw new AppError('TOOL_MAPPING_STALE', `The board's mapping has no entry for ${name}`)
}
