import type { Instant } from '#model/task.ts'
import { daysBefore } from '#policies/calendar.ts'
import type { Clock } from '../clock.ts'
import type { Perished, RetentionStore } from '../store/retention.ts'

export interface RetentionDeps {
  readonly retention: RetentionStore
  readonly retentionDays: number
  readonly now: Clock
}

/** What is older than the days that records are kept for. */
export interface Expired extends Perished {
  readonly before: Instant
}

/** What `removeExpired` would remove now. */
export async function countExpired({ retention, retentionDays, now }: RetentionDeps): Promise<Expired> {
  const before = daysBefore(now(), retentionDays)
  return { before, ...(await retention.count(before)) }
}

/** Remove what has been kept for long enough. Runs every night, and when somebody asks. */
export async function removeExpired({ retention, retentionDays, now }: RetentionDeps): Promise<Expired> {
  const before = daysBefore(now(), retentionDays)
  return { before, ...(await retention.remove(before)) }
}
