import type { Mode, WebhookState } from '#model/board.ts'
import type { Instant, Tool } from '#model/task.ts'
import type { Db } from './database.ts'

/** How a board's webhook fares, as far as is known. */
export interface BoardWebhook {
  readonly boardId: string
  readonly name: string
  readonly tool: Tool
  readonly connectionId: string
  readonly mode: Mode
  /** `poll`: the board is looked at every minute and needs no webhook. */
  readonly updates: 'webhook' | 'poll'
  /** Null when the tool was never asked. */
  readonly state: WebhookState | null
  readonly checkedAt: Instant | null
  /** Since when it is anything but active; null when it is. */
  readonly failingSince: Instant | null
  /** When a sweep last found what it should have told. */
  readonly missedAt: Instant | null
  /** When it last told something that was taken in. */
  readonly lastDeliveryAt: Instant | null
}

/** The webhooks of all boards, by name of the board. The last delivery is of the whole account, which costs one look at an index. */
export function createWebhookList(db: Db) {
  return async (): Promise<BoardWebhook[]> => {
    const rows = await db
      .selectFrom('boards')
      .innerJoin('connections', 'connections.id', 'boards.connection_id')
      .select(['boards.id', 'boards.name', 'tool', 'connection_id', 'mode', 'updates', 'missed_at'])
      .select(['webhook_state', 'webhook_checked_at', 'webhook_failing_since'])
      .select((eb) =>
        eb
          .selectFrom('deliveries')
          .select('received_at')
          .whereRef('deliveries.connection_id', '=', 'boards.connection_id')
          .orderBy('received_at', 'desc')
          .limit(1)
          .as('last_delivery_at'),
      )
      .orderBy('boards.name')
      .orderBy('boards.id')
      .execute()
    return rows.map((row) => ({
      boardId: row.id,
      name: row.name,
      tool: row.tool,
      connectionId: row.connection_id,
      mode: row.mode,
      updates: row.updates,
      state: row.webhook_state,
      checkedAt: row.webhook_checked_at?.toISOString() ?? null,
      failingSince: row.webhook_failing_since?.toISOString() ?? null,
      missedAt: row.missed_at?.toISOString() ?? null,
      lastDeliveryAt: row.last_delivery_at?.toISOString() ?? null,
    }))
  }
}
