import { sql } from 'kysely'
import { fromKysely, PgBoss, type Queue as QueueOptions } from 'pg-boss'
import type { TaskRef } from '#model/task.ts'
import { currentRequestId } from '../request-id.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/open.ts'
import { queueConnection } from '../store/queue-tables.ts'

/** On whose behalf a job was queued: the first to ask, where several did. */
interface Asked {
  readonly requestId?: string | null
}

/** "Look at this task": identity, never news. */
export type LookJob = TaskRef & Asked

/** "Which tasks of this board have changed?" */
export interface SweepJob extends Asked {
  readonly boardId: string
  /** List all of the board, not only what changed: finds what was deleted unseen. */
  readonly full: boolean
}

/** "Is this board, which is being left, free of us?" */
export interface LeaveJob {
  readonly boardId: string
}

/** Of work that nobody waits for: what a person has just done is looked at first. */
export const bulkPriority = -1

export const lookQueue = 'look'
export const sweepQueue = 'sweep'
export const leaveQueue = 'leave'
export const deadQueue = 'dead'

/** How many jobs are queued with one query. */
const batch = 1000

/** Seconds without a sign of life after which another worker takes a job over. pg-boss allows no less than 10. */
const heartbeatSeconds = 15

export type Queue = Awaited<ReturnType<typeof startQueue>>

/**
 * The queue, in the store's own database. `stately` with the task as key: one job of a task is queued and one active
 * at the most, so a task is never worked on twice at once and a burst of webhooks becomes one look.
 * @param onError for faults in the queue's own upkeep, which it repeats by itself
 */
export async function startQueue(store: Store, onError: (error: Error) => void) {
  const boss = new PgBoss({
    ...queueConnection(store),
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    maintenanceIntervalSeconds: 300,
  })
  boss.on('error', onError)
  await boss.start()
  // A day of a tool that is down: seconds at first, then every five minutes. What has another cause the worker ends earlier.
  const retries = {
    retryLimit: 300,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    deadLetter: deadQueue,
  }
  const upkeep = { expireInSeconds: 300, heartbeatSeconds, deleteAfterSeconds: 300, notify: true }
  await ensureQueue(boss, deadQueue, 'standard', { retentionSeconds: 90 * 86_400 })
  for (const name of [lookQueue, sweepQueue, leaveQueue])
    await ensureQueue(boss, name, 'stately', { ...retries, ...upkeep })
  if (store.queue.kind === 'pglite') await resumeInterrupted(boss)

  return {
    boss,

    /**
     * Ask for a look at some tasks; one that is already queued is not queued again, but waits no longer with work that is
     * less urgent. They are queued in one order, whoever asks for them: two transactions with the same tasks wait for each
     * other, and never in a circle.
     */
    async look(
      refs: readonly LookJob[],
      { db, delaySeconds, priority = 0 }: { db?: Db; delaySeconds: number; priority?: number },
    ): Promise<void> {
      const jobs = refs.toSorted(byKey).map((ref) => ({
        data: { ...ref, requestId: ref.requestId ?? currentRequestId() } satisfies LookJob,
        singletonKey: keyOf(ref),
        startAfter: delaySeconds,
        priority,
        group: { id: ref.connectionId },
      }))
      for (let start = 0; start < jobs.length; start += batch) {
        const some = jobs.slice(start, start + batch)
        await boss.insert(lookQueue, some, db === undefined ? {} : { db: fromKysely(db) })
        if (priority > bulkPriority) await raise(db ?? store.db, some, priority)
      }
    },

    /** Ask for sweeps of boards; a board whose sweep is queued is not queued again, but that sweep becomes full if it is to. */
    async sweep(
      boards: readonly { readonly id: string; readonly connectionId: string }[],
      { full, db }: { readonly full: boolean; readonly db?: Db },
    ): Promise<void> {
      if (boards.length === 0) return
      const jobs = boards.map((board) => ({
        data: { boardId: board.id, full, requestId: currentRequestId() } satisfies SweepJob,
        singletonKey: board.id,
        group: { id: board.connectionId },
      }))
      const on = db === undefined ? {} : { db: fromKysely(db) }
      if (!full) return void (await boss.insert(sweepQueue, jobs, on))
      for (const { data, ...options } of jobs) await boss.upsert(sweepQueue, data, { ...options, ...on })
    },

    /** Ask whether a board can be forgotten by now; a board that is queued is not queued again. */
    async leave(board: { readonly id: string; readonly connectionId: string }): Promise<void> {
      const data = { boardId: board.id } satisfies LeaveJob
      await boss.insert(leaveQueue, [{ data, singletonKey: board.id, group: { id: board.connectionId } }])
    },

    /**
     * Is nothing queued, for now or later, and nothing in hand of anybody? The store is asked: a job that it has just handed
     * out may not have reached its worker yet.
     */
    async isIdle(): Promise<boolean> {
      const { rows } = await sql<{ isBusy: boolean }>`
        select exists (
          select from pgboss.job where name in (${lookQueue}, ${sweepQueue}, ${leaveQueue}) and state < 'completed'
        ) as "isBusy"`.execute(store.db)
      return rows[0]?.isBusy === false
    },

    /** Do workers take jobs, as far as this process can tell? Not while the store refuses to hand any out. */
    isWorking(): boolean {
      const workers = boss.getWipData().filter(({ state }) => state === 'active')
      return [lookQueue, sweepQueue].every((queue) =>
        workers.some(
          ({ name, lastErrorOn, lastFetchedOn }) =>
            name === queue && (lastErrorOn ?? 0) <= (lastFetchedOn ?? 0),
        ),
      )
    },

    /** What waits and what is in hand, on all instances, in one query: see `Vitals`. */
    async depth() {
      const { rows } = await sql<Depth>`
        select name, state, count(*)::int as count,
          coalesce(extract(epoch from now() - min(start_after) filter (where start_after <= now())), 0)::float8 as age
        from pgboss.job
        where name in (${lookQueue}, ${sweepQueue}, ${deadQueue}) and state < 'completed'
        group by name, state`.execute(store.db)
      const waiting = rows.filter(({ state }) => state !== 'active')
      return {
        jobs: rows.map(({ name: queue, state, count }) => ({ queue, state, count })),
        oldest: [lookQueue, sweepQueue, deadQueue].map((queue) => ({
          queue,
          seconds: Math.max(0, ...waiting.filter(({ name }) => name === queue).map(({ age }) => age)),
        })),
      }
    },

    /** Jobs that a repeat could not help, newest last. */
    async dead(limit: number) {
      const jobs = await boss.findJobs<LookJob | SweepJob | LeaveJob>(deadQueue, { queued: true, limit })
      return jobs.map((job) => ({
        id: job.id,
        queue: job.sourceName,
        data: job.data,
        since: job.createdOn,
        error: job.sourceOutput,
      }))
    },

    /** Of these tasks, those that a look is queued or under way for, and those whose look has failed for good. */
    async fates(refs: readonly TaskRef[]): Promise<Map<string, 'waiting' | 'dead'>> {
      if (refs.length === 0) return new Map()
      const keys = [...new Set(refs.map(keyOf))]
      const { rows } = await sql<{ key: string; name: string }>`
        select singleton_key as key, name from pgboss.job
          where name = ${lookQueue} and state < 'completed' and singleton_key in (${sql.join(keys)})
        union
        select concat(data->>'connectionId', '/', data->>'taskId') as key, name from pgboss.job
          where name = ${deadQueue} and state < 'active'
            and concat(data->>'connectionId', '/', data->>'taskId') in (${sql.join(keys)})
        order by name`.execute(store.db)
      // What waits comes last, and counts: it may still go well.
      return new Map(rows.map(({ key, name }) => [key, name === deadQueue ? 'dead' : 'waiting']))
    },

    /** Take no more jobs, and finish those in hand. What is asked for meanwhile is queued all the same. */
    rest: (): Promise<void> => boss.stop({ graceful: true, timeout: 15_000, close: false }),

    /** Finish the jobs in hand, then let go of the store. */
    stop: (): Promise<void> => boss.stop({ graceful: true, timeout: 15_000, close: true }),
  }
}

interface Depth {
  readonly name: string
  readonly state: string
  readonly count: number
  /** Seconds since the oldest of them was due. */
  readonly age: number
}

/** Jobs that were queued in bulk go with the others from now on. Locked in one order, as they are inserted. */
async function raise(
  db: Db,
  jobs: readonly { readonly singletonKey: string }[],
  priority: number,
): Promise<void> {
  const keys = jobs.map(({ singletonKey }) => singletonKey)
  await sql`
    update pgboss.job set priority = ${priority} where name = ${lookQueue} and id in (
      select id from pgboss.job
      where name = ${lookQueue} and state < 'active' and singleton_key in (${sql.join(keys)}) and priority < ${priority}
      order by singleton_key collate "C" for update)`.execute(db)
}

/** The key that a task has at most one queued and one active job for. */
export const keyOf = (ref: TaskRef) => `${ref.connectionId}/${ref.taskId}`

const byKey = (a: TaskRef, b: TaskRef) => (keyOf(a) < keyOf(b) ? -1 : 1)

/** Make a queue, or have one that was made with other options go by these. Its policy never changes. */
async function ensureQueue(
  boss: PgBoss,
  name: string,
  policy: NonNullable<QueueOptions['policy']>,
  options: Omit<QueueOptions, 'name' | 'policy' | 'partition'>,
): Promise<void> {
  await boss.createQueue(name, { policy, ...options })
  await boss.updateQueue(name, options)
}

/**
 * An embedded store has one process, so a job that is active at start belonged to one that died. Put it back at once
 * instead of waiting for its heartbeat to be missed. Where another about the same thing waits for its next attempt that is
 * enough, and there is no room for a second: it would be buried.
 */
async function resumeInterrupted(boss: PgBoss): Promise<void> {
  for (const queue of [lookQueue, sweepQueue, leaveQueue]) {
    const jobs = await boss.findJobs(queue, { limit: 100_000 })
    const retried = new Set(jobs.filter(({ state }) => state === 'retry').map((job) => job.singletonKey))
    const active = jobs.filter(({ state }) => state === 'active')
    const { needless = [], interrupted = [] } = Object.groupBy(active, ({ singletonKey }) =>
      singletonKey !== null && retried.has(singletonKey) ? 'needless' : 'interrupted',
    )
    const idsOf = (some: typeof active) => some.map(({ id }) => id)
    if (needless.length > 0) await boss.complete(queue, idsOf(needless))
    if (interrupted.length > 0) await boss.fail(queue, idsOf(interrupted))
  }
}
