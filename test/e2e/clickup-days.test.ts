import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MadeList } from '#adapters/clickup/sandbox/list-setup.ts'
import { type ClickUpSandbox, startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import { endOfDay, localDate, minutesAfter } from '#policies/calendar.ts'
import { plainRules } from '../support/plain-rules.ts'
import { freshService, type TestService } from '../support/service.ts'
import { untilIdle } from '../support/until-idle.ts'

const zone = 'Europe/Paris'

let sandbox: ClickUpSandbox
let service: TestService
let list: MadeList
let clientId: string

beforeEach(async () => {
  sandbox = await startClickUpSandbox()
  list = sandbox.list({ name: 'Claire', statuses: ['demandes', 'terminé'] })
  service = await freshService({ CLICKUP_API_URL: sandbox.url })
  const { token } = sandbox.credentials
  const connectionId = await made('/connections', {
    tool: 'clickup',
    name: 'ClickUp',
    credentials: { token },
  })
  const { body: preset } = await service.api('GET', '/api/v1/presets/webmarketing')
  await made('/policies', { id: 'rules', document: plainRules(preset) })
  clientId = await made('/clients', {
    ...{ name: 'Claire', language: 'fr', address: 'tu', timeZone: zone, policyId: 'rules' },
  })
  const board = { connectionId, containerId: list.id, clientId }
  expect((await service.api('POST', '/api/v1/boards', board)).status).toBe(201)
  await untilIdle(service, [sandbox])
})
afterEach(async () => {
  await service.close()
  await sandbox.close()
})

/** Returns its id. */
async function made(path: string, body: unknown): Promise<string> {
  const answer = await service.api('POST', `/api/v1${path}`, body)
  expect(answer.status).toBe(201)
  return answer.body.id
}

/** When the task is due, and since when. */
async function dueOf(taskId: string): Promise<{ dueAt: string; dueSetAt: string }> {
  const { body } = await service.api('GET', '/api/v1/tasks?limit=200')
  const { id } = body.items.find((task: { taskId: string }) => task.taskId === taskId)
  return (await service.api('GET', `/api/v1/tasks/${id}`)).body
}

const inDays = (days: number) => localDate(minutesAfter(new Date().toISOString(), days * 24 * 60), zone)

async function ask(due: string): Promise<string> {
  const id = sandbox.people.client.createTask({ list: list.id, name: 'Article de blog', due })
  await untilIdle(service, [sandbox])
  return id
}

it('gives a request that is due on a day until the end of it', async () => {
  const day = inDays(3)
  expect((await dueOf(await ask(day))).dueAt).toBe(endOfDay(day, zone))
})

it('counts the notice from the creation of a task that is made with its date, which no event shows', async () => {
  const id = sandbox.people.client.createTask({ list: list.id, name: 'Article de blog', due: inDays(3) })
  const told = new Date().toISOString()
  await untilIdle(service, [sandbox])
  expect((await dueOf(id)).dueSetAt <= told).toBe(true)
})

it('finds the event that told of the day, and counts the notice from it', async () => {
  const [first, later] = [inDays(3), inDays(5)]
  const id = await ask(first)
  sandbox.people.client.editTask(id, { due: later })
  const told = new Date().toISOString()
  await untilIdle(service, [sandbox])
  const { dueAt, dueSetAt } = await dueOf(id)
  expect(dueAt).toBe(endOfDay(later, zone))
  expect(dueSetAt <= told).toBe(true)
})

it('does not shorten the notice when the zone of a client is put right', async () => {
  const id = await ask(inDays(3))
  const before = await dueOf(id)
  await service.api('PATCH', `/api/v1/clients/${clientId}`, { timeZone: 'America/Montreal' })
  sandbox.people.client.addTag(id, 'vip')
  await untilIdle(service, [sandbox])
  const after = await dueOf(id)
  expect(after.dueAt).not.toBe(before.dueAt)
  expect(after.dueSetAt).toBe(before.dueSetAt)
})
