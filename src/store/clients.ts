import type { Kysely, Selectable } from 'kysely'
import type { Client } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import type { Also, Database } from './database.ts'
import { older, type Place } from './place.ts'
/** A client in a list: since when they are known is what the list is ordered by. */
export interface ListedClient {
  readonly client: Client
  readonly createdAt: Instant
}

export type ClientStore = ReturnType<typeof createClientStore>

/** The assistant's customers. */
export function createClientStore(db: Kysely<Database>) {
  return {
    async insert(client: Client, createdAt: Instant): Promise<void> {
      await db
        .insertInto('clients')
        .values({ id: client.id, ...columnsOf(client), created_at: createdAt })
        .execute()
    },

    /**
     * Change a client as it is now. The row is locked meanwhile, so that two editors at once never lose an edit.
     * @param change may refuse by throwing; it must not ask the store for anything
     * @throws AppError NOT_FOUND
     */
    async edit(
      id: string,
      change: (known: Client) => Client,
      also: Also<{ before: Client; after: Client }>,
    ): Promise<{ before: Client; after: Client }> {
      return db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('clients')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
        if (row === undefined) throw notFound(id)
        const before = clientOf(row)
        const edited = { before, after: change(before) }
        await trx.updateTable('clients').set(columnsOf(edited.after)).where('id', '=', id).execute()
        await also(trx, edited)
        return edited
      })
    },

    async find(id: string): Promise<Client | null> {
      const row = await db.selectFrom('clients').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : clientOf(row)
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<Client> {
      const client = await this.find(id)
      if (client === null) throw notFound(id)
      return client
    },

    /** Those who are served by a policy. */
    async ofPolicy(policyId: string): Promise<Client[]> {
      const rows = await db
        .selectFrom('clients')
        .selectAll()
        .where('policy_id', '=', policyId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(clientOf)
    },

    /** Newest first. */
    async page(
      filter: { readonly policyId?: string | undefined },
      limit: number,
      after: Place | null,
    ): Promise<ListedClient[]> {
      const rows = await db
        .selectFrom('clients')
        .selectAll()
        .$if(filter.policyId !== undefined, (query) => query.where('policy_id', '=', filter.policyId ?? ''))
        .where(older(after, 'created_at', 'id'))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ client: clientOf(row), createdAt: row.created_at.toISOString() }))
    },

    /** @throws AppError CONFLICT while boards are watched for them */
    async remove(id: string, also: Also<void>): Promise<void> {
      await db.transaction().execute(async (trx) => {
        // Locked, so that no board is added for them meanwhile.
        await trx.selectFrom('clients').select('id').where('id', '=', id).forUpdate().execute()
        const board = await trx
          .selectFrom('boards')
          .select('id')
          .where('client_id', '=', id)
          .executeTakeFirst()
        if (board !== undefined) {
          const remedy = 'delete the boards first, or send ?force=true'
          const details = [{ path: 'params.clientId', message: 'boards are watched for this client', remedy }]
          throw new AppError('CONFLICT', 'a client whose boards are watched cannot be deleted', { details })
        }
        await trx.deleteFrom('clients').where('id', '=', id).execute()
        await also(trx)
      })
    },
  }
}

const notFound = (id: string) => new AppError('NOT_FOUND', `there is no client ${id}`)

const columnsOf = (client: Client) => ({
  name: client.name,
  language: client.language,
  address: client.address,
  time_zone: client.timeZone,
  policy_id: client.policyId,
  plan: client.plan,
  terms: JSON.stringify(client.terms),
  accepted_at: client.acceptedAt,
})

/** A row as a client. */
export const clientOf = (
  row: Omit<Selectable<Database['clients']>, 'created_at' | 'books_revision'>,
): Client => ({
  id: row.id,
  name: row.name,
  language: row.language,
  address: row.address,
  timeZone: row.time_zone,
  policyId: row.policy_id,
  plan: row.plan,
  terms: row.terms,
  acceptedAt: row.accepted_at?.toISOString() ?? null,
})
