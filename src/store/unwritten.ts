import { type Kysely, sql } from 'kysely'
import type { FindingCode } from '#model/decision.ts'
import type { Operation } from '#model/operation.ts'
import type { RunState } from '#model/run.ts'
import type { Instant } from '#model/task.ts'
import type { Database } from './database.ts'
import { older, type Place } from './place.ts'

/** A task of which something would be written, were it not for a dry run or a limit. */
export interface Unwritten {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly headline: FindingCode | null
  readonly lastState: RunState
  readonly operations: readonly Operation[]
  readonly createdAt: Instant
}

/** What a board's last looks came to, counted. */
export interface UnwrittenCounts {
  readonly verdicts: readonly { readonly headline: FindingCode; readonly tasks: number }[]
  /** By what an operation does: its kind and, of a label, which one and whether it comes or goes. */
  readonly operations: readonly {
    readonly kind: Operation['kind']
    readonly change: 'add' | 'remove' | null
    readonly label: string | null
    readonly tasks: number
  }[]
}

export type UnwrittenStore = ReturnType<typeof createUnwrittenStore>

const states: readonly RunState[] = ['dry-run', 'held']

/** What the newest looks at a board would have written; read side only. One run a task, on the index `runs_by_task`. */
export function createUnwrittenStore(db: Kysely<Database>) {
  const waiting = (boardId: string) =>
    db
      .selectFrom('tasks')
      .innerJoinLateral(
        (from) =>
          from
            .selectFrom('runs')
            .select('operations')
            .whereRef('runs.task_id', '=', 'tasks.id')
            .orderBy('started_at', 'desc')
            .orderBy('id', 'desc')
            .limit(1)
            .as('last'),
        (join) => join.onTrue(),
      )
      .where('tasks.board_id', '=', boardId)
      .where('tasks.state', '=', 'open')
      .where('tasks.last_state', 'in', states)

  return {
    async counts(boardId: string): Promise<UnwrittenCounts> {
      const verdicts = await db
        .selectFrom('tasks')
        .select(({ fn }) => ['headline', fn.countAll<string>().as('tasks')])
        .where('board_id', '=', boardId)
        .where('state', '=', 'open')
        .where('headline', 'is not', null)
        .groupBy('headline')
        .orderBy('headline')
        .execute()
      const operation = sql<Operation>`operation.value`
      const part = (name: string) => sql<string | null>`${operation}->>${sql.lit(name)}`
      const operations = await waiting(boardId)
        .innerJoinLateral(
          sql<{ value: Operation }>`jsonb_array_elements(last.operations)`.as('operation'),
          (join) => join.onTrue(),
        )
        .select([
          part('kind').$castTo<Operation['kind']>().as('kind'),
          part('change').$castTo<'add' | 'remove' | null>().as('change'),
          part('label').as('label'),
          sql<string>`count(*)`.as('tasks'),
        ])
        .groupBy([sql`1`, sql`2`, sql`3`])
        .orderBy(sql`1, 2, 3`)
        .execute()
      return {
        verdicts: verdicts.flatMap(({ headline, tasks }) =>
          headline === null ? [] : [{ headline, tasks: Number(tasks) }],
        ),
        operations: operations.map((row) => ({ ...row, tasks: Number(row.tasks) })),
      }
    },

    /** Newest first, on the index `tasks_by_board`. */
    async page(boardId: string, limit: number, after: Place | null): Promise<Unwritten[]> {
      const rows = await waiting(boardId)
        .select(['tasks.id', 'tasks.observed', 'tasks.headline', 'tasks.last_state', 'tasks.created_at'])
        .select('last.operations')
        .where(older(after, 'tasks.created_at', 'tasks.id'))
        .orderBy('tasks.created_at', 'desc')
        .orderBy('tasks.id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        id: row.id,
        title: row.observed.title,
        url: row.observed.url,
        headline: row.headline,
        lastState: row.last_state,
        operations: row.operations,
        createdAt: row.created_at.toISOString(),
      }))
    },
  }
}
