import { type Kysely, type RawBuilder, sql } from 'kysely'
import { fromKysely, type PgBoss } from 'pg-boss'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import type { Database, Db } from '../store/database.ts'
import { deadQueue, type LookJob, type SweepJob } from './queue.ts'

/** A job that a repeat could not help, or that has failed too often. */
export interface DeadLetter {
  readonly id: string
  /** The queue it comes from and would go back to. */
  readonly queue: string | null
  readonly job: LookJob | SweepJob
  /** To the microsecond, as the queue keeps it. */
  readonly since: Instant
  readonly error: unknown
}

/** Which dead letters: those with these ids, or those of one account's tasks or of one board. */
export interface Which {
  readonly ids?: readonly string[] | undefined
  readonly of?: Pick<LookJob, 'connectionId'> | Pick<SweepJob, 'boardId'> | undefined
}

export type DeadLetters = ReturnType<typeof createDeadLetters>

/** How many jobs the queue moves at once. */
const batch = 1000

/**
 * Jobs that wait for a person: to mend the cause and send them through again, or to let them go. Both are done in the
 * caller's transaction, with what the audit log says of them.
 */
export function createDeadLetters(db: Kysely<Database>, boss: Pick<PgBoss, 'redrive' | 'deleteJob'>) {
  const rows = (where: RawBuilder<unknown>, limit: number, on: Db = db) =>
    sql<DeadLetter>`
      select id, source_name as queue, data as job, source_output as error,
        to_char(created_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since
      from pgboss.job
      where name = ${deadQueue} and state < 'active' and ${where}
      order by created_on desc, id desc
      limit ${limit}`
      .execute(on)
      .then((result) => result.rows)

  async function count({ ids, of }: Which, on: Db): Promise<number> {
    const { rows: found } = await sql<{ count: number }>`
      select count(*)::int as count from pgboss.job
      where name = ${deadQueue} and state < 'active' and data @> ${JSON.stringify(of ?? {})}::jsonb
        and ${ids === undefined ? sql`true` : sql`id = any(${[...ids]}::uuid[])`}`.execute(on)
    return found[0]?.count ?? 0
  }

  /** @throws AppError NOT_FOUND */
  async function get(id: string, on: Db = db): Promise<DeadLetter> {
    const [found] = await rows(sql`id = ${id}::uuid`, 1, on)
    if (found === undefined) throw new AppError('NOT_FOUND', `there is no dead letter ${id}`)
    return found
  }

  return {
    get,

    /** Newest first. */
    page: (limit: number, after: { at: Instant; id: string } | null): Promise<DeadLetter[]> =>
      rows(
        after === null ? sql`true` : sql`(created_on, id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
        limit,
      ),

    /**
     * Put some back where they came from; all of them, if nothing tells which. Several of one task or board are one job
     * again, and so is one whose task or board is queued already.
     * @returns how many jobs they are now
     */
    async redrive(which: Which, trx: Db): Promise<number> {
      const filter = which.ids === undefined ? { data: which.of ?? {} } : { ids: [...which.ids] }
      const options = { ...filter, limit: batch, db: fromKysely(trx) }
      let moved = 0
      // A batch of many that were one may move few, and yet be whole.
      for (let waiting = await count(which, trx), before = waiting + 1; 0 < waiting && waiting < before; ) {
        moved += await boss.redrive(deadQueue, options)
        before = waiting
        waiting = await count(which, trx)
      }
      return moved
    },

    /**
     * Let one go for good.
     * @throws AppError NOT_FOUND
     */
    async discard(id: string, trx: Db): Promise<DeadLetter> {
      const letter = await get(id, trx)
      await boss.deleteJob(deadQueue, id, { db: fromKysely(trx) })
      return letter
    },
  }
}
