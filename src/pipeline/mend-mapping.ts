import type { BoardLayout } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'

/**
 * What of a mapping still holds after a person has taken something off the board. Labels are all forgotten: the next
 * plan that needs one has it adopted or made.
 */
export function mendMapping(mapping: Mapping, layout: Pick<BoardLayout, 'lists' | 'fields'>): Mapping {
  const lists = new Set(layout.lists.map(({ id }) => id))
  const fields = new Set(layout.fields.map(({ id }) => id))
  const kept = Object.entries(mapping.fields).filter(
    ([, field]) => field !== undefined && fields.has(field.id),
  )
  return {
    ...mapping,
    labels: {},
    fields: Object.fromEntries(kept),
    statuses: mapping.statuses.filter(({ id }) => lists.has(id)),
  }
}
