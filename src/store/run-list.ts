import type { Selectable } from 'kysely'
import type { Decision } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { Run, RunState } from '#model/run.ts'
import type { Database, Db } from './database.ts'

export interface RunFilter {
  readonly taskId?: string | undefined
  readonly boardId?: string | undefined
  readonly state?: RunState | undefined
}

/** The read side of runs: one query a page, on the index `runs_by_time` or `runs_by_task`. */
export function createRunList(db: Db) {
  const rows = () =>
    db
      .selectFrom('runs')
      .leftJoin('decisions', 'decisions.id', 'runs.decision_id')
      .selectAll('runs')
      .select('decisions.document as decision')

  return {
    async page(filter: RunFilter, limit: number, after: { at: string; id: string } | null): Promise<Run[]> {
      const found = await rows()
        .$if(filter.taskId !== undefined, (query) => query.where('runs.task_id', '=', filter.taskId ?? ''))
        .$if(filter.boardId !== undefined, (query) => query.where('runs.board_id', '=', filter.boardId ?? ''))
        .$if(filter.state !== undefined, (query) => query.where('runs.state', '=', filter.state ?? 'failed'))
        .$if(after !== null, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('runs.started_at', 'runs.id'), '<', tuple(new Date(after?.at ?? 0), after?.id ?? '')),
          ),
        )
        .orderBy('runs.started_at', 'desc')
        .orderBy('runs.id', 'desc')
        .limit(limit)
        .execute()
      return found.map(runOf)
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<Run> {
      const row = await rows().where('runs.id', '=', id).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no run ${id}`)
      return runOf(row)
    },
  }
}

const runOf = (row: Selectable<Database['runs']> & { readonly decision: Decision | null }): Run => ({
  id: row.id,
  taskId: row.task_id,
  boardId: row.board_id,
  state: row.state,
  startedAt: row.started_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  decision: row.decision,
  operations: row.operations,
  unsupported: row.unsupported,
  timings: row.timings,
  calls: { reads: row.reads, writes: row.writes },
  requestId: row.request_id,
  error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
})
