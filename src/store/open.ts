import { join } from 'node:path'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { fromPglite, type Db as QueueDb } from 'pg-boss'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { keyOfDirectory, lockDirectory } from './directory.ts'
import { checkKey } from './key-check.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { createSharedLimits } from './shared-limits.ts'
import { createVault, type Vault } from './vault.ts'

/** Where everything is kept, embedded or shared. The same SQL runs on both. */
export interface Store {
  readonly db: Kysely<Database>
  readonly vault: Vault
  /** How the queue reaches the same database: the embedded one is handed over, else it makes its own pool. */
  readonly queue:
    | { readonly kind: 'pglite'; readonly db: QueueDb }
    | { readonly kind: 'postgres'; readonly url: string }
  /** Limits shared with other instances; null where there can be none. */
  readonly sharedLimits: ReturnType<typeof createSharedLimits> | null
  close(): Promise<void>
}

/**
 * Open the store, bring its schema up to date, and make sure that the secret key fits.
 * @throws AppError STORE_LOCKED, STORE_UNAVAILABLE, SECRET_KEY_INVALID
 */
export async function openStore(
  config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR' | 'CADRE_SECRET_KEY'>,
): Promise<Store> {
  const store =
    config.DATABASE_URL === undefined
      ? await openEmbedded(config)
      : openShared(config.DATABASE_URL, config.CADRE_SECRET_KEY)
  try {
    await migrate(store.db)
    await checkKey(store.db, store.vault)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

async function openEmbedded(config: Pick<Config, 'DATA_DIR' | 'CADRE_SECRET_KEY'>): Promise<Store> {
  const lock = lockDirectory(config.DATA_DIR)
  try {
    const pglite = await openPglite(join(config.DATA_DIR, 'store'))
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
    return {
      db,
      vault: createVault(config.CADRE_SECRET_KEY ?? keyOfDirectory(config.DATA_DIR)),
      queue: { kind: 'pglite', db: fromPglite(pglite) },
      sharedLimits: null,
      async close() {
        await db.destroy()
        if (!pglite.closed) await pglite.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function openShared(url: string, key: Uint8Array | undefined): Store {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 })
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    vault: createVault(key ?? new Uint8Array()),
    queue: { kind: 'postgres', url },
    sharedLimits: createSharedLimits(pool),
    close: () => db.destroy(),
  }
}
