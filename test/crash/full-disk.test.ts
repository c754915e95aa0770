import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { openStore } from '../../src/store/open.ts'
import { eventually } from '../support/eventually.ts'
import { startTestService } from '../support/service.ts'
import type { StoreConfig } from '../support/stores.ts'
import { notLookedAt, tellOfCard, watchBoard } from './acknowledged.ts'

/** A disk of its own that can be filled: only who may mount can have one. */
function smallDisk(megabytes: number): string | null {
  const directory = mkdtempSync(join(tmpdir(), 'cadre-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', directory])
  if (mounted.status === 0) return directory
  rmSync(directory, { recursive: true })
  return null
}

const disk = smallDisk(160)
const undo: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

function storeOn(directory: string): StoreConfig {
  undo.push(() => {
    spawnSync('umount', ['-l', directory])
    rmSync(directory, { recursive: true, force: true })
  })
  const data = join(directory, 'data')
  cpSync(inject('templateDirectory'), data, { recursive: true })
  return { DATABASE_URL: undefined, DATA_DIR: data, CADRE_SECRET_KEY: undefined }
}

/** Leaves so many bytes. @returns how to make room again */
function fill(directory: string, leave: number): () => void {
  const file = join(directory, 'somebody-elses')
  const { bavail, bsize } = statfsSync(directory)
  writeFileSync(file, Buffer.alloc(bavail * bsize - leave))
  return () => rmSync(file)
}

describe.runIf(disk !== null)('a full disk under the embedded store', () => {
  it('is told to the tools, which send again, and is over when there is room', async () => {
    const place = storeOn(disk ?? '')
    const sandbox = await startTrelloSandbox()
    undo.push(() => sandbox.close())
    const service = await startTestService({ place, settings: { TRELLO_API_URL: sandbox.url } })
    undo.push(() => service.close())
    const watched = await watchBoard(service.api, sandbox)
    const told = [await tellOfCard(sandbox, watched)]

    const makeRoom = fill(disk ?? '', 0)
    const refused = await Promise.all(Array.from({ length: 20 }, () => tellOfCard(sandbox, watched)))
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
    const { status, body } = await service.api('GET', '/api/v1/boards')
    expect([status, body.code]).toEqual([503, 'STORE_UNAVAILABLE'])
    expect(body.detail).toContain('the disk is full')
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503)

    makeRoom()
    for (let n = 0; n < 20; n += 1) told.push(await tellOfCard(sandbox, watched))
    expect(new Set(told.map(({ status: answer }) => answer))).toEqual(new Set([200]))
    const ids = told.map(({ id }) => id)
    await eventually(
      () => notLookedAt(service.api, ids),
      (missing) => missing.length === 0,
    )
    await eventually(
      async () => (await fetch(`${service.url}/readyz`)).status,
      (ready) => ready === 200,
    )
  })

  it('is said at start', async () => {
    const directory = smallDisk(160) ?? ''
    const place = storeOn(directory)
    fill(directory, 1024)
    await expect(openStore(place)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('disk is full'),
    })
  })

  it('ends the process rather than leave it hanging, where a statement needs all that is left', () => {
    const directory = smallDisk(160) ?? ''
    const { DATA_DIR } = storeOn(directory)
    const script = `
      import { openPglite } from './src/store/pglite.ts'
      const store = await openPglite(process.argv[1])
      await store.exec("SELECT pg_logical_emit_message(true, 'x', repeat('y', 60000000)) FROM generate_series(1, 20)")`
    const ended = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', script, join(DATA_DIR, 'store')],
      { encoding: 'utf8' },
    )
    expect([ended.status, ended.stderr]).toEqual([1, expect.stringContaining('Is the disk full?')])
  })
})
