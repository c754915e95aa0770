import { type Selectable, sql } from 'kysely'
import type { Answered } from '#model/answer.ts'
import type { Decision, FindingCode } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { Facts, Override } from '#model/facts.ts'
import type { RunState } from '#model/run.ts'
import type { Instant, Tool } from '#model/task.ts'
import type { Database, Db } from './database.ts'
import { older, type Place } from './place.ts'

/** Which tasks a list shows. Times are from a moment on, and up to but not including another. */
export interface TaskFilter {
  readonly boardId?: string | undefined
  readonly clientId?: string | undefined
  readonly headline?: FindingCode | undefined
  readonly state?: 'open' | 'gone' | undefined
  readonly lastState?: RunState | undefined
  readonly dueFrom?: Instant | undefined
  readonly dueTo?: Instant | undefined
  readonly createdFrom?: Instant | undefined
  readonly createdTo?: Instant | undefined
  /** Only those with a finding for the assistant alone, or only those without. */
  readonly private?: boolean | undefined
  /** Words that title and text begin words with, in any order. */
  readonly q?: string | undefined
}

/** A task with its present verdict, as a list shows it: nothing of it needs the big columns. */
export interface TaskRow {
  readonly id: string
  readonly boardId: string
  readonly clientId: string
  readonly tool: Tool
  /** The tool's id. */
  readonly taskId: string
  readonly url: string
  readonly title: string
  readonly state: 'open' | 'gone'
  readonly lastState: RunState
  readonly dueAt: Instant | null
  readonly dueSetAt: Instant | null
  readonly headline: FindingCode | null
  readonly decision: Decision | null
  readonly overrides: readonly Override[]
  /** What the client made of it, if they said. */
  readonly choice: Answered['choice']
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** One task with all that is known of it. */
export interface TaskDetail extends TaskRow {
  readonly text: string
  readonly facts: Facts
}

/** Letters and digits: what is left can mean nothing to the search. */
const searched = /[\p{L}\p{N}]+/gu

/** The ids of a page, newest first: one walk along an index, without the columns that a page does not need. */
export function taskPage(db: Db, filter: TaskFilter, limit: number, after: Place | null) {
  const { q, boardId, clientId, headline, state, lastState } = filter
  const from = { due_at: filter.dueFrom, created_at: filter.createdFrom }
  const to = { due_at: filter.dueTo, created_at: filter.createdTo }
  let query = db.selectFrom('tasks').select(['tasks.id', 'tasks.created_at'])
  const equal = {
    board_id: boardId,
    client_id: clientId,
    headline,
    last_state: lastState,
  } as const
  for (const column of ['board_id', 'client_id', 'headline', 'last_state'] as const) {
    const value = equal[column]
    if (value !== undefined) query = query.where(column, '=', value)
  }
  for (const column of ['due_at', 'created_at'] as const) {
    const [first, last] = [from[column], to[column]]
    if (first !== undefined) query = query.where(column, '>=', new Date(first))
    if (last !== undefined) query = query.where(column, '<', new Date(last))
  }
  // Written out, so that the index of the few tasks that are gone is known to hold them all.
  if (state !== undefined) query = query.where('state', '=', sql.lit(state))
  if (filter.private !== undefined)
    query = query.where(filter.private ? sql<boolean>`has_private` : sql<boolean>`not has_private`)
  if (q !== undefined) query = query.where(matches(q.match(searched) ?? []))
  return query
    .where(older(after, 'tasks.created_at', 'tasks.id'))
    .orderBy('tasks.created_at', 'desc')
    .orderBy('tasks.id', 'desc')
    .limit(limit)
}

/** Where nothing is left to look for, nothing is found. */
const matches = (words: readonly string[]) =>
  words.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`words @@ to_tsquery('simple', regexp_replace(searchable(${words.join(' ')}), '\\s+', ':* & ', 'g') || ':*')`

/** The read side of tasks. A page costs one query. */
export function createTaskList(db: Db) {
  const rows = () =>
    db
      .selectFrom('tasks')
      .innerJoin('connections', 'connections.id', 'tasks.connection_id')
      .leftJoin('decisions', 'decisions.id', 'tasks.decision_id')
      .select(shown)
      .select([
        'decisions.document as decision',
        sql<Override[]>`tasks.facts -> 'overrides'`.as('overrides'),
        sql<Instant | null>`tasks.facts ->> 'dueSetAt'`.as('due_set_at'),
        sql<Answered['choice']>`tasks.facts -> 'answers' ->> 'choice'`.as('choice'),
      ])

  return {
    async page(filter: TaskFilter, limit: number, after: Place | null): Promise<TaskRow[]> {
      const found = await rows()
        .where(
          'tasks.id',
          'in',
          db.selectFrom(taskPage(db, filter, limit, after).as('page')).select('page.id'),
        )
        .orderBy('tasks.created_at', 'desc')
        .orderBy('tasks.id', 'desc')
        .execute()
      return found.map(rowOf)
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<TaskDetail> {
      const row = await rows()
        .select(['tasks.facts', sql<string>`observed ->> 'text'`.as('text')])
        .where('tasks.id', '=', id)
        .executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no task ${id}`)
      return { ...rowOf(row), text: row.text, facts: row.facts }
    },
  }
}

const shown = [
  'tasks.id',
  'tasks.board_id',
  'tasks.client_id',
  'connections.tool',
  'tasks.task_id',
  'tasks.url',
  'tasks.title',
  'tasks.state',
  'tasks.last_state',
  'tasks.due_at',
  'tasks.headline',
  'tasks.created_at',
  'tasks.updated_at',
] as const

type ShownColumn =
  | 'id'
  | 'board_id'
  | 'client_id'
  | 'task_id'
  | 'url'
  | 'title'
  | 'state'
  | 'last_state'
  | 'due_at'
  | 'headline'
  | 'created_at'
  | 'updated_at'

const rowOf = (
  row: Pick<Selectable<Database['tasks']>, ShownColumn> & {
    readonly tool: Tool
    readonly decision: Decision | null
    readonly overrides: readonly Override[]
    readonly due_set_at: Instant | null
    readonly choice: Answered['choice']
  },
): TaskRow => ({
  id: row.id,
  boardId: row.board_id,
  clientId: row.client_id,
  tool: row.tool,
  taskId: row.task_id,
  url: row.url,
  title: row.title,
  state: row.state,
  lastState: row.last_state,
  dueAt: row.due_at?.toISOString() ?? null,
  dueSetAt: row.due_set_at,
  headline: row.headline,
  decision: row.decision,
  overrides: row.overrides,
  choice: row.choice,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})
