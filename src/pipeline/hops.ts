import type { Instant } from '#model/task.ts'
import type { Twin } from '#model/twin.ts'
import { hourBefore } from '#policies/calendar.ts'

/**
 * Changes of one pair that may be carried over within an hour. A person does not move a request that often; two
 * automations that copy from each other do so without end (Jira stops them at ten as well).
 */
export const mostHops = 10

/** Count one more change that is carried over. */
export function hopped({ count, since }: Twin['hops'], now: Instant): Twin['hops'] {
  return since < hourBefore(now) ? { count: 1, since: now } : { count: count + 1, since }
}

/** Has this pair been moved so often that something must be copying in circles? */
export function isLooping({ count, since }: Twin['hops'], now: Instant): boolean {
  return count >= mostHops && since >= hourBefore(now)
}
