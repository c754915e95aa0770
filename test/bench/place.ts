import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Config } from '../../src/config.ts'
import type { Scale, StoreKind } from './part.ts'

/** Where a store is to be, as the configuration has it. */
export type Place = Pick<Config, 'DATABASE_URL' | 'DATA_DIR' | 'CADRE_SECRET_KEY'>

/** Do something with a place for a store, which is removed afterwards. */
export async function onFreshPlace<T>(
  kind: StoreKind,
  { serverUrl }: Scale,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  if (kind === 'pglite') return onFreshDirectory(work)
  return onFreshDatabase(serverUrl ?? '', (DATABASE_URL) =>
    work({ DATABASE_URL, DATA_DIR: '', CADRE_SECRET_KEY: randomBytes(32) }),
  )
}

async function onFreshDirectory<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'cadre-bench-'))
  try {
    return await work({ DATABASE_URL: undefined, DATA_DIR: directory, CADRE_SECRET_KEY: undefined })
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Do something with a database of its own on a server. */
export async function onFreshDatabase<T>(serverUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `cadre_bench_${randomBytes(6).toString('hex')}`
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name}`)
    const url = new URL(serverUrl)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.end()
  }
}
