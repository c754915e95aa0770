import { createTrelloLimiters } from '#adapters/trello/client.ts'
import { createTrello } from '#adapters/trello/index.ts'
import type { Person } from '#adapters/trello/sandbox/person.ts'
import { signWebhook } from '#adapters/trello/sandbox/signature.ts'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import type { WebhookKeys } from '#model/adapter.ts'
import {
  type Bench,
  type BenchFaults,
  type BenchOptions,
  type FaultMatch,
  type Hands,
  type Harness,
  namesOf,
  newAttempt,
  numbersOf,
  type Sight,
} from './harness.ts'
import { startReceiver } from './receiver.ts'

const connectionId = 'con-trello'

const board = {
  lists: ['requests', 'waiting', 'done'],
  labels: [{ name: 'vip', color: 'sky' }, { name: 'QUOTE needed' }],
  customFields: [
    { name: 'Estimate', type: 'number' },
    { name: 'Surcharge', type: 'number' },
    { name: 'Service', type: 'list', options: ['Blog', 'Social'] },
  ],
} as const

/** Trello: a board with the Custom Fields Power-Up, or a bare one without. */
export const trelloHarness: Harness = {
  tool: 'trello',
  handshake: 'head',
  subscribes: 'api',
  afterDelete: 'gone',
  ownsLabels: 'board',
  archives: true,
  tellsOfFiles: true,
  longestText: 16_384,
  writesOf: (_labels, fields) => Number(fields > 0) + 2,
  readsOfMove: 1,
  sign: (body, { secret, callbackUrl }) => ({ 'x-trello-webhook': signWebhook(secret, body, callbackUrl) }),
  start,
}

async function start({ bare = false, limit }: BenchOptions = {}): Promise<Bench> {
  const sandbox = await startTrelloSandbox({
    ...(limit && { rateLimits: { perToken: limit.requests, intervalMs: limit.windowMs } }),
  })
  const receiver = await startReceiver()
  const { id: boardId, name } = sandbox.board('Claire', bare ? { lists: board.lists } : board)
  const { client, assistant } = sandbox.people
  const module = createTrello(createTrelloLimiters())
  const connect: Bench['connect'] = ({ apiUrl = sandbox.url, isUnknown = false }) =>
    module.connect({
      connectionId,
      credentials: { ...sandbox.credentials, ...(isUnknown && { token: 'ATTAnobody' }) },
      apiUrl,
    })
  const adapter = connect({})
  const keys: WebhookKeys = {
    connectionId,
    secrets: [sandbox.credentials.secret],
    callbackUrl: receiver.url(`/webhooks/trello/${connectionId}`),
    userId: assistant.member.id,
  }
  return {
    module,
    adapter,
    connect,
    credentials: { ...sandbox.credentials },
    apiUrl: sandbox.url,
    containerId: boardId,
    boardName: name,
    userIds: { us: keys.userId, client: client.member.id },
    secrets: Object.values(sandbox.credentials),
    people: { client: handsOf(client, boardId), assistant: handsOf(assistant, boardId) },
    receiver,
    faults: faultsOf(sandbox),
    calls: sandbox.calls,
    see: (id) => sightOf(sandbox, id),
    addNeighbor: null,
    labelNames: () => sandbox.labels(boardId).map((label) => label.name),
    deleteComment: async (id) => assistant.deleteComment(id),
    lose: (id) => client.deleteCard(id),
    async tune() {
      await adapter.subscribe(boardId, keys.callbackUrl, newAttempt())
      return keys
    },
    webhookUrls: () => sandbox.webhooks().map(({ callbackURL }) => callbackURL),
    suspendWebhooks: () => suspend(sandbox),
    settled: sandbox.settled,
    async close() {
      await sandbox.close()
      await receiver.close()
    },
  }
}

function handsOf(person: Person, boardId: string): Hands {
  return {
    create: ({ status = 'requests', ...draft }) =>
      person.createCard({ board: boardId, list: status, ...draft }),
    edit: (id, edit) => person.editCard(id, edit),
    move: (id, status) => person.moveCard(id, status),
    addLabel: (id, label) => person.addLabel(id, label),
    removeLabel: (id, label) => person.removeLabel(id, label),
    setNumber: (id, field, value) => person.setField(id, field, value),
    choose: (id, field, option) => person.setField(id, field, option),
    attach: (id, file) => person.attach(id, file),
    comment: (id, text) => person.comment(id, text),
    editComment: (commentId, text) => person.editComment(commentId, text),
    archive: (id) => person.archive(id),
    remove: (id) => person.deleteCard(id),
  }
}

function sightOf(sandbox: TrelloSandbox, id: string): Sight | null {
  const card = sandbox.card(id)
  if (card === null) return null
  const { title, text, list, labels, fields, comments } = card
  return { title, text, status: list, labels: namesOf(labels), numbers: numbersOf(fields), comments }
}

function faultsOf({ faults }: TrelloSandbox): BenchFaults {
  const match = ({ lost = false, only }: FaultMatch) => ({
    afterCommit: lost,
    onlyWrites: only !== undefined,
    path: only === 'comments' ? /comments$/ : /./,
  })
  return {
    answer: (status, wanted = {}) => faults.failNext(1, { status, ...match(wanted) }),
    hang: (wanted = {}) => faults.hangNext(1, match(wanted)),
    cut: () => faults.cutNext(1),
    spoil: faults.spoil,
    doubleWebhooks: () => faults.doubleNextWebhooks(100),
  }
}

/** As Trello does after a month of failures. */
async function suspend({ url, credentials, webhooks }: TrelloSandbox): Promise<void> {
  const { apiKey, token } = credentials
  const authorization = `OAuth oauth_consumer_key="${apiKey}", oauth_token="${token}"`
  for (const { id } of webhooks())
    await fetch(`${url}/webhooks/${id}?active=false`, { method: 'PUT', headers: { authorization } })
}
