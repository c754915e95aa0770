import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  apiOrigin,
  boardId,
  cardId,
  createAdapter,
  createAttempt,
  createCard,
  createComment,
  failureOf,
  fieldIds,
  labelIds,
  listIds,
  memberIds,
} from './fixtures.ts'

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('observe', () => {
  it('reads card, field values, comments and creator in one call', async () => {
    const card = createCard({
      idMemberCreator: null,
      customFieldItems: [{ idCustomField: fieldIds.estimate, value: { number: '94.50' }, idValue: null }],
      actions: [
        createComment('c1', 'réf. K7Q2'),
        { ...createComment('c0', ''), type: 'createCard', idMemberCreator: memberIds.client },
      ],
    })
    nock(apiOrigin).get(`/1/cards/${cardId}`).query(true).reply(200, card)
    const attempt = createAttempt()
    expect(await createAdapter().observe(cardId, attempt)).toMatchObject({
      title: 'Réserver l’hôtel 🏨',
      createdBy: memberIds.client,
      fields: { [fieldIds.estimate]: '94.5' },
      comments: [{ id: 'c1', text: 'réf. K7Q2' }],
    })
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })

  it('asks for what it reads only, never for the address by which anybody may write to the board', async () => {
    let asked = new URLSearchParams()
    nock(apiOrigin)
      .get(`/1/cards/${cardId}`)
      .query(true)
      .reply(200, (request: Request) => {
        asked = new URL(request.url).searchParams
        return createCard()
      })
    await createAdapter().observe(cardId, createAttempt())
    const fields = asked.get('fields')?.split(',') ?? []
    expect(fields).toContain('idMemberCreator')
    expect(fields).not.toContain('email')
    expect(fields).not.toContain('all')
    expect(Object.fromEntries(asked)).toMatchObject({
      customFieldItems: 'true',
      actions: 'commentCard,createCard,copyCard,convertToCardFromCheckItem,emailCard,moveCardToBoard',
      actions_limit: '1000',
      action_memberCreator: 'true',
      action_memberCreator_fields: 'fullName,username',
    })
  })

  it.each([
    [404, 'The requested resource was not found.'],
    [400, 'invalid id'],
    [401, 'unauthorized card permission requested'],
  ])('of a card that answers %i "%s" finds nothing', async (status, text) => {
    nock(apiOrigin).get('/1/cards/gone').query(true).reply(status, text)
    expect(await createAdapter().observe('gone', createAttempt())).toBeNull()
  })

  it.each([
    [401, 'invalid token', 'TOOL_UNAUTHORIZED'],
    [401, 'invalid key', 'TOOL_UNAUTHORIZED'],
    [400, 'invalid value for actions', 'TOOL_REJECTED'],
    [500, 'The requested resource was not found.', 'TOOL_UNAVAILABLE'],
  ])('does not take %i "%s" for a card that is gone', async (status, text, code) => {
    nock(apiOrigin).get(`/1/cards/${cardId}`).query(true).reply(status, text)
    expect((await failureOf(createAdapter().observe(cardId, createAttempt()))).code).toBe(code)
  })

  it('does not let an id lead elsewhere', async () => {
    nock(apiOrigin).get('/1/cards/..%2Fmembers%2Fme').query(true).reply(400, 'invalid id')
    expect(await createAdapter().observe('../members/me', createAttempt())).toBeNull()
    expect((await failureOf(createAdapter().observe('..', createAttempt()))).code).toBe('TOOL_REJECTED')
  })

  it('of a card in a new shape says where it differs, without the words of the client', async () => {
    nock(apiOrigin)
      .get(`/1/cards/${cardId}`)
      .query(true)
      .reply(200, { ...createCard(), name: { text: 'Camille' } })
    const error = await failureOf(createAdapter().observe(cardId, createAttempt()))
    expect(error.code).toBe('TOOL_RESPONSE_INVALID')
    expect(error.message).toBe('trello: a card: unexpected shape at name')
  })
})

describe('list', () => {
  const idOf = (index: number) => `6a4a2c10aa${String(index).padStart(14, '0')}`
  const { actions: _, ...bare } = createCard()
  const cards = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => ({ ...bare, id: idOf(from + index) }))

  it('gives every open card, without comments', async () => {
    nock(apiOrigin)
      .get(`/1/boards/${boardId}/cards/visible`)
      .query((query) => query.customFieldItems === 'true' && !String(query.fields).includes('email'))
      .reply(200, cards(0, 3))
    const attempt = createAttempt()
    const { tasks, complete } = await createAdapter().list(boardId, null, attempt)
    expect(complete).toBe(true)
    expect(tasks.map((task) => task.ref.taskId)).toEqual([idOf(0), idOf(1), idOf(2)])
    expect(tasks.every((task) => task.comments === null)).toBe(true)
    expect(attempt.reads).toBe(1)
  })

  it('goes on from the oldest card of a full page', async () => {
    const route = `/1/boards/${boardId}/cards/visible`
    nock(apiOrigin)
      .get(route)
      .query((query) => query.limit === '1000' && query.before === undefined)
      .reply(200, cards(500, 1500))
    nock(apiOrigin)
      .get(route)
      .query((query) => query.before === idOf(500))
      .reply(200, cards(0, 500))
    const { tasks } = await createAdapter().list(boardId, null, createAttempt())
    expect(new Set(tasks.map((task) => task.ref.taskId)).size).toBe(1500)
  })

  it('ends although a server knows no pages', async () => {
    nock(apiOrigin).get(`/1/boards/${boardId}/cards/visible`).query(true).twice().reply(200, cards(0, 1200))
    const attempt = createAttempt()
    const { tasks } = await createAdapter().list(boardId, '2026-07-01T00:00:00.000Z', attempt)
    expect(tasks).toHaveLength(1200)
    expect(attempt.reads).toBe(2)
  })
})

describe('layout', () => {
  const board = {
    id: boardId,
    name: 'Demandes',
    shortUrl: 'https://trello.com/b/bOaRd123',
    lists: [
      { id: listIds.review, name: 'À valider', pos: 32768 },
      { id: listIds.requested, name: 'Demandes', pos: 16384 },
    ],
    labels: [
      { id: labelIds.people, name: '', color: null },
      { id: labelIds.urgent, name: 'Urgent', color: 'red_dark' },
    ],
    customFields: [
      { id: fieldIds.estimate, name: 'Estimation', type: 'number' },
      { id: 'f-date', name: 'Départ', type: 'date' },
      { id: 'f-list', name: 'Service', type: 'list', options: [{ id: 'o1', value: { text: 'Voyage' } }] },
    ],
    members: [
      { id: memberIds.us, fullName: 'Assistante', username: 'assistante' },
      { id: memberIds.client, fullName: '', username: 'camille' },
    ],
  }

  it('shows lists in board order, labels, fields and people, in one call', async () => {
    nock(apiOrigin)
      .get(`/1/boards/${boardId}`)
      .query((query) => query.labels_limit === '1000' && query.lists === 'open')
      .reply(200, board)
    const attempt = createAttempt()
    expect(await createAdapter().layout(boardId, attempt)).toEqual({
      containerId: boardId,
      name: 'Demandes',
      url: 'https://trello.com/b/bOaRd123',
      lists: [
        { id: listIds.requested, name: 'Demandes' },
        { id: listIds.review, name: 'À valider' },
      ],
      labels: [
        { id: labelIds.people, name: '', color: null },
        { id: labelIds.urgent, name: 'Urgent', color: 'red_dark' },
      ],
      fields: [
        { id: fieldIds.estimate, name: 'Estimation', type: 'number' },
        { id: 'f-list', name: 'Service', type: 'choice', options: { o1: 'Voyage' } },
      ],
      members: [
        { id: memberIds.us, name: 'Assistante' },
        { id: memberIds.client, name: 'camille' },
      ],
    })
    expect(attempt.reads).toBe(1)
  })

  it('of a board without custom fields has none', async () => {
    const { customFields: _, ...free } = board
    nock(apiOrigin).get(`/1/boards/${boardId}`).query(true).reply(200, free)
    expect((await createAdapter().layout(boardId, createAttempt())).fields).toEqual([])
  })
})

it('boards are the open ones of the token', async () => {
  nock(apiOrigin)
    .get('/1/members/me/boards')
    .query({ filter: 'open', fields: 'id,name,shortUrl' })
    .reply(200, [{ id: boardId, name: 'Demandes', shortUrl: 'https://trello.com/b/bOaRd123', closed: false }])
  expect(await createAdapter().boards(createAttempt())).toEqual([
    { containerId: boardId, name: 'Demandes', url: 'https://trello.com/b/bOaRd123' },
  ])
})
