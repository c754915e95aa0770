import { type ConstructorOptions, PgBoss } from 'pg-boss'
import type { Store } from './open.ts'

/** How pg-boss reaches the store's own database. */
export const queueConnection = ({ queue }: Pick<Store, 'queue'>): ConstructorOptions =>
  queue.kind === 'pglite'
    ? { db: queue.db, backend: 'pglite' }
    : { connectionString: queue.url, backend: 'postgres', max: 6 }

/**
 * Make the queue's tables where they are missing, and leave them be where they are not.
 * @returns the version of their schema
 */
export async function makeQueueTables(store: Pick<Store, 'queue'>): Promise<number> {
  const boss = new PgBoss({ ...queueConnection(store), supervise: false, schedule: false })
  await boss.start()
  const version = await boss.schemaVersion()
  await boss.stop({ graceful: false, close: true })
  return version ?? 0
}
