import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { freePort } from '../support/free-port.ts'
import { startTestService, type TestService } from '../support/service.ts'
import { freshPlace } from '../support/stores.ts'
import { untilIdle } from '../support/until-idle.ts'

let sandbox: TrelloSandbox
let place: Awaited<ReturnType<typeof freshPlace>>
let port: string
let service: TestService

beforeEach(async () => {
  sandbox = await startTrelloSandbox()
  place = await freshPlace()
  port = String(await freePort())
  await serveAs(`http://127.0.0.1:${port}`)
})
afterEach(async () => {
  await service.close()
  await place.remove()
  await sandbox.close()
})

async function serveAs(publicUrl: string): Promise<void> {
  const settings = { PORT: port, PUBLIC_URL: publicUrl, TRELLO_API_URL: sandbox.url }
  service = await startTestService({ place: place.config, settings })
}

const done = async (method: string, path: string, body?: unknown) => {
  const answer = await service.api(method, `/api/v1${path}`, body)
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** Two boards of one account. @returns what both have in Trello, and the account's id */
async function watchTwo() {
  const made = ['Claire', 'Anne'].map((name) => sandbox.board(name, { lists: ['Demandes'] }))
  const account = { tool: 'trello', name: 'Trello', credentials: sandbox.credentials }
  const { id: connectionId } = await done('POST', '/connections', account)
  await done('POST', '/policies', { id: 'rules', preset: 'webmarketing' })
  const { id: clientId } = await done('POST', '/clients', {
    name: 'Claire',
    language: 'fr',
    address: 'tu',
    policyId: 'rules',
  })
  for (const { id: containerId } of made)
    await done('POST', '/boards', { connectionId, containerId, clientId })
  await untilIdle(service, [sandbox])
  return { made, connectionId }
}

const patch = (connectionId: string, body: unknown) =>
  service.api('PATCH', `/api/v1/connections/${connectionId}`, body)
const addresses = () => [...new Set(sandbox.webhooks().map(({ callbackURL }) => callbackURL))]

/** Does a new card of each board arrive, with no sweep to make up for it? */
async function isTold(boards: readonly { id: string }[]): Promise<boolean> {
  const ids = boards.map(({ id }) =>
    sandbox.people.client.createCard({ board: id, list: 'Demandes', title: 'Article de blog' }),
  )
  await untilIdle(service, [sandbox])
  const { items } = await done('GET', '/tasks?limit=200')
  return ids.every((id) => items.some(({ taskId }: { taskId: string }) => taskId === id))
}

const adviceOn = async (code: string): Promise<{ state: string; advice: { fr: string; en: string } }> => {
  const { checks } = await done('GET', '/doctor')
  return checks.find((check: { code: string }) => check.code === code)
}

it('a public address that Trello does not reach is refused, and the webhooks that there are go on', async () => {
  const { made, connectionId } = await watchTwo()
  const before = await done('GET', `/connections/${connectionId}`)
  await service.close()
  await serveAs('http://127.0.0.1:1')
  const refused = await patch(connectionId, { updates: 'webhook' })
  expect([refused.status, refused.body.code]).toEqual([502, 'TOOL_REJECTED'])
  expect(await done('GET', `/connections/${connectionId}`)).toEqual(before)
  expect(addresses()).toEqual([before.callbackUrl])
  expect(await isTold(made)).toBe(true)
})

it('an account of which one board cannot be moved keeps them all where they are', async () => {
  const { made, connectionId } = await watchTwo()
  const before = await done('GET', `/connections/${connectionId}`)
  await service.close()
  await serveAs(`http://localhost:${port}`)
  const last = sandbox.webhooks().find(({ idModel }) => idModel === made[1]?.id)
  const refusal = { status: 400, path: new RegExp(`webhooks/${last?.id}`), onlyWrites: true, body: 'no' }
  sandbox.faults.failNext(1, refusal)
  expect((await patch(connectionId, { name: 'Moved', updates: 'webhook' })).status).toBe(502)
  expect(await done('GET', `/connections/${connectionId}`)).toEqual({ ...before, name: 'Moved' })
  expect(addresses()).toEqual([before.callbackUrl])
  expect(await isTold(made)).toBe(true)
})

it('an account that is to be told by webhooks, and cannot be, is polled on', async () => {
  const { connectionId } = await watchTwo()
  await patch(connectionId, { updates: 'poll' })
  await service.close()
  await serveAs('http://127.0.0.1:1')
  expect((await patch(connectionId, { updates: 'webhook' })).status).toBe(502)
  expect(await done('GET', `/connections/${connectionId}`)).toMatchObject({
    updates: 'poll',
    callbackUrl: null,
  })
  expect(sandbox.webhooks()).toEqual([])
})

it('the doctor tells that PUBLIC_URL is no longer where the webhooks go, until they are moved', async () => {
  const { made, connectionId } = await watchTwo()
  expect(await adviceOn('moved_url')).toBeUndefined()
  await service.close()
  await serveAs(`http://localhost:${port}`)
  const { state, advice } = await adviceOn('moved_url')
  const old = `http://127.0.0.1:${port}/webhooks/trello/${connectionId}`
  const wanted = `http://localhost:${port}/webhooks/trello/${connectionId}`
  expect([state, advice.en]).toEqual([
    'warn',
    expect.stringContaining(`still go to ${old}, not to ${wanted}.`),
  ])
  expect(advice.fr).toContain(`vont encore à ${old}, et non à ${wanted}.`)
  expect((await patch(connectionId, { updates: 'webhook' })).status).toBe(200)
  expect([await adviceOn('moved_url'), addresses()]).toEqual([undefined, [wanted]])
  expect(await isTold(made)).toBe(true)
})
