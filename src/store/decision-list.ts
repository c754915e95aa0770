import type { Decision, FindingCode } from '#model/decision.ts'
import type { Instant } from '#model/task.ts'
import type { Db } from './database.ts'
import { older, type Place } from './place.ts'

export interface DecisionFilter {
  readonly taskId?: string | undefined
  readonly headline?: FindingCode | undefined
  /** Made from this moment on, and up to but not including the other. */
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** A judgement of a task, and when it was first come to. */
export interface DecisionRow {
  readonly id: string
  readonly taskId: string
  readonly createdAt: Instant
  readonly decision: Decision
}

/** A page of decisions, newest first: one walk along an index. */
export function decisionPage(db: Db, filter: DecisionFilter, limit: number, after: Place | null) {
  const { taskId, headline, from, to } = filter
  let query = db.selectFrom('decisions').select(['id', 'task_id', 'created_at', 'document'])
  if (taskId !== undefined) query = query.where('task_id', '=', taskId)
  if (headline !== undefined) query = query.where('headline', '=', headline)
  if (from !== undefined) query = query.where('created_at', '>=', new Date(from))
  if (to !== undefined) query = query.where('created_at', '<', new Date(to))
  return query
    .where(older(after, 'created_at', 'id'))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
}

/** The read side of decisions. A page costs one query. */
export function createDecisionList(db: Db) {
  return {
    async page(filter: DecisionFilter, limit: number, after: Place | null): Promise<DecisionRow[]> {
      const rows = await decisionPage(db, filter, limit, after).execute()
      return rows.map(({ id, task_id, created_at, document }) => ({
        id,
        taskId: task_id,
        createdAt: created_at.toISOString(),
        decision: document,
      }))
    },
  }
}
