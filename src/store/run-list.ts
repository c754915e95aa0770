import type { Selectable } from 'kysely'
import type { Decision } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { Run, RunState } from '#model/run.ts'
import type { Instant } from '#model/task.ts'
import type { Database, Db } from './database.ts'
import { older, type Place } from './place.ts'

export interface RunFilter {
  readonly taskId?: string | undefined
  readonly boardId?: string | undefined
  readonly state?: RunState | undefined
  /** Started from this moment on, and up to but not including the other. */
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** The ids of a page, newest first: one walk along an index. */
export function runPage(db: Db, filter: RunFilter, limit: number, after: Place | null) {
  const { taskId, boardId, state, from, to } = filter
  let query = db.selectFrom('runs').select(['runs.id', 'runs.started_at'])
  if (taskId !== undefined) query = query.where('task_id', '=', taskId)
  if (boardId !== undefined) query = query.where('board_id', '=', boardId)
  if (state !== undefined) query = query.where('state', '=', state)
  if (from !== undefined) query = query.where('started_at', '>=', new Date(from))
  if (to !== undefined) query = query.where('started_at', '<', new Date(to))
  return query
    .where(older(after, 'runs.started_at', 'runs.id'))
    .orderBy('runs.started_at', 'desc')
    .orderBy('runs.id', 'desc')
    .limit(limit)
}

/** The read side of runs. A page costs one query. */
export function createRunList(db: Db) {
  const rows = () =>
    db
      .selectFrom('runs')
      .leftJoin('decisions', 'decisions.id', 'runs.decision_id')
      .selectAll('runs')
      .select('decisions.document as decision')

  return {
    async page(filter: RunFilter, limit: number, after: Place | null): Promise<Run[]> {
      const found = await rows()
        .where('runs.id', 'in', db.selectFrom(runPage(db, filter, limit, after).as('page')).select('page.id'))
        .orderBy('runs.started_at', 'desc')
        .orderBy('runs.id', 'desc')
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
