import { type Kysely, sql } from 'kysely'

/** Lists of clients, boards and connections as pages; boards that are left, and what of them was made by us. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // made_ids: a JSON list of the tool's ids of what we made on the board. leaving_since: its labels are being taken off.
  `ALTER TABLE boards
    ADD COLUMN made_ids jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN leaving_since timestamptz`,

  'CREATE INDEX connections_by_time ON connections (created_at, id)',
  'CREATE INDEX clients_by_time ON clients (created_at, id)',
  'CREATE INDEX boards_by_time ON boards (watched_since, id)',
  'CREATE INDEX boards_by_client ON boards (client_id, watched_since, id)',
  // Examples are found by the task that taught them, when a client is exported or erased.
  'CREATE INDEX examples_by_task ON examples (task_id) WHERE task_id IS NOT NULL',
]
