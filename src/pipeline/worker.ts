import type { JobResult, JobWithMetadata } from 'pg-boss'
import type { Logger } from 'pino'
import type { Attempt } from '#model/adapter.ts'
import { AppError, asAppError } from '#model/error.ts'
import { withRequestId } from '../request-id.ts'
import { namedIfAway } from '../store/away.ts'
import { newId } from '../store/id.ts'
import type { RequestStore } from '../store/requests.ts'
import type { TaskStore } from '../store/tasks.ts'
import type { Connections } from './connect.ts'
import { fateOf, longestJobMinutes, neverEnds } from './job-fate.ts'
import { hasRetry, isBuried } from './job-siblings.ts'
import { finishLeaving } from './leave-board.ts'
import { createLook, type LookDeps } from './look.ts'
import {
  type LeaveJob,
  type LookJob,
  leaveQueue,
  lookQueue,
  type Queue,
  type SweepJob,
  sweepQueue,
} from './queue.ts'
import type { SubscribeDeps } from './subscribe-board.ts'
import { sweep } from './sweep.ts'

export interface WorkerDeps extends SubscribeDeps, LookDeps {
  readonly queue: Queue
  readonly connections: Connections
  readonly tasks: TaskStore
  readonly requests: RequestStore
  readonly log: Logger
  readonly concurrency: number
}

/**
 * Take jobs from the queue. The only place that decides whether a failure is tried again: `never` goes to the dead
 * letter, `after` comes back in its time without costing an attempt, everything else backs off: while somebody is away
 * for a day, else a few times.
 */
export async function startWorker(deps: WorkerDeps): Promise<void> {
  const look = createLook(deps)
  const options = {
    includeMetadata: true,
    perJobResults: true,
    // Two, because pg-boss goes on at once only after a full batch of more than one.
    batchSize: 2,
    burstWhenBatchFull: true,
    localConcurrency: deps.concurrency,
    // One busy connection must leave room for the others.
    localGroupConcurrency: Math.ceil(deps.concurrency * 0.75),
    pollingIntervalSeconds: 1,
    notifyPollingIntervalSeconds: 1,
  } as const
  await deps.queue.boss.work<LookJob, unknown, typeof options>(lookQueue, options, (jobs) =>
    Promise.all(
      jobs.map((job) =>
        traced(job, () => settle(job, deps, (attempt) => look(job.data, attempt, job.priority))),
      ),
    ),
  )
  const sweepOptions = { ...options, localConcurrency: 1, localGroupConcurrency: 1 } as const
  await deps.queue.boss.work<SweepJob, unknown, typeof sweepOptions>(sweepQueue, sweepOptions, (jobs) =>
    Promise.all(
      jobs.map((job) => traced(job, () => settle(job, deps, (attempt) => sweep(job.data, deps, attempt)))),
    ),
  )
  await deps.queue.boss.work<LeaveJob, unknown, typeof sweepOptions>(leaveQueue, sweepOptions, (jobs) =>
    Promise.all(jobs.map((job) => settle(job, deps, (attempt) => finishLeaving(job.data, deps, attempt)))),
  )
}

/** What a job logs and queues bears the id of the request that asked for it, or else one of its own. */
const traced = <T>(job: JobWithMetadata<LookJob | SweepJob>, work: () => T): T =>
  withRequestId(job.data.requestId ?? newId('req'), work)

async function settle(
  job: JobWithMetadata<LookJob | SweepJob | LeaveJob>,
  deps: WorkerDeps,
  work: (attempt: Attempt) => Promise<void>,
): Promise<JobResult> {
  const attempt: Attempt = {
    signal: AbortSignal.any([job.signal, AbortSignal.timeout(longestJobMinutes * 60_000)]),
    reads: 0,
    writes: 0,
  }
  try {
    if (neverEnds(job)) throw new AppError('RUN_INTERRUPTED', 'begun again and again, and never ended')
    await work(attempt)
    return { id: job.id, status: 'completed' }
  } catch (cause) {
    const error = namedIfAway(asAppError(cause, 'the job could not be completed'))
    const { code, message, retry, retryAfterMs } = error
    // Not the message: it may hold a tool's words, and these a client's. The run and the dead letter have it.
    const facts = { code, retry, queue: job.name, data: job.data, attempt: job.retryCount + 1 }
    if (retry === 'after') {
      await comeBack(job, Math.ceil((retryAfterMs ?? 1000) / 1000), deps)
      deps.log.info(facts, 'job waits for the tool')
      return { id: job.id, status: 'completed' }
    }
    deps.log.warn({ ...facts, err: error }, 'job failed')
    const { boss } = deps.queue
    const isDead = fateOf(job, error) === 'dead'
    const isNeedless = isDead ? await isBuried(job, boss) : await hasRetry(job, boss)
    if (isNeedless) return { id: job.id, status: 'completed' }
    return { id: job.id, status: isDead ? 'deadletter' : 'failed', output: { code, message } }
  }
}

/** The tool has said when: queue the same job for then. A full sweep is never dropped for a partial one that waits. */
async function comeBack(
  job: JobWithMetadata<LookJob | SweepJob | LeaveJob>,
  delaySeconds: number,
  deps: WorkerDeps,
): Promise<void> {
  const options = {
    startAfter: delaySeconds,
    priority: job.priority,
    ...(job.singletonKey !== null && { singletonKey: job.singletonKey }),
    ...(job.groupId && { group: { id: job.groupId } }),
  }
  if ('full' in job.data && job.data.full) await deps.queue.boss.upsert(job.name, job.data, options)
  else await deps.queue.boss.send(job.name, job.data, options)
}
