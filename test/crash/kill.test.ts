import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { freePort } from '../support/free-port.ts'
import { plainRules } from '../support/plain-rules.ts'
import { type Answer, adminKey, eventually } from '../support/service.ts'
import { freshPlace, storeKinds } from '../support/stores.ts'

const undo: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

/** The service as it is run for real: a process of its own, so that it can be killed. */
async function startProcess(environment: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  undo.push(() => child.kill('SIGKILL'))
  await eventually(
    () => isUp(`http://127.0.0.1:${environment.PORT}/readyz`),
    (up) => up || child.exitCode !== null,
  )
  if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`)
  return child
}

const isUp = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

const gone = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve))

/** Cards written while the service is up; titles that are in scope, out of scope and urgent by turns. */
const titles = ['Newsletter', 'Article de blog', 'Visuel Canva urgent', 'Développement web'] as const

async function world(kind: (typeof storeKinds)[number]) {
  const { config, remove } = await freshPlace(kind)
  const sandbox = await startTrelloSandbox({ webhookRetryMs: [200, 400, 800] })
  undo.push(remove, () => sandbox.close())
  const port = await freePort()
  const environment = {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    CADRE_ADMIN_KEY: adminKey,
    TRELLO_API_URL: sandbox.url,
    QUIET_PERIOD_SECONDS: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: config.DATA_DIR,
    ...(config.DATABASE_URL !== undefined && { DATABASE_URL: config.DATABASE_URL }),
    ...(config.CADRE_SECRET_KEY !== undefined && {
      CADRE_SECRET_KEY: Buffer.from(config.CADRE_SECRET_KEY).toString('base64'),
    }),
  }
  const api = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  return { sandbox, environment, api }
}

async function setUp(sandbox: TrelloSandbox, api: Awaited<ReturnType<typeof world>>['api']): Promise<string> {
  const board = sandbox.board('Claire', { lists: ['Demandes'] })
  const connection = await api('POST', '/connections', {
    tool: 'trello',
    name: 'T',
    credentials: sandbox.credentials,
  })
  const { body: preset } = await api('GET', '/presets/webmarketing')
  await api('POST', '/policies', { id: 'rules', document: plainRules(preset) })
  const client = await api('POST', '/clients', {
    name: 'C',
    language: 'fr',
    address: 'tu',
    policyId: 'rules',
  })
  const added = await api('POST', '/boards', {
    connectionId: connection.body.id,
    containerId: board.id,
    clientId: client.body.id,
    hourlyWriteLimit: 10_000,
  })
  await api('PATCH', `/boards/${added.body.board.id}`, { mode: 'apply' })
  return board.id
}

describe.each(storeKinds)('kill -9 under load, on %s', (kind) => {
  it('loses nothing that was acknowledged and says nothing twice', { timeout: 240_000 }, async () => {
    const { sandbox, environment, api } = await world(kind)
    let child = await startProcess(environment)
    const boardId = await setUp(sandbox, api)

    for (const delayMs of [3, 40, 90, 160]) {
      const cards = Array.from({ length: 6 }, (_, n) =>
        sandbox.people.client.createCard({
          board: boardId,
          list: 'Demandes',
          title: titles[n % titles.length] ?? '',
        }),
      )
      await new Promise((resolve) => setTimeout(resolve, delayMs))
      const ended = gone(child)
      child.kill('SIGKILL')
      await ended
      child = await startProcess(environment)
      await eventually(
        () => cards.filter((id) => sandbox.card(id)?.labels.length === 0),
        (without) => without.length === 0,
      )
    }

    await sandbox.settled()
    const unfinished = await eventually(
      async () => (await api('GET', '/runs?state=applying')).body.items,
      (items: unknown[]) => items.length === 0,
    )
    expect(unfinished).toEqual([])
    for (const card of sandbox.cards(boardId)) {
      const own = card.comments.filter(({ text }) => text.includes('réf. '))
      expect([card.title, own.length]).toEqual([card.title, card.title.includes('Newsletter') ? 0 : 1])
    }
  })
})
