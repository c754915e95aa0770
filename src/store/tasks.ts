import { type Selectable, sql } from 'kysely'
import type { Decision, FindingCode } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { Facts } from '#model/facts.ts'
import type { Pending, Shown } from '#model/operation.ts'
import type { RunState } from '#model/run.ts'
import type { Instant, Observed, TaskRef } from '#model/task.ts'
import type { Database, Db } from './database.ts'
import { judgingPolicy } from './judging-policy.ts'

/** A task as we keep it. */
export interface StoredTask {
  readonly id: string
  readonly boardId: string
  readonly state: 'open' | 'gone'
  /** As the tool showed it at the last look. */
  readonly observed: Observed
  readonly facts: Facts
  /** What is ours on it, as we left it: the base of the merge. */
  readonly shown: Shown
  /** Set while a run writes; if it is still there, that run never ended. */
  readonly pending: Pending | null
  readonly decisionId: string | null
  readonly headline: FindingCode | null
  readonly lastState: RunState
  /** Did its last judgement find something for the assistant alone? */
  readonly hasPrivate: boolean
  /** The work that it promises for the day on which it is due; null when it promises none. */
  readonly promisedMinutes: number | null
  /** Raised by all that is told about it outside its board; only `takeRevision` changes it. */
  readonly revision: number
  /** When to look at it again although nothing has changed, null for never; only `lookAgainAt` changes it. */
  readonly lookAt: Instant | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** What a task is kept in; what lists alone are searched by is left out. */
const columns = [
  'id',
  'board_id',
  'connection_id',
  'task_id',
  'state',
  'observed',
  'facts',
  'shown',
  'pending',
  'decision_id',
  'headline',
  'last_state',
  'has_private',
  'promised_minutes',
  'revision',
  'look_at',
  'created_at',
  'updated_at',
] as const

export type TaskStore = ReturnType<typeof createTaskStore>

export function createTaskStore(db: Db) {
  return {
    async find(ref: Pick<TaskRef, 'connectionId' | 'taskId'>): Promise<StoredTask | null> {
      const row = await db
        .selectFrom('tasks')
        .select(columns)
        .where('connection_id', '=', ref.connectionId)
        .where('task_id', '=', ref.taskId)
        .executeTakeFirst()
      return row === undefined ? null : taskOf(row)
    },

    /** Insert or replace; one statement. */
    async saveMany(tasks: readonly StoredTask[]): Promise<void> {
      if (tasks.length > 0) await upsertTasks(db, tasks).execute()
    },

    /** What is known of some tasks of a connection, by the tool's id. */
    async findMany(connectionId: string, taskIds: readonly string[]): Promise<Map<string, StoredTask>> {
      if (taskIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('tasks')
        .select(columns)
        .where('connection_id', '=', connectionId)
        .where('task_id', 'in', taskIds)
        .execute()
      return new Map(rows.map((row) => [row.task_id, taskOf(row)]))
    },

    /** The tool's ids of the tasks of a board that are open, or that are gone. */
    async on(boardId: string, state: StoredTask['state']): Promise<string[]> {
      const rows = await db
        .selectFrom('tasks')
        .select('task_id')
        .where('board_id', '=', boardId)
        .where('state', '=', state)
        .execute()
      return rows.map((row) => row.task_id)
    },

    /** The tool's ids of the open tasks of a board that were ever judged: those that may show something of ours. */
    async judgedOn(boardId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('tasks')
        .select('task_id')
        .where('board_id', '=', boardId)
        .where('state', '=', 'open')
        .where('decision_id', 'is not', null)
        .execute()
      return rows.map((row) => row.task_id)
    },

    /** Let what was taken in silently be judged at the next look, as if it were new. @returns the tool's ids */
    async judgeTakenIn(
      boardId: string,
      { since, silent }: { readonly since: Instant | null; readonly silent: boolean },
    ): Promise<string[]> {
      const facts = JSON.stringify({ takenIn: false, fingerprint: '', silent })
      const rows = await db
        .updateTable('tasks')
        .set({ facts: sql<string>`facts || ${facts}::jsonb` })
        .where('board_id', '=', boardId)
        .where('state', '=', 'open')
        .where(sql<boolean>`(facts->>'takenIn')::boolean`)
        .$if(since !== null, (query) =>
          query.where(sql<boolean>`(observed->>'createdAt')::timestamptz >= ${since}::timestamptz`),
        )
        .returning('task_id')
        .execute()
      return rows.map((row) => row.task_id)
    },

    /**
     * How many requests of a client, beside one, had come by a moment since the beginning of its week and month, and whether
     * there ever was one. What the assistant wrote down herself does not count. Looks at the tasks of that month only.
     */
    async countOf(
      clientId: string,
      {
        except,
        by,
        week,
        month,
      }: { readonly except: TaskRef } & Readonly<Record<'by' | 'week' | 'month', Instant>>,
    ): Promise<{ week: number; month: number; isFirst: boolean }> {
      const ofClient = db
        .selectFrom('tasks')
        .innerJoin('boards', 'boards.id', 'tasks.board_id')
        .where('boards.client_id', '=', clientId)
        .where('tasks.task_id', '!=', except.taskId)
        .where('tasks.last_state', '!=', 'not-judged')
        .where('tasks.created_at', '<=', new Date(by))
      const since = ofClient
        .where('tasks.last_state', '!=', 'taken-in')
        .where('tasks.created_at', '>=', new Date(month < week ? month : week))
        .select('tasks.created_at')
      const [recent, ever] = await Promise.all([
        since.execute(),
        ofClient.select('tasks.id').limit(1).execute(),
      ])
      const countSince = (moment: Instant) =>
        recent.filter(({ created_at }) => created_at.toISOString() >= moment).length
      return { week: countSince(week), month: countSince(month), isFirst: ever.length === 0 }
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<StoredTask> {
      const row = await db.selectFrom('tasks').select(columns).where('id', '=', id).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no task ${id}`)
      return taskOf(row)
    },

    /** The client whose request it is. @throws AppError NOT_FOUND */
    async clientOf(id: string): Promise<string> {
      const row = await db.selectFrom('tasks').select('client_id').where('id', '=', id).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no task ${id}`)
      return row.client_id
    },

    /** What is remembered of a task, and its present verdict. @throws AppError NOT_FOUND */
    async judged(id: string): Promise<{ facts: Facts; decision: Decision | null }> {
      const row = await db
        .selectFrom('tasks')
        .leftJoin('decisions', 'decisions.id', 'tasks.decision_id')
        .select(['tasks.facts', 'decisions.document as decision'])
        .where('tasks.id', '=', id)
        .executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no task ${id}`)
      return row
    },

    /** The open tasks of a client, over all boards. */
    async openOf(clientId: string): Promise<TaskRef[]> {
      const rows = await db
        .selectFrom('tasks')
        .select(sql<TaskRef>`observed -> 'ref'`.as('ref'))
        .where('client_id', '=', clientId)
        .where('state', '=', 'open')
        .where('last_state', 'not in', ['not-judged', 'taken-in'])
        .execute()
      return rows.map(({ ref }) => ref)
    },

    /** Minutes of work that other open tasks under a policy promise for a time, usually a day. */
    async promisedFor(
      policyId: string,
      { from, to, except }: { readonly from: Instant; readonly to: Instant; readonly except: TaskRef },
    ): Promise<number> {
      const row = await db
        .selectFrom('tasks')
        .innerJoin('clients', 'clients.id', 'tasks.client_id')
        .select(({ fn }) => fn.sum<string | null>('promised_minutes').as('minutes'))
        .where(judgingPolicy, '=', policyId)
        .where('tasks.state', '=', 'open')
        .where('tasks.due_at', '>=', new Date(from))
        .where('tasks.due_at', '<=', new Date(to))
        .where('tasks.task_id', '!=', except.taskId)
        .executeTakeFirstOrThrow()
      return Number(row.minutes ?? 0)
    },

    async lookAgainAt(id: string, moment: Instant | null): Promise<void> {
      await db.updateTable('tasks').set({ look_at: moment }).where('id', '=', id).execute()
    },

    /** The tool's ids of open requests on a board that were to be looked at again by now. */
    async toLookAt(boardId: string, now: Instant): Promise<string[]> {
      const rows = await db
        .selectFrom('tasks')
        .select('task_id')
        .where('board_id', '=', boardId)
        .where('state', '=', 'open')
        .where('last_state', '!=', 'not-judged')
        .where('look_at', '<=', new Date(now))
        .execute()
      return rows.map((row) => row.task_id)
    },

    /** The tool's ids of open tasks whose last run ended in one of these states. */
    async endedIn(boardId: string, states: readonly RunState[]): Promise<string[]> {
      const rows = await db
        .selectFrom('tasks')
        .select('task_id')
        .where('board_id', '=', boardId)
        .where('state', '=', 'open')
        .where('last_state', 'in', states)
        .execute()
      return rows.map((row) => row.task_id)
    },
  }
}

/** The statement by which tasks are inserted or replaced; at least one. */
export const upsertTasks = (db: Db, tasks: readonly StoredTask[]) =>
  db
    .insertInto('tasks')
    .values(tasks.map(rowOf))
    .onConflict((conflict) =>
      conflict.columns(['connection_id', 'task_id']).doUpdateSet(({ ref }) => ({
        board_id: ref('excluded.board_id'),
        state: ref('excluded.state'),
        observed: ref('excluded.observed'),
        facts: ref('excluded.facts'),
        shown: ref('excluded.shown'),
        pending: ref('excluded.pending'),
        decision_id: ref('excluded.decision_id'),
        headline: ref('excluded.headline'),
        last_state: ref('excluded.last_state'),
        client_id: ref('excluded.client_id'),
        title: ref('excluded.title'),
        url: ref('excluded.url'),
        due_at: ref('excluded.due_at'),
        has_private: ref('excluded.has_private'),
        promised_minutes: ref('excluded.promised_minutes'),
        updated_at: ref('excluded.updated_at'),
      })),
    )

const rowOf = (task: StoredTask) => ({
  id: task.id,
  board_id: task.boardId,
  connection_id: task.observed.ref.connectionId,
  task_id: task.observed.ref.taskId,
  state: task.state,
  observed: JSON.stringify(kept(task.observed)),
  facts: JSON.stringify(task.facts),
  shown: JSON.stringify(task.shown),
  pending: task.pending === null ? null : JSON.stringify(task.pending),
  decision_id: task.decisionId,
  headline: task.headline,
  last_state: task.lastState,
  client_id: sql<string>`(select client_id from boards where id = ${task.boardId})`,
  title: task.observed.title,
  url: task.observed.url,
  due_at: task.facts.dueAt,
  has_private: task.hasPrivate,
  promised_minutes: task.promisedMinutes,
  // Before we knew of it nobody can have answered us.
  heard_at: task.createdAt,
  created_at: task.createdAt,
  updated_at: task.updatedAt,
})

/** What people say, and where their files lie, is passed on and not kept. */
const kept = (observed: Observed): Observed => ({
  ...observed,
  comments: null,
  attachments: observed.attachments.map((file) => ({ ...file, url: null })),
})

/** A row as a task. */
const taskOf = (row: Pick<Selectable<Database['tasks']>, (typeof columns)[number]>): StoredTask => ({
  id: row.id,
  boardId: row.board_id,
  state: row.state,
  observed: row.observed,
  facts: factsOf(row.facts),
  shown: row.shown,
  pending: row.pending,
  decisionId: row.decision_id,
  headline: row.headline,
  lastState: row.last_state,
  hasPrivate: row.has_private,
  promisedMinutes: row.promised_minutes,
  revision: row.revision,
  lookAt: row.look_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})

/** What was kept when one order to undo could wait has that one instead of a list. */
const factsOf = (facts: Facts): Facts => ({
  ...facts,
  undo: facts.undo === null ? null : [facts.undo].flat(),
})
