import type { Kysely } from 'kysely'
import type { Board, Client } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import type { Attachment, Observed } from '#model/task.ts'
import { factsOf, taskOf } from '#policies/cases/case-judge.ts'
import { compilePolicy } from '#policies/compile.ts'
import { evaluate } from '#policies/evaluate.ts'
import { presetCases } from '#policies/presets/preset-cases.ts'
import { presets } from '#policies/presets/presets.ts'
import { parsePolicy } from '#policies/schema.ts'
import { createBoardStore } from '../../src/store/boards.ts'
import { createClientStore } from '../../src/store/clients.ts'
import type { Database } from '../../src/store/database.ts'
import { createPolicyStore } from '../../src/store/policies.ts'
import { createTaskStore, type StoredTask } from '../../src/store/tasks.ts'

/** The preset whose rules and cases fill the store. */
export const policyId = 'webmarketing'
export const document = presets[policyId] ?? parsePolicy(null)

const clients = 20
const cases = presetCases(policyId)

/**
 * Fill an empty store with judged requests of twenty clients, newest last, all within a day before `now`: the cases of
 * a preset over and over, numbered, so that no two are the same text.
 */
export async function fillWithPast(db: Kysely<Database>, count: number, now: Date): Promise<void> {
  const createdAt = now.toISOString()
  await createPolicyStore(db).append(policyId, document, 0, createdAt)
  await db
    .insertInto('connections')
    .values({
      ...{ id: 'con_1', tool: 'trello', name: 'Trello', user_id: 'u1', credentials: '' },
      ...{ callback_url: null, updates: 'webhook', created_at: createdAt },
    })
    .execute()
  for (let place = 0; place < clients; place += 1) {
    await createClientStore(db).insert(clientAt(place), createdAt)
    await createBoardStore(db).insert(boardAt(place, createdAt))
  }
  const size = 500
  for (let from = 0; from < count; from += size) {
    const places = Array.from({ length: Math.min(size, count - from) }, (_, at) => from + at)
    const judged = places.map((place) => judgedAt(place, new Date(now.getTime() - (count - place) * 5_000)))
    await createTaskStore(db).saveMany(judged.map(({ task }) => task))
    await db
      .insertInto('decisions')
      .values(judged.map(({ task, decision }) => rowOf(task, decision)))
      .execute()
  }
}

/** Two ways of being spoken to, as in practice. */
const clientAt = (place: number): Client => ({
  ...{
    id: `cli_${place}`,
    name: `Client ${place}`,
    language: 'fr',
    address: place % 2 === 0 ? 'tu' : 'vous',
  },
  ...{ timeZone: 'Europe/Paris', policyId, plan: null, terms: {}, acceptedAt: null },
})

const boardAt = (place: number, watchedSince: string): Board => ({
  ...{ id: `brd_${place}`, tool: 'trello', connectionId: 'con_1', containerId: `b${place}` },
  ...{ name: 'Board', url: 'https://example.com', clientId: `cli_${place}`, role: 'client', mode: 'off' },
  mapping: { labels: {}, statuses: [], fields: {}, services: {}, assistants: [] },
  ...{ hourlyWriteLimit: 100, watchedSince, releasedAt: null, sweptUntil: null, missedAt: null },
  ...{ webhook: null, madeIds: [], leavingSince: null, twinBoardId: null, relays: false },
})

const compiled = [0, 1].map((place) => compilePolicy(document, { id: policyId, version: 1 }, clientAt(place)))

function judgedAt(place: number, came: Date): { task: StoredTask; decision: Decision } {
  const each = cases[place % cases.length]
  const policy = compiled[place % 2]
  if (each === undefined || policy === undefined) throw new Error('the preset has no cases')
  const numbered = { ...each, request: { ...each.request, title: `${each.request.title} ${place}` } }
  const [task, facts] = [taskOf(numbered), factsOf(numbered, policy)]
  const decision = evaluate(policy, task, facts, facts.judgedAt)
  const observed: Observed = {
    ref: { tool: 'trello', connectionId: 'con_1', taskId: `card${place}` },
    ...{ containerId: `b${place % clients}`, url: `https://example.com/${place}` },
    ...{
      title: task.title,
      text: task.text,
      attachments: task.attachments.map(asFile),
      labels: [],
      fields: {},
    },
    ...{ createdAt: task.submittedAt, createdBy: null, changedAt: task.submittedAt },
    ...{ dueAt: task.dueAt, dueDay: null, archived: false, template: false, statusId: null, comments: null },
  }
  const at = came.toISOString()
  return {
    decision,
    task: {
      ...{ id: `tsk_${String(place).padStart(6, '0')}`, boardId: `brd_${place % clients}`, state: 'open' },
      ...{ observed, facts, pending: null, decisionId: `dec_${place}`, headline: decision.headline },
      shown: { labels: decision.labels, estimate: null, surcharge: null, status: null, comment: null },
      ...{
        lookAt: null,
        lastState: 'in-sync',
        hasPrivate: false,
        promisedMinutes: null,
        revision: 0,
        createdAt: at,
        updatedAt: at,
      },
    },
  }
}

const asFile = (file: Attachment) => ({ ...file, url: null })

const rowOf = (task: StoredTask, decision: Decision) => ({
  id: task.decisionId ?? '',
  task_id: task.id,
  policy_id: decision.policyId,
  policy_version: decision.policyVersion,
  headline: decision.headline,
  document: JSON.stringify(decision),
  created_at: task.createdAt,
})
