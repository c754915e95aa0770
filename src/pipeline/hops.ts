import type { Instant } from '#model/task.ts'
import type { Twin } from '#model/twin.ts'
import { hourBefore } from '#policies/calendar.ts'

/**
 * Moves of one pair that may be carried over within an hour. A person does not move a request that often; two automations
 * that copy from each other do so without end (Jira stops them at ten as well).
 */
export const mostMoves = 10

/**
 * Edits that may, and comments: a client who writes at a page for an hour is seen at it about once a minute, and no two
 * people say more to each other under one card.
 */
const mostEdits = 60

/** What one change counts for. */
export const weights = { none: 0, edit: 1, comment: 1, move: mostEdits / mostMoves } as const

/** Count one more change that is carried over. */
export function hopped({ count, since }: Twin['hops'], weight: number, now: Instant): Twin['hops'] {
  return since < hourBefore(now) ? { count: weight, since: now } : { count: count + weight, since }
}

/** Has this pair been changed so often that something must be copying in circles? */
export function isLooping({ count, since }: Twin['hops'], now: Instant): boolean {
  return count >= mostEdits && since >= hourBefore(now)
}
