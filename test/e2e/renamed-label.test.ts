import { afterEach, describe, expect, it } from 'vitest'
import { type ClickUpSandbox, startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import { plainRules } from '../support/plain-rules.ts'
import { freshService, type TestService } from '../support/service.ts'
import { startTrelloWorld } from '../support/trello-world.ts'
import { untilIdle } from '../support/until-idle.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

async function overridesOf(service: TestService, taskId: string): Promise<unknown> {
  const { body } = await service.api('GET', '/api/v1/tasks?limit=200')
  const { id } = body.items.find((task: { taskId: string }) => task.taskId === taskId)
  return (await service.api('GET', `/api/v1/tasks/${id}`)).body.overrides
}

it('a label that people renamed stays ours when the board is made ready again', async () => {
  const world = await startTrelloWorld()
  open.push(world)
  const { client } = world.sandbox.people
  const id = client.createCard({ board: world.made.id, list: 'Demandes', title: 'Article de blog' })
  await world.settled()
  client.renameLabel(world.made.id, 'Hors cadre', 'Pas prévu')
  await world.service.api('PATCH', `/api/v1/boards/${world.boardId}`, { mode: 'dry-run' })
  await world.service.api('PATCH', `/api/v1/boards/${world.boardId}`, { mode: 'apply' })
  client.comment(id, 'Bonjour')
  await world.settled()
  expect(world.sandbox.labels(world.made.id).map(({ name }) => name)).not.toContain('Hors cadre')
  expect(world.sandbox.card(id)?.labels).toEqual(['Pas prévu'])
  expect(await overridesOf(world.service, id)).toEqual([])
})

describe('a tag of ours that people renamed in ClickUp', () => {
  async function start() {
    const sandbox: ClickUpSandbox = await startClickUpSandbox()
    open.push(sandbox)
    const list = sandbox.list({ name: 'Claire', statuses: ['demandes', 'terminé'] })
    const service = await freshService({ CLICKUP_API_URL: sandbox.url })
    open.unshift(service)
    const made = async (path: string, body: unknown) =>
      (await service.api('POST', `/api/v1${path}`, body)).body
    const { token } = sandbox.credentials
    const connection = await made('/connections', {
      tool: 'clickup',
      name: 'ClickUp',
      credentials: { token },
    })
    const { body: preset } = await service.api('GET', '/api/v1/presets/webmarketing')
    await made('/policies', { id: 'rules', document: plainRules(preset) })
    const client = await made('/clients', {
      name: 'Claire',
      language: 'fr',
      address: 'tu',
      policyId: 'rules',
    })
    const ids = { connectionId: connection.id, containerId: list.id, clientId: client.id }
    const { board } = await made('/boards', ids)
    await service.api('PATCH', `/api/v1/boards/${board.id}`, { mode: 'apply' })
    const settled = () => untilIdle(service, [sandbox])
    await settled()
    const ask = async () => {
      const id = sandbox.people.client.createTask({ list: list.id, name: 'Article de blog' })
      await settled()
      return id
    }
    return { sandbox, service, list, settled, ask }
  }

  it('is still the same label: nobody has ruled, and new requests get it', async () => {
    const { sandbox, service, list, settled, ask } = await start()
    const { client } = sandbox.people
    const ids = [await ask(), await ask()]
    client.renameTag(list.id, 'hors cadre', 'pas prévu')
    for (const id of ids) client.comment(id, 'Bonjour')
    await settled()
    const third = await ask()
    for (const id of [...ids, third]) expect(sandbox.task(id)?.tags).toEqual(['pas prévu'])
    for (const id of ids) expect(await overridesOf(service, id)).toEqual([])
  })

  it('is another thing than one that somebody takes off a task for one of their own', async () => {
    const { sandbox, service, settled, ask } = await start()
    const { client } = sandbox.people
    const id = await ask()
    client.removeTag(id, 'hors cadre')
    client.addTag(id, 'à nous')
    await settled()
    expect(sandbox.task(id)?.tags).toEqual(['à nous'])
    expect(await overridesOf(service, id)).toMatchObject([{ label: 'out_of_scope', change: 'removed' }])
  })
})
