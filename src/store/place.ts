import type { Instant } from '#model/task.ts'

/** A place in a list that is ordered by time, then id, newest first: what comes after it is older. */
export interface Place {
  readonly at: Instant
  readonly id: string
}
