import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { callerOf, request } from './sandbox-caller.ts'

type MadeBoard = ReturnType<TrelloSandbox['board']>

let sandbox: TrelloSandbox
let call: ReturnType<typeof callerOf>
let board: MadeBoard

const objectId = /^[0-9a-f]{24}$/
const nobody = '0123456789abcdef01234567'

beforeAll(async () => {
  sandbox = await startTrelloSandbox()
  call = callerOf(sandbox)
})

afterAll(() => sandbox.close())

beforeEach(() => {
  sandbox.calls.reset()
  board = sandbox.board('Dupont', {
    lists: ['Requests', 'In progress', 'Done'],
    labels: [
      { name: 'In scope', color: 'green' },
      { name: 'Urgent', color: 'red' },
      { name: 'Out of scope', color: 'purple' },
    ],
    customFields: [
      { name: 'Estimate', type: 'number' },
      { name: 'Note', type: 'text' },
      { name: 'Paid', type: 'checkbox' },
      { name: 'Wanted on', type: 'date' },
      { name: 'Service', type: 'list', options: ['Mail', 'Travel'] },
    ],
  })
})

function idOf(ids: Readonly<Record<string, string>>, name: string): string {
  const id = ids[name]
  if (id === undefined) throw new Error(`no "${name}" on this board`)
  return id
}

const list = (name: string) => idOf(board.lists, name)
const label = (name: string) => idOf(board.labels, name)
const field = (name: string) => idOf(board.fields, name)

function makeCard(title = 'Book a flight'): string {
  return sandbox.people.client.createCard({ board: board.id, list: 'Requests', title })
}

describe('who may come in', () => {
  it('accepts key and token in the query and in the Authorization header', async () => {
    const { apiKey, token } = sandbox.credentials
    const inQuery = await request(`${sandbox.url}/members/me?key=${apiKey}&token=${token}`)
    const inHeader = await call('GET', '/members/me')
    expect(inQuery.status).toBe(200)
    expect(inHeader.body).toEqual(inQuery.body)
    expect(inHeader.body.id).toBe(sandbox.people.assistant.member.id)
  })

  it.each([
    ['a wrong key', (key: string, token: string) => `?key=x${key}&token=${token}`, 'invalid key'],
    ['no key', (_key: string, token: string) => `?token=${token}`, 'invalid key'],
    ['a wrong token', (key: string, token: string) => `?key=${key}&token=x${token}`, 'invalid token'],
    ['nothing', () => '', 'unauthorized permission requested'],
  ])('refuses %s in plain text', async (_what, query, text) => {
    const { apiKey, token } = sandbox.credentials
    const answer = await request(`${sandbox.url}/members/me${query(apiKey, token)}`)
    expect(answer).toMatchObject({ status: 401, body: text })
    expect(answer.headers.get('content-type')).toContain('text/plain')
  })

  it('hides boards of which the token’s owner is no member', async () => {
    const { client, assistant } = sandbox.people
    const theirs = sandbox.board('Private', { members: [client.member.id] })
    const card = client.createCard({ board: theirs.id, list: 'To Do', title: 'Secret' })
    expect(await call('GET', `/boards/${theirs.id}`)).toMatchObject({ status: 401 })
    expect(await call('GET', `/cards/${card}`)).toMatchObject({
      status: 401,
      body: 'unauthorized card permission requested',
    })
    expect(() => assistant.comment(card, 'Hello')).toThrow('unauthorized')
    const visible = await call('GET', '/members/me/boards?fields=name')
    expect(visible.body).toContainEqual({ id: board.id, name: 'Dupont' })
    expect(visible.body).not.toContainEqual({ id: theirs.id, name: 'Private' })
  })

  it('tells about the token without telling the token', async () => {
    const { token } = sandbox.credentials
    const answer = await call('GET', `/tokens/${token}`)
    expect(answer.body).toMatchObject({ idMember: sandbox.people.assistant.member.id, dateExpires: null })
    expect(JSON.stringify(answer.body)).not.toContain(token)
    expect((await call('GET', `/tokens/${token}/member?fields=username`)).body).toEqual({
      id: sandbox.people.assistant.member.id,
      username: 'inesmoreau',
    })
    expect(await call('GET', '/tokens/another')).toMatchObject({ status: 401, body: 'invalid token' })
  })

  it('keeps key and token out of the log of calls', async () => {
    const { apiKey, token } = sandbox.credentials
    await request(`${sandbox.url}/tokens/${token}?key=${apiKey}&token=${token}`)
    await request(`${sandbox.url}/cards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: apiKey, token, idList: list('Requests'), name: 'From a body' }),
    })
    const told = JSON.stringify(sandbox.calls.all)
    expect(told).toContain('/tokens/[token]')
    expect(told).toContain('From a body')
    expect(told).not.toContain(token)
    expect(told).not.toContain(apiKey)
  })
})

describe('the life of a card', () => {
  it('is made with everything in one call, by query or by JSON', async () => {
    const values = {
      idList: list('Requests'),
      name: 'Réserver un vol',
      desc: 'Two seats',
      due: '2026-12-01T10:00:00Z',
      start: '2026-11-30T09:00:00.000Z',
      idLabels: `${label('Urgent')},${label('In scope')}`,
      idMembers: sandbox.people.client.member.id,
    }
    const byQuery = await call('POST', `/cards?${new URLSearchParams(values)}`)
    const byJson = await call('POST', '/cards', { body: { ...values, idLabels: values.idLabels.split(',') } })
    for (const { status, body } of [byQuery, byJson]) {
      expect(status).toBe(200)
      expect(body).toMatchObject({
        id: expect.stringMatching(objectId),
        idBoard: board.id,
        idList: list('Requests'),
        name: 'Réserver un vol',
        desc: 'Two seats',
        due: '2026-12-01T10:00:00.000Z',
        start: '2026-11-30T09:00:00.000Z',
        dueComplete: false,
        closed: false,
        idLabels: [label('Urgent'), label('In scope')],
        idMembers: [sandbox.people.client.member.id],
        badges: { description: true, due: '2026-12-01T10:00:00.000Z', comments: 0 },
      })
      expect(body.url).toBe(`https://trello.com/c/${body.shortLink}/${body.idShort}-r%C3%A9server-un-vol`)
    }
    expect(byJson.body.idShort).toBe(byQuery.body.idShort + 1)
    expect(byJson.body.pos).toBeGreaterThan(byQuery.body.pos)
  })

  it('shows what is asked for and the id, always', async () => {
    const card = makeCard()
    sandbox.people.client.comment(card, 'Please')
    const usual = await call('GET', `/cards/${card}`)
    expect(usual.body).toMatchObject({ name: 'Book a flight', labels: [], cover: { size: 'normal' } })
    for (const extra of ['actions', 'customFieldItems', 'members', 'list', 'board', 'idMemberCreator']) {
      expect(usual.body).not.toHaveProperty(extra)
    }
    const narrow = await call('GET', `/cards/${card}?fields=name,due&list=true&actions=commentCard`)
    expect(Object.keys(narrow.body).sort()).toEqual(['actions', 'due', 'id', 'list', 'name'])
    expect(narrow.body.list).toMatchObject({ id: list('Requests'), name: 'Requests' })
    const all = await call('GET', `/cards/${card}?fields=all`)
    expect(all.body).toMatchObject({ idMemberCreator: sandbox.people.client.member.id, limits: {} })
  })

  it('gives everything about itself in one read', async () => {
    const card = makeCard()
    const { client } = sandbox.people
    client.addLabel(card, 'Urgent')
    client.setField(card, 'Estimate', 70)
    client.attach(card, { name: 'my voice.m4a', mimeType: 'audio/mp4' })
    client.comment(card, 'First')
    client.comment(card, 'Second')
    const query =
      'customFieldItems=true&members=true&board=true&board_fields=name&checklists=all&attachments=true'
    const { body } = await call(
      'GET',
      `/cards/${card}?${query}&actions=commentCard,createCard&actions_limit=2`,
    )
    expect(body.labels).toEqual([{ id: label('Urgent'), idBoard: board.id, name: 'Urgent', color: 'red' }])
    expect(body.customFieldItems).toMatchObject([
      { idCustomField: field('Estimate'), value: { number: '70' }, idValue: null, idModel: card },
    ])
    expect(body).toMatchObject({ members: [], checklists: [] })
    expect(body.attachments).toMatchObject([
      {
        name: 'my voice.m4a',
        mimeType: 'audio/mp4',
        isUpload: true,
        idMember: client.member.id,
        url: expect.stringMatching(
          new RegExp(`^https://trello.com/1/cards/${card}/attachments/.*my_voice.m4a$`),
        ),
      },
    ])
    const named = await call(
      'GET',
      `/cards/${card}?fields=id&attachments=true&attachment_fields=name,mimeType`,
    )
    expect(Object.keys(named.body.attachments[0]).sort()).toEqual(['id', 'mimeType', 'name'])
    expect((await call('GET', `/cards/${card}?attachments=cover`)).body.attachments).toEqual([])
    expect(body.board).toEqual({ id: board.id, name: 'Dupont' })
    expect(body.actions.map((action: { data: { text: string } }) => action.data.text)).toEqual([
      'Second',
      'First',
    ])
    expect(body.badges).toMatchObject({ comments: 2, attachments: 1 })
  })

  it('is found by its short link too', async () => {
    const card = makeCard()
    const { body } = await call('GET', `/cards/${card}?fields=shortLink`)
    expect((await call('GET', `/cards/${body.shortLink}?fields=name`)).body).toEqual({
      id: card,
      name: 'Book a flight',
    })
  })

  it('changes several things in one call', async () => {
    const card = makeCard()
    const answer = await call('PUT', `/cards/${card}?idList=${list('Done')}`, {
      body: { name: 'Booked', due: '2026-12-24', dueComplete: true, idLabels: [label('In scope')] },
    })
    expect(answer).toMatchObject({ status: 200, body: { idList: list('Done'), name: 'Booked' } })
    expect(sandbox.card(card)).toMatchObject({
      list: 'Done',
      title: 'Booked',
      due: '2026-12-24T00:00:00.000Z',
      dueComplete: true,
      labels: ['In scope'],
    })
    await call('PUT', `/cards/${card}`, { body: { due: null } })
    expect(sandbox.card(card)?.due).toBeNull()
  })

  it('goes to the archive, comes back, and is deleted for good', async () => {
    const card = makeCard()
    const open = async () =>
      (await call('GET', `/boards/${board.id}/cards/open?fields=id`)).body.map(({ id }: { id: string }) => id)
    await call('PUT', `/cards/${card}?closed=true`)
    expect(await open()).toEqual([])
    await call('PUT', `/cards/${card}?closed=false`)
    expect(await open()).toEqual([card])
    await call('DELETE', `/cards/${card}`)
    expect(await call('GET', `/cards/${card}`)).toMatchObject({
      status: 404,
      body: 'The requested resource was not found.',
    })
    expect(sandbox.card(card)).toBeNull()
  })

  it('moves to another board, keeping the labels that both have', async () => {
    const card = makeCard()
    sandbox.people.client.addLabel(card, 'Urgent')
    sandbox.people.client.addLabel(card, 'In scope')
    sandbox.people.client.setField(card, 'Estimate', 5)
    const other = sandbox.board('Other', { labels: [{ name: 'Urgent', color: 'red' }] })
    await call('PUT', `/cards/${card}`, { body: { idBoard: other.id } })
    expect(sandbox.card(card)).toMatchObject({
      boardId: other.id,
      list: 'To Do',
      labels: ['Urgent'],
      fields: {},
    })
  })

  it.each([
    ['a malformed id', 'GET', () => '/cards/nonsense-id', 400, 'invalid id'],
    ['an unknown id', 'GET', () => `/cards/${nobody}`, 404, 'The requested resource was not found.'],
    ['an unknown list', 'POST', () => `/cards?name=x&idList=${nobody}`, 400, 'invalid value for idList'],
    ['no list', 'POST', () => '/cards?name=x', 400, 'invalid value for idList'],
    ['an unknown route', 'GET', () => '/elephants', 404, 'Cannot GET /1/elephants'],
  ])('refuses %s', async (_what, method, path, status, body) => {
    expect(await call(method, path())).toMatchObject({ status, body })
  })

  it('is not changed at all by a request that is wrong in one part', async () => {
    const card = makeCard()
    const before = sandbox.card(card)
    const wrong = [
      { name: 'New', idList: nobody },
      { name: 'New', idLabels: nobody },
      { name: 'New', due: 'tomorrow' },
      { name: '', desc: 'New' },
      { name: 'New', desc: 'x'.repeat(16_385) },
      { name: 'New', idMembers: nobody },
    ]
    for (const body of wrong)
      expect(await call('PUT', `/cards/${card}`, { body })).toMatchObject({ status: 400 })
    expect(sandbox.card(card)).toEqual(before)
  })

  it('is due never by a change, or made without a due date, but not made with an empty one', async () => {
    const card = makeCard()
    expect((await call('PUT', `/cards/${card}?due=`)).body.due).toBeNull()
    const idList = list('Requests')
    expect((await call('POST', '/cards', { body: { idList, name: 'x' } })).body.due).toBeNull()
    expect(await call('POST', `/cards?idList=${idList}&due=`)).toMatchObject({ status: 400 })
  })
})

describe('labels', () => {
  it('are replaced as a set', async () => {
    const card = makeCard()
    const put = (ids: string[]) => call('PUT', `/cards/${card}?idLabels=${ids.join(',')}`)
    expect((await put([label('Urgent'), label('In scope')])).body.idLabels).toHaveLength(2)
    await put([label('Out of scope')])
    expect(sandbox.card(card)?.labels).toEqual(['Out of scope'])
    await put([])
    expect(sandbox.card(card)?.labels).toEqual([])
  })

  it('of another board are refused like unknown ones', async () => {
    const card = makeCard()
    const other = sandbox.board('Other', { labels: [{ name: 'Theirs' }] })
    const foreign = idOf(other.labels, 'Theirs')
    for (const id of [nobody, foreign]) {
      expect(await call('PUT', `/cards/${card}?idLabels=${id}`)).toMatchObject({
        status: 400,
        body: 'invalid value for idLabels',
      })
    }
    expect(await call('POST', `/cards/${card}/idLabels?value=${foreign}`)).toMatchObject({ status: 400 })
  })

  it('are put on and taken off one by one, but not twice', async () => {
    const card = makeCard()
    const add = () => call('POST', `/cards/${card}/idLabels`, { body: { value: label('Urgent') } })
    expect(await add()).toMatchObject({ status: 200, body: [label('Urgent')] })
    expect(await add()).toMatchObject({ status: 400, body: 'that label is already on the card' })
    const remove = () => call('DELETE', `/cards/${card}/idLabels/${label('Urgent')}`)
    expect(await remove()).toMatchObject({ status: 200, body: [] })
    expect(await remove()).toMatchObject({ status: 400 })
  })

  it('of a board are made, renamed and deleted, and vanish from its cards', async () => {
    const card = makeCard()
    const made = await call('POST', `/boards/${board.id}/labels?name=Quote&color=sky`)
    expect(made).toMatchObject({ status: 200, body: { idBoard: board.id, name: 'Quote', color: 'sky' } })
    const colorless = await call('POST', '/labels', {
      body: { idBoard: board.id, name: 'Plain', color: null },
    })
    expect(colorless.body.color).toBeNull()
    expect(await call('POST', `/boards/${board.id}/labels?name=Bad&color=mauve`)).toMatchObject({
      status: 400,
      body: 'invalid value for color',
    })
    await call('POST', `/cards/${card}/idLabels?value=${made.body.id}`)
    await call('PUT', `/labels/${made.body.id}?name=Quote%20needed`)
    expect(sandbox.card(card)?.labels).toEqual(['Quote needed'])
    await call('DELETE', `/labels/${made.body.id}`)
    expect(sandbox.card(card)?.labels).toEqual([])
    expect(sandbox.labels(board.id).map(({ name }) => name)).not.toContain('Quote needed')
  })

  it('are listed fifty at a time unless the limit says otherwise', async () => {
    for (let count = 0; count < 60; count += 1) {
      sandbox.people.client.createLabel(board.id, { name: `Label ${count}` })
    }
    expect((await call('GET', `/boards/${board.id}/labels`)).body).toHaveLength(50)
    expect((await call('GET', `/boards/${board.id}/labels?limit=1000`)).body).toHaveLength(63)
    expect((await call('GET', `/boards/${board.id}?fields=name&labels=all`)).body.labels).toHaveLength(50)
    expect((await call('GET', `/boards/${board.id}?labels=all&labels_limit=1000`)).body.labels).toHaveLength(
      63,
    )
    expect(await call('GET', `/boards/${board.id}/labels?limit=1001`)).toMatchObject({ status: 400 })
  })
})

describe('custom fields', () => {
  it.each([
    ['Estimate', { number: '94.5' }, '94.5'],
    ['Note', { text: 'two words' }, 'two words'],
    ['Paid', { checked: 'true' }, 'true'],
    ['Paid', { checked: true }, 'true'],
    ['Wanted on', { date: '2026-12-01T10:00:00Z' }, '2026-12-01T10:00:00.000Z'],
  ])('hold a value of their type: %s', async (name, value, shown) => {
    const card = makeCard()
    const path = `/cards/${card}/customField/${field(name)}/item`
    const answer = await call('PUT', path, { body: { value } })
    expect(answer.body).toMatchObject({ idCustomField: field(name), idModel: card, modelType: 'card' })
    expect(sandbox.card(card)?.fields).toEqual({ [name]: shown })
    await call('PUT', path, { body: { value: '', idValue: '' } })
    expect(sandbox.card(card)?.fields).toEqual({})
  })

  it('of type list hold an option', async () => {
    const card = makeCard()
    const { body: fields } = await call('GET', `/boards/${board.id}/customFields`)
    const service = fields.find(({ name }: { name: string }) => name === 'Service')
    const travel = service.options.find(({ value }: { value: { text: string } }) => value.text === 'Travel')
    const path = `/cards/${card}/customField/${service.id}/item`
    const answer = await call('PUT', path, { body: { idValue: travel.id } })
    expect(answer.body).toMatchObject({ value: null, idValue: travel.id })
    expect(sandbox.card(card)?.fields).toEqual({ Service: 'Travel' })
    expect(await call('PUT', path, { body: { value: {} } })).toMatchObject({ status: 400 })
    await call('PUT', path, { body: { idValue: '' } })
    expect(sandbox.card(card)?.fields).toEqual({})
  })

  it.each([
    ['a number that is none', 'Estimate', { value: { number: 'many' } }],
    ['a number that is not written as text', 'Estimate', { value: { number: 5 } }],
    ['another type', 'Estimate', { value: { text: '5' } }],
    ['a date that is none', 'Wanted on', { value: { date: 'tomorrow' } }],
    ['an unknown option', 'Service', { idValue: nobody }],
    ['nothing', 'Estimate', {}],
  ])('refuse %s', async (_what, name, body) => {
    const card = makeCard()
    const answer = await call('PUT', `/cards/${card}/customField/${field(name)}/item`, { body })
    expect(answer).toMatchObject({
      status: 400,
      body: { message: 'Invalid custom field item value.', error: 'ERROR' },
    })
    expect(sandbox.card(card)?.fields).toEqual({})
  })

  it('are set together or not at all', async () => {
    const card = makeCard()
    const put = (estimate: string) =>
      call('PUT', `/cards/${card}/customFields`, {
        body: {
          customFieldItems: [
            { idCustomField: field('Note'), value: { text: 'base' } },
            { idCustomField: field('Estimate'), value: { number: estimate } },
          ],
        },
      })
    expect(await put('many')).toMatchObject({ status: 400 })
    expect(sandbox.card(card)?.fields).toEqual({})
    expect(await put('70')).toMatchObject({ status: 200 })
    expect(sandbox.card(card)?.fields).toEqual({ Note: 'base', Estimate: '70' })
  })

  it('are made on a board that has them and nowhere else', async () => {
    const wanted = { modelType: 'board', name: 'Surcharge', type: 'number', pos: 'bottom' }
    const made = await call('POST', '/customFields', { body: { ...wanted, idModel: board.id } })
    expect(made.body).toMatchObject({ idModel: board.id, name: 'Surcharge', type: 'number' })
    const plain = sandbox.board('Free plan')
    expect(await call('POST', '/customFields', { body: { ...wanted, idModel: plain.id } })).toMatchObject({
      status: 403,
    })
    expect((await call('GET', `/boards/${plain.id}/customFields`)).body).toEqual([])
    const card = sandbox.people.client.createCard({ board: plain.id, list: 'To Do', title: 'x' })
    expect(
      await call('PUT', `/cards/${card}/customField/${made.body.id}/item`, {
        body: { value: { number: '1' } },
      }),
    ).toMatchObject({ status: 403 })
  })
})

describe('comments', () => {
  it('are made from the query or a body, edited in place, and deleted', async () => {
    const card = makeCard()
    const made = await call('POST', `/cards/${card}/actions/comments?text=one+word`)
    expect(made.body).toMatchObject({
      id: expect.stringMatching(objectId),
      type: 'commentCard',
      idMemberCreator: sandbox.people.assistant.member.id,
      appCreator: { id: expect.stringMatching(objectId) },
      data: { text: 'one word', card: { id: card }, list: { name: 'Requests' } },
      display: { translationKey: 'action_comment_on_card' },
      memberCreator: { fullName: 'Ines Moreau', username: 'inesmoreau' },
    })
    const other = await call('POST', `/cards/${card}/actions/comments`, { body: { text: 'second\nline' } })
    await call('PUT', `/actions/${made.body.id}/text?value=edited`)
    await call('PUT', `/cards/${card}/actions/${other.body.id}/comments`, { body: { text: 'edited too' } })
    expect(sandbox.card(card)?.comments.map(({ text }) => text)).toEqual(['edited', 'edited too'])
    expect((await call('GET', `/actions/${made.body.id}`)).body.data).toMatchObject({
      text: 'edited',
      dateLastEdited: expect.any(String),
    })
    await call('DELETE', `/cards/${card}/actions/${made.body.id}/comments`)
    await call('DELETE', `/actions/${other.body.id}`)
    expect(sandbox.card(card)?.comments).toEqual([])
  })

  it('of somebody else cannot be edited, but may be deleted', async () => {
    const card = makeCard()
    const theirs = sandbox.people.client.comment(card, 'Mine')
    expect(await call('PUT', `/actions/${theirs}/text?value=Yours`)).toMatchObject({ status: 401 })
    expect(sandbox.card(card)?.comments).toMatchObject([{ text: 'Mine' }])
    expect(await call('DELETE', `/cards/${card}/actions/${theirs}/comments`)).toMatchObject({ status: 200 })
    expect(await call('PUT', `/actions/${theirs}/text?value=x`)).toMatchObject({ status: 404 })
  })

  it('are refused when empty, too long, or on another card', async () => {
    const card = makeCard()
    const path = `/cards/${card}/actions/comments`
    for (const text of ['', '  ', 'x'.repeat(16_385)]) {
      expect(await call('POST', path, { body: { text } })).toMatchObject({
        status: 400,
        body: 'invalid value for text',
      })
    }
    const { body } = await call('POST', path, { body: { text: 'x'.repeat(16_384) } })
    const other = makeCard('Another')
    expect(await call('DELETE', `/cards/${other}/actions/${body.id}/comments`)).toMatchObject({ status: 404 })
    expect(sandbox.card(card)?.comments).toHaveLength(1)
  })
})

describe('a board', () => {
  it('gives all that belongs to it in one read', async () => {
    const card = makeCard()
    sandbox.people.client.setField(card, 'Service', 'Mail')
    const query = 'fields=name&lists=open&labels=all&customFields=true&members=all&cards=open'
    const { body } = await call(
      'GET',
      `/boards/${board.id}?${query}&card_fields=name&card_customFieldItems=true`,
    )
    expect(Object.keys(body).sort()).toEqual(
      ['cards', 'customFields', 'id', 'labels', 'lists', 'members', 'name'].sort(),
    )
    expect(body.lists.map(({ name }: { name: string }) => name)).toEqual(['Requests', 'In progress', 'Done'])
    expect(body.labels).toHaveLength(3)
    expect(body.customFields).toHaveLength(5)
    expect(body.members).toContainEqual({
      id: sandbox.people.client.member.id,
      fullName: 'Paul Lambert',
      username: 'paullambert',
    })
    expect(body.cards).toMatchObject([{ id: card, name: 'Book a flight' }])
    expect(body.cards[0].customFieldItems).toHaveLength(1)
  })

  it('lists its cards by state, the newest first, in pages', async () => {
    const [first, second, third] = [makeCard('1'), makeCard('2'), makeCard('3')]
    sandbox.people.client.archive(second)
    const ids = async (path: string) =>
      (await call('GET', `/boards/${board.id}/cards${path}`)).body.map(({ id }: { id: string }) => id)
    expect(await ids('')).toEqual([third, first])
    expect(await ids('/all')).toEqual([third, second, first])
    expect(await ids('/closed')).toEqual([second])
    expect(await ids('/all?limit=2')).toEqual([third, second])
    expect(await ids(`/all?limit=2&before=${second}`)).toEqual([first])
    expect(await call('GET', `/boards/${board.id}/cards/odd`)).toMatchObject({ status: 400 })
  })

  it('keeps the history that Trello keeps, the newest first', async () => {
    const card = makeCard()
    const { client } = sandbox.people
    client.addLabel(card, 'Urgent')
    client.moveCard(card, 'Done')
    const comment = client.comment(card, 'Thanks')
    client.editComment(comment, 'Thank you')
    const types = async (path: string) =>
      (await call('GET', path)).body.map(({ type }: { type: string }) => type)
    expect(await types(`/boards/${board.id}/actions`)).toEqual([
      'commentCard',
      'updateCard',
      'updateCard',
      'updateCard',
      'createCard',
    ])
    expect(await types(`/cards/${card}/actions`)).toEqual(['commentCard', 'updateCard'])
    expect(await types(`/cards/${card}/actions?filter=createCard`)).toEqual(['createCard'])
    expect(await types(`/boards/${board.id}/actions?limit=1`)).toEqual(['commentCard'])
    expect(await types(`/boards/${board.id}/actions?limit=2&page=2`)).toEqual(['createCard'])
    const { body } = await call(
      'GET',
      `/boards/${board.id}/actions?filter=updateCard:idList&memberCreator=false`,
    )
    expect(body).toMatchObject([{ data: { listBefore: { name: 'Requests' }, listAfter: { name: 'Done' } } }])
    expect(body[0]).not.toHaveProperty('memberCreator')
    expect(body[0]).not.toHaveProperty('display')
  })

  it('tells what happened since an action or a moment', async () => {
    let clock = new Date('2026-11-02T09:00:00.000Z')
    const shifted = await startTrelloSandbox({ now: () => clock })
    const made = shifted.board('Clocked')
    const early = shifted.people.client.createCard({ board: made.id, list: 'To Do', title: 'early' })
    clock = new Date('2026-11-02T10:00:00.000Z')
    const late = shifted.people.client.createCard({ board: made.id, list: 'To Do', title: 'late' })
    const get = callerOf(shifted)
    const cards = async (query: string) =>
      (await get('GET', `/boards/${made.id}/actions?${query}`)).body.map(
        ({ data }: { data: { card: { id: string } } }) => data.card.id,
      )
    expect(early.slice(0, 8)).toBe(Math.floor(Date.parse('2026-11-02T09:00:00Z') / 1000).toString(16))
    expect(await cards('since=2026-11-02T09:30:00Z')).toEqual([late])
    expect(await cards('before=2026-11-02T09:30:00Z')).toEqual([early])
    const [, first] = (await get('GET', `/boards/${made.id}/actions`)).body
    expect(await cards(`since=${first.id}`)).toEqual([late])
    expect((await get('GET', `/cards/${late}?fields=dateLastActivity`)).body.dateLastActivity).toBe(
      '2026-11-02T10:00:00.000Z',
    )
    await shifted.close()
  })

  it('is read together with other things in a batch', async () => {
    const card = makeCard()
    sandbox.calls.reset()
    const urls = [`/cards/${card}?fields=name`, `/boards/${board.id}?fields=name`, `/cards/${nobody}`]
    const { body } = await call('GET', `/batch?urls=${encodeURIComponent(urls.join(','))}`)
    expect(body).toEqual([
      { 200: { id: card, name: 'Book a flight' } },
      { 200: { id: board.id, name: 'Dupont' } },
      { 404: 'The requested resource was not found.' },
    ])
    expect(sandbox.calls.all).toHaveLength(1)
    const eleven = Array.from({ length: 11 }, () => `/cards/${card}`).join(',')
    expect(await call('GET', `/batch?urls=${eleven}`)).toMatchObject({ status: 400 })
  })
})

describe('the log of calls', () => {
  it('counts reads and writes, also of one card', async () => {
    const [card, other] = [makeCard(), makeCard('Other')]
    await call('GET', `/cards/${card}`)
    await call('PUT', `/cards/${card}?name=x`)
    const { body } = await call('POST', `/cards/${card}/actions/comments?text=x`)
    await call('PUT', `/actions/${body.id}/text?value=y`)
    await call('GET', `/cards/${other}`)
    const { calls } = sandbox
    expect([calls.reads(card), calls.writes(card)]).toEqual([1, 3])
    expect([calls.reads(), calls.writes(), calls.writes(other)]).toEqual([2, 3, 0])
    expect(calls.all[1]).toMatchObject({
      method: 'PUT',
      path: `/cards/${card}`,
      query: { name: 'x' },
      status: 200,
    })
    calls.reset()
    expect(calls.all).toEqual([])
  })
})
