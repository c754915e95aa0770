import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { AppError } from '#model/error.ts'
import type { Db } from './database.ts'
import * as mainJob from './migrations/001-main-job.ts'
import * as threeTools from './migrations/002-three-tools.ts'
import * as judgement from './migrations/003-judgement.ts'
import * as adminApi from './migrations/004-admin-api.ts'
import * as policyLifeCycle from './migrations/005-policy-life-cycle.ts'
import * as answersAndBooks from './migrations/006-answers-and-books.ts'
import * as operations from './migrations/007-operations.ts'
import * as twins from './migrations/008-twins.ts'
import * as clientsAndBoards from './migrations/009-clients-and-boards.ts'
import * as requests from './migrations/010-requests.ts'
import * as terms from './migrations/011-terms.ts'
import * as weeklyReports from './migrations/012-weekly-reports.ts'
import * as hearing from './migrations/013-hearing.ts'
import * as fleetingLimits from './migrations/014-fleeting-limits.ts'
import * as pendingPairs from './migrations/015-pending-pairs.ts'
import * as whoseExamples from './migrations/016-whose-examples.ts'

/** In order, forward only. A published migration never changes. */
const migrations = {
  '001-main-job': mainJob,
  '002-three-tools': threeTools,
  '003-judgement': judgement,
  '004-admin-api': adminApi,
  '005-policy-life-cycle': policyLifeCycle,
  '006-answers-and-books': answersAndBooks,
  '007-operations': operations,
  '008-twins': twins,
  '009-clients-and-boards': clientsAndBoards,
  '010-requests': requests,
  '011-terms': terms,
  '012-weekly-reports': weeklyReports,
  '013-hearing': hearing,
  '014-fleeting-limits': fleetingLimits,
  '015-pending-pairs': pendingPairs,
  '016-whose-examples': whoseExamples,
}

/** Has the schema everything that this version needs? A newer one may have brought more. */
export async function isUpToDate(db: Db): Promise<boolean> {
  const { rows } = await sql<{ done: number }>`select count(*)::int as done from kysely_migration`.execute(db)
  return (rows[0]?.done ?? 0) >= Object.keys(migrations).length
}

/** The last migration that a store has had, by name; null where there is none. */
export async function schemaOf(db: Db): Promise<string | null> {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (rows[0]?.there !== true) return null
  const last = await sql<{
    name: string
  }>`select name from kysely_migration order by name desc limit 1`.execute(db)
  return last.rows[0]?.name ?? null
}

/** Is this a schema that this version knows how to make? */
export const knowsSchema = (name: string): boolean => Object.hasOwn(migrations, name)

/**
 * Bring the schema up to date. Safe when several instances start at once: Kysely holds an advisory lock.
 * @param upTo the last migration to run, for what has to be filled as it was; the store must not be further already
 * @throws AppError STORE_UNAVAILABLE
 */
export async function migrate<T>(db: Kysely<T>, upTo?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo)
  if (error === undefined) return
  const why = error instanceof Error ? error.message || error.name : String(error)
  throw new AppError('STORE_UNAVAILABLE', `the schema could not be brought up to date: ${why}`, {
    cause: error,
  })
}
