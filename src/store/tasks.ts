import { type Selectable, sql } from 'kysely'
import type { FindingCode } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Pending, Shown } from '#model/operation.ts'
import type { RunState } from '#model/run.ts'
import type { Instant, Observed, TaskRef } from '#model/task.ts'
import type { Database, Db } from './database.ts'

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
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export type TaskStore = ReturnType<typeof createTaskStore>

export function createTaskStore(db: Db) {
  return {
    async find(ref: Pick<TaskRef, 'connectionId' | 'taskId'>): Promise<StoredTask | null> {
      const row = await db
        .selectFrom('tasks')
        .selectAll()
        .where('connection_id', '=', ref.connectionId)
        .where('task_id', '=', ref.taskId)
        .executeTakeFirst()
      return row === undefined ? null : taskOf(row)
    },

    async save(task: StoredTask): Promise<void> {
      await this.saveMany([task])
    },

    /** Insert or replace; one statement. */
    async saveMany(tasks: readonly StoredTask[]): Promise<void> {
      if (tasks.length === 0) return
      await db
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
            updated_at: ref('excluded.updated_at'),
          })),
        )
        .execute()
    },

    /** What is known of some tasks of a connection, by the tool's id. */
    async findMany(connectionId: string, taskIds: readonly string[]): Promise<Map<string, StoredTask>> {
      if (taskIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('tasks')
        .selectAll()
        .where('connection_id', '=', connectionId)
        .where('task_id', 'in', taskIds)
        .execute()
      return new Map(rows.map((row) => [row.task_id, taskOf(row)]))
    },

    /** The tool's ids of the open tasks of a board. */
    async openOn(boardId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('tasks')
        .select('task_id')
        .where('board_id', '=', boardId)
        .where('state', '=', 'open')
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
        .where('last_state', 'not in', ['taken-in', 'not-judged'])
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
     * How many requests of a client, beside one, have come since two moments, and whether there ever was one. What the
     * assistant wrote down herself does not count. Looks at this month's tasks only.
     */
    async countOf(
      clientId: string,
      { except, week, month }: { readonly except: TaskRef; readonly week: Instant; readonly month: Instant },
    ): Promise<{ week: number; month: number; isFirst: boolean }> {
      const ofClient = db
        .selectFrom('tasks')
        .innerJoin('boards', 'boards.id', 'tasks.board_id')
        .where('boards.client_id', '=', clientId)
        .where('tasks.task_id', '!=', except.taskId)
        .where('tasks.last_state', '!=', 'not-judged')
      const since = ofClient
        .where('tasks.last_state', '!=', 'taken-in')
        .where('tasks.created_at', '>=', new Date(month < week ? month : week))
        .select('tasks.created_at')
      const [recent, ever] = [await since.execute(), await ofClient.select('tasks.id').limit(1).execute()]
      const countSince = (moment: Instant) =>
        recent.filter(({ created_at }) => created_at.toISOString() >= moment).length
      return { week: countSince(week), month: countSince(month), isFirst: ever.length === 0 }
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

const rowOf = (task: StoredTask) => ({
  id: task.id,
  board_id: task.boardId,
  connection_id: task.observed.ref.connectionId,
  task_id: task.observed.ref.taskId,
  state: task.state,
  observed: JSON.stringify({ ...task.observed, comments: null }),
  facts: JSON.stringify(task.facts),
  shown: JSON.stringify(task.shown),
  pending: task.pending === null ? null : JSON.stringify(task.pending),
  decision_id: task.decisionId,
  headline: task.headline,
  last_state: task.lastState,
  created_at: task.createdAt,
  updated_at: task.updatedAt,
})

/** A row as a task. */
export const taskOf = (row: Selectable<Database['tasks']>): StoredTask => ({
  id: row.id,
  boardId: row.board_id,
  state: row.state,
  observed: row.observed,
  facts: row.facts,
  shown: row.shown,
  pending: row.pending,
  decisionId: row.decision_id,
  headline: row.headline,
  lastState: row.last_state,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})
