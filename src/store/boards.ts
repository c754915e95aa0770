import { type Kysely, type Selectable, sql } from 'kysely'
import type { Board, Client, Mapping, Mode, Role, WebhookState } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Instant, Tool } from '#model/task.ts'
import { clientOf } from './clients.ts'
import type { Also, Database, Db } from './database.ts'
import { older, type Place } from './place.ts'
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
  readonly madeIds?: readonly string[] | undefined
  readonly leavingSince?: Instant | undefined
  readonly twinBoardId?: string | null | undefined
  readonly relays?: boolean | undefined
}

export interface BoardFilter {
  readonly clientId?: string | undefined
  readonly connectionId?: string | undefined
  readonly mode?: Mode | undefined
  readonly role?: Role | undefined
}

export type BoardStore = ReturnType<typeof createBoardStore>

/** The boards that Cadre watches. */
export function createBoardStore(db: Kysely<Database>) {
  const all = (on: Db = db) =>
    on
      .selectFrom('boards')
      .innerJoin('connections', 'connections.id', 'connection_id')
      .selectAll('boards')
      .select('tool')

  return {
    /**
     * To be called in a transaction.
     * @throws AppError CONFLICT when this container is watched already, by whichever account: each of the two would answer
     * every request. NOT_FOUND when the connection or the client has just been removed
     */
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
          twin_board_id: board.twinBoardId,
          relays: board.relays,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
        .catch(orRemoved)
      // Who adds the same one by another account at this moment waits here, and then sees this one.
      await sql`select pg_advisory_xact_lock(hashtextextended(${board.containerId}, 1))`.execute(db)
      const other = await all()
        .where('tool', '=', board.tool)
        .where('container_id', '=', board.containerId)
        .where('boards.id', '!=', stored?.id ?? '')
        .executeTakeFirst()
      if (stored === undefined || other !== undefined) throw watchedAlready(board, other?.id ?? board.id)
    },

    /** Write down what Cadre itself learns of a board; `edit` is for what two may change at once. */
    async update(id: string, change: BoardChange, also?: Also<void>): Promise<void> {
      if (also === undefined) return write(db, id, change)
      await db.transaction().execute(async (trx) => {
        await write(trx, id, change)
        await also(trx)
      })
    },

    /**
     * Change a board as it is now. The row is locked meanwhile, so that two editors at once never lose an edit.
     * @param change may refuse by throwing; it must not ask the store for anything
     * @throws AppError NOT_FOUND
     */
    async edit(
      id: string,
      change: (known: Board) => BoardChange,
      also?: Also<{ before: Board; after: Board }>,
    ): Promise<{ before: Board; after: Board }> {
      return db.transaction().execute(async (trx) => {
        const row = await all(trx).where('boards.id', '=', id).forUpdate('boards').executeTakeFirst()
        const before = boardOf(row ?? missing(id))
        await write(trx, id, change(before))
        const after = boardOf(await all(trx).where('boards.id', '=', id).executeTakeFirstOrThrow())
        await also?.(trx, { before, after })
        return { before, after }
      })
    },

    /** Null when it is not watched any more. */
    async find(id: string): Promise<Board | null> {
      const row = await all().where('boards.id', '=', id).executeTakeFirst()
      return row === undefined ? null : boardOf(row)
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<Board> {
      const row = await all().where('boards.id', '=', id).executeTakeFirst()
      return boardOf(row ?? missing(id))
    },

    async webhookOf(id: string): Promise<string | null> {
      const row = await db.selectFrom('boards').select('webhook_id').where('id', '=', id).executeTakeFirst()
      return row?.webhook_id ?? null
    },

    /** Newest first. */
    async page(filter: BoardFilter, limit: number, after: Place | null): Promise<Board[]> {
      const { clientId, connectionId, mode, role } = filter
      const rows = await all()
        .$if(clientId !== undefined, (query) => query.where('client_id', '=', clientId ?? ''))
        .$if(connectionId !== undefined, (query) => query.where('connection_id', '=', connectionId ?? ''))
        .$if(mode !== undefined, (query) => query.where('mode', '=', mode ?? 'off'))
        .$if(role !== undefined, (query) => query.where('role', '=', role ?? 'client'))
        .where(older(after, 'boards.watched_since', 'boards.id'))
        .orderBy('boards.watched_since', 'desc')
        .orderBy('boards.id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(boardOf)
    },

    async ofClient(clientId: string): Promise<Board[]> {
      const rows = await all().where('client_id', '=', clientId).orderBy('boards.id').execute()
      return rows.map(boardOf)
    },

    async ofConnection(connectionId: string): Promise<Board[]> {
      const rows = await all().where('connection_id', '=', connectionId).orderBy('boards.id').execute()
      return rows.map(boardOf)
    },

    async list(): Promise<Board[]> {
      const rows = await all().orderBy('watched_since').orderBy('boards.id').execute()
      return rows.map(boardOf)
    },

    /** How many watched boards there are, by tool and by how their webhook fared when last asked after. */
    async countWebhooks(): Promise<{ tool: Tool; state: WebhookState; count: number }[]> {
      const rows = await db
        .selectFrom('boards')
        .innerJoin('connections', 'connections.id', 'connection_id')
        .select(({ fn }) => ['tool', 'webhook_state', fn.countAll<string>().as('boards')])
        .where('mode', '!=', 'off')
        .groupBy(['tool', 'webhook_state'])
        .execute()
      return rows.map(({ tool, webhook_state, boards }) => ({
        tool,
        state: webhook_state ?? 'unknown',
        count: Number(boards),
      }))
    },

    async remove(id: string, also?: Also<void>): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('boards').where('id', '=', id).execute()
        await also?.(trx)
      })
    },

    /** The watched board that a task is on, the client it belongs to and the state of their books; null when it is not watched. */
    async context(
      connectionId: string,
      containerId: string,
    ): Promise<{ board: Board; client: Client; booksRevision: number } | null> {
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
        .select(['accepted_at', 'books_revision'])
        .where('connection_id', '=', connectionId)
        .where('container_id', '=', containerId)
        .executeTakeFirst()
      if (row === undefined) return null
      return {
        board: boardOf(row),
        client: clientOf({ ...row, id: row.client_id, name: row.client_name }),
        booksRevision: row.books_revision,
      }
    },
  }
}

async function write(db: Db, id: string, change: BoardChange): Promise<void> {
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
      webhook_failing_since: ['active', 'unknown'].includes(change.webhook.state)
        ? null
        : sql<Instant>`coalesce(webhook_failing_since, ${change.webhook.checkedAt}::timestamptz)`,
    }),
    ...(change.twinBoardId !== undefined && { twin_board_id: change.twinBoardId }),
    ...(change.relays !== undefined && { relays: change.relays }),
    ...(change.madeIds !== undefined && { made_ids: JSON.stringify(change.madeIds) }),
    ...(change.leavingSince !== undefined && { leaving_since: change.leavingSince }),
  }
  if (Object.keys(set).length > 0) await db.updateTable('boards').set(set).where('id', '=', id).execute()
}

function missing(id: string): never {
  throw new AppError('NOT_FOUND', `there is no board ${id}`)
}

/** What PostgreSQL says of a row that refers to one that is not there. */
const foreignKeyViolation = '23503'

function orRemoved(cause: unknown): never {
  if (!(cause instanceof Error && 'code' in cause && cause.code === foreignKeyViolation)) throw cause
  throw new AppError('NOT_FOUND', 'the connection or the client has just been removed', { cause })
}

function watchedAlready({ containerId, name }: Board, as: string): AppError {
  const details = [
    {
      path: 'body.containerId',
      message: `"${name}" is watched as board ${as}`,
      remedy: "PATCH new credentials into that board's connection, or delete that board first",
    },
  ]
  return new AppError('CONFLICT', `board ${containerId} is watched already`, { details })
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
  twinBoardId: row.twin_board_id,
  relays: row.relays,
  watchedSince: row.watched_since.toISOString(),
  releasedAt: row.released_at?.toISOString() ?? null,
  sweptUntil: row.swept_until?.toISOString() ?? null,
  missedAt: row.missed_at?.toISOString() ?? null,
  webhook:
    row.webhook_state === null || row.webhook_checked_at === null
      ? null
      : { state: row.webhook_state, checkedAt: row.webhook_checked_at.toISOString() },
  madeIds: row.made_ids,
  leavingSince: row.leaving_since?.toISOString() ?? null,
})
