import { isCountable } from '#model/countable.ts'
import type { Instant } from '#model/task.ts'

/** Stands for "no idea when", and sorts before everything that is known. */
export const unknownMoment: Instant = '1970-01-01T00:00:00.000Z'

/** A moment in ISO 8601 with any offset; null for none or for what is no moment. */
export const instantOf = (value: string | null | undefined): Instant | null =>
  instantAt(Date.parse(value ?? ''))

/** A moment by its Unix milliseconds; null for what is no moment, or one that nobody can count with. */
export function instantAt(milliseconds: number): Instant | null {
  const at = new Date(milliseconds)
  if (Number.isNaN(at.getTime())) return null
  const instant = at.toISOString()
  return isCountable(instant) ? instant : null
}
