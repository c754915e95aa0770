import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { send } from '../support/send.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'
import { untold } from '../support/untold.ts'

vi.mock('../../src/store/audit.ts', async (original) =>
  (await import('../support/untold.ts')).untelling(await original()),
)

const day = 86_400_000

describe('work whose entry cannot be written', () => {
  let world: TrelloWorld
  let key: string
  /** What was done first was done so long ago that it has been kept for long enough. */
  let daysAgo = 200
  const ids: Record<string, string> = {}

  const api = (method: string, path: string, options: Parameters<typeof send>[3] = {}) =>
    send(world.service, method, path, options)
  const ask = async (title: string) => {
    const { client } = world.sandbox.people
    const card = client.createCard({ board: world.made.id, list: 'Demandes', title })
    await world.settled()
    return card
  }

  beforeAll(async () => {
    daysAgo = 200
    world = await startTrelloWorld({
      now: () => new Date(Date.now() - daysAgo * day).toISOString(),
      before: (sandbox, { id: board }) =>
        void sandbox.people.client.createCard({ board, list: 'Demandes', title: 'Article de blog' }),
    })
    const { sandbox, connectionId, boardId, clientId, made } = world
    const own = sandbox.board('Mon tableau', { lists: ['À faire', 'Livré'], customFields: false })
    const me = await api('POST', '/clients', { body: { name: 'Moi', language: 'fr', policyId: 'rules' } })
    const at = { connectionId, containerId: own.id, clientId: me.body.id, role: 'assistant' }
    const twinBoardId = (await api('POST', '/boards', { body: at })).body.board.id
    await api('PATCH', `/boards/${twinBoardId}`, { body: { mode: 'apply' } })
    await api('PATCH', `/boards/${boardId}`, { body: { twinBoardId } })
    const card = await ask('Newsletter de mai')
    daysAgo = 0
    const task = (await world.taskOf(card)).id
    await api('POST', `/tasks/${task}/hours`, { body: { minutes: 30 } })
    await world.settled()
    const other = sandbox.board('Autre', { lists: ['Demandes'], customFields: false })
    const book = await api('GET', `/clients/${clientId}/book`)
    const runs = await api('GET', `/runs?taskId=${task}&state=applied`)
    const deliveries = await api('GET', '/deliveries')
    sandbox.faults.failNext(100, { status: 401, body: 'invalid token' })
    await ask('Visuel Canva')
    sandbox.faults.clear()
    const dead = await api('GET', '/dead-letters')
    Object.assign(ids, { connection: connectionId, board: boardId, client: clientId, card, task })
    Object.assign(ids, { container: made.id, other: other.id, entry: book.body.items[0].id })
    Object.assign(ids, { run: runs.body.items.at(-1).id, delivery: deliveries.body.items[0].id })
    ids.dead = dead.body.items[0].id
    key = (await api('POST', '/keys', { body: { name: untold, scopes: ['admin'] } })).body.key
  })
  afterAll(() => world.close())

  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `no ${name}`)

  /** All that there is: of the client, what failed for good, and whatever jobs would have made of it by now. */
  const everything = async () => {
    await world.settled()
    const paths = ['/clients/{client}/export', '/boards', '/dead-letters', '/retention', '/export']
    const all = await Promise.all(paths.map((path) => api('GET', filled(path))))
    for (const { status } of all) expect(status).toBe(200)
    return all.map(({ text }) => text.replace(/"(exportedAt|before)":"[^"]*"/g, ''))
  }
  const everyTime = { since: '2020-01-01T00:00:00.000Z' }

  it.each<[string, string, object?]>([
    ['POST', '/boards', { connectionId: '{connection}', containerId: '{other}', clientId: '{client}' }],
    ['POST', '/boards/{board}/sweep'],
    ['POST', '/boards/{board}/release'],
    ['POST', '/boards/{board}/backfill', { which: 'open' }],
    ['POST', '/boards/{board}/undo', everyTime],
    ['POST', '/runs/{run}/undo'],
    ['POST', '/clients/{client}/book', { kind: 'hours', minutes: 60 }],
    ['POST', '/clients/{client}/book/{entry}/reverse', {}],
    ['POST', '/tasks/{task}/deposit', { amount: 20 }],
    ['POST', '/tasks/{task}/hours', { minutes: 20 }],
    ['POST', '/tasks/{task}/goodwill', { note: 'cadeau' }],
    ['POST', '/tasks/{task}/answers', { kind: 'hours', hours: 2 }],
    ['POST', '/tasks/{task}/answers', { kind: 'goodwill' }],
    ['POST', '/tasks/{task}/rejudge'],
    ['PUT', '/tasks/{task}/overrides/out_of_scope', {}],
    ['DELETE', '/tasks/{task}/overrides/in_scope'],
    ['POST', '/tasks/{task}/twin', {}],
    ['DELETE', '/tasks/{task}/twin'],
    ['POST', '/requests', { clientId: '{client}', channel: 'whatsapp', title: 'Logo', putOnBoard: true }],
    ['POST', '/deliveries/{delivery}/replay'],
    ['POST', '/deliveries/replay', everyTime],
    ['POST', '/dead-letters/redrive'],
    ['POST', '/dead-letters/redrive', { ids: ['{dead}'] }],
    ['DELETE', '/dead-letters/{dead}'],
    ['POST', '/retention/run'],
  ])('is not done: %s %s', async (method, path, given) => {
    const before = await everything()
    const body = given && JSON.parse(filled(JSON.stringify(given)))
    const { status, text } = await api(method, filled(path), { key, ...(body && { body }) })
    expect([status, text]).toEqual([503, expect.stringContaining('it has just gone away')])
    expect(await everything()).toEqual(before)
  })

  it('is not done: an import', async () => {
    const { body: document } = await api('GET', '/export')
    const clients = [{ ...document.clients[0], id: 'cli_moved' }]
    const before = await everything()
    const body = { document: { ...document, clients, boards: [] } }
    expect((await api('POST', '/import', { key, body })).status).toBe(503)
    expect(await everything()).toEqual(before)
  })

  it('is done in the tool alone where that is asked for a webhook: whoever asks next adopts it', async () => {
    const { sandbox } = world
    const { apiKey, token } = sandbox.credentials
    const known = sandbox.webhooks()
    for (const { id } of known)
      await fetch(`${sandbox.url}/webhooks/${id}?key=${apiKey}&token=${token}`, { method: 'DELETE' })
    const before = await everything()
    expect((await api('POST', filled('/boards/{board}/webhook'), { key })).status).toBe(503)
    expect(await everything()).toEqual(before)
    const { status, body } = await api('POST', filled('/boards/{board}/webhook'))
    expect([status, body.outcome]).toEqual([200, 'adopted'])
    expect(sandbox.webhooks().map(({ id }) => id)).toEqual([body.webhookId])
    const { body: log } = await api('GET', filled('/audit?action=board.webhook'))
    expect(log.items).toMatchObject([{ subject: ids.board, after: body }])
  })

  it('is not done: erasing a client, of whom only the webhooks have gone first', async () => {
    const kept = async () => (await everything()).map((text) => text.replace(/"webhookId":[^,]*/g, ''))
    const before = await kept()
    expect((await api('POST', filled('/clients/{client}/erase'), { key })).status).toBe(503)
    expect(await kept()).toEqual(before)
    expect((await api('POST', filled('/clients/{client}/erase'))).body.boards).toBe(1)
  })
})

describe('a board of which the tool does not want to tell', () => {
  it('is told to have come and gone', async () => {
    const world = await startTrelloWorld({ mode: 'dry-run' })
    onTestFinished(() => world.close())
    const { sandbox, connectionId, clientId } = world
    const api = (method: string, path: string, body?: unknown) => send(world.service, method, path, { body })
    const other = sandbox.board('Autre', { lists: ['Demandes'], customFields: false })
    const wish = { connectionId, containerId: other.id, clientId }
    sandbox.faults.failNext(1, { status: 400, body: 'no', onlyWrites: true, path: /webhooks/ })
    expect((await api('POST', '/boards', wish)).status).toBe(502)
    expect((await api('GET', '/boards')).body.items).toHaveLength(1)
    const { items } = (await api('GET', '/audit?limit=2')).body
    const [removed, added] = items
    expect(items).toMatchObject([
      { action: 'board.delete', before: { containerId: other.id }, after: null },
      { action: 'board.create', before: null, after: { containerId: other.id } },
    ])
    expect([removed.subject, removed.requestId]).toEqual([added.subject, added.requestId])
    expect((await api('POST', '/boards', wish)).status).toBe(201)
  })
})
