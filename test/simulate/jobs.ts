import { keyOf, type LookJob, type Queue, type SweepJob } from '../../src/pipeline/queue.ts'

/** A job as it waits: a look at a task, or a sweep of a board. */
export interface Job {
  readonly key: string
  readonly work:
    | { readonly kind: 'look'; readonly ref: LookJob }
    | { readonly kind: 'sweep'; readonly sweep: SweepJob }
  /** How often it has failed. */
  readonly failures: number
  /** Did it end without being done, so that it waits for some time to pass? */
  readonly cameBack: boolean
  /** How many jobs had been asked for when it was taken in hand; 0 while it waits. */
  readonly takenAfter: number
}

/**
 * The queue as pg-boss keeps it under the policy `stately`: one job of a key waits and one is worked on at the most. It
 * outlives every process, and what is asked for in a transaction waits from its commit on.
 */
export interface Jobs {
  /** What a process asks through. */
  readonly queue: Pick<Queue, 'look' | 'sweep' | 'leave' | 'fates'>
  /**
   * A burst is about to arrive. Jobs that it asks for at once wait in its order: the product's own goes by ids, which the
   * tools choose anew each time.
   */
  arriving(bodies: readonly string[]): void
  /** A transaction is durable, and with it the jobs asked for in it. */
  committed(): void
  /** The process is dead: what it had not committed is gone, what it worked on waits again. */
  orphaned(): void
  readonly waiting: number
  /** Has everything that waits come back, so that only time can help? */
  readonly allCameBack: boolean
  /** Take one in hand; goes round where there are fewer. */
  take(pick: number): Job | null
  done(job: Job): void
  /** Wait again, without having cost anything. */
  again(job: Job): void
  failed(job: Job): void
  bury(job: Job): void
  /** Put dead jobs back. @returns how many */
  redrive(): number
  /** Keys of tasks that a look was asked for, and none has begun and ended since. */
  neglected(): string[]
  /** Was a look at this task ever asked for? */
  hasAsked(key: string): boolean
}

const fresh = { failures: 0, cameBack: false, takenAfter: 0 }

/** Notion's ids are written with dashes and without. */
const compact = (text: string) => text.replaceAll('-', '')

/** As `retryLimit` of `src/pipeline/queue.ts`. */
const retryLimit = 8

export function createJobs(): Jobs {
  const waiting = new Map<string, Job>()
  const active = new Map<string, Job>()
  const dead: Job[] = []
  const uncommitted: Job[] = []
  const asked = new Map<string, number>()
  const everAsked = new Set<string>()
  let count = 0
  let burst: readonly string[] = []

  const placeOf = ({ work }: Job) =>
    work.kind === 'look' ? burst.findIndex((body) => body.includes(compact(work.ref.taskId))) : -1

  function wait(job: Job): void {
    if (!waiting.has(job.key)) waiting.set(job.key, { ...job, takenAfter: 0 })
  }
  function ask(job: Job): void {
    count += 1
    asked.set(job.key, count)
    everAsked.add(job.key)
    wait(job)
  }
  /** A sweep that waits becomes full if it is to. */
  function waitForSweep(job: Job): void {
    const waits = waiting.get(job.key)
    if (waits !== undefined && job.work.kind === 'sweep' && job.work.sweep.full)
      waiting.set(job.key, { ...waits, work: job.work })
    else wait(job)
  }
  const end = (job: Job) => void active.delete(job.key)
  const bury = (job: Job) => {
    end(job)
    dead.push({ ...job, failures: 0, cameBack: false })
  }
  const failed = (job: Job) => {
    end(job)
    if (job.failures >= retryLimit) bury(job)
    else wait({ ...job, failures: job.failures + 1, cameBack: true })
  }

  return {
    queue: {
      async look(refs, { db }) {
        const jobs = refs.map((ref): Job => ({ key: keyOf(ref), work: { kind: 'look', ref }, ...fresh }))
        if (db === undefined) for (const job of jobs) ask(job)
        else uncommitted.push(...jobs)
      },
      async sweep(boards, { full, db }) {
        const jobs = boards.map(
          ({ id }): Job => ({
            key: `sweep/${id}`,
            work: { kind: 'sweep', sweep: { boardId: id, full } },
            ...fresh,
          }),
        )
        if (db !== undefined) uncommitted.push(...jobs)
        else for (const job of jobs) waitForSweep(job)
      },
      // No board is left here.
      leave: async () => undefined,
      // Every task can be read.
      fates: async () => new Map(),
    },
    arriving(bodies) {
      burst = bodies.map(compact)
    },
    committed() {
      for (const job of uncommitted.splice(0).toSorted((a, b) => placeOf(a) - placeOf(b)))
        if (job.work.kind === 'look') ask(job)
        else waitForSweep(job)
    },
    orphaned() {
      uncommitted.length = 0
      for (const job of [...active.values()]) failed(job)
    },
    get waiting() {
      return waiting.size
    },
    get allCameBack() {
      return [...waiting.values()].every(({ cameBack }) => cameBack)
    },
    take(pick) {
      const job = [...waiting.values()][pick % Math.max(1, waiting.size)]
      if (job === undefined) return null
      const taken = { ...job, takenAfter: count }
      waiting.delete(job.key)
      active.set(job.key, taken)
      return taken
    },
    done(job) {
      end(job)
      if ((asked.get(job.key) ?? 0) <= job.takenAfter) asked.delete(job.key)
    },
    again(job) {
      end(job)
      wait({ ...job, cameBack: true })
    },
    failed,
    bury,
    redrive() {
      const jobs = dead.splice(0)
      for (const job of jobs) wait(job)
      return jobs.length
    },
    neglected: () => [...asked.keys()],
    hasAsked: (key) => everAsked.has(key),
  }
}
