import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { deadQueue, type LeaveJob, type LookJob, type SweepJob } from './queue.ts'

type Failed = Pick<JobWithMetadata<LookJob | SweepJob | LeaveJob>, 'name' | 'singletonKey' | 'data'>

/** Does another job about the same thing wait for its next attempt? There is room for one: a second would be buried. */
export async function hasRetry(
  { name, singletonKey: key }: Failed,
  boss: Pick<PgBoss, 'findJobs'>,
): Promise<boolean> {
  const jobs = key === null ? [] : await boss.findJobs(name, { key, queued: true })
  return jobs.some(({ state }) => state === 'retry')
}

/** Is there a dead letter about the same thing? It tells a person as much as one from each attempt of two days would. */
export async function isBuried({ name, data }: Failed, boss: Pick<PgBoss, 'findJobs'>): Promise<boolean> {
  const { requestId: _, ...same } = { requestId: null, ...data }
  const dead = await boss.findJobs(deadQueue, { data: same, queued: true })
  return dead.some(({ sourceName }) => sourceName === name)
}
