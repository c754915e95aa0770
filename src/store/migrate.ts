import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { AppError } from '#model/error.ts'
import * as mainJob from './migrations/001-main-job.ts'

/** In order, forward only. A published migration never changes. */
const migrations = { '001-main-job': mainJob }

/**
 * Bring the schema up to date. Safe when several instances start at once: Kysely holds an advisory lock.
 * @throws AppError STORE_UNAVAILABLE
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined)
    throw new AppError('STORE_UNAVAILABLE', 'the schema could not be brought up to date', { cause: error })
}
