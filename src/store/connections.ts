import type { Kysely, Selectable } from 'kysely'
import { AppError } from '#model/error.ts'
import type { Instant, Tool } from '#model/task.ts'
import type { Also, Database } from './database.ts'
import { older, type Place } from './place.ts'
import type { Vault } from './vault.ts'

/** One account in one tool. */
export interface Connection {
  readonly id: string
  readonly tool: Tool
  readonly name: string
  /** The tool's id of the account's user: whose writing is ours. */
  readonly userId: string
  /** Secrets. Never logged, never answered by the API. */
  readonly credentials: Readonly<Record<string, string>>
  /** Where the tool sends webhooks, exactly as registered; null while there is no public URL. */
  readonly callbackUrl: string | null
  /** How we learn of changes: by webhook, or by looking every minute. */
  readonly updates: 'webhook' | 'poll'
  readonly createdAt: Instant
}

type ConnectionChange = Partial<
  Pick<Connection, 'name' | 'userId' | 'credentials' | 'updates' | 'callbackUrl'>
>

export type ConnectionStore = ReturnType<typeof createConnectionStore>

export function createConnectionStore(db: Kysely<Database>, vault: Vault) {
  const read = (row: Selectable<Database['connections']>): Connection => ({
    id: row.id,
    tool: row.tool,
    name: row.name,
    userId: row.user_id,
    credentials: JSON.parse(vault.open(row.credentials, `connection:${row.id}`)),
    callbackUrl: row.callback_url,
    updates: row.updates,
    createdAt: row.created_at.toISOString(),
  })
  const seal = (id: string, credentials: Connection['credentials']) =>
    vault.seal(JSON.stringify(credentials), `connection:${id}`)

  return {
    async insert(connection: Connection, also?: Also<void>): Promise<void> {
      const row = {
        id: connection.id,
        tool: connection.tool,
        name: connection.name,
        user_id: connection.userId,
        credentials: seal(connection.id, connection.credentials),
        callback_url: connection.callbackUrl,
        updates: connection.updates,
        created_at: connection.createdAt,
      }
      await db.transaction().execute(async (trx) => {
        await trx.insertInto('connections').values(row).execute()
        await also?.(trx)
      })
    },

    /**
     * Change a connection as it is now. The row is locked meanwhile, so that two editors at once never lose an edit.
     * @param change may refuse by throwing; it must not ask the store for anything
     * @throws AppError NOT_FOUND
     */
    async edit(
      id: string,
      change: (known: Connection) => ConnectionChange,
      also: Also<{ before: Connection; after: Connection }>,
    ): Promise<{ before: Connection; after: Connection }> {
      return db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('connections')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
        const before = read(row ?? missing(id))
        const after = { ...before, ...change(before) }
        const set = {
          name: after.name,
          user_id: after.userId,
          credentials: seal(id, after.credentials),
          updates: after.updates,
          callback_url: after.callbackUrl,
        }
        await trx.updateTable('connections').set(set).where('id', '=', id).execute()
        await also(trx, { before, after })
        return { before, after }
      })
    },

    /**
     * Add one credential if it is not there yet; one that is there is never overwritten.
     * @returns whether it was added
     */
    async addCredential(id: string, name: string, value: string): Promise<boolean> {
      return db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('connections')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
        if (row === undefined) return false
        const { credentials } = read(row)
        if (credentials[name] !== undefined && credentials[name] !== '') return false
        const sealed = seal(id, { ...credentials, [name]: value })
        await trx.updateTable('connections').set({ credentials: sealed }).where('id', '=', id).execute()
        return true
      })
    },

    async find(id: string): Promise<Connection | null> {
      const row = await db.selectFrom('connections').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : read(row)
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<Connection> {
      const row = await db.selectFrom('connections').selectAll().where('id', '=', id).executeTakeFirst()
      return read(row ?? missing(id))
    },

    /** Newest first. */
    async page(
      filter: { readonly tool?: Tool | undefined },
      limit: number,
      after: Place | null,
    ): Promise<Connection[]> {
      const rows = await db
        .selectFrom('connections')
        .selectAll()
        .$if(filter.tool !== undefined, (query) => query.where('tool', '=', filter.tool ?? 'trello'))
        .where(older(after, 'created_at', 'id'))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(read)
    },

    async list(): Promise<Connection[]> {
      const rows = await db
        .selectFrom('connections')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(read)
    },

    async remove(id: string, also: Also<void>): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('connections').where('id', '=', id).execute()
        await also(trx)
      })
    },
  }
}

function missing(id: string): never {
  throw new AppError('NOT_FOUND', `there is no connection ${id}`)
}
