import type { BoardLayout } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import { isWritten } from './propose-mapping.ts'

/**
 * What of a mapping still holds after a person has taken something off the board. A plan that needs a label which is gone
 * has it adopted or made; one that is still there stays known, or a task that shows it would seem to have lost it to a
 * person's hand. A field that we write and some tasks do not have is let go: those would never get their verdict.
 */
export function mendMapping(
  mapping: Mapping,
  layout: Pick<BoardLayout, 'lists' | 'fields' | 'labels' | 'otherFields' | 'hidesLabels'>,
): Mapping {
  const labels = idsOf(layout.labels)
  const lists = idsOf(layout.lists)
  const fields = new Set([...idsOf(layout.fields), ...(layout.otherFields ?? [])])
  const partial = idsOf(layout.fields.filter(({ isPartial }) => isPartial))
  const keptLabels = Object.entries(mapping.labels).filter(
    ([, id]) => id !== undefined && (labels.has(id) || layout.hidesLabels),
  )
  const keptFields = Object.entries(mapping.fields).filter(
    ([name, field]) =>
      field !== undefined && fields.has(field.id) && !(isWritten(name) && partial.has(field.id)),
  )
  return {
    ...mapping,
    labels: Object.fromEntries(keptLabels),
    fields: Object.fromEntries(keptFields),
    statuses: mapping.statuses.filter(({ id }) => lists.has(id)),
  }
}

const idsOf = (there: readonly { readonly id: string }[]) => new Set(there.map(({ id }) => id))
