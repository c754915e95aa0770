import { createClickUpLimiters } from '#adapters/clickup/client.ts'
import { createClickUp } from '#adapters/clickup/index.ts'
import type { Person } from '#adapters/clickup/sandbox/person.ts'
import { signWebhook } from '#adapters/clickup/sandbox/signature.ts'
import { type ClickUpSandbox, startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
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

const connectionId = 'con-clickup'
const statuses = ['requests', 'waiting', 'done']

const fields = [
  { name: 'Estimate', type: 'number' },
  { name: 'Surcharge', type: 'number' },
  { name: 'Service', type: 'drop_down', options: ['Blog', 'Social'] },
] as const

/** ClickUp: a list whose labels are tags, with fields of a person's or bare of them. */
export const clickupHarness: Harness = {
  tool: 'clickup',
  handshake: 'none',
  subscribes: 'api',
  afterDelete: 'gone',
  ownsLabels: 'space',
  archives: true,
  tellsOfFiles: false,
  longestText: 60_000,
  writesOf: (labels, ofFields) => labels + ofFields + 2,
  readsOfMove: 0,
  sign: (body, { secret }) => ({ 'x-signature': signWebhook(secret, body) }),
  start,
}

async function start({ bare = false, limit }: BenchOptions = {}): Promise<Bench> {
  const sandbox = await startClickUpSandbox({
    ...(limit && { rateLimits: { perToken: limit.requests, intervalMs: limit.windowMs } }),
  })
  const receiver = await startReceiver()
  const place = bare ? {} : { folder: 'Open work' }
  const {
    id: listId,
    name,
    spaceId,
  } = sandbox.list({
    ...place,
    name: 'Claire',
    statuses,
    fields: bare ? [] : fields,
  })
  const { client, assistant, service } = sandbox.people
  if (!bare) leaveTags(assistant, listId, ['vip', 'QUOTE needed'])
  const module = createClickUp(createClickUpLimiters())
  const { token } = sandbox.credentials
  const known = { 'secret:conformance': 'wh00kS3cretOfConformance' }
  const connect: Bench['connect'] = ({ apiUrl = sandbox.url, isUnknown = false }) =>
    module.connect({
      connectionId,
      credentials: { ...known, token: isUnknown ? 'pk_1_NOBODY' : token, teamId: '' },
      apiUrl,
    })
  const adapter = connect({})
  const callbackUrl = receiver.url(`/webhooks/clickup/${connectionId}`)
  return {
    module,
    adapter,
    connect,
    credentials: { token },
    apiUrl: sandbox.url,
    containerId: listId,
    boardName: name,
    userIds: { us: String(service.user.id), client: String(client.user.id) },
    secrets: [token, ...Object.values(known)],
    people: { client: handsOf(client, listId), assistant: handsOf(assistant, listId) },
    receiver,
    faults: faultsOf(sandbox),
    calls: sandbox.calls,
    see: (id) => sightOf(sandbox, id),
    addNeighbor: () => sandbox.list({ ...place, name: 'Archive', statuses: ['shelved', 'closed'] }),
    labelNames: () => sandbox.tags(spaceId),
    deleteComment: async (id) => assistant.deleteComment(id),
    lose: (id) => client.deleteTask(id),
    async tune() {
      const { secret = '' } = await adapter.subscribe(listId, callbackUrl, newAttempt())
      return { connectionId, secrets: [secret], callbackUrl, userId: String(service.user.id) }
    },
    webhookUrls: () => sandbox.webhooks().map(({ endpoint }) => endpoint),
    async suspendWebhooks() {
      // What ClickUp takes for "stop it" (webhook health page).
      receiver.refuse(401, 1)
      client.createTask({ list: listId, name: 'the last one that is told' })
      await sandbox.settled()
    },
    settled: sandbox.settled,
    async close() {
      await sandbox.close()
      await receiver.close()
    },
  }
}

/** A tag comes to be by being put on a task. */
function leaveTags(person: Person, list: string, tags: readonly string[]): void {
  person.deleteTask(person.createTask({ list, name: 'the first one', tags }))
}

function handsOf(person: Person, list: string): Hands {
  return {
    create: ({ title, text, due, labels, status }) =>
      person.createTask({
        list,
        name: title,
        ...(text !== undefined && { description: text }),
        ...(due !== undefined && { due }),
        ...(labels !== undefined && { tags: labels }),
        ...(status !== undefined && { status }),
      }),
    edit: (id, { title, text, due }) =>
      person.editTask(id, {
        ...(title !== undefined && { name: title }),
        ...(text !== undefined && { description: text }),
        ...(due !== undefined && { due }),
      }),
    move: (id, status) => person.setStatus(id, status),
    addLabel: (id, tag) => person.addTag(id, tag),
    removeLabel: (id, tag) => person.removeTag(id, tag),
    setNumber: (id, field, value) => person.setField(id, field, value),
    choose: (id, field, option) => person.setField(id, field, option),
    attach: (id, file) => person.attach(id, file),
    comment: (id, text) => person.comment(id, text),
    editComment: (commentId, text) => person.editComment(commentId, text),
    archive: (id) => person.archive(id),
    remove: (id) => person.deleteTask(id),
  }
}

function sightOf(sandbox: ClickUpSandbox, id: string): Sight | null {
  const task = sandbox.task(id)
  if (task === null) return null
  return {
    title: task.name,
    text: task.description,
    status: task.status,
    labels: namesOf(task.tags),
    numbers: numbersOf(task.fields),
    comments: task.comments.map((comment) => ({
      id: comment.id,
      text: comment.text,
      authorId: String(comment.userId),
    })),
  }
}

function faultsOf({ faults }: ClickUpSandbox): BenchFaults {
  const match = ({ lost = false, only }: FaultMatch) => ({
    afterCommit: lost,
    onlyWrites: only !== undefined,
    path: only === 'comments' ? /\/comment$/ : /./,
  })
  return {
    answer: (status, wanted = {}) => faults.failNext(1, { status, ...match(wanted) }),
    hang: (wanted = {}) => faults.hangNext(1, match(wanted)),
    cut: () => faults.cutNext(1),
    spoil: faults.spoil,
    doubleWebhooks: () => faults.doubleNextWebhooks(100),
  }
}
