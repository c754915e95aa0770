import type { Mapping } from '#model/board.ts'
import type { Operation } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
import { inLabelOrder, mappedLabel } from '../mapping.ts'
import type { Properties } from './columns.ts'
import { optionKey, parseOptionKey } from './option-key.ts'

/** A label to be put on or taken off. */
export type LabelChange = Pick<Extract<Operation, { kind: 'label' }>, 'change' | 'label'>

/**
 * A multi-select is written whole: what the page shows, ours added or taken away. What people did to it since then is
 * lost, and the next look tells.
 * @throws AppError TOOL_MAPPING_STALE when a label is not mapped
 */
export function labelValues(
  shown: Observed['labels'],
  changes: readonly LabelChange[],
  mapping: Mapping,
): Properties {
  const written = new Map<string, Set<string>>()
  for (const { change, label } of changes) {
    const { propertyId, optionId } = parseOptionKey(mappedLabel(mapping, label))
    const options = written.get(propertyId) ?? optionsOf(shown, propertyId)
    if (change === 'add') options.add(optionId)
    else options.delete(optionId)
    written.set(propertyId, options)
  }
  const values = [...written].map(([propertyId, options]) => {
    const keys = [...options].map((optionId) => optionKey(propertyId, optionId))
    const ordered = inLabelOrder(keys, mapping).map((key) => ({ id: parseOptionKey(key).optionId }))
    return [propertyId, { multi_select: ordered }]
  })
  return Object.fromEntries(values)
}

function optionsOf(shown: Observed['labels'], propertyId: string): Set<string> {
  const options = shown.map((label) => parseOptionKey(label.id))
  return new Set(options.filter((option) => option.propertyId === propertyId).map(({ optionId }) => optionId))
}
