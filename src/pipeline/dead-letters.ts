import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import type { Database } from '../store/database.ts'
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

export type DeadLetters = ReturnType<typeof createDeadLetters>

/** How many jobs the queue moves at once. */
const batch = 1000

/** Jobs that wait for a person: to mend the cause and send them through again, or to let them go. */
export function createDeadLetters(db: Kysely<Database>, boss: Pick<PgBoss, 'redrive' | 'deleteJob'>) {
  const rows = (where: RawBuilder<unknown>, limit: number) =>
    sql<DeadLetter>`
      select id, source_name as queue, data as job, source_output as error,
        to_char(created_on at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since
      from pgboss.job
      where name = ${deadQueue} and state < 'active' and ${where}
      order by created_on desc, id desc
      limit ${limit}`
      .execute(db)
      .then((result) => result.rows)

  /** @throws AppError NOT_FOUND */
  async function get(id: string): Promise<DeadLetter> {
    const [found] = await rows(sql`id = ${id}::uuid`, 1)
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

    /** Put them back where they came from; all of them, if none is named. @returns how many */
    async redrive(ids?: readonly string[]): Promise<number> {
      if (ids !== undefined) return boss.redrive(deadQueue, { ids: [...ids] })
      for (let moved = 0; ; ) {
        const now = await boss.redrive(deadQueue, { limit: batch })
        moved += now
        if (now < batch) return moved
      }
    },

    /**
     * Let one go for good.
     * @throws AppError NOT_FOUND
     */
    async discard(id: string): Promise<DeadLetter> {
      const letter = await get(id)
      await boss.deleteJob(deadQueue, id)
      return letter
    },
  }
}
