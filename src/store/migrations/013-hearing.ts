import { type Kysely, sql } from 'kysely'

/** Up to where comments were heard, and which of them were talk. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // heard_at: comments that an event told of before then were heard; null: nobody knows. talk: what answered nothing then.
  "ALTER TABLE tasks ADD COLUMN heard_at timestamptz, ADD COLUMN talk jsonb NOT NULL DEFAULT '[]'",
  'UPDATE tasks SET heard_at = updated_at',
]
