import { type Kysely, sql } from 'kysely'

/** What time does about requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // look_at: when to look at the task again although nothing has changed; null for never.
  'ALTER TABLE tasks ADD COLUMN look_at timestamptz',
  'CREATE INDEX tasks_to_look_at ON tasks (board_id, look_at) WHERE look_at IS NOT NULL',
]
