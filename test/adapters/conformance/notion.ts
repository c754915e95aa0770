import { createNotionLimiters } from '#adapters/notion/client.ts'
import { createNotion } from '#adapters/notion/index.ts'
import type { Person } from '#adapters/notion/sandbox/person.ts'
import { signWebhook } from '#adapters/notion/sandbox/signature.ts'
import { type NotionSandbox, startNotionSandbox } from '#adapters/notion/sandbox.ts'
import type { WebhookKeys } from '#model/adapter.ts'
import {
  type Bench,
  type BenchFaults,
  type BenchOptions,
  type FaultMatch,
  type Hands,
  type Harness,
  namesOf,
  numbersOf,
  type Sight,
} from './harness.ts'
import { startReceiver } from './receiver.ts'

const connectionId = 'con-notion'

/** Neither labels nor fields. */
const bareColumns = {
  Status: { type: 'status', groups: { todo: ['requests'], inProgress: ['waiting'], complete: ['done'] } },
  Files: { type: 'files' },
} as const

const columns = {
  ...bareColumns,
  Cadre: { type: 'multi_select', options: ['vip', 'QUOTE needed'] },
  Estimate: { type: 'number' },
  Surcharge: { type: 'number' },
  Service: { type: 'select', options: ['Blog', 'Social'] },
} as const

/** Notion: a data source with columns of a person's that Cadre adopts, or a bare one in which it makes them. */
export const notionHarness: Harness = {
  tool: 'notion',
  handshake: 'token',
  subscribes: 'by hand',
  afterDelete: 'archived',
  ownsLabels: 'board',
  archives: false,
  tellsOfFiles: true,
  longestText: 60_000,
  writesOf: () => 2,
  readsOfMove: 0,
  sign: (body, { secret }) => ({ 'x-notion-signature': signWebhook(secret, body) }),
  start,
}

async function start({ bare = false, limit, gatherMs = 0 }: BenchOptions = {}): Promise<Bench> {
  const sandbox = await startNotionSandbox({
    aggregationMs: gatherMs,
    ...(limit && { rateLimits: limit }),
  })
  const receiver = await startReceiver()
  const { id: sourceId, name } = sandbox.dataSource({
    name: 'Claire',
    properties: bare ? bareColumns : columns,
  })
  const { client, assistant } = sandbox.people
  const module = createNotion(createNotionLimiters())
  const { token } = sandbox.credentials
  const verificationToken = 'secret_conformance'
  const connect: Bench['connect'] = ({ apiUrl = sandbox.url, isUnknown = false }) =>
    module.connect({
      connectionId,
      credentials: { token: isUnknown ? 'ntn_nobody' : token, verificationToken },
      apiUrl,
    })
  const callbackUrl = receiver.url(`/webhooks/notion/${connectionId}`)
  return {
    module,
    adapter: connect({}),
    connect,
    credentials: { token },
    apiUrl: sandbox.url,
    containerId: sourceId,
    boardName: name,
    userIds: { us: sandbox.botId, client: client.user.id },
    secrets: [token, verificationToken],
    people: { client: handsOf(client, sourceId), assistant: handsOf(assistant, sourceId) },
    receiver,
    faults: faultsOf(sandbox),
    calls: sandbox.calls,
    see: (id) => sightOf(sandbox, id),
    addNeighbor: null,
    labelNames: () => sandbox.schema(sourceId).Cadre?.options ?? [],
    deleteComment: (id) => deleteComment(sandbox, id),
    lose: () => sandbox.unshare(sourceId),
    tune: () => subscribe({ sandbox, module, keys: keysFor(sandbox, callbackUrl), receiver }),
    webhookUrls: () => sandbox.subscriptions().map(({ url }) => url),
    suspendWebhooks: async () => undefined,
    settled: sandbox.settled,
    async close() {
      await sandbox.close()
      await receiver.close()
    },
  }
}

const keysFor = ({ botId }: NotionSandbox, callbackUrl: string): WebhookKeys => ({
  connectionId,
  secrets: [],
  callbackUrl,
  userId: botId,
})

interface Subscribing extends Pick<Bench, 'module' | 'receiver'> {
  readonly sandbox: NotionSandbox
  /** Still without a secret. */
  readonly keys: WebhookKeys
}

/** A person makes the subscription; the token arrives by webhook and is pasted back. */
async function subscribe({ sandbox, module, keys, receiver }: Subscribing): Promise<WebhookKeys> {
  await sandbox.subscribe(keys.callbackUrl)
  const told = receiver.posts.at(-1)
  if (told === undefined) throw new Error('the verification token did not arrive')
  const { secret = '' } = module.receive(told, keys)
  sandbox.verify(secret)
  return { ...keys, secrets: [secret] }
}

function handsOf(person: Person, dataSource: string): Hands {
  return {
    create: ({ status: Status = 'requests', labels, ...draft }) =>
      person.createRow({
        dataSource,
        properties: { Status, ...(labels && { Cadre: labels }) },
        ...draft,
      }),
    edit: (id, edit) => person.editRow(id, edit),
    move: (id, name) => person.setStatus(id, name),
    addLabel: (id, label) => person.addOption(id, 'Cadre', label),
    removeLabel: (id, label) => person.removeOption(id, 'Cadre', label),
    setNumber: (id, field, value) => person.editRow(id, { properties: { [field]: value } }),
    choose: (id, field, option) => person.setOption(id, field, option),
    attach: (id, file) => person.attach(id, file),
    comment: (id, text) => person.comment(id, text),
    editComment: (commentId, text) => person.editComment(commentId, text),
    archive: (id) => person.trash(id),
    remove: (id) => person.trash(id),
  }
}

function sightOf(sandbox: NotionSandbox, id: string): Sight | null {
  const row = sandbox.row(id)
  if (row === null) return null
  const { title, text, status: shown, labels, numbers, comments } = row
  return {
    title,
    text,
    status: shown ?? '',
    labels: namesOf(labels.Cadre ?? []),
    numbers: numbersOf(numbers),
    comments,
  }
}

function faultsOf({ faults }: NotionSandbox): BenchFaults {
  const match = ({ lost = false, only }: FaultMatch) => ({
    afterCommit: lost,
    onlyWrites: only !== undefined,
    path: only === 'comments' ? /^\/comments/ : /./,
  })
  return {
    answer: (status, wanted = {}) => faults.failNext(1, { status, ...match(wanted) }),
    hang: (wanted = {}) => faults.hangNext(1, match(wanted)),
    cut: () => faults.cutNext(1),
    spoil: faults.spoil,
    doubleWebhooks: () => faults.doubleNextWebhooks(100),
  }
}

/** In our own name, as people may not delete what a bot wrote. */
async function deleteComment({ url, credentials }: NotionSandbox, id: string): Promise<void> {
  await fetch(`${url}/v1/comments/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${credentials.token}`, 'notion-version': '2026-03-11' },
  })
}
