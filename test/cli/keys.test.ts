import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { startTestService } from '../support/service.ts'
import { freshPlace, type StoreConfig } from '../support/stores.ts'

/** `cadre keys …` on a store that no service uses; where nobody reads, nobody can be told a key. */
function keysAt({ DATABASE_URL, DATA_DIR, CADRE_SECRET_KEY: secret }: StoreConfig) {
  const env = {
    PATH: process.env.PATH ?? '',
    ...(DATABASE_URL === undefined ? { DATA_DIR } : { DATABASE_URL }),
    ...(secret && { CADRE_SECRET_KEY: secret.toString('base64') }),
  }
  return async (words: readonly string[], { isRead = true } = {}) => {
    const child = spawn(process.execPath, ['src/cli.ts', 'keys', ...words], { env })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    if (!isRead) child.stdout.destroy()
    const [out, err] = await Promise.all([isRead ? text(child.stdout) : '', text(child.stderr)])
    return { exit: await ended, out: out.trim(), err }
  }
}

/** The store takes every change of a key, and then cannot commit it. */
const refuseAtCommit = [
  sql`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$`,
  sql`CREATE CONSTRAINT TRIGGER refuse_at_commit AFTER INSERT OR UPDATE ON api_keys
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`,
]

describe('a key made at the terminal', () => {
  const place = async () => {
    const { config, remove } = await freshPlace()
    onTestFinished(remove)
    return config
  }

  it('is not made in a store that nobody has, such as in a mistyped DATA_DIR', async () => {
    const DATA_DIR = join(tmpdir(), `cadre-typo-${randomUUID()}`)
    const { exit, out, err } = await keysAt({
      DATABASE_URL: undefined,
      DATA_DIR,
      CADRE_SECRET_KEY: undefined,
    })(['create', 'new'])
    expect([exit, out], err).toEqual([1, ''])
    expect(err).toContain(`there is no store in ${DATA_DIR}: is DATA_DIR right?`)
    expect(existsSync(DATA_DIR)).toBe(false)
  })

  it('is not shown when it could not be stored', async () => {
    const config = await place()
    const keys = keysAt(config)
    await keys(['create', 'old'])
    const before = await keys(['list', '--json'])
    const [{ id }] = JSON.parse(before.out).items
    const store = await openStore(config)
    for (const statement of refuseAtCommit) await statement.execute(store.db)
    await store.close()
    for (const words of [
      ['create', 'new'],
      ['rotate', id],
    ]) {
      const { exit, out, err } = await keys(words)
      expect([exit, out], err).toEqual([1, ''])
      expect(err).toContain('no room')
    }
    expect(await keys(['list', '--json'])).toEqual(before)
  })

  it('can be replaced when nobody could read it', async () => {
    const config = await place()
    const keys = keysAt(config)
    const lost = await keys(['create', 'new', '--lang', 'en'], { isRead: false })
    const [, id = ''] = /^The key (key_\S+) is stored, but could not be shown\./.exec(lost.err) ?? []
    expect([lost.exit, id], lost.err).toEqual([1, expect.stringMatching(/^key_/)])
    const french = await keys(['rotate', id, '--lang', 'fr'], { isRead: false })
    expect([french.exit, french.err]).toEqual([
      1,
      expect.stringContaining(`cadre keys rotate ${id} --grace 0`),
    ])
    const { out: key } = await keys(['rotate', id, '--grace', '0'])
    const service = await startTestService({ place: config })
    onTestFinished(() => service.close())
    expect((await service.api('GET', '/api/v1/boards', undefined, key)).status).toBe(200)
  })
})
