import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { deadQueue, startQueue } from '../../src/pipeline/queue.ts'
import { openStore, type StoreConfig } from '../../src/store/open.ts'
import { cadreAt } from '../support/cadre.ts'
import { eventually } from '../support/eventually.ts'
import { startTestService } from '../support/service.ts'
import { freshPlace, type StoreKind, storeKind } from '../support/stores.ts'

const undo: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

/** The card that a look waits for. */
const waiting = '64b0c0ffee64b0c0ffee0001'

/** An embedded store that was stopped with a job waiting and one that failed for good, and what can be told by them. */
async function stopped(sandbox: TrelloSandbox) {
  const { config: place, remove } = await freshPlace('pglite')
  undo.push(remove)
  const service = await startTestService({ place, settings: { TRELLO_API_URL: sandbox.url } })
  const connection = await service.api('POST', '/api/v1/connections', {
    tool: 'trello',
    name: 'Mine',
    credentials: sandbox.credentials,
  })
  await service.close()
  const store = await openStore(place)
  const queue = await startQueue(store, () => {})
  const ref = {
    tool: 'trello',
    connectionId: connection.body.id,
    taskId: '64b0c0ffee64b0c0ffee0001',
  } as const
  await queue.look([{ ...ref, requestId: 'before' }], { delaySeconds: 0 })
  await queue.boss.send(deadQueue, { ...ref, taskId: '64b0c0ffee64b0c0ffee0002' })
  await queue.stop()
  await store.close()
  return { place, connectionId: connection.body.id as string }
}

const keyIn = (place: StoreConfig) => readFileSync(join(place.DATA_DIR, 'secret.key'), 'utf8').trim()

/** What the commands need to know to work on a store. */
const environmentOf = (place: StoreConfig): Record<string, string> => ({
  DATA_DIR: place.DATA_DIR,
  ...(place.DATABASE_URL !== undefined && { DATABASE_URL: place.DATABASE_URL }),
})

/** Starts the service there: the account's secrets are read, the waiting job is taken, the failed one still told of. */
async function goesOn(place: StoreConfig, sandbox: TrelloSandbox, connectionId: string): Promise<void> {
  const service = await startTestService({ place, settings: { TRELLO_API_URL: sandbox.url } })
  undo.push(() => service.close())
  const tried = await service.api('GET', `/api/v1/connections/${connectionId}/containers`)
  expect(tried.status).toBe(200)
  const dead = await service.api('GET', '/api/v1/dead-letters')
  expect(dead.body.items).toHaveLength(1)
  await eventually(
    () => sandbox.calls.reads(waiting),
    (reads) => reads > 0,
  )
}

async function elsewhere(kind: StoreKind, key: string): Promise<StoreConfig> {
  const { config, remove } = await freshPlace(kind)
  undo.push(remove)
  if (kind === 'pglite') rmSync(config.DATA_DIR, { recursive: true })
  return { ...config, CADRE_SECRET_KEY: Buffer.from(key, 'base64') }
}

describe('cadre backup and cadre restore', () => {
  it('take a stopped service to another directory, where it goes on', async () => {
    const sandbox = await startTrelloSandbox()
    undo.push(() => sandbox.close())
    const { place, connectionId } = await stopped(sandbox)
    const folder = mkdtempSync(join(tmpdir(), 'cadre-backups-'))
    undo.push(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'today')
    const nowhere = { url: 'http://127.0.0.1:1' }

    const cadre = cadreAt(nowhere, environmentOf(place))
    const saved = await cadre('backup', file, '--lang', 'en')
    expect(saved.out).toMatch(/^✓ Saved, and read back: \d+ rows of \d+ tables in /)
    expect(saved.out).toContain(`keep ${place.DATA_DIR}/secret.key in another safe place`)
    expect((await cadre('backup', file, '--lang', 'fr')).exit).toBe(4)

    const target = await elsewhere('pglite', keyIn(place))
    const there = (more: Record<string, string>) => cadreAt(nowhere, { ...environmentOf(target), ...more })
    expect(await there({})('restore', file, '--lang', 'fr')).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/La clé secrète manque.*SECRET_KEY_INVALID/),
    })
    const restored = await there({ CADRE_SECRET_KEY: keyIn(place) })('restore', file, '--json')
    expect(JSON.parse(restored.out)).toMatchObject({ file, rows: expect.any(Number) })
    await goesOn(target, sandbox, connectionId)

    const busy = await there({ CADRE_SECRET_KEY: keyIn(place) })('backup', `${file}2`, '--lang', 'en')
    expect(busy).toMatchObject({ exit: 1, err: expect.stringContaining('STORE_LOCKED') })
  })
})

describe('cadre move-store', () => {
  it('says what is missing', async () => {
    const { err, exit } = await cadreAt({ url: 'http://127.0.0.1:1' })('move-store', '--lang', 'en')
    expect([exit, err]).toEqual([1, expect.stringContaining('DATABASE_URL: is required')])
  })

  it.runIf(storeKind === 'postgres')('takes a stopped service to PostgreSQL, where it goes on', async () => {
    const sandbox = await startTrelloSandbox()
    undo.push(() => sandbox.close())
    const { place, connectionId } = await stopped(sandbox)
    const target = await elsewhere('postgres', keyIn(place))
    const environment = {
      ...environmentOf(target),
      DATA_DIR: place.DATA_DIR,
      CADRE_SECRET_KEY: keyIn(place),
    }
    const moved = await cadreAt({ url: 'http://127.0.0.1:1' }, environment)('move-store', '--lang', 'fr')
    expect(moved).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/^✓ Copié, et vérifié : \d+ lignes/),
    })
    await goesOn(target, sandbox, connectionId)
  })
})
