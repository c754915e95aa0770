import { afterEach, expect, it } from 'vitest'
import { startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import { plainRules } from '../support/plain-rules.ts'
import { freshService } from '../support/service.ts'
import { startTrelloWorld } from '../support/trello-world.ts'
import { untilIdle } from '../support/until-idle.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

it('says nothing on a task that was there first because it bears a file, which ClickUp shows in no listing', async () => {
  const sandbox = await startClickUpSandbox()
  const { client } = sandbox.people
  const list = sandbox.list({ name: 'Claire', statuses: ['demandes', 'terminé'] })
  const id = client.createTask({ list: list.id, name: 'Article de blog' })
  client.attach(id, { name: 'brief.pdf', mimeType: 'application/pdf' })
  const service = await freshService({ CLICKUP_API_URL: sandbox.url })
  open.push(service, sandbox)
  const done = async (method: string, path: string, body?: unknown) => {
    const answer = await service.api(method, `/api/v1${path}`, body)
    expect(answer.status).toBeLessThan(300)
    return answer.body
  }
  const { token } = sandbox.credentials
  const account = await done('POST', '/connections', { tool: 'clickup', name: 'Moi', credentials: { token } })
  const document = plainRules(await done('GET', '/presets/webmarketing'))
  await done('POST', '/policies', { id: 'rules', document })
  const her = { name: 'Claire', language: 'fr', address: 'tu', policyId: 'rules' }
  const { id: clientId } = await done('POST', '/clients', her)
  const watched = { connectionId: account.id, containerId: list.id, clientId }
  const { board } = await done('POST', '/boards', watched)
  await done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  client.setStatus(id, 'terminé')
  await untilIdle(service, [sandbox])
  expect(sandbox.task(id)).toMatchObject({ tags: [], comments: [] })
  expect((await done('GET', '/tasks')).items).toMatchObject([{ lastState: 'taken-in' }])

  client.editTask(id, { name: 'Article de presse' })
  await untilIdle(service, [sandbox])
  expect(sandbox.task(id)?.tags).toHaveLength(1)
})

it('says nothing on a card that was there first because its board is read otherwise since', async () => {
  let [id, label] = ['', '']
  const world = await startTrelloWorld({
    before({ people: { client } }, { id: board }) {
      label = client.createLabel(board, { name: 'Blog' })
      id = client.createCard({ board, list: 'Demandes', title: 'Le 12', labels: ['Blog'] })
    },
  })
  open.push(world)
  const services = { [label]: 'redaction' }
  await world.done('PATCH', `/boards/${world.boardId}`, { mapping: { services } })
  world.sandbox.people.client.moveCard(id, 'Terminé')
  await world.settled()
  expect(world.sandbox.card(id)).toMatchObject({ labels: ['Blog'], comments: [] })
})
