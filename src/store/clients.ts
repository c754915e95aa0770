import type { Selectable } from 'kysely'
import type { Client } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import type { Database, Db } from './database.ts'

export type ClientStore = ReturnType<typeof createClientStore>

/** The assistant's customers. */
export function createClientStore(db: Db) {
  return {
    async insert(client: Client, createdAt: Instant): Promise<void> {
      await db
        .insertInto('clients')
        .values({ id: client.id, ...columnsOf(client), created_at: createdAt })
        .execute()
    },

    async update(client: Client): Promise<void> {
      await db.updateTable('clients').set(columnsOf(client)).where('id', '=', client.id).execute()
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<Client> {
      const row = await db.selectFrom('clients').selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no client ${id}`)
      return clientOf(row)
    },

    async list(): Promise<Client[]> {
      const rows = await db.selectFrom('clients').selectAll().orderBy('created_at').orderBy('id').execute()
      return rows.map(clientOf)
    },
  }
}

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
export const clientOf = (row: Omit<Selectable<Database['clients']>, 'created_at'>): Client => ({
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
