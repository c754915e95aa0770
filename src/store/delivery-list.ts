import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { AppError } from '#model/error.ts'
import type { RunState } from '#model/run.ts'
import type { Instant, TaskRef, Tool } from '#model/task.ts'
import type { Db } from './database.ts'
import { older, type Place } from './place.ts'

export interface DeliveryFilter {
  readonly connectionId?: string | undefined
  readonly boardId?: string | undefined
  /** Our id of the task. */
  readonly taskId?: string | undefined
  readonly event?: string | undefined
  /** From this moment on. */
  readonly since?: Instant | undefined
  /** Before this moment. */
  readonly until?: Instant | undefined
}

/** A webhook as it was kept, and the first run of its task that began after it arrived. */
export interface ListedDelivery {
  readonly id: string
  readonly ref: TaskRef
  readonly event: string
  readonly occurredAt: Instant
  readonly receivedAt: Instant
  readonly requestId: string | null
  /** Null when no task of a watched board came of it; of a twin, our id of its request, and the board that the twin is on. */
  readonly task: { readonly id: string; readonly boardId: string } | null
  /** The request together with which a twin is looked at; null where it is no twin's. */
  readonly request: TaskRef | null
  readonly run: { readonly id: string; readonly state: RunState } | null
}

/**
 * The read side of deliveries: one query a page, on the index `deliveries_by_time` or `deliveries_by_connection`; of a board
 * or a task two, for what was about its twins is found by other indexes.
 */
export function createDeliveryList(db: Db) {
  const base = () =>
    db
      .selectFrom('deliveries')
      .innerJoin('connections', 'connections.id', 'deliveries.connection_id')
      .leftJoin('tasks', (join) =>
        join
          .onRef('tasks.connection_id', '=', 'deliveries.connection_id')
          .onRef('tasks.task_id', '=', 'deliveries.task_id'),
      )
      .leftJoin('twins', (join) =>
        join
          .onRef('twins.connection_id', '=', 'deliveries.connection_id')
          .onRef('twins.twin_id', '=', 'deliveries.task_id'),
      )

  const rows = () =>
    base()
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom('runs')
            .select(['runs.id as run_id', 'runs.state as run_state'])
            .where('runs.task_id', '=', ourTaskId)
            .whereRef('runs.started_at', '>=', 'deliveries.received_at')
            .orderBy('runs.started_at')
            .orderBy('runs.id')
            .limit(1)
            .as('run'),
        (join) => join.onTrue(),
      )
      .leftJoin('tasks as requests', 'requests.id', 'twins.task_id')
      .select([
        'deliveries.id',
        'deliveries.connection_id',
        'connections.tool',
        'deliveries.task_id as tool_task_id',
        'event',
        'occurred_at',
        'received_at',
        'deliveries.request_id',
        'run_id',
        'run_state',
      ])
      .select([
        ourTaskId.as('task_id'),
        sql<string | null>`coalesce(twins.board_id, tasks.board_id)`.as('board_id'),
        sql<TaskRef | null>`requests.observed -> 'ref'`.as('request'),
      ])

  return {
    /** Newest first. */
    async page(filter: DeliveryFilter, limit: number, after: Place | null): Promise<ListedDelivery[]> {
      const pages = aboutEither(filter).map((about) =>
        rows()
          .where(about)
          .where(matching(filter))
          .where(older(after, 'received_at', 'deliveries.id'))
          .orderBy('received_at', 'desc')
          .orderBy('deliveries.id', 'desc')
          .limit(limit)
          .execute(),
      )
      const found = (await Promise.all(pages)).flat().map(listedOf)
      return onceEach(found, ({ id }) => id)
        .toSorted(newestFirst)
        .slice(0, limit)
    },

    /**
     * With what the tool sent, without the personal data that we do not use.
     * @throws AppError NOT_FOUND
     */
    async get(id: string): Promise<ListedDelivery & { readonly evidence: unknown }> {
      const row = await rows().select('evidence').where('deliveries.id', '=', id).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no delivery ${id}`)
      return { ...listedOf(row), evidence: row.evidence }
    },

    /** Each task that some deliveries were about, once. */
    async tasksOf(filter: DeliveryFilter): Promise<TaskRef[]> {
      const queries = aboutEither(filter).map((about) =>
        base()
          .where(about)
          .where(matching(filter))
          .select(['connections.tool', 'deliveries.connection_id', 'deliveries.task_id'])
          .distinct()
          .execute(),
      )
      const found = (await Promise.all(queries)).flat().map(({ tool, connection_id, task_id }) => ({
        ...{ tool, connectionId: connection_id, taskId: task_id },
      }))
      return onceEach(found, ({ connectionId, taskId }) => `${connectionId}/${taskId}`)
    },
  }
}

/** Our id of what a delivery was about, where we know it: of a twin, also of one that was known before it was one, its request. */
const ourTaskId = sql<string | null>`coalesce(twins.task_id, tasks.id)`

/** A card is known as a task or as a twin. Asked for either at once, the database would look at every delivery there is. */
function aboutEither({ boardId, taskId }: DeliveryFilter): RawBuilder<SqlBool>[] {
  if (boardId === undefined && taskId === undefined) return [sql<SqlBool>`true`]
  const within = (board: string, task: string) =>
    allOf([
      boardId !== undefined && sql`${sql.ref(board)} = ${boardId}`,
      taskId !== undefined && sql`${sql.ref(task)} = ${taskId}`,
    ])
  return [within('tasks.board_id', 'tasks.id'), within('twins.board_id', 'twins.task_id')]
}

/** As one condition on `deliveries`, so that every query may use it. */
function matching({ connectionId, event, since, until }: DeliveryFilter): RawBuilder<SqlBool> {
  return allOf([
    connectionId !== undefined && sql`deliveries.connection_id = ${connectionId}`,
    event !== undefined && sql`deliveries.event = ${event}`,
    since !== undefined && sql`deliveries.received_at >= ${since}::timestamptz`,
    until !== undefined && sql`deliveries.received_at < ${until}::timestamptz`,
  ])
}

function allOf(asked: readonly (RawBuilder<unknown> | false)[]): RawBuilder<SqlBool> {
  const conditions = asked.filter((condition) => condition !== false)
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

/** What was tied to a request as its twin may have been known as a task before. */
const onceEach = <T>(found: readonly T[], keyOf: (one: T) => string): T[] => [
  ...new Map(found.map((one) => [keyOf(one), one])).values(),
]

const newestFirst = (a: ListedDelivery, b: ListedDelivery) =>
  a.receivedAt === b.receivedAt ? Number(BigInt(b.id) - BigInt(a.id)) : a.receivedAt < b.receivedAt ? 1 : -1

const listedOf = (row: {
  readonly id: string
  readonly connection_id: string
  readonly tool: Tool
  readonly tool_task_id: string
  readonly event: string
  readonly occurred_at: Date
  readonly received_at: Date
  readonly request_id: string | null
  readonly task_id: string | null
  readonly board_id: string | null
  readonly request: TaskRef | null
  readonly run_id: string | null
  readonly run_state: RunState | null
}): ListedDelivery => ({
  id: row.id,
  ref: { tool: row.tool, connectionId: row.connection_id, taskId: row.tool_task_id },
  event: row.event,
  occurredAt: row.occurred_at.toISOString(),
  receivedAt: row.received_at.toISOString(),
  requestId: row.request_id,
  task: row.task_id === null || row.board_id === null ? null : { id: row.task_id, boardId: row.board_id },
  request: row.request,
  run: row.run_id === null || row.run_state === null ? null : { id: row.run_id, state: row.run_state },
})
