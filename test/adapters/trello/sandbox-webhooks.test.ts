import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signWebhook } from '#adapters/trello/sandbox/signature.ts'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { callerOf, type Receiver, startReceiver } from './sandbox-caller.ts'

let sandbox: TrelloSandbox
let receiver: Receiver
let call: ReturnType<typeof callerOf>
let board: ReturnType<TrelloSandbox['board']>

beforeEach(async () => {
  sandbox = await startTrelloSandbox({ secret: 's3cret' })
  receiver = await startReceiver()
  call = callerOf(sandbox)
  board = sandbox.board('Dupont', {
    lists: ['Requests', 'Done'],
    labels: [{ name: 'Urgent', color: 'red' }],
    customFields: [{ name: 'Estimate', type: 'number' }],
  })
})

afterEach(async () => {
  await sandbox.close()
  await receiver.close()
})

function subscribe(idModel = board.id, path = '/wh?c=1') {
  return call('POST', '/webhooks/', { body: { idModel, callbackURL: `${receiver.url}${path}` } })
}

function makeCard(title = 'Book a flight'): string {
  return sandbox.people.client.createCard({ board: board.id, list: 'Requests', title })
}

describe('subscribing', () => {
  it('asks the callback with a HEAD and keeps the webhook with the token', async () => {
    const { body } = await subscribe()
    expect(receiver.heads).toHaveLength(1)
    expect(body).toMatchObject({
      idModel: board.id,
      callbackURL: `${receiver.url}/wh?c=1`,
      description: '',
      active: true,
      consecutiveFailures: 0,
      firstConsecutiveFailDate: null,
    })
    const { token } = sandbox.credentials
    expect((await call('GET', `/tokens/${token}/webhooks`)).body).toEqual([body])
    expect((await call('GET', `/webhooks/${body.id}`)).body).toEqual(body)
    expect(await call('GET', '/webhooks')).toMatchObject({ status: 404 })
  })

  it('is refused when the callback does not answer 200, is not there, or is no address', async () => {
    receiver.headStatus = 404
    const callbackURL = `${receiver.url}/wh?c=1`
    expect(await subscribe()).toMatchObject({
      status: 400,
      body: `URL (${callbackURL}) did not return 200 status code, got 404`,
    })
    receiver.headStatus = 204
    expect((await subscribe()).body).toContain('got 204')
    const gone = await call('POST', '/webhooks', {
      body: { idModel: board.id, callbackURL: 'http://127.0.0.1:1/' },
    })
    expect(gone).toMatchObject({ status: 400, body: expect.stringContaining('could not be reached') })
    const nonsense = await call('POST', '/webhooks', { body: { idModel: board.id, callbackURL: 'nowhere' } })
    expect(nonsense).toMatchObject({ status: 400, body: 'invalid value for callbackURL' })
    expect(sandbox.webhooks()).toEqual([])
  })

  it('is refused for an unknown model and for the same model and callback twice', async () => {
    expect(await subscribe('0123456789abcdef01234567')).toMatchObject({ status: 400 })
    await subscribe()
    expect(await subscribe()).toMatchObject({
      status: 400,
      body: 'A webhook with that callback, model, and token already exists',
    })
    expect(await subscribe(board.id, '/wh?c=2')).toMatchObject({ status: 200 })
  })

  it('can be changed, switched off and on, and taken back', async () => {
    const { body } = await subscribe()
    const path = `/webhooks/${body.id}`
    receiver.headStatus = 500
    expect(await call('PUT', `${path}?callbackURL=${receiver.url}/other`)).toMatchObject({ status: 400 })
    receiver.headStatus = 200
    await call('PUT', `${path}?callbackURL=${receiver.url}/other&active=false`)
    expect(sandbox.webhooks()).toMatchObject([{ callbackURL: `${receiver.url}/other`, active: false }])
    makeCard()
    await sandbox.settled()
    expect(receiver.arrivals).toEqual([])
    await call('PUT', `${path}?active=true`)
    makeCard()
    await sandbox.settled()
    expect(receiver.types()).toEqual(['createCard'])
    await call('DELETE', path)
    makeCard()
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(1)
    expect(await call('GET', path)).toMatchObject({ status: 404 })
  })
})

describe('a webhook', () => {
  it('is signed over its bytes and the callback as registered', async () => {
    await subscribe()
    makeCard('Réserver un vol ✈')
    await sandbox.settled()
    const [arrival] = receiver.arrivals
    const expected = createHmac('sha1', 's3cret')
      .update(Buffer.from(arrival?.raw ?? '', 'utf8'))
      .update(`${receiver.url}/wh?c=1`)
      .digest('base64')
    expect(arrival?.headers).toMatchObject({
      'x-trello-webhook': expected,
      'user-agent': 'Trello',
      'content-type': 'application/json',
    })
  })

  it('is signed like the known vector', () => {
    const body = '{"action":{"type":"createCard"}}'
    expect(signWebhook('s3cret', body, 'https://gca/wh/trello')).toBe('bT0pfM4G3m3YU/TqEgH4I3Ll7C4=')
  })

  it('tells what happened, where, and who did it in the UI', async () => {
    const { body: webhook } = await subscribe()
    const card = makeCard()
    await sandbox.settled()
    const { client } = sandbox.people
    expect(receiver.arrivals[0]?.body).toMatchObject({
      model: {
        id: board.id,
        name: 'Dupont',
        url: expect.stringContaining('/dupont'),
        labelNames: { red: 'Urgent' },
      },
      webhook: { id: webhook.id, idModel: board.id, callbackURL: webhook.callbackURL },
      action: {
        type: 'createCard',
        idMemberCreator: client.member.id,
        appCreator: null,
        data: {
          card: { id: card, name: 'Book a flight', idShort: 1 },
          list: { name: 'Requests' },
          board: { id: board.id, name: 'Dupont' },
        },
        display: { translationKey: 'action_create_card' },
        memberCreator: { id: client.member.id, fullName: 'Paul Lambert', username: 'paullambert' },
      },
    })
    expect(receiver.arrivals[0]?.headers).not.toHaveProperty('x-trello-client-identifier')
  })

  it('names the application and brings back the mark of the request that caused it', async () => {
    await subscribe()
    const card = makeCard()
    await call('PUT', `/cards/${card}?name=Renamed`, { headers: { 'X-Trello-Client-Identifier': 'cadre-1' } })
    await call('PUT', `/cards/${card}?name=Again`)
    await sandbox.settled()
    const [, marked, unmarked] = receiver.arrivals
    expect(marked?.headers['x-trello-client-identifier']).toBe('cadre-1')
    expect(marked?.body.action).toMatchObject({
      appCreator: { id: expect.stringMatching(/^[0-9a-f]{24}$/) },
      idMemberCreator: sandbox.people.assistant.member.id,
    })
    expect(unmarked?.headers).not.toHaveProperty('x-trello-client-identifier')
  })

  it('of one action reaches board, list, card and member with the same id and different models', async () => {
    const card = makeCard()
    const { client, assistant } = sandbox.people
    const watched = [board.id, board.lists.Requests, card, client.member.id]
    for (const [index, model] of watched.entries()) await subscribe(model, `/wh/${index}`)
    await subscribe(assistant.member.id, '/wh/assistant')
    await subscribe(board.lists.Done, '/wh/done')
    client.editCard(card, { text: 'Two seats' })
    await sandbox.settled()
    expect(receiver.arrivals.map(({ body }) => body.model.id).sort()).toEqual([...watched].sort())
    expect(new Set(receiver.arrivals.map(({ body }) => body.action.id)).size).toBe(1)
  })
})

describe('one gesture', () => {
  /** The actions that a gesture causes, in short: type, what was old, how it is displayed. */
  async function actionsOf(gesture: () => unknown) {
    if (sandbox.webhooks().length === 0) await subscribe()
    await sandbox.settled()
    receiver.arrivals.length = 0
    await gesture()
    await sandbox.settled()
    return receiver.arrivals.map(({ body: { action } }) => ({
      type: action.type,
      old: Object.keys(action.data.old ?? {}).join(),
      key: action.display.translationKey,
      id: action.id,
      at: Date.parse(action.date),
      data: action.data,
    }))
  }

  it.each(['addLabel', 'removeLabel'] as const)('%s makes two actions 31 ms apart', async (gesture) => {
    const card = makeCard()
    if (gesture === 'removeLabel') sandbox.people.client.addLabel(card, 'Urgent')
    const [own, whole, ...rest] = await actionsOf(() => sandbox.people.client[gesture](card, 'Urgent'))
    const type = gesture === 'addLabel' ? 'addLabelToCard' : 'removeLabelFromCard'
    expect(own).toMatchObject({ type, old: '', data: { label: { name: 'Urgent', color: 'red' } } })
    expect(whole).toMatchObject({ type: 'updateCard', old: 'idLabels', key: 'unknown' })
    expect(rest).toEqual([])
    expect(whole?.id).not.toBe(own?.id)
    expect(Number(whole?.at) - Number(own?.at)).toBeGreaterThanOrEqual(31)
    expect(Number(whole?.at) - Number(own?.at)).toBeLessThan(1000)
  })

  it('of dragging makes a move and a new position', async () => {
    const card = makeCard()
    const actions = await actionsOf(() => sandbox.people.client.moveCard(card, 'Done'))
    expect(actions).toMatchObject([
      { old: 'idList', key: 'action_move_card_from_list_to_list', data: { listAfter: { name: 'Done' } } },
      { old: 'pos' },
    ])
    expect(actions[0]?.data).not.toHaveProperty('list')
  })

  it('of saving dates makes up to three actions', async () => {
    const card = makeCard()
    const dates = { start: '2026-11-30T09:00:00Z', due: '2026-12-01T10:00:00Z' }
    expect(await actionsOf(() => sandbox.people.client.editCard(card, dates))).toMatchObject([
      { old: 'start', key: 'action_added_a_start_date' },
      { old: 'dueReminder', key: 'unknown' },
      { old: 'due', key: 'action_added_a_due_date', data: { card: { due: '2026-12-01T10:00:00.000Z' } } },
    ])
    expect(
      await actionsOf(() => sandbox.people.client.editCard(card, { due: '2026-12-02T10:00:00Z' })),
    ).toMatchObject([{ old: 'due', key: 'action_changed_a_due_date' }])
    expect(await actionsOf(() => sandbox.people.client.editCard(card, { due: null }))).toMatchObject([
      { old: 'due', key: 'action_removed_a_due_date' },
    ])
  })

  it('of attaching a file names file, card, list and board', async () => {
    const card = makeCard()
    const [action, ...others] = await actionsOf(() =>
      sandbox.people.client.attach(card, { name: 'voice.m4a', mimeType: 'audio/mp4' }),
    )
    expect(others).toEqual([])
    expect(action).toMatchObject({
      type: 'addAttachmentToCard',
      key: 'action_add_attachment_to_card',
      data: {
        attachment: { name: 'voice.m4a', url: expect.stringContaining(card) },
        card: { id: card },
        list: { name: 'Requests' },
        board: { id: board.id },
      },
    })
    expect(action?.data.attachment).not.toHaveProperty('previewUrl')
  })

  it('of making a card with a due date makes the card first and dates it afterwards', async () => {
    const actions = await actionsOf(() =>
      sandbox.people.client.createCard({
        board: board.id,
        list: 'Requests',
        title: 'Flight',
        text: 'Two seats',
        due: '2026-12-01T10:00:00Z',
        labels: ['Urgent'],
      }),
    )
    expect(actions.map(({ type, old }) => `${type} ${old}`)).toEqual([
      'createCard ',
      'updateCard desc',
      'updateCard dueReminder',
      'updateCard due',
      'addLabelToCard ',
      'updateCard idLabels',
    ])
    expect(actions[0]?.data.card).not.toHaveProperty('due')
    expect(actions[3]?.data.old).toEqual({ due: null })
  })

  it('through the API makes one action for each kind of change, and none for what stays the same', async () => {
    const card = makeCard()
    const body = {
      name: 'Booked',
      desc: '',
      idList: board.lists.Done,
      due: '2026-12-01',
      dueComplete: true,
      idLabels: [board.labels.Urgent],
      idMembers: [sandbox.people.client.member.id],
    }
    const actions = await actionsOf(() => call('PUT', `/cards/${card}`, { body }))
    expect(actions.map(({ type, old }) => `${type} ${old}`)).toEqual([
      'updateCard idList',
      'updateCard name',
      'updateCard due',
      'updateCard dueComplete',
      'addLabelToCard ',
      'updateCard idLabels',
      'addMemberToCard ',
    ])
    expect(await actionsOf(() => call('PUT', `/cards/${card}`, { body }))).toEqual([])
  })

  it('of archiving, restoring and deleting is reported, the deletion without the card’s name', async () => {
    const card = makeCard()
    const { client } = sandbox.people
    expect(await actionsOf(() => client.archive(card))).toMatchObject([
      { old: 'closed', key: 'action_archived_card', data: { card: { closed: true } } },
    ])
    expect(await actionsOf(() => client.restore(card))).toMatchObject([
      { old: 'closed', key: 'action_sent_card_to_board', data: { card: { closed: false } } },
    ])
    const [deleted] = await actionsOf(() => client.deleteCard(card))
    expect(deleted).toMatchObject({
      type: 'deleteCard',
      data: { card: { id: card }, list: { name: 'Requests' } },
    })
    expect(deleted?.data.card).not.toHaveProperty('name')
  })

  it('of copying makes one action that names the model, and the copy has its labels', async () => {
    const model = makeCard('Sprint 11')
    sandbox.people.client.addLabel(model, 'Urgent')
    const [copied, ...others] = await actionsOf(() => sandbox.people.client.copyCard(model, 'Sprint 12'))
    expect(others).toEqual([])
    expect(copied).toMatchObject({
      type: 'copyCard',
      data: {
        cardSource: { id: model, name: 'Sprint 11' },
        card: { name: 'Sprint 12' },
        list: {},
        board: {},
      },
    })
    const id = sandbox.cards(board.id).find(({ title }) => title === 'Sprint 12')?.id ?? ''
    expect(sandbox.card(id)?.labels).toEqual(['Urgent'])
  })

  it('of archiving a list and bringing it back tells of the list, and of none of its cards', async () => {
    makeCard()
    const { client } = sandbox.people
    const list = { id: board.lists.Requests, name: 'Requests' }
    const archived = await actionsOf(() => client.archiveList(board.id, 'Requests'))
    expect(archived).toMatchObject([
      { type: 'updateList', old: 'closed', data: { list: { ...list, closed: true } } },
    ])
    expect(archived[0]?.data).not.toHaveProperty('card')
    expect((await call('GET', `/boards/${board.id}/lists`)).body).toMatchObject([{ name: 'Done' }])
    expect(await actionsOf(() => client.restoreList(board.id, 'Requests'))).toMatchObject([
      { type: 'updateList', old: 'closed', data: { list: { ...list, closed: false } } },
    ])
  })

  it('on comments, fields and the board’s labels is reported in Trello’s words', async () => {
    const card = makeCard()
    const { client } = sandbox.people
    let comment = ''
    const made = await actionsOf(() => {
      comment = client.comment(card, 'Please')
    })
    expect(made).toMatchObject([{ type: 'commentCard', id: comment, data: { text: 'Please' } }])
    expect(await actionsOf(() => client.editComment(comment, 'Pretty please'))).toMatchObject([
      {
        type: 'updateComment',
        data: { action: { id: comment, text: 'Pretty please' }, old: { text: 'Please' } },
      },
    ])
    expect(await actionsOf(() => client.deleteComment(comment))).toMatchObject([
      { type: 'deleteComment', data: { action: { id: comment } } },
    ])
    client.setField(card, 'Estimate', 70)
    expect(await actionsOf(() => client.setField(card, 'Estimate', 94.5))).toMatchObject([
      {
        type: 'updateCustomFieldItem',
        data: {
          customField: { name: 'Estimate', type: 'number' },
          customFieldItem: { value: { number: '94.5' }, idModel: card },
          old: { value: { number: '70' } },
        },
      },
    ])
    expect(await actionsOf(() => client.renameLabel(board.id, 'Urgent', 'Very urgent'))).toMatchObject([
      { type: 'updateLabel', data: { label: { name: 'Very urgent' }, old: { name: 'Urgent' } } },
    ])
    expect(await actionsOf(() => client.deleteLabel(board.id, 'Very urgent'))).toMatchObject([
      { type: 'deleteLabel', data: { label: { id: board.labels.Urgent } } },
    ])
    expect(await actionsOf(() => client.createLabel(board.id, { name: 'New' }))).toMatchObject([
      { type: 'createLabel', data: { label: { name: 'New', color: null } } },
    ])
  })

  it('of moving a card away is told to both boards', async () => {
    const card = makeCard()
    const other = sandbox.board('Other')
    await subscribe(other.id, '/other')
    await subscribe()
    sandbox.people.client.moveCard(card, String(other.lists['To Do']))
    await sandbox.settled()
    const told = receiver.arrivals.map(({ body }) => `${body.model.name}: ${body.action.type}`)
    expect(told).toContain('Dupont: moveCardFromBoard')
    expect(told).toContain('Other: moveCardToBoard')
    expect(told).not.toContain('Other: moveCardFromBoard')
  })
})

describe('delivery', () => {
  it('keeps the order of what happened', async () => {
    await subscribe()
    const titles = Array.from({ length: 20 }, (_, index) => `Card ${index}`)
    for (const title of titles) makeCard(title)
    await sandbox.settled()
    expect(receiver.arrivals.map(({ body }) => body.action.data.card.name)).toEqual(titles)
  })

  it('is tried again with the same bytes until it succeeds, and failures are counted meanwhile', async () => {
    await subscribe()
    receiver.answers.push(503, 500)
    makeCard()
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(3)
    expect(new Set(receiver.arrivals.map(({ raw }) => raw)).size).toBe(1)
    expect(sandbox.webhooks()).toMatchObject([{ consecutiveFailures: 0, firstConsecutiveFailDate: null }])
  })

  it('is given up after the last retry, and the webhook says so', async () => {
    await subscribe()
    receiver.answers.push(403, 403, 403, 403)
    makeCard()
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(4)
    expect(sandbox.webhooks()).toMatchObject([
      { active: true, consecutiveFailures: 4, firstConsecutiveFailDate: expect.any(String) },
    ])
    makeCard()
    await sandbox.settled()
    expect(sandbox.webhooks()).toMatchObject([{ consecutiveFailures: 0 }])
  })

  it('to somebody who is gone counts as a failure', async () => {
    await subscribe()
    await receiver.close()
    makeCard()
    await sandbox.settled()
    expect(sandbox.webhooks()).toMatchObject([{ consecutiveFailures: 4 }])
    receiver = await startReceiver()
  })

  it('ends for good when the receiver answers 410', async () => {
    await subscribe()
    receiver.answers.push(410)
    makeCard()
    await sandbox.settled()
    expect(sandbox.webhooks()).toEqual([])
    makeCard()
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(1)
  })

  it('can lose or double webhooks', async () => {
    await subscribe()
    sandbox.faults.dropNextWebhooks(1)
    sandbox.faults.doubleNextWebhooks(1)
    for (const title of ['lost', 'twice', 'once']) makeCard(title)
    await sandbox.settled()
    expect(receiver.arrivals.map(({ body }) => body.action.data.card.name)).toEqual([
      'twice',
      'twice',
      'once',
    ])
    expect(receiver.arrivals[0]?.raw).toBe(receiver.arrivals[1]?.raw)
  })

  it('can lose the mark of the request', async () => {
    await subscribe()
    const card = makeCard()
    sandbox.faults.stripClientIdentifier = true
    await call('PUT', `/cards/${card}?name=x`, { headers: { 'X-Trello-Client-Identifier': 'cadre-1' } })
    await sandbox.settled()
    expect(receiver.arrivals[1]?.body.action.appCreator).not.toBeNull()
    expect(receiver.arrivals[1]?.headers).not.toHaveProperty('x-trello-client-identifier')
  })

  it('can be late', async () => {
    await subscribe()
    sandbox.faults.delayWebhooksMs = 150
    makeCard()
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(receiver.arrivals).toEqual([])
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(1)
  })

  it('can be out of order, the same way for the same seed', async () => {
    const keys = [0.9, 0.1, 0.5]
    const seeded = await startTrelloSandbox({ faults: { shuffle: true }, random: () => keys.shift() ?? 0 })
    const made = seeded.board('Seeded')
    await callerOf(seeded)('POST', '/webhooks', { body: { idModel: made.id, callbackURL: receiver.url } })
    for (const title of ['a', 'b', 'c']) {
      seeded.people.client.createCard({ board: made.id, list: 'To Do', title })
    }
    await seeded.settled()
    expect(receiver.arrivals.map(({ body }) => body.action.data.card.name)).toEqual(['b', 'c', 'a'])
    await seeded.close()
  })

  it('can be held back and released', async () => {
    await subscribe()
    sandbox.faults.pauseWebhooks()
    makeCard('first')
    makeCard('second')
    await sandbox.settled()
    expect(receiver.arrivals).toEqual([])
    sandbox.faults.resumeWebhooks()
    await sandbox.settled()
    expect(receiver.arrivals.map(({ body }) => body.action.data.card.name)).toEqual(['first', 'second'])
  })
})
