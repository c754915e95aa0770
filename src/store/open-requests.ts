import { sql } from 'kysely'
import type { Mapping } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Instant } from '#model/task.ts'
import type { Db } from './database.ts'

/** A judged request of a client that is on a board. */
export interface StoredRequest {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly askedAt: Instant
  /** The list or option it stands in, as the tool's id, and what such ids mean there. */
  readonly statusId: string | null
  readonly done: boolean | null
  readonly mapping: Mapping
  readonly facts: Facts
  readonly decisionId: string
}

/** So many verdicts are asked for at once. */
const most = 500

/** The judged requests of a client that are on their boards, oldest first: one walk along an index. */
export const openRequestsOf = (db: Db, clientId: string) =>
  db
    .selectFrom('tasks')
    .innerJoin('boards', 'boards.id', 'tasks.board_id')
    .leftJoin('requests', (join) =>
      join.onRef('requests.board_id', '=', 'tasks.board_id').onRef('requests.task_id', '=', 'tasks.task_id'),
    )
    .select(['tasks.id', 'tasks.title', 'tasks.url', 'tasks.facts', 'boards.mapping'])
    .select(['tasks.decision_id', 'requests.received_at'])
    .select([
      sql<string>`coalesce(tasks.facts ->> 'arrivedAt', tasks.observed ->> 'createdAt')`.as('asked_at'),
      sql<string | null>`tasks.observed ->> 'statusId'`.as('status_id'),
      sql<boolean | null>`(tasks.observed ->> 'done')::boolean`.as('done'),
    ])
    .where('tasks.client_id', '=', clientId)
    .where('tasks.state', '=', 'open')
    .where('tasks.last_state', 'not in', ['not-judged', 'taken-in'])
    .where('tasks.decision_id', 'is not', null)
    .orderBy('tasks.created_at')
    .orderBy('tasks.id')

/** The read side of what is still to be done for a client. */
export function createOpenRequests(db: Db) {
  return {
    async of(clientId: string): Promise<StoredRequest[]> {
      const rows = await openRequestsOf(db, clientId).execute()
      return rows.map((row) => ({
        ...{ id: row.id, title: row.title, url: row.url, facts: row.facts, mapping: row.mapping },
        askedAt: row.received_at?.toISOString() ?? row.asked_at,
        ...{ statusId: row.status_id, done: row.done },
        decisionId: row.decision_id ?? '',
      }))
    },

    /** Some verdicts by their ids. */
    async verdicts(ids: readonly string[]): Promise<ReadonlyMap<string, Decision>> {
      const found = new Map<string, Decision>()
      for (let start = 0; start < ids.length; start += most) {
        const some = ids.slice(start, start + most)
        const rows = await db
          .selectFrom('decisions')
          .select(['id', 'document'])
          .where('id', 'in', some)
          .execute()
        for (const { id, document } of rows) found.set(id, document)
      }
      return found
    },
  }
}
export type OpenRequests = ReturnType<typeof createOpenRequests>
