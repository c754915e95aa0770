import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deadQueue, startQueue } from '../../src/pipeline/queue.ts'
import { backUpStore, moveStore } from '../../src/store/back-up.ts'
import { copyOut } from '../../src/store/copy-out.ts'
import { checkKey } from '../../src/store/key-check.ts'
import { isUpToDate, migrate } from '../../src/store/migrate.ts'
import { connectStore, openStore, type Store, type StoreConfig } from '../../src/store/open.ts'
import { restoreStore } from '../../src/store/restore.ts'
import { eventually } from '../support/eventually.ts'
import { freshPlace, type StoreKind, storeKind } from '../support/stores.ts'

const now = '2026-11-27T09:30:00.000Z'
let directory: string
const undo: (() => Promise<unknown>)[] = []
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cadre-backup-'))
})
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
  rmSync(directory, { recursive: true, force: true })
})

/** A store that has something of everything that is hard to copy. */
async function filled(kind: StoreKind): Promise<StoreConfig> {
  const { config, remove } = await freshPlace(kind)
  undo.push(remove)
  await withStore(config, async (store) => {
    const { db } = store
    const queue = await startQueue(store, fail)
    const ref = { tool: 'trello', connectionId: 'con_1', taskId: 'card' } as const
    await queue.look([ref], { delaySeconds: 0 })
    await queue.look([{ ...ref, taskId: 'later' }], { delaySeconds: 3600 })
    await queue.boss.send(deadQueue, { ...ref, taskId: 'poison' })
    await queue.stop()
    await sql`INSERT INTO connections (id, tool, name, user_id, credentials, updates, created_at)
      VALUES ('con_1', 'trello', ${odd}, 'u', ${store.vault.seal('token', 'credentials')}, 'webhook', ${now}::timestamptz)`.execute(
      db,
    )
    await sql`INSERT INTO audit (id, at, actor_id, actor_name, action, subject, before, after, request_id) VALUES
      ('a1', '2026-11-27T09:30:00.123456Z'::timestamptz, 'x', 'x', 'x', 'x', 'null'::jsonb, NULL, 'r'),
      ('a2', now(), 'x', 'x', 'x', 'x', NULL, '{"n": 12345678901234567890.10}'::jsonb, 'r')`.execute(db)
    await sql`INSERT INTO deliveries (connection_id, key, event, task_id, occurred_at, received_at, shows_due, evidence)
      SELECT 'con_1', n::text, 'e', 'card', now(), now(), false, '{}' FROM generate_series(1, 450) n`.execute(
      db,
    )
    await sql`DELETE FROM deliveries WHERE key = '450'`.execute(db)
  })
  return config
}

const odd = 'l\u2028 é "quoted" \\back\\ \n\t 👩‍💻 \u0001 {a,b} NULL'
const fail = (error: Error) => {
  throw error
}

async function withStore<T>(config: StoreConfig, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(config)
  return work(store).finally(() => store.close())
}

/** All that a store holds, in an order of its own. */
async function everythingIn(config: StoreConfig): Promise<string[]> {
  const store = await connectStore(config)
  const read = async (lines: AsyncIterable<string>) => {
    const all: string[] = []
    for await (const line of lines) all.push(line)
    return all.toSorted()
  }
  return copyOut(store, now, read).finally(() => store.close())
}

/** An empty place whose key is the one of another store. */
async function emptyPlace(kind: StoreKind, like: StoreConfig): Promise<StoreConfig> {
  const { config, remove } = await freshPlace(kind)
  undo.push(remove)
  if (kind === 'pglite') rmSync(config.DATA_DIR, { recursive: true })
  return { ...config, CADRE_SECRET_KEY: like.CADRE_SECRET_KEY ?? keyIn(like.DATA_DIR) }
}

const keyIn = (place: string) => Buffer.from(readFileSync(join(place, 'secret.key'), 'utf8'), 'base64')

const ways: readonly (readonly [StoreKind, StoreKind])[] =
  storeKind === 'pglite'
    ? [['pglite', 'pglite']]
    : [
        ['postgres', 'postgres'],
        ['pglite', 'postgres'],
        ['postgres', 'pglite'],
      ]

describe.each(ways)('a backup of %s, brought back on %s', (from, to) => {
  it('is the same to the last row, job and counter', async () => {
    const source = await filled(from)
    const file = join(directory, 'cadre.backup')
    const saved = await backUpStore(file, source, now)
    expect(saved.rows).toBeGreaterThan(450)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(directory)).toEqual(['cadre.backup'])

    const target = await emptyPlace(to, source)
    expect(await restoreStore(file, target)).toEqual(saved)
    expect(await everythingIn(target)).toEqual(await everythingIn(source))
    await withStore(target, async ({ db, vault }) => {
      const { credentials, name } = await db.selectFrom('connections').selectAll().executeTakeFirstOrThrow()
      expect([vault.open(credentials, 'credentials'), name]).toEqual(['token', odd])
      const { rows } = await sql<{ id: string }>`
        INSERT INTO deliveries (connection_id, key, event, task_id, occurred_at, received_at, shows_due, evidence)
        VALUES ('con_1', 'next', 'e', 'card', now(), now(), false, '{}') RETURNING id`.execute(db)
      expect(rows).toEqual([{ id: '451' }])
      const orphan = sql`UPDATE deliveries SET connection_id = 'nobody' WHERE key = 'next'`.execute(db)
      await expect(orphan).rejects.toMatchObject({ code: '23503' })
    })
    await expect(restoreStore(file, target)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('a backup', () => {
  it('is refused when anything of it is cut off or changed, and leaves nothing behind', async () => {
    const source = await filled('pglite')
    const file = join(directory, 'cadre.backup')
    await backUpStore(file, source, now)
    const target = await emptyPlace('pglite', source)
    const text = gunzipSync(readFileSync(file)).toString()
    const bytes = readFileSync(file)
    const lines = text.trimEnd().split('\n')
    const spoilt: Record<string, Buffer> = {
      'cut in the middle': bytes.subarray(0, bytes.length >> 1),
      'one bit turned': Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))),
      'without its last line': gzipSync(`${lines.slice(0, -1).join('\n')}\n`),
      'with another name in a row': gzipSync(text.replace('con_1', 'con_2')),
      'without one row': gzipSync(text.replace(/\n\["a1".*/, '')),
      'of a newer version': gzipSync(text.replace(/"schema":"\d+/, '"schema":"999')),
      'no backup': Buffer.from('hello'),
      empty: Buffer.alloc(0),
    }
    for (const [what, content] of Object.entries(spoilt)) {
      writeFileSync(file, content)
      await expect(restoreStore(file, target), what).rejects.toMatchObject({ code: 'BACKUP_INVALID' })
      expect(existsSync(join(target.DATA_DIR, 'store')), what).toBe(false)
    }
    await expect(restoreStore(join(directory, 'nothing'), target)).rejects.toMatchObject({
      code: 'BACKUP_INVALID',
    })
  })

  it('of an older schema is brought back as it was, and up to date by the next start', async () => {
    const { config: source, remove } = await freshPlace('pglite')
    undo.push(remove)
    rmSync(join(source.DATA_DIR, 'store'), { recursive: true })
    const old = await connectStore(source)
    await migrate(old.db, '009-clients-and-boards')
    await checkKey(old.db, old.vault)
    await old.close()
    const file = join(directory, 'cadre.backup')
    await backUpStore(file, source, now)
    const target = await emptyPlace('pglite', source)
    await restoreStore(file, target)
    expect(await everythingIn(target)).toEqual(await everythingIn(source))
    expect(await withStore(target, ({ db }) => isUpToDate(db))).toBe(true)
  })

  it('cannot be brought back without the key, or with another one', async () => {
    const source = await filled('pglite')
    const file = join(directory, 'cadre.backup')
    await backUpStore(file, source, now)
    const target = await emptyPlace('pglite', source)
    const without = restoreStore(file, { ...target, CADRE_SECRET_KEY: undefined })
    await expect(without).rejects.toMatchObject({
      code: 'SECRET_KEY_INVALID',
      message: expect.stringContaining('secret.key'),
    })
    await expect(restoreStore(file, { ...target, CADRE_SECRET_KEY: randomBytes(32) })).rejects.toMatchObject({
      code: 'SECRET_KEY_INVALID',
      message: expect.stringContaining('or else secret.key in DATA_DIR'),
    })
    expect(gunzipSync(readFileSync(file)).toString()).not.toContain(keyIn(source.DATA_DIR).toString('base64'))
    expect(readdirSync(target.DATA_DIR)).toEqual(['cadre.lock'])
  })

  it('never takes the place of another file, and is of a store that is there', async () => {
    const source = await filled('pglite')
    const file = join(directory, 'mine')
    writeFileSync(file, 'precious')
    await expect(backUpStore(file, source, now)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(readFileSync(file, 'utf8')).toBe('precious')
    const nowhere = { ...source, DATA_DIR: join(directory, 'typo') }
    await expect(backUpStore(join(directory, 'b'), nowhere, now)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(backUpStore(join(directory, 'no', 'b'), source, now)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('no such file'),
    })
    expect(readdirSync(directory)).toEqual(['mine'])
  })
})

describe.runIf(storeKind === 'postgres')('the embedded store, moved to PostgreSQL', () => {
  it('is there to the last row, job and counter, and stays where it was', async () => {
    const source = await filled('pglite')
    const before = await everythingIn(source)
    const target = { ...source, ...(await emptyPlace('postgres', source)), DATA_DIR: source.DATA_DIR }
    const { DATABASE_URL = '' } = target
    const started = await openStore(target)
    await started.close()

    await moveStore({ ...target, DATABASE_URL }, now)
    expect(await everythingIn(target)).toEqual(before)
    expect(await everythingIn(source)).toEqual(before)
    await expect(moveStore({ ...target, DATABASE_URL }, now)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('not empty'),
    })
    expect(await everythingIn(target)).toEqual(before)
  })

  it('is refused to a service that was not told where it went, can still be saved, and taken up again on purpose', async () => {
    const source = await filled('pglite')
    const target = { ...source, ...(await emptyPlace('postgres', source)), DATA_DIR: source.DATA_DIR }
    const { DATABASE_URL = '' } = target
    await moveStore({ ...target, DATABASE_URL }, now)

    const refused = await openStore(source).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      code: 'STORE_MOVED',
      message: expect.stringMatching(/DATABASE_URL and CADRE_SECRET_KEY in \.env/),
    })
    await (await openStore(target)).close()
    await backUpStore(join(directory, 'old'), source, now)
    const [mark = ''] = /\S+$/.exec(String(refused)) ?? []
    rmSync(mark)
    await (await openStore(source)).close()
  })

  it('does not go where the schema is another one, and changes nothing there', async () => {
    const source = await filled('pglite')
    const target = { ...source, ...(await emptyPlace('postgres', source)), DATA_DIR: source.DATA_DIR }
    const { DATABASE_URL = '' } = target
    await withStore(target, async ({ db }) => {
      await sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('999-later', 'x')`.execute(db)
    })
    await expect(moveStore({ ...target, DATABASE_URL }, now)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('999-later'),
    })
    await (await openStore(source)).close()
  })

  it('is refused to a service from before the copy is there, in case of a crash that comes right after', async () => {
    const source = await filled('pglite')
    const target = { ...source, ...(await emptyPlace('postgres', source)), DATA_DIR: source.DATA_DIR }
    const { DATABASE_URL = '' } = target
    await (await openStore(target)).close()
    const other = await connectStore(target)
    const copied = await other.db.transaction().execute(async (trx) => {
      await sql`LOCK TABLE tasks`.execute(trx)
      const moved = moveStore({ ...target, DATABASE_URL }, now)
      const refused = () => openStore(source).catch((error: unknown) => String(error))
      await eventually(refused, (said) => String(said).includes('run `cadre move-store` again'))
      return { moved }
    })
    await copied.moved
    await other.close()
    await expect(openStore(source)).rejects.toMatchObject({ message: expect.stringContaining('was moved') })
  })
})
