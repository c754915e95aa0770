import { describe, expect, it, onTestFinished } from 'vitest'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { eventually } from '../support/eventually.ts'
import { startTestService } from '../support/service.ts'
import { freshPlace, onServer, storeKind } from '../support/stores.ts'
import { notLookedAt, tellOfCard, watchBoard } from './acknowledged.ts'

/** The server stays, for others use it too; to this database nobody gets any more, and who is there is shown out. */
async function shut(url: string): Promise<() => Promise<void>> {
  const server = new URL(url)
  const name = server.pathname.slice(1)
  server.pathname = '/postgres'
  const set = (isOpen: boolean) => onServer(server.href, `ALTER DATABASE ${name} ALLOW_CONNECTIONS ${isOpen}`)
  await set(false)
  await onServer(
    server.href,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
  )
  return () => set(true)
}

describe.runIf(storeKind === 'postgres')('PostgreSQL that goes away under load', () => {
  it('is told to the tools, which send again, and is found again without a restart', async () => {
    const { config: place, remove } = await freshPlace('postgres')
    const sandbox = await startTrelloSandbox()
    const service = await startTestService({ place, settings: { TRELLO_API_URL: sandbox.url } })
    onTestFinished(async () => {
      await service.close()
      await sandbox.close()
      await remove()
    })
    const watched = await watchBoard(service.api, sandbox)
    const answers: { id: string; status: number }[] = []
    const load = async (until: () => boolean) => {
      while (!until()) answers.push(await tellOfCard(sandbox, watched))
    }
    const seen = (status: number) => answers.some((answer) => answer.status === status)

    await load(() => seen(200))
    let open = async () => {}
    const shutting = shut(place.DATABASE_URL ?? '').then((again) => {
      open = again
    })
    await load(() => seen(503))
    await shutting
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503)
    // Asked of the store's own connections, then of the queue's.
    for (const path of ['/boards', '/dead-letters', '/boards', '/dead-letters']) {
      const { status, body } = await service.api('GET', `/api/v1${path}`)
      expect([path, status, body.code]).toEqual([path, 503, 'STORE_UNAVAILABLE'])
    }
    await open()
    await eventually(
      async () => {
        answers.push(await tellOfCard(sandbox, watched))
        return answers.at(-1)?.status
      },
      (status) => status === 200,
    )
    const acknowledged = answers.filter(({ status }) => status === 200).map(({ id }) => id)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]))
    await eventually(
      // A connection that was lost is found out by who uses it next: that one answer may still be 503.
      () => notLookedAt(service.api, acknowledged).catch(() => acknowledged),
      (missing) => missing.length === 0,
    )
    await eventually(
      async () => (await fetch(`${service.url}/readyz`)).status,
      (status) => status === 200,
    )
  })
})
