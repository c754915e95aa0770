import type { Instant, TaskRef } from '#model/task.ts'
import type { Db } from './database.ts'

/** A webhook that may concern a task, as it is kept. */
export interface Delivery {
  readonly connectionId: string
  /** The tool's id of the event: a second arrival changes nothing. */
  readonly key: string
  readonly event: string
  readonly taskId: string
  readonly occurredAt: Instant
  readonly receivedAt: Instant
  /** The due date this event showed; undefined when it showed none. */
  readonly dueAt: Instant | null | undefined
  readonly evidence: unknown
  /** Of the request that brought it; leads to the lines of the log. */
  readonly requestId: string | null
}

/** What tells two deliveries apart. */
export type DeliveryKey = Pick<Delivery, 'connectionId' | 'key'>

export type DeliveryStore = ReturnType<typeof createDeliveryStore>

export function createDeliveryStore(db: Db) {
  return {
    /** Store many at once; answers which of them are new. */
    async insert(deliveries: readonly Delivery[]): Promise<DeliveryKey[]> {
      const rows = await db
        .insertInto('deliveries')
        .values(
          deliveries.map((delivery) => ({
            connection_id: delivery.connectionId,
            key: delivery.key,
            event: delivery.event,
            task_id: delivery.taskId,
            occurred_at: delivery.occurredAt,
            received_at: delivery.receivedAt,
            shows_due: delivery.dueAt !== undefined,
            due_at: delivery.dueAt ?? null,
            evidence: JSON.stringify(delivery.evidence),
            request_id: delivery.requestId,
          })),
        )
        .onConflict((conflict) => conflict.columns(['connection_id', 'key']).doNothing())
        .returning(['connection_id', 'key'])
        .execute()
      return rows.map((row) => ({ connectionId: row.connection_id, key: row.key }))
    },

    /** When did the latest event of a name that has come about a task since a moment happen? Null when none has come. */
    async happenedAt(
      { connectionId, taskId }: Pick<TaskRef, 'connectionId' | 'taskId'>,
      { event, since }: { readonly event: string; readonly since: Instant },
    ): Promise<Instant | null> {
      const row = await db
        .selectFrom('deliveries')
        .select('occurred_at')
        .where('connection_id', '=', connectionId)
        .where('task_id', '=', taskId)
        .where('event', '=', event)
        .where('received_at', '>=', new Date(since))
        .orderBy('occurred_at', 'desc')
        .executeTakeFirst()
      return row?.occurred_at.toISOString() ?? null
    },

    /** When the latest event about each of some tasks was received, by the tool's id; of those without one nothing. */
    async latestOf(connectionId: string, taskIds: readonly string[]): Promise<Map<string, Instant>> {
      if (taskIds.length === 0) return new Map()
      const rows = await db
        .selectFrom('deliveries')
        .select(({ fn }) => ['task_id', fn.max('received_at').as('latest')])
        .where('connection_id', '=', connectionId)
        .where('task_id', 'in', taskIds)
        .groupBy('task_id')
        .execute()
      return new Map(rows.map(({ task_id, latest }) => [task_id, latest.toISOString()]))
    },

    /**
     * When was a due date set? The time of the earliest event since the last look that showed it; where events show no
     * due date, of the earliest event at all.
     */
    async dueSetAt(
      task: { readonly connectionId: string; readonly taskId: string },
      due: { readonly dueAt: Instant; readonly since: Instant | null; readonly eventsShowDue: boolean },
    ): Promise<Instant | null> {
      const row = await db
        .selectFrom('deliveries')
        .select('occurred_at')
        .where('connection_id', '=', task.connectionId)
        .where('task_id', '=', task.taskId)
        .$if(due.eventsShowDue, (query) =>
          query.where('shows_due', '=', true).where('due_at', '=', new Date(due.dueAt)),
        )
        .$if(due.since !== null, (query) => query.where('received_at', '>=', new Date(due.since ?? 0)))
        .orderBy('occurred_at')
        .executeTakeFirst()
      return row?.occurred_at.toISOString() ?? null
    },
  }
}
