import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { Config } from '../../src/config.ts'
import { openStore, type Store } from '../../src/store/open.ts'

const { TEST_DATABASE_URL } = process.env

export type StoreKind = 'pglite' | 'postgres'

/** What tests run on: PostgreSQL when TEST_DATABASE_URL names a server, else the embedded store. */
export const storeKind: StoreKind = TEST_DATABASE_URL === undefined ? 'pglite' : 'postgres'

export type StoreConfig = Pick<Config, 'DATABASE_URL' | 'DATA_DIR' | 'CADRE_SECRET_KEY'>

/** A place for a store of one's own; `remove` it when its store is closed. */
export async function freshPlace(
  kind = storeKind,
): Promise<{ config: StoreConfig; remove(): Promise<void> }> {
  return kind === 'pglite' ? freshDirectory() : freshDatabase(TEST_DATABASE_URL ?? '')
}

/** An open store of one's own, with its schema. */
export async function freshStore(kind = storeKind): Promise<Store> {
  const { config, remove } = await freshPlace(kind)
  const store = await openStore(config)
  return {
    ...store,
    async close() {
      await store.close()
      await remove()
    },
  }
}

function freshDirectory(): { config: StoreConfig; remove(): Promise<void> } {
  const directory = mkdtempSync(join(tmpdir(), 'cadre-test-'))
  cpSync(inject('templateDirectory'), directory, { recursive: true })
  return {
    config: { DATABASE_URL: undefined, DATA_DIR: directory, CADRE_SECRET_KEY: undefined },
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  }
}

/** A database of one's own on a server, with a key of its own. */
export async function freshDatabase(
  serverUrl: string,
): Promise<{ config: StoreConfig; remove(): Promise<void> }> {
  const name = `cadre_test_${randomBytes(6).toString('hex')}`
  const url = new URL(serverUrl)
  await onServer(serverUrl, `CREATE DATABASE ${name}`)
  url.pathname = `/${name}`
  return {
    config: { DATABASE_URL: url.href, DATA_DIR: '', CADRE_SECRET_KEY: randomBytes(32) },
    remove: () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

/** One statement on a server, over a connection of its own. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
