import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { policyEditor } from '../support/policy-editor.ts'
import { freshService, type TestService } from '../support/service.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'
import { untilIdle } from '../support/until-idle.ts'

// biome-ignore lint/suspicious/noExplicitAny: as the API answered
type Document = any

const exportOf = async (service: TestService): Promise<Document> =>
  (await service.api('GET', '/api/v1/export')).body
const importInto = (service: TestService, document: Document, options = {}) =>
  service.api('POST', '/api/v1/import', { document, ...options })
const auditOf = async (service: TestService): Promise<Document[]> =>
  (await service.api('GET', '/api/v1/audit?action=everything.import')).body.items

describe('export and import', () => {
  let world: TrelloWorld
  let other: TestService
  let document: Document
  let sandboxBehindMs = 0

  beforeAll(async () => {
    const now = () => new Date(Date.now() - sandboxBehindMs)
    world = await startTrelloWorld({ sandbox: { now } })
    const { service } = world
    const editor = policyEditor(service)
    await editor.patch('rules', { billing: { hourlyRate: 42 } })
    await editor.publish('rules', { note: 'Nouveaux tarifs' })
    await editor.patch('rules', { name: 'Pas encore publié' })
    await service.api('POST', '/api/v1/policies', { id: 'tried', preset: 'coach-trello', withCases: true })
    const example = { title: 'Le mot du jeudi', scope: 'in', service: 'newsletter' }
    const { body: gone } = await service.api('POST', '/api/v1/policies/rules/examples', {
      ...example,
      title: 'x',
    })
    await service.api('DELETE', `/api/v1/policies/rules/examples/${gone.id}`)
    await service.api('POST', '/api/v1/policies/rules/examples', example)
    await service.api('PATCH', `/api/v1/clients/${world.clientId}`, {
      terms: { billing: { hourlyRate: 50 } },
    })
    const own = world.sandbox.board('Inès', { lists: ['À faire', 'Fait'] })
    const { body: assistants } = await service.api('POST', '/api/v1/boards', {
      ...{
        connectionId: world.connectionId,
        containerId: own.id,
        clientId: world.clientId,
        role: 'assistant',
      },
    })
    await service.api('PATCH', `/api/v1/boards/${world.boardId}`, { twinBoardId: assistants.board.id })
    document = await exportOf(service)
    other = await freshService({ TRELLO_API_URL: world.sandbox.url })
  })
  afterAll(async () => {
    await other.close()
    await world.close()
  })

  it('takes everything out but the secrets', () => {
    expect(document).toMatchObject({ format: 'cadre', formatVersion: 1 })
    expect(document.policies.map(({ id }: Document) => id)).toEqual(['rules', 'tried'])
    const [rules, tried] = document.policies
    expect(rules.versions.map(({ note }: Document) => note)).toEqual([null, 'Nouveaux tarifs'])
    expect(rules.draft.source.name).toBe('Pas encore publié')
    expect(rules.examples.map(({ removedAtRevision }: Document) => removedAtRevision)).toEqual([2, null])
    expect(tried.cases.length).toBeGreaterThan(3)
    expect(document.boards).toMatchObject([
      { id: world.boardId, mode: 'apply', twinBoardId: document.boards[1].id },
      { name: 'Inès', role: 'assistant', mode: 'dry-run' },
    ])
    const text = JSON.stringify(document)
    for (const secret of Object.values(world.sandbox.credentials)) expect(text).not.toContain(secret)
  })

  it('says in a dry run what would move in, and writes nothing', async () => {
    const { status, body } = await importInto(other, document, { dryRun: true })
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { policies: ['rules', 'tried'], clients: [world.clientId], boards: [], skipped: [] },
    })
    expect(body.toDo).toMatchObject([
      { kind: 'connect', connection: { name: 'Trello' }, boards: ['Claire', 'Inès'] },
    ])
    expect((await exportOf(other)).policies).toEqual([])
    expect(await auditOf(other)).toEqual([])
  })

  it('moves into an empty service, and comes out of it as it went in', async () => {
    expect((await importInto(other, document, { onConflict: 'fail' })).status).toBe(200)
    const { policies, clients, boards } = await exportOf(other)
    expect(policies).toEqual(document.policies)
    expect(clients).toEqual(document.clients)
    expect(boards).toEqual([])
    expect(await auditOf(other)).toMatchObject([{ after: { policies: ['rules', 'tried'] } }])
  })

  it('adds boards once their account is connected: in dry run, known by their old ids, watched and silent', async () => {
    const { sandbox, made, boardId, clientId } = world
    sandboxBehindMs = 3_600_000
    const old = sandbox.people.client.createCard({
      board: made.id,
      list: 'Demandes',
      title: 'Newsletter de mai',
    })
    sandboxBehindMs = 0
    const account = { tool: 'trello', name: 'Trello', credentials: sandbox.credentials }
    const { body: connection } = await other.api('POST', '/api/v1/connections', account)
    const { body } = await importInto(other, document)
    expect(body).toMatchObject({
      boards: [boardId, document.boards[1].id],
      skipped: [
        { kind: 'policy', id: 'rules' },
        { kind: 'policy', id: 'tried' },
        { kind: 'client', id: clientId },
      ],
      toDo: [{ kind: 'apply', boardId, name: 'Claire' }],
    })
    expect((await exportOf(other)).boards).toEqual(
      document.boards.map((board: Document) => ({ ...board, connectionId: connection.id, mode: 'dry-run' })),
    )

    await untilIdle(other, [sandbox])
    const { body: task } = await other.api('GET', `/api/v1/tasks?boardId=${boardId}`)
    expect(task.items.map(({ taskId, lastState }: Document) => [taskId, lastState])).toContainEqual([
      old,
      'taken-in',
    ])
    const card = sandbox.people.client.createCard({ board: made.id, list: 'Demandes', title: 'Visuel Canva' })
    await eventually(
      async () => (await other.api('GET', `/api/v1/tasks?boardId=${boardId}`)).body.items,
      (items) => items.some(({ taskId }: Document) => taskId === card),
    )
    const again = await importInto(other, document, { onConflict: 'fail' })
    expect([again.status, again.body.errors[0].path]).toEqual([409, 'policies.rules'])
  })

  it('checks the whole before it writes any of it', async () => {
    const torn = structuredClone(document)
    torn.policies[0].id = 'torn'
    torn.policies[0].versions[0].document.services = 'none'
    torn.policies[1].id = 'whole'
    torn.policies[1].cases = [{ ...torn.policies[1].cases[0], document: { name: 'half' } }]
    torn.clients[0] = { ...torn.clients[0], id: 'cli_new', policyId: 'nowhere' }
    torn.boards[0].clientId = 'cli_nobody'
    torn.boards[1].twinBoardId = torn.boards[0].id
    const { status, body } = await importInto(other, torn)
    expect(status).toBe(400)
    const paths = body.errors.map(({ path }: Document) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'body.document.policies.0.versions.0.document.services',
        'body.document.policies.1.cases.0.document',
        'body.document.clients.0.policyId',
        'body.document.boards.0.clientId',
        'body.document.boards.1.twinBoardId',
      ]),
    )
    expect((await exportOf(other)).policies.map(({ id }: Document) => id)).toEqual(['rules', 'tried'])
  })

  it('is for admins only', async () => {
    const { body } = await other.api('POST', '/api/v1/keys', {
      name: 'r',
      scopes: ['read', 'operate', 'policy'],
    })
    expect((await other.api('GET', '/api/v1/export', undefined, body.key)).status).toBe(403)
    expect((await other.api('POST', '/api/v1/import', {}, body.key)).status).toBe(403)
  })

  it('tells whose words an example holds, so that they go with a client there too', async () => {
    const there = await freshService()
    onTestFinished(() => there.close())
    const [rules, ...policies] = document.policies
    const examples = rules.examples.map((example: Document) => ({ ...example, clientId: world.clientId }))
    const moved = { ...document, policies: [{ ...rules, examples }, ...policies] }
    expect((await importInto(there, moved)).status).toBe(200)
    const known = async () => (await there.api('GET', '/api/v1/policies/rules/examples')).body.examples
    expect(await known()).toHaveLength(1)
    const erased = await there.api('POST', `/api/v1/clients/${world.clientId}/erase`)
    expect([erased.body.examples, await known()]).toEqual([2, []])
  })
})
