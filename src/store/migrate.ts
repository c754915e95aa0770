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
}

/** Has the schema everything that this version needs? A newer one may have brought more. */
export async function isUpToDate(db: Db): Promise<boolean> {
  const { rows } = await sql<{ done: number }>`select count(*)::int as done from kysely_migration`.execute(db)
  return (rows[0]?.done ?? 0) >= Object.keys(migrations).length
}

/**
 * Bring the schema up to date. Safe when several instances start at once: Kysely holds an advisory lock.
 * @throws AppError STORE_UNAVAILABLE
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  const why = error instanceof Error ? error.message || error.name : String(error)
  throw new AppError('STORE_UNAVAILABLE', `the schema could not be brought up to date: ${why}`, {
    cause: error,
  })
}
