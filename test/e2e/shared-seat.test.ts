import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MadeList } from '#adapters/clickup/sandbox/list-setup.ts'
import { type ClickUpSandbox, startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import { plainRules } from '../support/plain-rules.ts'
import { freshService, type TestService } from '../support/service.ts'
import { untilIdle } from '../support/until-idle.ts'

let sandbox: ClickUpSandbox
let service: TestService
let list: MadeList

beforeEach(async () => {
  sandbox = await startClickUpSandbox()
  list = sandbox.list({ name: 'Claire', statuses: ['demandes', 'terminé'] })
  service = await freshService({ CLICKUP_API_URL: sandbox.url })
  const token = sandbox.tokenFor(sandbox.people.assistant.user.id)
  const account = await done('POST', '/connections', { tool: 'clickup', name: 'Moi', credentials: { token } })
  const document = plainRules(await done('GET', '/presets/webmarketing'))
  await done('POST', '/policies', { id: 'rules', document })
  const her = { name: 'Claire', language: 'fr', address: 'tu', policyId: 'rules' }
  const { id: clientId } = await done('POST', '/clients', her)
  const watched = { connectionId: account.id, containerId: list.id, clientId }
  const { board } = await done('POST', '/boards', watched)
  await done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  await settled()
})
afterEach(async () => {
  await service.close()
  await sandbox.close()
})

async function done(method: string, path: string, body?: unknown) {
  const answer = await service.api(method, `/api/v1${path}`, body)
  expect(answer.status).toBeLessThan(300)
  return answer.body
}

const settled = () => untilIdle(service, [sandbox])

it('hears at once what the assistant says with the account that Cadre writes with', async () => {
  const due = new Date(Date.now() + 6 * 3_600_000).toISOString()
  const id = sandbox.people.client.createTask({ list: list.id, name: '3 visuels Canva', due })
  await settled()
  expect(sandbox.task(id)?.tags).toContain('urgent · dispo à confirmer')
  sandbox.people.assistant.comment(id, '/confirmer')
  await settled()
  expect(sandbox.task(id)?.tags).toContain('urgent · confirmé')
})
