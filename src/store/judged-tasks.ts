import type { Selectable } from 'kysely'
import type { Decision } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { Facts } from '#model/facts.ts'
import type { Origin } from '#model/request.ts'
import type { Instant, Observed } from '#model/task.ts'
import type { Database, Db } from './database.ts'
import { judgingPolicy } from './judging-policy.ts'
import { older } from './place.ts'
/** A task with all that it takes to judge it again, and its present decision. */
export interface JudgedTask {
  readonly id: string
  readonly boardId: string
  readonly observed: Observed
  /** The request by another channel that it was made from; null for none. */
  readonly origin: Origin | null
  readonly facts: Facts
  /** Null when it was never judged: it was there first, or is the assistant's own. */
  readonly decision: Decision | null
  readonly createdAt: Instant
}

/** Which tasks to judge again. */
export interface JudgedFilter {
  /** Only tasks that are judged by this policy, whoever's client asked. */
  readonly policyId: string
  /** Only tasks that came at this moment or later. */
  readonly since?: Instant | undefined
  /** Only tasks that are still on their board. */
  readonly isOpen?: boolean | undefined
}

export type JudgedTasks = ReturnType<typeof createJudgedTasks>

/** The read side of judging again: whole tasks without what was written on them. */
export function createJudgedTasks(db: Db) {
  const all = () =>
    db
      .selectFrom('tasks')
      .leftJoin('decisions', 'decisions.id', 'tasks.decision_id')
      .leftJoin('requests', (join) =>
        join
          .onRef('requests.board_id', '=', 'tasks.board_id')
          .onRef('requests.task_id', '=', 'tasks.task_id'),
      )
      .select(['tasks.id', 'tasks.board_id', 'tasks.observed', 'tasks.facts', 'tasks.created_at'])
      .select('decisions.document as decision')
      .select(['requests.id as request_id', 'channel', 'received_at', 'service', 'hours', 'attachments'])

  return {
    /** Tasks that are judged, newest first; one query a page, on the index `tasks_by_time`. */
    async page(
      { policyId, since, isOpen }: JudgedFilter,
      limit: number,
      after: { readonly at: Instant; readonly id: string } | null,
    ): Promise<JudgedTask[]> {
      const rows = await all()
        .innerJoin('clients', 'clients.id', 'tasks.client_id')
        .where(judgingPolicy, '=', policyId)
        .where('tasks.decision_id', 'is not', null)
        .where('tasks.last_state', 'not in', ['not-judged', 'taken-in'])
        .$if(since !== undefined, (query) => query.where('tasks.created_at', '>=', new Date(since ?? 0)))
        .$if(isOpen === true, (query) => query.where('tasks.state', '=', 'open'))
        .where(older(after, 'tasks.created_at', 'tasks.id'))
        .orderBy('tasks.created_at', 'desc')
        .orderBy('tasks.id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(judgedOf)
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<JudgedTask> {
      const row = await all().where('tasks.id', '=', id).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no task ${id}`)
      return judgedOf(row)
    },
  }
}

type Asked = Pick<
  Selectable<Database['requests']>,
  'channel' | 'received_at' | 'service' | 'hours' | 'attachments'
>

interface Row
  extends Pick<JudgedTask, 'id' | 'observed' | 'facts' | 'decision'>,
    Readonly<{ [column in keyof Asked]: Asked[column] | null }> {
  readonly board_id: string
  readonly created_at: Date
  readonly request_id: string | null
}

const judgedOf = (row: Row): JudgedTask => ({
  id: row.id,
  boardId: row.board_id,
  observed: row.observed,
  origin: originOf(row),
  facts: row.facts,
  decision: row.decision,
  createdAt: row.created_at.toISOString(),
})

function originOf({ request_id: id, channel, received_at: at, service, hours, attachments }: Row) {
  if (id === null || channel === null || at === null) return null
  return { id, channel, receivedAt: at.toISOString(), service, hours, attachments: attachments ?? [] }
}
