import type { JobResult, JobWithMetadata } from 'pg-boss'
import type { Logger } from 'pino'
import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import { AppError, isAppError } from '#model/error.ts'
import type { Run } from '#model/run.ts'
import { hourBefore } from '#policies/calendar.ts'
import type { Clock } from '../clock.ts'
import { currentRequestId, withRequestId } from '../request-id.ts'
import type { ClientStore } from '../store/clients.ts'
import type { DeliveryStore } from '../store/deliveries.ts'
import type { ExampleStore } from '../store/examples.ts'
import { newId } from '../store/id.ts'
import type { RunStore } from '../store/runs.ts'
import type { TaskStore } from '../store/tasks.ts'
import type { TwinStore } from '../store/twins.ts'
import type { ClientPolicies } from './client-policy.ts'
import type { Connections } from './connect.ts'
import type { createContext } from './context.ts'
import { hear } from './hear.ts'
import { createLearn } from './learn.ts'
import { finishLeaving } from './leave-board.ts'
import { createListen, type ListenDeps } from './listen.ts'
import { mendMapping } from './mend-mapping.ts'
import { createMirror } from './mirror.ts'
import { lacksLabels, provision } from './provision.ts'
import {
  type LeaveJob,
  type LookJob,
  leaveQueue,
  lookQueue,
  type Queue,
  type SweepJob,
  sweepQueue,
} from './queue.ts'
import { reconcile } from './reconcile.ts'
import { beginPass, type Pass } from './record.ts'
import type { SubscribeDeps } from './subscribe-board.ts'
import { sweep } from './sweep.ts'

export interface WorkerDeps extends SubscribeDeps, ListenDeps {
  readonly queue: Queue
  readonly connections: Connections
  readonly tasks: TaskStore
  readonly runs: RunStore
  readonly deliveries: DeliveryStore
  readonly twins: TwinStore
  readonly clients: ClientStore
  readonly clientPolicies: ClientPolicies
  readonly examples: ExampleStore
  readonly contextOf: ReturnType<typeof createContext>
  readonly now: Clock
  readonly log: Logger
  readonly concurrency: number
  readonly onRun: (run: Run) => void
}

/** Milliseconds after which a job is given up and tried again. */
const jobTimeoutMs = 120_000

/**
 * Take jobs from the queue. The only place that decides whether a failure is tried again: `never` goes to the dead
 * letter, `after` comes back in its time without costing an attempt, everything else backs off.
 */
export async function startWorker(deps: WorkerDeps): Promise<void> {
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
      jobs.map((job) => traced(job, () => settle(job, deps, (attempt) => look(job.data, deps, attempt)))),
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

async function look(ref: LookJob, deps: WorkerDeps, attempt: Attempt): Promise<void> {
  // A twin is looked at together with its request, by the one job that the request has.
  const request = await deps.twins.requestOf(ref)
  if (request !== null) return deps.queue.look([request], { delaySeconds: 0 })
  const { adapter, connection } = await deps.connections.get(ref.connectionId)
  const listen = createListen(deps)
  const mirror = createMirror({ ...deps, writtenWithinTheHour, listen })
  let pass: Pass | null = null
  try {
    const run = await reconcile(
      ref,
      {
        adapter,
        begin: (task, spent) => {
          pass = beginPass(task, spent, { ...deps, requestId: currentRequestId() })
          return pass
        },
        contextOf: (observed) =>
          deps.contextOf(observed, {
            userId: connection.userId,
            eventsShowDue: adapter.capabilities.eventsShowDue,
          }),
        learn: createLearn(deps),
        writtenWithinTheHour,
        listen: (found) => hear(found, { adapter, connection }, listen, deps, attempt),
        mirror: (found) => mirror.carry(found, attempt),
        letGo: async (run) => {
          if (run !== null) await mirror.letGo(run.taskId, attempt)
          return run
        },
        provisioned: async ({ board, policy }, operations, spent) =>
          lacksLabels(board.mapping, operations)
            ? (await provision(board, policy, { adapter, boards: deps.boards }, spent)).mapping
            : board.mapping,
      },
      attempt,
    )
    if (run !== null) deps.onRun(run)
    if (run?.state === 'gone') await leaveLater(run.boardId, deps)
  } catch (cause) {
    const error = asAppError(cause)
    const run = await recordFailure(pass, error, deps)
    if (run !== null && error.code === 'TOOL_MAPPING_STALE') await mend(run.boardId, adapter, deps, attempt)
    throw error
  }

  function writtenWithinTheHour(board: Board): Promise<number> {
    const hourAgo = hourBefore(deps.now())
    const since = board.releasedAt !== null && board.releasedAt > hourAgo ? board.releasedAt : hourAgo
    return deps.runs.tasksWrittenSince(board.id, since)
  }
}

/** The last task of a board that is being left may be gone now. */
async function leaveLater(boardId: string, deps: WorkerDeps): Promise<void> {
  const board = await deps.boards.find(boardId)
  if (board !== null && board.leavingSince !== null) await deps.queue.leave(board)
}

/** A failure is kept with the task, so that a person finds it there; of a task not yet seen the queue's own record tells. */
async function recordFailure(pass: Pass | null, error: AppError, deps: WorkerDeps): Promise<Run | null> {
  const run = (await pass?.failed(error)) ?? null
  if (run !== null) deps.onRun(run)
  return run
}

/** Something that is mapped is gone from the board: the next attempt goes by what is there. */
async function mend(boardId: string, adapter: Adapter, deps: WorkerDeps, attempt: Attempt): Promise<void> {
  const { mapping, containerId } = await deps.boards.get(boardId)
  const layout = await adapter.layout(containerId, attempt)
  await deps.boards.update(boardId, { mapping: mendMapping(mapping, layout) })
}

async function settle(
  job: JobWithMetadata<LookJob | SweepJob | LeaveJob>,
  deps: WorkerDeps,
  work: (attempt: Attempt) => Promise<void>,
): Promise<JobResult> {
  const attempt: Attempt = {
    signal: AbortSignal.any([job.signal, AbortSignal.timeout(jobTimeoutMs)]),
    reads: 0,
    writes: 0,
  }
  try {
    await work(attempt)
    return { id: job.id, status: 'completed' }
  } catch (cause) {
    const error = asAppError(cause)
    const { code, message, retry, retryAfterMs } = error
    // Not the message: it may hold a tool's words, and these a client's. The run and the dead letter have it.
    const facts = { code, retry, queue: job.name, data: job.data, attempt: job.retryCount + 1 }
    if (retry === 'after') {
      await comeBack(job, Math.ceil((retryAfterMs ?? 1000) / 1000), deps)
      deps.log.info(facts, 'job waits for the tool')
      return { id: job.id, status: 'completed' }
    }
    deps.log.warn({ ...facts, err: error }, 'job failed')
    return { id: job.id, status: retry === 'never' ? 'deadletter' : 'failed', output: { code, message } }
  }
}

/** The tool has said when: queue the same job for then. */
async function comeBack(
  job: JobWithMetadata<LookJob | SweepJob | LeaveJob>,
  delaySeconds: number,
  deps: WorkerDeps,
): Promise<void> {
  const options = {
    startAfter: delaySeconds,
    ...(job.singletonKey !== null && { singletonKey: job.singletonKey }),
  }
  await deps.queue.boss.send(job.name, job.data, {
    ...options,
    ...(job.groupId && { group: { id: job.groupId } }),
  })
}

const asAppError = (cause: unknown): AppError =>
  isAppError(cause) ? cause : new AppError('INTERNAL', 'the job could not be completed', { cause })
