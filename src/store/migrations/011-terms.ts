import { type Kysely, sql } from 'kysely'

/** What time does about requests, and pairs that are tied and parted by hand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // look_at: when to look at the task again although nothing has changed; null for never.
  'ALTER TABLE tasks ADD COLUMN look_at timestamptz',
  'CREATE INDEX tasks_to_look_at ON tasks (board_id, look_at) WHERE look_at IS NOT NULL',

  // revision: how much of what people told about the request a pair takes in.
  'ALTER TABLE twins ADD COLUMN revision integer NOT NULL DEFAULT 0',
]
