import type { Instant } from '#model/task.ts'

/** Stands for "no idea when", and sorts before everything that is known. */
export const unknownMoment: Instant = '1970-01-01T00:00:00.000Z'

/** A moment in ISO 8601 with any offset; null for none or for what is no moment. */
export function instantOf(value: string | null | undefined): Instant | null {
  const at = Date.parse(value ?? '')
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
