import type { BoardLayout } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'

/**
 * What of a mapping still holds after a person has taken something off the board. A plan that needs a label which is gone
 * has it adopted or made; one that is still there stays known, or a task that shows it would seem to have lost it to a
 * person's hand.
 */
export function mendMapping(
  mapping: Mapping,
  layout: Pick<BoardLayout, 'lists' | 'fields' | 'labels'>,
): Mapping {
  const labels = idsOf(layout.labels)
  const lists = idsOf(layout.lists)
  const fields = idsOf(layout.fields)
  const keptLabels = Object.entries(mapping.labels).filter(([, id]) => id !== undefined && labels.has(id))
  const keptFields = Object.entries(mapping.fields).filter(
    ([, field]) => field !== undefined && fields.has(field.id),
  )
  return {
    ...mapping,
    labels: Object.fromEntries(keptLabels),
    fields: Object.fromEntries(keptFields),
    statuses: mapping.statuses.filter(({ id }) => lists.has(id)),
  }
}

const idsOf = (there: readonly { readonly id: string }[]) => new Set(there.map(({ id }) => id))
