import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { unanswered } from '#model/answer.ts'
import type { Decision } from '#model/decision.ts'
import { emptyAccount } from '#model/facts.ts'
import type { Run } from '#model/run.ts'
import type { Db } from '../../src/store/database.ts'
import { createRunStore } from '../../src/store/runs.ts'
import { createTaskStore, type StoredTask } from '../../src/store/tasks.ts'
import { freshStore } from '../support/stores.ts'

const at = '2026-11-01T00:00:00.000Z'

it('a run that follows one which never ended closes it, and stands with its task and decision', async () => {
  const { db, close } = await freshStore()
  onTestFinished(close)
  await board(db)
  const runs = createRunStore(db)
  const before = { newDecision: null, interrupted: false, before: null }
  await runs.record(runOf('run_broken', 'applying'), { ...task, lastState: 'applying' }, before)
  const newDecision = { id: 'dec_1', decision }
  const after = { ...task, lastState: 'applied', decisionId: 'dec_1' } as const
  for (const state of ['applying', 'applied'] as const)
    await runs.record({ ...runOf('run_next', state), decision }, after, {
      ...{ newDecision, interrupted: state === 'applying', before: null },
    })

  const kept = await db.selectFrom('runs').select(['id', 'state', 'error_code', 'decision_id']).execute()
  expect(kept.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
    { id: 'run_broken', state: 'failed', error_code: 'RUN_INTERRUPTED', decision_id: null },
    { id: 'run_next', state: 'applied', error_code: null, decision_id: 'dec_1' },
  ])
  const found = await createTaskStore(db).judged(task.id)
  expect(found.decision).toEqual(decision)
})

it('what was kept when one order to undo could wait reads as a list of one', async () => {
  const { db, close } = await freshStore()
  onTestFinished(close)
  await board(db)
  const tasks = createTaskStore(db)
  const undo = { runId: 'run_1', since: null }
  await tasks.saveMany([task])
  await sql`update tasks set facts = facts || ${JSON.stringify({ undo })}::jsonb`.execute(db)
  expect((await tasks.get(task.id)).facts.undo).toEqual([undo])
  await tasks.saveMany([await tasks.get(task.id)])
  expect((await tasks.get(task.id)).facts.undo).toEqual([undo])
})

it('a task that is judged no longer may still show something of ours, and has no time of its own', async () => {
  const { db, close } = await freshStore()
  onTestFinished(close)
  await board(db)
  const tasks = createTaskStore(db)
  const named = (name: string, change: Partial<StoredTask>): StoredTask => {
    const observed = { ...task.observed, ref: { ...task.observed.ref, taskId: name } }
    return { ...task, id: `tsk_${name}`, observed, decisionId: 'dec_1', ...change }
  }
  await tasks.saveMany([
    named('judged', {}),
    named('hers', { lastState: 'not-judged' }),
    named('first', { lastState: 'taken-in', decisionId: null }),
    named('template', { lastState: 'not-judged', decisionId: null }),
  ])
  for (const name of ['judged', 'hers']) await tasks.lookAgainAt(`tsk_${name}`, at)
  expect((await tasks.judgedOn('brd_1')).sort()).toEqual(['hers', 'judged'])
  expect(await tasks.toLookAt('brd_1', at)).toEqual(['judged'])
})

/** A client's board, as far as the store needs it. */
async function board(db: Db): Promise<void> {
  await sql`insert into connections (id, tool, name, user_id, credentials, updates, created_at)
    values ('con_1', 'trello', '', 'me', '', 'poll', ${at})`.execute(db)
  await sql`insert into clients (id, name, language, address, time_zone, policy_id, created_at)
    values ('cli_1', 'Claire', 'fr', 'tu', 'Europe/Paris', 'rules', ${at})`.execute(db)
  await sql`insert into boards (id, connection_id, container_id, name, url, client_id, role, mode, mapping,
      hourly_write_limit, watched_since)
    values ('brd_1', 'con_1', 'board', '', '', 'cli_1', 'client', 'apply', '{}', 100, ${at})`.execute(db)
}

const decision: Decision = {
  ...{ policyId: 'rules', policyVersion: 1, examplesRevision: 0, at, findings: [], privateFindings: [] },
  ...{
    headline: 'in_scope',
    labels: ['in_scope'],
    service: null,
    complexity: 'low',
    takes: null,
    price: null,
  },
  ...{ fields: { estimate: null, surcharge: null }, status: null, message: '', announce: false },
}

const runOf = (id: string, state: Run['state']): Run => ({
  ...{ id, taskId: 'tsk_1', boardId: 'brd_1', state, startedAt: at, finishedAt: null, decision: null },
  ...{
    operations: [],
    unsupported: [],
    timings: {},
    calls: { reads: 1, writes: 0 },
    error: null,
    requestId: null,
  },
})

const task: StoredTask = {
  ...{ id: 'tsk_1', boardId: 'brd_1', state: 'open', pending: null, decisionId: null, headline: 'in_scope' },
  observed: {
    ref: { tool: 'trello', connectionId: 'con_1', taskId: 'card' },
    ...{
      containerId: 'board',
      url: '',
      title: 'card',
      text: '',
      createdAt: at,
      createdBy: null,
      changedAt: at,
    },
    ...{
      dueAt: null,
      dueDay: null,
      archived: false,
      template: false,
      statusId: null,
      labels: [],
      fields: {},
    },
    ...{ attachments: [], comments: null },
  },
  facts: {
    ...{ fingerprint: 'f', judgedAt: at, policyVersion: 1, examplesRevision: 0, dueAt: null, dueSetAt: null },
    ...{ takenIn: false, overrides: [], account: emptyAccount, booksRevision: 0, answers: unanswered },
    ...{ revision: 0, undo: null },
  },
  shown: { labels: [], estimate: null, surcharge: null, status: null, comment: null },
  ...{ lookAt: null, lastState: 'in-sync', hasPrivate: false, promisedMinutes: null, revision: 0 },
  ...{ createdAt: at, updatedAt: at },
}
