import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Adapter, RawDelivery, Wanted, WebhookKeys } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import type { Operation } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
import { createTrelloLimiters } from '../../../adapters/trello/client.ts'
import { createTrello } from '../../../adapters/trello/index.ts'
import { startTrelloSandbox, type TrelloSandbox } from '../../../adapters/trello/sandbox.ts'
import { receive } from '../../../adapters/trello/webhook.ts'
import { connectionId, createAttempt, failureOf } from './fixtures.ts'

const reference = 'réf. K7Q2'
const wanted: Wanted = {
  labels: [
    { key: 'in_scope', name: 'Dans le cadre', color: 'green' },
    { key: 'out_of_scope', name: 'Hors cadre', color: 'red' },
  ],
  names: { labels: 'Cadre', estimate: 'Estimation', surcharge: 'Majoration' },
  currency: 'EUR',
}

let sandbox: TrelloSandbox
let adapter: Adapter

function connect(): Adapter {
  const credentials = { ...sandbox.credentials, previousSecret: '' }
  return createTrello(createTrelloLimiters()).connect({ connectionId, credentials, apiUrl: sandbox.url })
}

beforeEach(async () => {
  sandbox = await startTrelloSandbox()
  adapter = connect()
})
afterEach(() => sandbox.close())

function createBoard() {
  return sandbox.board('Demandes', {
    lists: ['Demandes', 'En attente'],
    labels: [{ name: 'VIP', color: 'sky' }],
    customFields: [
      { name: 'Estimation', type: 'number' },
      { name: 'Majoration', type: 'text' },
      { name: 'Service', type: 'list', options: ['Voyage', 'Agenda'] },
    ],
  })
}

async function observe(taskId: string): Promise<Observed> {
  const observed = await adapter.observe(taskId, createAttempt())
  if (observed === null) throw new Error('the task is gone')
  return observed
}

/** A board with our labels, and a card on it with a label of the client's own. */
async function prepare() {
  const board = createBoard()
  const cardId = sandbox.people.client.createCard({
    board: board.id,
    list: 'Demandes',
    title: 'Réserver un hôtel 🏨',
    text: 'Deux nuits à Nîmes, s’il vous plaît.',
    due: '2026-12-01T17:00:00+01:00',
    labels: ['VIP'],
  })
  const { labels } = await adapter.provision(board.id, wanted, createAttempt())
  const mapping: Mapping = {
    labels,
    statuses: [
      { id: board.lists.Demandes ?? '', status: 'requested' },
      { id: board.lists['En attente'] ?? '', status: 'waiting' },
    ],
    fields: {
      estimate: { id: board.fields.Estimation ?? '', type: 'number' },
      surcharge: { id: board.fields.Majoration ?? '', type: 'text' },
    },
    services: {},
    assistants: [],
  }
  return { board, cardId, mapping }
}

const verdict: readonly Operation[] = [
  { kind: 'field', field: 'estimate', value: '94.5' },
  { kind: 'field', field: 'surcharge', value: '35 %' },
  { kind: 'label', change: 'add', label: 'out_of_scope' },
  { kind: 'status', status: 'waiting' },
  { kind: 'comment', id: null, text: `Bonjour,\n\n${reference}`, reference, mayExist: false },
]

describe('a card of a client', () => {
  it('is observed as they wrote it, in one call', async () => {
    const { board, cardId } = await prepare()
    sandbox.people.client.setField(cardId, 'Service', 'Voyage')
    sandbox.people.client.comment(cardId, 'C’est pressé ?')
    const attempt = createAttempt()
    const observed = await adapter.observe(cardId, attempt)
    expect(observed).toMatchObject({
      containerId: board.id,
      title: 'Réserver un hôtel 🏨',
      text: 'Deux nuits à Nîmes, s’il vous plaît.',
      dueAt: '2026-12-01T16:00:00.000Z',
      createdBy: sandbox.people.client.member.id,
      statusId: board.lists.Demandes,
      labels: [{ id: board.labels.VIP, name: 'VIP' }],
      archived: false,
      template: false,
    })
    expect(Object.keys(observed?.fields ?? {})).toEqual([board.fields.Service])
    expect(observed?.comments?.map((comment) => comment.text)).toEqual(['C’est pressé ?'])
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })

  it('is nothing any more once it is deleted, and archived while it is archived', async () => {
    const { cardId } = await prepare()
    sandbox.people.client.archive(cardId)
    expect((await observe(cardId)).archived).toBe(true)
    sandbox.people.client.deleteCard(cardId)
    expect(await adapter.observe(cardId, createAttempt())).toBeNull()
    expect(await adapter.observe('no-id-at-all', createAttempt())).toBeNull()
  })

  it('is listed while it is open', async () => {
    const { board, cardId } = await prepare()
    const { tasks, complete } = await adapter.list(board.id, null, createAttempt())
    expect([tasks.map((task) => task.ref.taskId), complete]).toEqual([[cardId], true])
    const { comments: _, ...seen } = await observe(cardId)
    expect(tasks[0]).toEqual({ ...seen, comments: null })
    sandbox.people.client.archive(cardId)
    expect((await adapter.list(board.id, null, createAttempt())).tasks).toEqual([])
  })
})

describe('a card that people do not see on the board any more', () => {
  it('is archived with its list, and back with it', async () => {
    const { board, cardId } = await prepare()
    const { client } = sandbox.people
    client.archiveList(board.id, 'Demandes')
    expect((await observe(cardId)).archived).toBe(true)
    expect((await adapter.list(board.id, null, createAttempt())).tasks).toEqual([])
    client.restoreList(board.id, 'Demandes')
    expect((await observe(cardId)).archived).toBe(false)
    expect((await adapter.list(board.id, null, createAttempt())).tasks).toHaveLength(1)
  })

  it('is gone when it went to a board where we may not look, although our token is good', async () => {
    const { cardId } = await prepare()
    const { client } = sandbox.people
    const hers = sandbox.board('À moi', { lists: ['Plus tard'], members: [client.member.id] })
    client.moveCard(cardId, hers.lists['Plus tard'] ?? '')
    expect(await adapter.observe(cardId, createAttempt())).toBeNull()
    expect(await adapter.comments(cardId, createAttempt())).toBeNull()
    expect((await adapter.whoAmI(createAttempt())).userId).toBe(sandbox.people.assistant.member.id)
  })
})

describe('what looks like a card to programs alone', () => {
  it.each([
    ['separator', '---'],
    ['board', 'https://trello.com/b/bOaRd123'],
    ['mirror', 'https://trello.com/c/aBcD1234'],
  ] as const)('is no request: a %s', async (role, title) => {
    const { board } = await prepare()
    const cardId = sandbox.people.client.createCard({ board: board.id, list: 'Demandes', title, role })
    expect((await observe(cardId)).template).toBe(true)
    const { tasks } = await adapter.list(board.id, null, createAttempt())
    expect(tasks.find(({ ref }) => ref.taskId === cardId)?.template).toBe(true)
  })

  it('is a request where it is a link that somebody put there', async () => {
    const { board } = await prepare()
    const wanted = {
      board: board.id,
      list: 'Demandes',
      title: 'https://canva.com/design/1',
      role: 'link',
    } as const
    expect((await observe(sandbox.people.client.createCard(wanted))).template).toBe(false)
  })
})

describe('a verdict', () => {
  it('is written in three calls and seen by the next look, beside the label of the client', async () => {
    const { board, cardId, mapping } = await prepare()
    const attempt = createAttempt()
    const { commentId } = await adapter.apply(await observe(cardId), verdict, mapping, attempt)
    expect([attempt.reads, attempt.writes]).toEqual([1, 3])
    const seen = await observe(cardId)
    expect(seen.fields).toEqual({
      [board.fields.Estimation ?? '']: '94.5',
      [board.fields.Majoration ?? '']: '35 %',
    })
    expect(new Set(seen.labels.map((label) => label.name))).toEqual(new Set(['VIP', 'Hors cadre']))
    expect(seen.statusId).toBe(board.lists['En attente'])
    expect(seen.comments).toMatchObject([{ id: commentId, text: `Bonjour,\n\n${reference}` }])
    expect(seen.comments?.[0]?.authorId).toBe((await adapter.whoAmI(createAttempt())).userId)
  })

  it('moves nothing into a list that was archived, where nobody would see it, and makes nothing there', async () => {
    const { board, cardId, mapping } = await prepare()
    sandbox.people.client.archiveList(board.id, 'En attente')
    const waiting: Operation = { kind: 'status', status: 'waiting' }
    const move = adapter.apply(await observe(cardId), [waiting], mapping, createAttempt())
    expect((await failureOf(move)).code).toBe('TOOL_MAPPING_STALE')
    expect(sandbox.card(cardId)?.list).toBe('Demandes')
    const due = { at: null, day: null }
    const task = { title: 'Une demande', text: '', due, status: 'waiting' } as const
    const making = adapter.create(board.id, task, mapping, createAttempt())
    expect((await failureOf(making)).code).toBe('TOOL_MAPPING_STALE')
    expect(sandbox.cards(board.id)).toHaveLength(1)
  })

  it.each([
    ['another client’s', {}],
    ['one that we may not see', { members: 'client' }],
  ] as const)(
    'goes with no list that was moved to another board (%s), and neither does a new request',
    async (_, { members }: { members?: 'client' }) => {
      const { board, cardId, mapping } = await prepare()
      const { client } = sandbox.people
      const other = sandbox.board('Autre', {
        lists: ['À lire'],
        ...(members && { members: [client.member.id] }),
      })
      client.moveList(board.id, 'En attente', other.id)
      const waiting: Operation = { kind: 'status', status: 'waiting' }
      const move = adapter.apply(await observe(cardId), [waiting], mapping, createAttempt())
      expect((await failureOf(move)).code).toBe('TOOL_MAPPING_STALE')
      const due = { at: null, day: null }
      const task = { title: 'Une demande', text: '', due, status: 'waiting', labels: [] } as const
      const making = adapter.create(board.id, task, mapping, createAttempt())
      expect((await failureOf(making)).code).toBe('TOOL_MAPPING_STALE')
      expect(sandbox.cards(other.id)).toEqual([])
      expect(sandbox.cards(board.id)).toMatchObject([{ list: 'Demandes' }])
    },
  )

  it('says that the mapping is out of date when the board has lost its custom fields', async () => {
    const { board, cardId, mapping } = await prepare()
    const seen = await observe(cardId)
    sandbox.people.client.dropCustomFields(board.id)
    const [estimate] = verdict
    if (estimate === undefined) throw new Error('no estimate')
    for (const operations of [verdict, [estimate]])
      expect((await failureOf(adapter.apply(seen, operations, mapping, createAttempt()))).code).toBe(
        'TOOL_MAPPING_STALE',
      )
    expect((await adapter.layout(board.id, createAttempt())).fields).toEqual([])
  })

  it('written twice is the same as written once', async () => {
    const { cardId, mapping } = await prepare()
    const before = await observe(cardId)
    const add: Operation = { kind: 'label', change: 'add', label: 'out_of_scope' }
    const remove: Operation = { kind: 'label', change: 'remove', label: 'in_scope' }
    const again = verdict.map((each) => (each.kind === 'comment' ? { ...each, mayExist: true } : each))
    await adapter.apply(before, verdict, mapping, createAttempt())
    const first = await observe(cardId)
    await adapter.apply(first, again, mapping, createAttempt())
    await adapter.apply(before, [add], mapping, createAttempt())
    await adapter.apply(before, [remove], mapping, createAttempt())
    expect({ ...(await observe(cardId)), changedAt: first.changedAt }).toEqual(first)
  })

  it('changes, one label without touching what people added meanwhile', async () => {
    const { board, cardId, mapping } = await prepare()
    const before = await observe(cardId)
    sandbox.people.client.createLabel(board.id, { name: 'Urgent' })
    sandbox.people.client.addLabel(cardId, 'Urgent')
    await adapter.apply(
      before,
      [{ kind: 'label', change: 'add', label: 'in_scope' }],
      mapping,
      createAttempt(),
    )
    expect(new Set((await observe(cardId)).labels.map((label) => label.name))).toEqual(
      new Set(['VIP', 'Urgent', 'Dans le cadre']),
    )
  })

  it('can be taken back: field cleared, labels gone, comment rewritten', async () => {
    const { cardId, mapping } = await prepare()
    const { commentId } = await adapter.apply(await observe(cardId), verdict, mapping, createAttempt())
    const text = `Tout va bien.\n\n${reference}`
    const back: Operation[] = [
      { kind: 'field', field: 'estimate', value: null },
      { kind: 'field', field: 'surcharge', value: null },
      { kind: 'label', change: 'remove', label: 'out_of_scope' },
      { kind: 'status', status: 'requested' },
      { kind: 'comment', id: commentId, text, reference, mayExist: false },
    ]
    expect(await adapter.apply(await observe(cardId), back, mapping, createAttempt())).toEqual({
      commentId,
      relayed: {},
    })
    const seen = await observe(cardId)
    expect([seen.fields, seen.labels.map((label) => label.name)]).toEqual([{}, ['VIP']])
    expect(seen.comments?.map((comment) => comment.text)).toEqual([text])
  })

  it('whose comment was written unseen does not say it twice', async () => {
    const { cardId, mapping } = await prepare()
    const comment = verdict.filter((operation) => operation.kind === 'comment')
    sandbox.faults.cutNext(1, { path: /actions\/comments$/, afterCommit: true })
    const error = await failureOf(adapter.apply(await observe(cardId), comment, mapping, createAttempt()))
    expect(error.code).toBe('TOOL_UNAVAILABLE')
    const again = comment.map((operation) => ({ ...operation, mayExist: true }))
    const { commentId } = await adapter.apply(await observe(cardId), again, mapping, createAttempt())
    expect((await observe(cardId)).comments).toMatchObject([{ id: commentId }])
  })

  it('whose comment a person deleted stays silent', async () => {
    const { cardId, mapping } = await prepare()
    const { commentId } = await adapter.apply(await observe(cardId), verdict, mapping, createAttempt())
    sandbox.people.assistant.deleteComment(commentId ?? '')
    const edit: Operation = { kind: 'comment', id: commentId, text: reference, reference, mayExist: false }
    expect(await adapter.apply(await observe(cardId), [edit], mapping, createAttempt())).toEqual({
      commentId: null,
      relayed: {},
    })
    expect((await observe(cardId)).comments).toEqual([])
  })

  it('whose comment, or a copy, is from when the connection had another account leaves it as it is', async () => {
    const { cardId, mapping } = await prepare()
    const id = sandbox.people.client.comment(cardId, `Bonjour,\n\n${reference}`)
    const edit: Operation = { kind: 'comment', id, text: reference, reference, mayExist: false }
    const copy: Operation = { kind: 'relay', sourceId: 'c7', id, text: 'Paul :\n\nmerci', mayExist: false }
    const untold = { ...(await observe(cardId)), comments: null }
    for (const observed of [await observe(cardId), untold])
      expect(await adapter.apply(observed, [edit, copy], mapping, createAttempt())).toEqual({
        commentId: null,
        relayed: { c7: null },
      })
    expect((await observe(cardId)).comments).toMatchObject([{ text: `Bonjour,\n\n${reference}` }])
  })

  it('whose comment is ours and may not be edited, as with a token that may only read, is not passed over', async () => {
    const { cardId, mapping } = await prepare()
    const { commentId: id } = await adapter.apply(await observe(cardId), verdict, mapping, createAttempt())
    sandbox.faults.failNext(1, { status: 401, onlyWrites: true, body: 'unauthorized permission requested' })
    const edit: Operation = { kind: 'comment', id, text: reference, reference, mayExist: false }
    const work = adapter.apply(await observe(cardId), [edit], mapping, createAttempt())
    expect((await failureOf(work)).code).toBe('TOOL_UNAUTHORIZED')
  })

  it.each([
    ['one label', [{ kind: 'label', change: 'add', label: 'out_of_scope' }]],
    ['several changes', verdict.filter(({ kind }) => kind !== 'comment' && kind !== 'field')],
  ] as const)(
    'with %s whose label was deleted is a stale mapping, which provisioning mends',
    async (_, operations) => {
      const { board, cardId, mapping } = await prepare()
      sandbox.people.assistant.deleteLabel(board.id, 'Hors cadre')
      const error = await failureOf(
        adapter.apply(await observe(cardId), operations, mapping, createAttempt()),
      )
      expect(error.code).toBe('TOOL_MAPPING_STALE')
      const { labels, made } = await adapter.provision(board.id, wanted, createAttempt())
      expect(made).toEqual(['Hors cadre'])
      await adapter.apply(await observe(cardId), operations, { ...mapping, labels }, createAttempt())
      expect((await observe(cardId)).labels.map((label) => label.name)).toContain('Hors cadre')
    },
  )

  it('with a long comment arrives whole', async () => {
    const { cardId, mapping } = await prepare()
    const text = `${'Précision utile. '.repeat(900)}\n\n${reference}`
    const comment: Operation = { kind: 'comment', id: null, text, reference, mayExist: false }
    const { commentId } = await adapter.apply(await observe(cardId), [comment], mapping, createAttempt())
    expect((await observe(cardId)).comments).toMatchObject([{ id: commentId, text }])
  })
})

describe('a board', () => {
  it('shows its places, and who works on it', async () => {
    const board = createBoard()
    const layout = await adapter.layout(board.id, createAttempt())
    expect(layout).toMatchObject({ containerId: board.id, name: 'Demandes', url: board.url })
    expect(layout.lists.map((list) => list.name)).toEqual(['Demandes', 'En attente'])
    expect(layout.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'Estimation: number',
      'Majoration: text',
      'Service: choice',
    ])
    expect(Object.values(layout.fields[2]?.options ?? {})).toEqual(['Voyage', 'Agenda'])
    expect(layout.members.map((member) => member.id)).toContain(sandbox.people.client.member.id)
    expect(await adapter.boards(createAttempt())).toEqual([
      { containerId: board.id, name: 'Demandes', url: board.url },
    ])
  })

  it('on which the account is not is not found, while key or token that are no good are told as such', async () => {
    const { id } = sandbox.board('Privé', { members: [sandbox.people.client.member.id] })
    expect((await failureOf(adapter.layout(id, createAttempt()))).code).toBe('TOOL_NOT_FOUND')
    sandbox.faults.failNext(1, { status: 401, body: 'invalid token' })
    expect((await failureOf(adapter.layout(id, createAttempt()))).code).toBe('TOOL_UNAUTHORIZED')
  })

  it('without custom fields shows none', async () => {
    const board = sandbox.board('Gratuit')
    expect((await adapter.layout(board.id, createAttempt())).fields).toEqual([])
  })

  it('provisioned by two at once ends with one mapping for both', async () => {
    const board = createBoard()
    const [one, other] = await Promise.all([
      adapter.provision(board.id, wanted, createAttempt()),
      connect().provision(board.id, wanted, createAttempt()),
    ])
    const settled = await adapter.provision(board.id, wanted, createAttempt())
    expect(settled.made).toEqual([])
    for (const { labels } of [one, other])
      expect(Object.keys(labels).sort()).toEqual(['in_scope', 'out_of_scope'])
    expect(
      Object.values(one.labels).every((id) => sandbox.labels(board.id).some((label) => label.id === id)),
    ).toBe(true)
  })
})

describe('a webhook', () => {
  async function listen() {
    const deliveries: RawDelivery[] = []
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        )
        if (request.method === 'POST') deliveries.push({ headers, body: Buffer.concat(chunks) })
        response.end()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const callbackUrl = `http://127.0.0.1:${address.port}/webhooks/trello/${connectionId}`
    const keys: WebhookKeys = {
      connectionId,
      secrets: [sandbox.credentials.secret],
      callbackUrl,
      userId: 'u',
    }
    return { deliveries, keys, callbackUrl, close: () => server.close() }
  }

  it('tells of a change by a person with its due date, and of ours as an echo', async () => {
    const { cardId, board, mapping } = await prepare()
    const { deliveries, keys, callbackUrl, close } = await listen()
    expect((await adapter.subscribe(board.id, callbackUrl, createAttempt())).outcome).toBe('created')
    sandbox.people.client.editCard(cardId, { due: '2026-12-02T09:00:00Z' })
    await sandbox.settled()
    const theirs = deliveries.splice(0).map((delivery) => receive(delivery, keys))
    expect(theirs.map(({ kind, taskId }) => [kind, taskId])).toContainEqual(['task', cardId])
    expect(theirs.some((received) => received.dueAt === '2026-12-02T09:00:00.000Z')).toBe(true)
    await adapter.apply(await observe(cardId), verdict, mapping, createAttempt())
    await sandbox.settled()
    const ours = deliveries.map((delivery) => receive(delivery, keys))
    expect(ours.length).toBeGreaterThan(3)
    expect(new Set(ours.map(({ kind }) => kind))).toEqual(new Set(['echo']))
    close()
  })

  it('is subscribed to once, repaired when the address changes, and given up', async () => {
    const board = createBoard()
    const [first, second] = [await listen(), await listen()]
    const { webhookId } = await adapter.subscribe(board.id, first.callbackUrl, createAttempt())
    expect(await adapter.subscribe(board.id, first.callbackUrl, createAttempt())).toEqual({
      webhookId,
      outcome: 'adopted',
    })
    expect(await adapter.subscribe(board.id, second.callbackUrl, createAttempt())).toEqual({
      webhookId,
      outcome: 'repaired',
    })
    expect(sandbox.webhooks()).toMatchObject([
      { id: webhookId, callbackURL: second.callbackUrl, active: true },
    ])
    await adapter.unsubscribe(webhookId ?? '', createAttempt())
    await adapter.unsubscribe(webhookId ?? '', createAttempt())
    expect(sandbox.webhooks()).toEqual([])
    first.close()
    second.close()
  })
})

describe('trouble', () => {
  it.each([
    [503, 'TOOL_UNAVAILABLE'],
    [429, 'TOOL_RATE_LIMITED'],
    [401, 'TOOL_UNAUTHORIZED'],
  ])('%i of the tool is %s, and the next look works again', async (status, code) => {
    const { cardId } = await prepare()
    sandbox.faults.failNext(1, { status })
    const error = await failureOf(adapter.observe(cardId, createAttempt()))
    expect(error.code).toBe(code)
    adapter = connect()
    expect((await observe(cardId)).ref.taskId).toBe(cardId)
  })

  it('never shows a credential', async () => {
    const credentials = { ...sandbox.credentials, token: 'AnotherToken', previousSecret: '' }
    const stranger = createTrello(createTrelloLimiters()).connect({
      connectionId,
      credentials,
      apiUrl: sandbox.url,
    })
    const board = createBoard()
    for (const work of [
      stranger.whoAmI(createAttempt()),
      stranger.subscribe(board.id, 'https://cadre.test/webhooks/trello/x', createAttempt()),
    ]) {
      const error = await failureOf(work)
      expect(error.code).toBe('TOOL_UNAUTHORIZED')
      const shown = `${error.message}${error.stack}${JSON.stringify(error.cause)}`
      for (const secret of ['AnotherToken', sandbox.credentials.apiKey]) expect(shown).not.toContain(secret)
    }
  })
})
