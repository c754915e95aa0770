import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOwnBoard } from '../support/own-board.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

describe('deliveries', () => {
  let world: TrelloWorld
  let cardId: string
  beforeAll(async () => {
    world = await startTrelloWorld()
    cardId = create('Développement web')
    await world.settled()
  })
  afterAll(() => world.close())

  const create = (title: string) =>
    world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title })
  const get = (path: string) => world.service.api('GET', `/api/v1${path}`)
  const post = (path: string, body?: unknown) => world.service.api('POST', `/api/v1${path}`, body)
  const runsOf = async () => (await world.runStates(cardId)).length

  it('tell which task they were about, and which run came of it', async () => {
    const task = await world.taskOf(cardId)
    const { body } = await get(`/deliveries?taskId=${task.id}`)
    const delivery = body.items.at(-1)
    expect(delivery).toMatchObject({
      tool: 'trello',
      connectionId: world.connectionId,
      toolTaskId: cardId,
      taskId: task.id,
      boardId: world.boardId,
      event: 'createCard',
      outcome: 'looked-at',
      run: { state: 'applied' },
    })
    const run = (await get(`/runs/${delivery.run.id}`)).body
    expect([run.taskId, run.requestId]).toEqual([task.id, delivery.requestId])
  })

  it('are found by connection, board, event and time, and page by page', async () => {
    const all = (await get('/deliveries?limit=200')).body.items
    const count = async (query: string) => (await get(`/deliveries?limit=200&${query}`)).body.items.length
    expect(all.length).toBeGreaterThan(0)
    expect(await count(`connectionId=${world.connectionId}`)).toBe(all.length)
    expect(await count('connectionId=none')).toBe(0)
    expect(await count(`boardId=${world.boardId}`)).toBe(all.length)
    expect(await count('boardId=none')).toBe(0)
    expect(await count('event=createCard')).toBe(1)
    const { receivedAt } = all.at(-1)
    expect(await count(`since=${receivedAt}`)).toBe(all.length)
    expect(await count(`until=${receivedAt}`)).toBe(0)
    const paged: string[] = []
    let cursor = ''
    do {
      const { body } = await get(`/deliveries?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`)
      paged.push(...body.items.map(({ id }: { id: string }) => id))
      cursor = body.nextCursor ?? ''
    } while (cursor !== '')
    expect(paged).toEqual(all.map(({ id }: { id: string }) => id))
    const foreign = Buffer.from('2026-11-23T21:00:00.000Z|not-a-number').toString('base64url')
    expect((await get(`/deliveries?cursor=${foreign}`)).status).toBe(400)
  })

  it('show what the tool said, without the people in it', async () => {
    const [{ id }] = (await get('/deliveries?event=createCard')).body.items
    const { status, body } = await get(`/deliveries/${id}`)
    expect([status, body.id]).toEqual([200, id])
    expect(JSON.stringify(body.evidence)).toContain(cardId)
    expect(JSON.stringify(body.evidence)).not.toContain('Paul Lambert')
    expect((await get('/deliveries/999999')).status).toBe(404)
    expect((await get('/deliveries/abc')).status).toBe(400)
  })

  it('are replayed one by one, of a period or of a board, without writing anything twice', async () => {
    const [{ id, receivedAt }] = (await get('/deliveries?event=createCard')).body.items
    const before = await runsOf()
    world.sandbox.calls.reset()
    expect(await post(`/deliveries/${id}/replay`)).toMatchObject({ status: 202, body: { tasks: 1 } })
    await world.settled()
    expect(await post('/deliveries/replay', { since: receivedAt, boardId: world.boardId })).toMatchObject({
      status: 202,
      body: { tasks: 1 },
    })
    await world.settled()
    expect(await post('/deliveries/replay', { since: receivedAt, until: receivedAt })).toMatchObject({
      body: { tasks: 0 },
    })
    expect(await runsOf()).toBe(before + 2)
    expect(world.sandbox.calls.writes()).toBe(0)
    const { body: audit } = await get('/audit?action=delivery.replay')
    expect(audit.items.map(({ subject }: { subject: string }) => subject)).toEqual([
      'deliveries',
      world.boardId,
      id,
    ])
  })

  it('about a twin are those of its request, and of the board that the twin is on', async () => {
    const own = await addOwnBoard(world)
    await post(`/tasks/${(await world.taskOf(cardId)).id}/look`)
    await world.settled()
    const [twin] = world.sandbox.cards(own.made.id)
    world.sandbox.people.assistant.comment(twin?.id ?? '', 'Je regarde demain.')
    await world.settled()
    const task = await world.taskOf(cardId)
    const { body } = await get(`/deliveries?boardId=${own.id}`)
    expect(body.items).toMatchObject([
      { toolTaskId: twin?.id, taskId: task.id, boardId: own.id, event: 'commentCard', outcome: 'looked-at' },
    ])
    const ofTask = (await get(`/deliveries?taskId=${task.id}`)).body.items
    expect(ofTask.map(({ toolTaskId }: { toolTaskId: string }) => toolTaskId)).toEqual([twin?.id, cardId])
    const { receivedAt } = body.items[0]
    expect(await post('/deliveries/replay', { since: receivedAt, boardId: own.id })).toMatchObject({
      body: { tasks: 1 },
    })
    await world.done('DELETE', `/boards/${own.id}`)
    await world.settled()
  })

  it('wait, die and come back to life with their jobs', async () => {
    world.sandbox.faults.failNext(100, { status: 401, body: 'invalid token' })
    const outcomeOf = async (card: string) => {
      const { items } = (await get('/deliveries?limit=200')).body
      return items.findLast((found: { toolTaskId: string }) => found.toolTaskId === card)?.outcome
    }
    const dying = [create('Newsletter'), create('Visuel Canva'), create('Article')] as const
    await world.settled()
    expect(await Promise.all(dying.map(outcomeOf))).toEqual(['dead', 'dead', 'dead'])

    const { body: first } = await get('/dead-letters?limit=2')
    const { body: rest } = await get(`/dead-letters?limit=2&cursor=${first.nextCursor}`)
    const letters = [...first.items, ...rest.items]
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null])
    expect(new Set(letters.map(({ job }) => job.taskId))).toEqual(new Set(dying))
    const [one, two, three] = letters
    expect((await get(`/dead-letters/${one.id}`)).body).toEqual(one)

    expect((await world.service.api('DELETE', `/api/v1/dead-letters/${one.id}`)).status).toBe(204)
    expect((await get(`/dead-letters/${one.id}`)).status).toBe(404)
    expect((await world.service.api('DELETE', `/api/v1/dead-letters/${one.id}`)).status).toBe(404)
    expect(await outcomeOf(one.job.taskId)).toBe('ignored')
    world.sandbox.faults.clear()
    expect((await post('/dead-letters/redrive', { ids: [two.id] })).body).toEqual({ redriven: 1 })
    expect((await post('/dead-letters/redrive')).body).toEqual({ redriven: 1 })
    await world.settled()
    expect(await outcomeOf(two.job.taskId)).toBe('looked-at')
    expect(await outcomeOf(three.job.taskId)).toBe('looked-at')
    const { body: audit } = await get('/audit?limit=3')
    expect(audit.items.map(({ action }: { action: string }) => action)).toEqual([
      'dead-letter.redrive',
      'dead-letter.redrive',
      'dead-letter.discard',
    ])
  })

  it('come by webhooks whose health is shown board by board', async () => {
    await world.service.api('POST', `/api/v1/boards/${world.boardId}/sweep`)
    await world.settled()
    const { body } = await get('/webhooks')
    expect(body.items).toMatchObject([
      {
        boardId: world.boardId,
        tool: 'trello',
        mode: 'apply',
        updates: 'webhook',
        state: 'active',
        failingSince: null,
        lastDeliveryAt: expect.any(String),
      },
    ])
  })

  it('may be read by every key, and replayed by those who do the daily work', async () => {
    const { body: reader } = await post('/keys', { name: 'reader', scopes: ['read'] })
    const as = (method: string, path: string, body?: unknown) =>
      world.service.api(method, `/api/v1${path}`, body, reader.key)
    expect((await as('GET', '/deliveries')).status).toBe(200)
    expect((await as('GET', '/dead-letters')).status).toBe(200)
    expect((await as('POST', '/deliveries/replay', { since: '2026-01-01T00:00:00.000Z' })).status).toBe(403)
    expect((await as('POST', '/dead-letters/redrive', {})).status).toBe(403)
  })
})
