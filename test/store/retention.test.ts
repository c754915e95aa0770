import { describe, expect, it, onTestFinished } from 'vitest'
import { unanswered } from '#model/answer.ts'
import type { Decision, Price } from '#model/decision.ts'
import { emptyAccount } from '#model/facts.ts'
import type { ClientRequest } from '#model/request.ts'
import { createBoardStore } from '../../src/store/boards.ts'
import { createClientStore } from '../../src/store/clients.ts'
import { createConnectionStore } from '../../src/store/connections.ts'
import { createDeliveryStore } from '../../src/store/deliveries.ts'
import { createHearing } from '../../src/store/hearing.ts'
import type { Store } from '../../src/store/open.ts'
import { createRequestStore } from '../../src/store/requests.ts'
import { createRetentionStore } from '../../src/store/retention.ts'
import { createRunStore } from '../../src/store/runs.ts'
import { createTaskStore, type StoredTask } from '../../src/store/tasks.ts'
import { createTwinStore } from '../../src/store/twins.ts'
import { storedBoard } from '../support/stored-board.ts'
import { freshStore } from '../support/stores.ts'

const old = '2026-01-01T00:00:00.000Z'
const between = '2026-06-01T00:00:00.000Z'
const recent = '2026-11-01T00:00:00.000Z'
const nothing = { labels: [], estimate: null, surcharge: null, status: null, comment: null }

describe('retention', () => {
  it('removes what is old and no longer needed, just what it foretold, and once', async () => {
    const store = await freshStore()
    onTestFinished(() => store.close())
    await fill(store)
    const retention = createRetentionStore(store.db)
    const foretold = await retention.count(between)
    expect(foretold).toEqual({ deliveries: 1, runs: 1, decisions: 1, texts: 1, requests: 2 })
    expect(await retention.remove(between)).toEqual(foretold)
    expect(await retention.count(between)).toEqual({
      deliveries: 0,
      runs: 0,
      decisions: 0,
      texts: 0,
      requests: 0,
    })

    const gone = await createTaskStore(store.db).find({ connectionId: 'con_1', taskId: 'gone' })
    expect(gone?.observed).toMatchObject({ title: 'gone', text: '', attachments: [] })
    const open = await createTaskStore(store.db).find({ connectionId: 'con_1', taskId: 'open' })
    expect(open?.observed.text).toBe('what open asks')
    const requests = await createRequestStore(store.db).page({}, 10, null)
    expect(requests.map(({ id }) => id)).toEqual(['new', 'with open card', 'waiting for a card'])
    const runs = await store.db.selectFrom('runs').select('id').orderBy('id').execute()
    expect(runs.map(({ id }) => id)).toEqual(['run_gone', 'run_last'])
  })

  it('takes the words of what is gone from its pair too', async () => {
    const store = await freshStore()
    onTestFinished(() => store.close())
    await fill(store)
    const twins = createTwinStore(store.db)
    const copy = { sourceId: 'c1', from: 'request', copyId: 'c2', state: 'there' } as const
    const due = { at: null, day: null }
    const status = { request: null, twin: null }
    for (const name of ['gone', 'open'])
      await twins.save({
        taskId: taskOf(name, 'open', old).id,
        boardId: 'brd_2',
        connectionId: 'con_1',
        twinId: `twin of ${name}`,
        state: 'unlinked',
        parting: 'request-gone',
        base: { title: name, text: `what ${name} asks`, due, status },
        shown: nothing,
        pending: null,
        overrides: [],
        relayed: [{ ...copy, text: 'Claire: merci' }],
        hops: { count: 0, since: old },
        revision: 0,
        createdAt: old,
        updatedAt: old,
      })
    const retention = createRetentionStore(store.db)
    expect((await retention.remove(between)).texts).toBe(1)
    expect((await retention.count(between)).texts).toBe(0)
    const [gone, open] = [await twins.find('tsk_gone'), await twins.find('tsk_open')]
    expect(gone).toMatchObject({ base: { title: 'gone', text: '' }, relayed: [{ ...copy, text: '' }] })
    expect(open).toMatchObject({ base: { text: 'what open asks' }, relayed: [{ text: 'Claire: merci' }] })
  })

  it('keeps what an open request shows, however often it was looked at in vain since', async () => {
    const store = await freshStore()
    onTestFinished(() => store.close())
    await fill(store)
    const runs = createRunStore(store.db)
    const [shown, held] = ['2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z']
    const task = taskOf('held', 'open', held)
    for (const [id, state, startedAt, newDecision] of [
      ['run_shown', 'applied', shown, { id: 'dec_shown', decision: { ...decision, price } }],
      ['run_held', 'held', held, { id: 'dec_held', decision }],
    ] as const)
      await runs.record(
        { id, taskId: task.id, boardId: 'brd_1', state, startedAt, finishedAt: startedAt, ...pass },
        { ...task, decisionId: newDecision.id },
        { newDecision, interrupted: false, before: null },
      )
    await createRetentionStore(store.db).remove(between)
    expect(await createHearing(store.db).priceShownAt(task.id, recent)).toEqual(price)
  })
})

/** A task with an old and a recent run, and one that has long been gone; requests with and without a card. */
async function fill(store: Store): Promise<void> {
  await createConnectionStore(store.db, store.vault).insert({
    id: 'con_1',
    tool: 'trello',
    name: 'test',
    userId: 'me',
    credentials: { token: 't' },
    updates: 'poll',
    callbackUrl: null,
    createdAt: old,
  })
  const client = { language: 'fr', address: 'tu', timeZone: 'Europe/Paris', plan: null, terms: {} } as const
  await createClientStore(store.db).insert(
    { id: 'cli_1', name: 'Claire', policyId: 'rules', acceptedAt: null, ...client },
    old,
  )
  await createBoardStore(store.db).insert(storedBoard({ watchedSince: old }))
  const runs = createRunStore(store.db)
  const record = (id: string, task: StoredTask, startedAt: string, decisionId: string) =>
    runs.record(
      { id, taskId: task.id, boardId: 'brd_1', state: 'in-sync', startedAt, finishedAt: startedAt, ...pass },
      { ...task, decisionId },
      { newDecision: { id: decisionId, decision }, interrupted: false, before: null },
    )
  await record('run_first', taskOf('open', 'open', old), old, 'dec_first')
  await record('run_last', taskOf('open', 'open', recent), recent, 'dec_last')
  await record('run_gone', taskOf('gone', 'gone', old), old, 'dec_gone')
  const delivery = {
    connectionId: 'con_1',
    event: 'updateCard',
    taskId: 'open',
    dueAt: undefined,
    evidence: {},
    requestId: null,
  }
  await createDeliveryStore(store.db).insert([
    { ...delivery, key: 'old', occurredAt: old, receivedAt: old },
    { ...delivery, key: 'recent', occurredAt: recent, receivedAt: recent },
  ])
  const requests = createRequestStore(store.db)
  await requests.add({ ...requestOf('alone', old), card: null })
  await requests.add(requestOf('waiting for a card', old))
  for (const [id, taskId] of [
    ['with gone card', 'gone'],
    ['with open card', 'open'],
  ] as const) {
    await requests.add(requestOf(id, old))
    await requests.link(id, taskId)
  }
  await requests.add(requestOf('new', recent))
}

const decision: Decision = {
  policyId: 'rules',
  policyVersion: 1,
  examplesRevision: 0,
  at: old,
  findings: [],
  privateFindings: [],
  headline: 'in_scope',
  labels: ['in_scope'],
  service: null,
  complexity: 'low',
  takes: null,
  price: null,
  fields: { estimate: null, surcharge: null },
  status: null,
  message: '',
  announce: false,
}

const eur = (minor: number) => ({ min: { minor, currency: 'EUR' }, max: { minor, currency: 'EUR' } })
const price: Price = {
  base: eur(7000),
  surchargeBasisPoints: 0,
  surcharge: eur(0),
  total: eur(7000),
  triggers: [],
  formula: '35,00 €/h × 2 h = 70,00 €',
  deposit: null,
  balance: null,
  isOffered: false,
}

const requestOf = (id: string, createdAt: string): ClientRequest => ({
  id,
  clientId: 'cli_1',
  channel: 'whatsapp',
  title: id,
  text: '',
  from: null,
  receivedAt: createdAt,
  dueAt: null,
  dueSetAt: null,
  service: null,
  hours: null,
  attachments: [],
  decision,
  possibleDuplicateOf: null,
  card: { boardId: 'brd_1', begunAt: null, taskId: null, task: null },
  createdAt,
  actor: { id: 'key_1', name: 'test' },
})

const pass = {
  decision,
  operations: [],
  unsupported: [],
  timings: {},
  calls: { reads: 1, writes: 0 },
  error: null,
  requestId: null,
}

const taskOf = (taskId: string, state: StoredTask['state'], updatedAt: string): StoredTask => ({
  id: `tsk_${taskId}`,
  boardId: 'brd_1',
  state,
  observed: {
    ref: { tool: 'trello', connectionId: 'con_1', taskId },
    containerId: 'board',
    url: 'https://trello.com/c/1',
    title: taskId,
    text: `what ${taskId} asks`,
    createdAt: old,
    createdBy: null,
    changedAt: old,
    dueAt: null,
    dueDay: null,
    archived: false,
    template: false,
    statusId: null,
    labels: [],
    fields: {},
    attachments: [{ name: 'claire.pdf', mimeType: null, url: null }],
    comments: null,
  },
  facts: {
    fingerprint: 'f',
    judgedAt: old,
    policyVersion: 1,
    examplesRevision: 0,
    dueAt: null,
    dueSetAt: null,
    takenIn: false,
    overrides: [],
    account: emptyAccount,
    booksRevision: 0,
    answers: unanswered,
    revision: 0,
    undo: null,
  },
  shown: nothing,
  pending: null,
  decisionId: null,
  headline: 'in_scope',
  lookAt: null,
  lastState: 'in-sync',
  hasPrivate: false,
  promisedMinutes: null,
  revision: 0,
  createdAt: old,
  updatedAt,
})
