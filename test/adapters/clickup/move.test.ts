import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClickUpLimiters } from '#adapters/clickup/client.ts'
import { createClickUp } from '#adapters/clickup/index.ts'
import type { MadeList } from '#adapters/clickup/sandbox/list-setup.ts'
import { type ClickUpSandbox, startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import type { Adapter } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import type { Operation } from '#model/operation.ts'
import { plainRules } from '../../support/plain-rules.ts'
import { freshService, type TestService } from '../../support/service.ts'
import { untilIdle } from '../../support/until-idle.ts'
import { createAttempt, failureOf } from './fixtures.ts'

let sandbox: ClickUpSandbox
let list: MadeList
let archive: MadeList

beforeEach(async () => {
  sandbox = await startClickUpSandbox()
  const statuses = ['demandes', 'en cours', 'terminé']
  const fields = [{ name: 'Estimation', type: 'number' }] as const
  list = sandbox.list({ name: 'Claire', folder: 'Clients', statuses, fields })
  archive = sandbox.list({ name: 'Terminé', folder: 'Clients', statuses: ['rangé', 'fermé'] })
})
afterEach(() => sandbox.close())

const moves = () => sandbox.calls.all.filter(({ path }) => path.includes('/home_list/'))
const task = (id: string) => {
  const found = sandbox.task(id)
  if (found === null) throw new Error('the task is gone')
  return found
}

describe('a task that is sent to another list', () => {
  let adapter: Adapter
  const declined: Operation = { kind: 'status', status: 'declined' }
  const estimate: Operation = { kind: 'field', field: 'estimate', value: '70' }
  const label: Operation = { kind: 'label', change: 'add', label: 'out_of_scope' }

  beforeEach(() => {
    const credentials = { token: sandbox.credentials.token, teamId: '' }
    adapter = createClickUp(createClickUpLimiters()).connect({
      connectionId: 'con-1',
      credentials,
      apiUrl: sandbox.url,
    })
  })

  async function send(id: string, to: string, operations: readonly Operation[] = [declined]) {
    const observed = await adapter.observe(id, createAttempt())
    if (observed === null) throw new Error('the task is gone')
    const mapping: Mapping = {
      labels: { out_of_scope: 'hors cadre' },
      statuses: [
        { id: 'demandes', status: 'requested' },
        { id: `list:${to}`, status: 'declined' },
      ],
      fields: { estimate: { id: list.fields.Estimation ?? '', type: 'number' } },
      services: {},
      assistants: [],
    }
    const write = () => adapter.apply(observed, operations, mapping, createAttempt())
    return { observed, write }
  }

  it('arrives with its label and its estimate, and once, however often it is sent', async () => {
    const id = sandbox.people.client.createTask({ list: list.id, name: 'Article de blog' })
    const { write } = await send(id, archive.id, [declined, estimate, label])
    await write()
    const arrived = { listId: archive.id, status: 'rangé', tags: ['hors cadre'], fields: { Estimation: 70 } }
    expect(task(id)).toMatchObject(arrived)
    const sent = moves().length
    await write()
    expect(task(id)).toMatchObject(arrived)
    const again = await send(id, archive.id)
    expect(again.observed.containerId).toBe(archive.id)
    await again.write()
    expect(moves()).toHaveLength(sent)
  })

  it('stays where it is when it is a subtask, with its label', async () => {
    const { client } = sandbox.people
    const parent = client.createTask({ list: list.id, name: 'Site' })
    const id = client.createTask({ list: list.id, name: 'Article', parent })
    const { write } = await send(id, archive.id, [declined, label])
    expect((await failureOf(write())).code).toBe('TOOL_REJECTED')
    expect(task(id)).toMatchObject({ listId: list.id, tags: ['hors cadre'] })
    expect(moves()).toEqual([])
  })

  it('stays where it is when the list is not there any more', async () => {
    const id = sandbox.people.client.createTask({ list: list.id, name: 'Article' })
    const { write } = await send(id, '901599999999')
    expect((await failureOf(write())).code).toBe('TOOL_MAPPING_STALE')
    expect(task(id).listId).toBe(list.id)
  })
})

describe('a board of which a status is another list', () => {
  let service: TestService
  let connectionId: string
  let clientId: string

  beforeEach(async () => {
    service = await freshService({ CLICKUP_API_URL: sandbox.url })
    const { token } = sandbox.credentials
    connectionId = await made('/connections', { tool: 'clickup', name: 'ClickUp', credentials: { token } })
    const { body: preset } = await service.api('GET', '/api/v1/presets/webmarketing')
    await made('/policies', {
      id: 'rules',
      document: { ...plainRules(preset), statuses: { out_of_scope: 'declined' } },
    })
    clientId = await made('/clients', { name: 'Claire', language: 'fr', address: 'tu', policyId: 'rules' })
  })
  afterEach(() => service.close())

  const settled = () => untilIdle(service, [sandbox])

  /** Returns its id. */
  async function made(path: string, body: unknown): Promise<string> {
    const answer = await service.api('POST', `/api/v1${path}`, body)
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }

  async function watch(containerId: string, statuses: Mapping['statuses']): Promise<string> {
    const { body } = await service.api('POST', '/api/v1/boards', { connectionId, containerId, clientId })
    const { id, mapping } = body.board
    expect(JSON.stringify(mapping)).not.toContain('list:')
    const patch = { mode: 'apply', mapping: { statuses, services: { rédaction: 'redaction' } } }
    const patched = await service.api('PATCH', `/api/v1/boards/${id}`, patch)
    expect([patched.status, patched.body.code]).toEqual([200, undefined])
    await settled()
    return id
  }

  async function runsOf(id: string): Promise<readonly { state: string; boardId: string }[]> {
    const { body: tasks } = await service.api('GET', '/api/v1/tasks?limit=200')
    const known = tasks.items.find((each: { taskId: string }) => each.taskId === id)
    const { body } = await service.api('GET', `/api/v1/runs?taskId=${known?.id}&limit=200`)
    return body.items.toReversed()
  }

  async function ask(): Promise<string> {
    sandbox.calls.reset()
    // What is asked for is said by a tag, so that nothing here depends on how texts are understood.
    const request = { list: list.id, name: 'Article de blog', tags: ['rédaction'] }
    const id = sandbox.people.client.createTask(request)
    await settled()
    return id
  }

  const onward = () =>
    [
      { id: 'demandes', status: 'requested' },
      { id: `list:${archive.id}`, status: 'declined' },
    ] as const
  const deadLetters = async () => (await service.api('GET', '/api/v1/dead-letters')).body.items

  it('sends a request there once, with its verdict, and lets it go', async () => {
    const boardId = await watch(list.id, onward())
    const id = await ask()
    expect(task(id)).toMatchObject({ listId: archive.id, status: 'rangé' })
    expect(task(id).tags).toContain('hors cadre')
    expect(task(id).comments).toHaveLength(1)
    const writes = sandbox.calls.all.filter(({ method }) => method !== 'GET')
    expect(
      writes.map(({ path, status }) => [path.replace(/.*\/(\w+)\/[^/]+$/, '$1'), status]).slice(-2),
    ).toEqual([
      ['home_list', 400],
      ['home_list', 200],
    ])
    expect(writes.findIndex(({ path }) => path.endsWith('/comment'))).toBeLessThan(writes.length - 2)
    const states = (await runsOf(id)).map(({ state }) => state)
    expect(states[0]).toBe('applied')
    expect(new Set(states.slice(1))).toEqual(new Set(['gone']))

    sandbox.people.client.editTask(id, { description: 'Pour juin.' })
    await service.api('POST', `/api/v1/boards/${boardId}/sweep`)
    await settled()
    expect(sandbox.calls.all.filter(({ method }) => method !== 'GET')).toHaveLength(writes.length)
    expect(await deadLetters()).toEqual([])
  })

  it('sends it on to a board that is watched too, where it goes on in sync', async () => {
    const first = await watch(list.id, onward())
    const second = await watch(archive.id, [{ id: 'rangé', status: 'declined' }])
    const id = await ask()
    expect(task(id)).toMatchObject({ listId: archive.id, status: 'rangé' })
    expect(task(id).tags).toContain('hors cadre')
    const runs = await runsOf(id)
    expect(runs[0]).toMatchObject({ state: 'applied', boardId: first })
    expect(runs.slice(1).length).toBeGreaterThan(0)
    for (const run of runs.slice(1)) expect(run).toMatchObject({ state: 'in-sync', boardId: second })
    const written = sandbox.calls.writes()

    sandbox.people.client.editTask(id, { priority: 1 })
    await settled()
    expect(sandbox.calls.writes()).toBe(written)
    expect((await runsOf(id)).at(-1)).toMatchObject({ state: 'in-sync', boardId: second })
    expect(task(id).comments).toHaveLength(1)
    expect(await deadLetters()).toEqual([])
  })

  it('stops a request that two boards send to each other, and says so', async () => {
    await watch(list.id, onward())
    await watch(archive.id, [{ id: `list:${list.id}`, status: 'declined' }])
    await ask()
    expect(moves().filter(({ status }) => status === 200)).toHaveLength(10)
    const errors = (await deadLetters()).map(({ error }: { error: { message: string } }) => error.message)
    expect(errors).not.toEqual([])
    for (const message of errors) expect(message).toContain('goes round between lists')
  })

  it('does not send it again when a person has brought it back', async () => {
    await watch(list.id, onward())
    const id = await ask()
    sandbox.people.assistant.moveTask(id, list.id)
    sandbox.people.assistant.setStatus(id, 'en cours')
    await settled()
    sandbox.people.client.setStatus(id, 'demandes')
    await settled()
    expect(task(id).listId).toBe(list.id)
    expect(moves().filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await deadLetters()).toEqual([])
  })
})
