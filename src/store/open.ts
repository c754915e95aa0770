import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { fromPglite, type Db as QueueDb } from 'pg-boss'
import { AppError } from '#model/error.ts'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { keyOfDirectory, lockDirectory } from './directory.ts'
import { checkKey } from './key-check.ts'
import { migrate } from './migrate.ts'
import { expectNotMoved } from './moved-mark.ts'
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

/** What says where everything is kept, and which key seals its secrets. */
export type StoreConfig = Pick<Config, 'DATABASE_URL' | 'DATA_DIR' | 'CADRE_SECRET_KEY'>

/** The embedded database's own directory inside of DATA_DIR. */
export const embeddedStore = (directory: string) => join(directory, 'store')

/**
 * For whoever wants a store that is there already: to open a directory makes one in it.
 * @throws AppError NOT_FOUND
 */
export function expectStore({ DATABASE_URL, DATA_DIR }: StoreConfig): void {
  if (DATABASE_URL !== undefined || existsSync(embeddedStore(DATA_DIR))) return
  const message = `there is no store in ${DATA_DIR}: is DATA_DIR right? The first start of the service makes one`
  throw new AppError('NOT_FOUND', message)
}

/**
 * Open the store, bring its schema up to date, and make sure that the secret key fits.
 * @throws AppError STORE_MOVED, STORE_LOCKED, STORE_DAMAGED, STORE_UNAVAILABLE, SECRET_KEY_INVALID
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  if (config.DATABASE_URL === undefined) expectNotMoved(embeddedStore(config.DATA_DIR))
  const store = await connectStore(config)
  try {
    await migrate(store.db)
    await checkKey(store.db, store.vault)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/**
 * Open the store as it is: its schema stays what it was. Also one that was moved: what it held can be saved.
 * @throws AppError STORE_LOCKED, STORE_DAMAGED, STORE_UNAVAILABLE, SECRET_KEY_INVALID
 */
export async function connectStore(config: StoreConfig): Promise<Store> {
  return config.DATABASE_URL === undefined
    ? await openEmbedded(config)
    : await openShared(config.DATABASE_URL, config.CADRE_SECRET_KEY)
}

async function openEmbedded({ DATA_DIR, CADRE_SECRET_KEY }: StoreConfig): Promise<Store> {
  const lock = lockDirectory(DATA_DIR)
  try {
    const directory = embeddedStore(DATA_DIR)
    const key = CADRE_SECRET_KEY ?? keyOfDirectory(DATA_DIR, { mayMake: !existsSync(directory) })
    const store = await openEmbeddedAt(directory, key)
    return {
      ...store,
      async close() {
        await store.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The embedded database in a directory that this process holds. @throws AppError STORE_DAMAGED */
export async function openEmbeddedAt(directory: string, key: Uint8Array): Promise<Store> {
  const pglite = await openPglite(directory)
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
  return {
    db,
    vault: createVault(key),
    queue: { kind: 'pglite', db: fromPglite(pglite) },
    sharedLimits: null,
    async close() {
      await db.destroy()
      if (!pglite.closed) await pglite.close()
    },
  }
}

/** @throws AppError STORE_UNAVAILABLE when there is no speaking with that database */
async function openShared(url: string, key: Uint8Array | undefined): Promise<Store> {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 })
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // So would one that is lost between two statements of a transaction; the next statement says so.
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await pool.query('SELECT')
  } catch (cause) {
    await pool.end()
    throw unusable(cause)
  }
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    vault: createVault(key ?? new Uint8Array()),
    queue: { kind: 'postgres', url },
    sharedLimits: createSharedLimits(pool),
    close: () => db.destroy(),
  }
}

function unusable(cause: unknown): AppError {
  const { message, code } = cause as NodeJS.ErrnoException
  // Where a host has several addresses, Node's error may have a code but no message.
  const why = message || code
  return new AppError('STORE_UNAVAILABLE', `the database at DATABASE_URL cannot be used: ${why}`, { cause })
}
