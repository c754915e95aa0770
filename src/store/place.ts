import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#model/task.ts'

/** A place in a list that is ordered by time, then id, newest first: what comes after it is older. */
export interface Place {
  readonly at: Instant
  readonly id: string
}

/**
 * The rows that come after a place; all of them where there is none.
 * @param at and `id`: the columns that the list is ordered by
 */
export function older(place: Place | null, at: string, id: string): RawBuilder<boolean> {
  if (place === null) return sql`true`
  return sql`(${sql.ref(at)}, ${sql.ref(id)}) < (${new Date(place.at)}, ${place.id})`
}
