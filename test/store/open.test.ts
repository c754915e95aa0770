import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connectStore, openStore } from '../../src/store/open.ts'
import { openPglite } from '../../src/store/pglite.ts'
import { freePort } from '../support/free-port.ts'
import { freshPlace, storeKind } from '../support/stores.ts'

describe('a store', () => {
  it('keeps what was committed when it is opened again', async () => {
    const { config, remove } = await freshPlace()
    onTestFinished(remove)
    const first = await openStore(config)
    await first.db
      .insertInto('policies')
      .values({ id: 'p', version: 1, document: '{"a":[1]}', effective_at: moment, created_at: moment })
      .execute()
    await first.close()
    const second = await openStore(config)
    const rows = await second.db.selectFrom('policies').selectAll().execute()
    await second.close()
    expect(rows).toMatchObject([{ id: 'p', document: { a: [1] } }])
  })

  it('says at start that the secret key is another one', async () => {
    const { config, remove } = await freshPlace()
    onTestFinished(remove)
    await (await openStore(config)).close()
    const other = openStore({ ...config, CADRE_SECRET_KEY: randomBytes(32) })
    await expect(other).rejects.toMatchObject({
      code: 'SECRET_KEY_INVALID',
      message: expect.stringContaining('not the key'),
    })
  })
})

describe('a store on PostgreSQL', () => {
  it('that cannot be spoken with is said in one line, whoever opens it', async () => {
    const config = { DATA_DIR: '', CADRE_SECRET_KEY: randomBytes(32) }
    const unusable = (why: string) => ({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(`^the database at DATABASE_URL cannot be used: .*${why}`),
    })
    const notThere = { ...config, DATABASE_URL: `postgres://127.0.0.1:${await freePort()}/cadre` }
    const noAddress = { ...config, DATABASE_URL: 'postgres://127.0.0.1:port/cadre' }
    for (const open of [connectStore, openStore]) {
      await expect(open(notThere)).rejects.toMatchObject(unusable('ECONNREFUSED'))
      await expect(open(noAddress)).rejects.toMatchObject(unusable('Invalid URL'))
    }
  })
})

describe('the embedded store', () => {
  it('lets one process in, and says plainly who is in the way', async () => {
    const { config, remove } = await freshPlace('pglite')
    onTestFinished(remove)
    const store = await openStore(config)
    await expect(openStore(config)).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: expect.stringMatching(
        /another Cadre process .*stop it first, or give a second service its own/,
      ),
    })
    await store.close()
    await (await openStore(config)).close()
  })

  it('forces every commit to the disk', async () => {
    const { config, remove } = await freshPlace('pglite')
    onTestFinished(remove)
    const pglite = await openPglite(join(config.DATA_DIR, 'store'))
    const { stream_ops } = (pglite.Module as unknown as { NODEFS: { stream_ops: StreamOps } }).NODEFS
    const force = stream_ops.fsync
    let forced = 0
    stream_ops.fsync = (stream) => {
      forced += 1
      return force(stream)
    }
    await pglite.query('CREATE TABLE kept (n integer)')
    const before = forced
    for (let n = 0; n < 10; n += 1) await pglite.query('INSERT INTO kept VALUES ($1)', [n])
    await pglite.close()
    expect(forced - before).toBeGreaterThanOrEqual(10)
  })

  it('keeps its log small, however much is written', async () => {
    const { config, remove } = await freshPlace('pglite')
    onTestFinished(remove)
    const store = join(config.DATA_DIR, 'store')
    const pglite = await openPglite(store)
    for (let n = 0; n < 40; n += 1)
      await pglite.query("SELECT pg_logical_emit_message(false, 'x', repeat('y', 4000000))")
    const segments = readdirSync(join(store, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name))
    await pglite.close()
    expect(segments.length * 16).toBeLessThanOrEqual(80)
  })

  it('takes nothing while the disk is full, not even in a transaction, and goes on afterwards', async () => {
    const { config, remove } = await freshPlace('pglite')
    onTestFinished(remove)
    let isRoom = true
    const pglite = await openPglite(join(config.DATA_DIR, 'store'), () => isRoom)
    const db = new Kysely<never>({ dialect: new PGliteDialect({ pglite }) })
    await sql`CREATE TABLE kept (n integer)`.execute(db)
    const insert = (into: Kysely<never>) => sql`INSERT INTO kept VALUES (1)`.execute(into)
    isRoom = false
    const full = { code: 'STORE_UNAVAILABLE', message: expect.stringContaining('64 MB') }
    await expect(insert(db)).rejects.toMatchObject(full)
    await expect(db.transaction().execute(insert)).rejects.toMatchObject(full)
    isRoom = true
    await db.transaction().execute(insert)
    const { rows } = await sql`SELECT n FROM kept`.execute(db)
    await db.destroy()
    expect(rows).toEqual([{ n: 1 }])
  })

  it('makes a key that only its owner can read', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'cadre-key-'))
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
    const store = await openStore({
      DATABASE_URL: undefined,
      DATA_DIR: directory,
      CADRE_SECRET_KEY: undefined,
    })
    await store.close()
    expect(Buffer.from(readFileSync(join(directory, 'secret.key'), 'utf8'), 'base64')).toHaveLength(32)
  })
})

describe.runIf(storeKind === 'postgres')('several instances on one PostgreSQL', () => {
  it('can start together: one of them brings the schema up, the others wait', async () => {
    const { config, remove } = await freshPlace('postgres')
    onTestFinished(remove)
    const stores = await Promise.all([openStore(config), openStore(config), openStore(config)])
    const tables = await stores[0].db.introspection.getTables()
    for (const store of stores) await store.close()
    expect(tables.map(({ name }) => name)).toContain('deliveries')
  })
})

interface StreamOps {
  fsync(stream: { nfd: number }): number
}

const moment = '2026-11-23T21:00:00.000Z'
