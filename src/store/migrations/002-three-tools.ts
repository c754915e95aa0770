import { type Kysely, sql } from 'kysely'

/** What it takes to live without webhooks, to notice that one died, and to share a tool's limits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // updates: how we learn of changes, by webhook or by polling alone.
  "ALTER TABLE connections ADD COLUMN updates text NOT NULL DEFAULT 'webhook'",

  // missed_at: when a sweep last found what a webhook should have told.
  `ALTER TABLE boards
    ADD COLUMN missed_at timestamptz,
    ADD COLUMN webhook_state text,
    ADD COLUMN webhook_checked_at timestamptz`,

  // As rate-limiter-flexible expects it; keys are hashes of credentials.
  `CREATE TABLE rate_limits (
    key varchar(255) PRIMARY KEY,
    points integer NOT NULL DEFAULT 0,
    expire bigint
  )`,
]
