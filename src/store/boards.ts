import type { Selectable } from 'kysely'
import type { Board, Client, Mapping, Mode } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { clientOf } from './clients.ts'
import type { Database, Db } from './database.ts'

/** What of a board may change after it was made. */
export interface BoardChange {
  readonly mode?: Mode | undefined
  readonly mapping?: Mapping | undefined
  readonly name?: string | undefined
  readonly hourlyWriteLimit?: number | undefined
  readonly webhookId?: string | null | undefined
  readonly releasedAt?: Instant | undefined
  readonly sweptUntil?: Instant | undefined
  readonly missedAt?: Instant | undefined
  readonly webhook?: Board['webhook'] | undefined
}

export type BoardStore = ReturnType<typeof createBoardStore>

/** The boards that Cadre watches. */
export function createBoardStore(db: Db) {
  const all = () =>
    db
      .selectFrom('boards')
      .innerJoin('connections', 'connections.id', 'connection_id')
      .selectAll('boards')
      .select('tool')

  return {
    /** @throws AppError CONFLICT when this connection already watches this container */
    async insert(board: Board): Promise<void> {
      const stored = await db
        .insertInto('boards')
        .values({
          id: board.id,
          connection_id: board.connectionId,
          container_id: board.containerId,
          name: board.name,
          url: board.url,
          client_id: board.clientId,
          role: board.role,
          mode: board.mode,
          mapping: JSON.stringify(board.mapping),
          hourly_write_limit: board.hourlyWriteLimit,
          watched_since: board.watchedSince,
          released_at: board.releasedAt,
          swept_until: board.sweptUntil,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (stored === undefined)
        throw new AppError('CONFLICT', `board ${board.containerId} is already watched by this connection`)
    },

    async update(id: string, change: BoardChange): Promise<void> {
      const set = {
        ...(change.mode !== undefined && { mode: change.mode }),
        ...(change.mapping !== undefined && { mapping: JSON.stringify(change.mapping) }),
        ...(change.name !== undefined && { name: change.name }),
        ...(change.hourlyWriteLimit !== undefined && { hourly_write_limit: change.hourlyWriteLimit }),
        ...(change.webhookId !== undefined && { webhook_id: change.webhookId }),
        ...(change.releasedAt !== undefined && { released_at: change.releasedAt }),
        ...(change.sweptUntil !== undefined && { swept_until: change.sweptUntil }),
        ...(change.missedAt !== undefined && { missed_at: change.missedAt }),
        ...(change.webhook && {
          webhook_state: change.webhook.state,
          webhook_checked_at: change.webhook.checkedAt,
        }),
      }
      if (Object.keys(set).length > 0) await db.updateTable('boards').set(set).where('id', '=', id).execute()
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<Board> {
      const row = await all().where('boards.id', '=', id).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no board ${id}`)
      return boardOf(row)
    },

    async webhookOf(id: string): Promise<string | null> {
      const row = await db.selectFrom('boards').select('webhook_id').where('id', '=', id).executeTakeFirst()
      return row?.webhook_id ?? null
    },

    async list(): Promise<Board[]> {
      const rows = await all().orderBy('watched_since').orderBy('boards.id').execute()
      return rows.map(boardOf)
    },

    async remove(id: string): Promise<void> {
      await db.deleteFrom('boards').where('id', '=', id).execute()
    },

    /** The watched board that a task is on, and the client it belongs to; null when it is not watched. */
    async context(
      connectionId: string,
      containerId: string,
    ): Promise<{ board: Board; client: Client } | null> {
      const row = await all()
        .innerJoin('clients', 'clients.id', 'client_id')
        .select([
          'clients.name as client_name',
          'language',
          'address',
          'time_zone',
          'policy_id',
          'plan',
          'terms',
        ])
        .select('accepted_at')
        .where('connection_id', '=', connectionId)
        .where('container_id', '=', containerId)
        .executeTakeFirst()
      if (row === undefined) return null
      return { board: boardOf(row), client: clientOf({ ...row, id: row.client_id, name: row.client_name }) }
    },
  }
}

const boardOf = (
  row: Selectable<Database['boards']> & Pick<Selectable<Database['connections']>, 'tool'>,
): Board => ({
  id: row.id,
  tool: row.tool,
  connectionId: row.connection_id,
  containerId: row.container_id,
  name: row.name,
  url: row.url,
  clientId: row.client_id,
  role: row.role,
  mode: row.mode,
  mapping: row.mapping,
  hourlyWriteLimit: row.hourly_write_limit,
  watchedSince: row.watched_since.toISOString(),
  releasedAt: row.released_at?.toISOString() ?? null,
  sweptUntil: row.swept_until?.toISOString() ?? null,
  missedAt: row.missed_at?.toISOString() ?? null,
  webhook:
    row.webhook_state === null || row.webhook_checked_at === null
      ? null
      : { state: row.webhook_state, checkedAt: row.webhook_checked_at.toISOString() },
})
