import { type Kysely, sql } from 'kysely'

/** What happened under a policy within a week is found without reading whole tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'CREATE INDEX decisions_by_policy ON decisions (policy_id, created_at, id)',
  'CREATE INDEX answers_by_time ON answers (at)',
  'CREATE INDEX orders_by_time ON orders (at)',
  'CREATE INDEX examples_by_time ON examples (policy_id, created_at)',
  "CREATE INDEX goodwill_by_time ON book_entries (created_at) WHERE kind = 'goodwill'",
  'CREATE INDEX requests_on_no_board ON requests (created_at) WHERE task_id IS NULL',
]
