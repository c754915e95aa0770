import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { freshPlace } from '../support/stores.ts'

const logsIn = (store: string) =>
  readdirSync(join(store, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name))

describe('an embedded store whose files are damaged', () => {
  it.each<[string, (store: string) => void]>([
    ['its control file is empty', (store) => writeFileSync(join(store, 'global/pg_control'), '')],
    [
      'its control file is rubbish',
      (store) => writeFileSync(join(store, 'global/pg_control'), Buffer.alloc(8192, 7)),
    ],
    ['its log is gone', (store) => logsIn(store).forEach((name) => void rmSync(join(store, 'pg_wal', name)))],
    ['a database is gone', (store) => rmSync(join(store, 'base/5'), { recursive: true })],
    ['it is of another PostgreSQL', (store) => writeFileSync(join(store, 'PG_VERSION'), '12\n')],
  ])('says so, and what to do, when %s', async (_what, damage) => {
    const { config, remove } = await freshPlace('pglite')
    onTestFinished(remove)
    damage(join(config.DATA_DIR, 'store'))
    await expect(openStore(config)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      message: expect.stringContaining('cadre restore FILE'),
    })
  })

  it('asks for the key of then, and makes no other, when that is gone', async () => {
    const { config, remove } = await freshPlace('pglite')
    onTestFinished(remove)
    const key = join(config.DATA_DIR, 'secret.key')
    rmSync(key)
    await expect(openStore(config)).rejects.toMatchObject({
      code: 'SECRET_KEY_INVALID',
      message: expect.stringContaining(key),
    })
    expect(readdirSync(config.DATA_DIR)).not.toContain('secret.key')
    writeFileSync(key, 'not a key')
    await expect(openStore(config)).rejects.toMatchObject({ code: 'SECRET_KEY_INVALID' })
  })
})
