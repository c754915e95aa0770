import type { Decision, FindingCode } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { Db } from './database.ts'
import { type StoredTask, taskOf } from './tasks.ts'

export interface TaskFilter {
  readonly boardId?: string | undefined
  readonly headline?: FindingCode | undefined
  readonly state?: 'open' | 'gone' | undefined
}

/** A task with its present verdict, as a screen shows it. */
export interface TaskRow {
  readonly task: StoredTask
  readonly decision: Decision | null
}

/** The read side of tasks: one query a page, on the index `tasks_by_time` or `tasks_by_board`. */
export function createTaskList(db: Db) {
  const rows = () =>
    db
      .selectFrom('tasks')
      .leftJoin('decisions', 'decisions.id', 'tasks.decision_id')
      .selectAll('tasks')
      .select('decisions.document as decision')

  return {
    async page(
      filter: TaskFilter,
      limit: number,
      after: { at: string; id: string } | null,
    ): Promise<TaskRow[]> {
      const found = await rows()
        .$if(filter.boardId !== undefined, (query) =>
          query.where('tasks.board_id', '=', filter.boardId ?? ''),
        )
        .$if(filter.headline !== undefined, (query) =>
          query.where('tasks.headline', '=', filter.headline ?? null),
        )
        .$if(filter.state !== undefined, (query) => query.where('tasks.state', '=', filter.state ?? 'open'))
        .$if(after !== null, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(
              refTuple('tasks.created_at', 'tasks.id'),
              '<',
              tuple(new Date(after?.at ?? 0), after?.id ?? ''),
            ),
          ),
        )
        .orderBy('tasks.created_at', 'desc')
        .orderBy('tasks.id', 'desc')
        .limit(limit)
        .execute()
      return found.map((row) => ({ task: taskOf(row), decision: row.decision }))
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<TaskRow> {
      const row = await rows().where('tasks.id', '=', id).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no task ${id}`)
      return { task: taskOf(row), decision: row.decision }
    },
  }
}
