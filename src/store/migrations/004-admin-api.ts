import { type Kysely, sql } from 'kysely'

/** Who may do what through the admin API, and what they did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // scopes: a JSON list. A key from before there were scopes may do everything.
  `ALTER TABLE api_keys
    ADD COLUMN scopes jsonb NOT NULL DEFAULT '["admin"]',
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN last_used_at timestamptz`,

  // Only ever added to. subject: the id of what was changed. before, after: as the API shows it, secrets masked.
  `CREATE TABLE audit (
    id text PRIMARY KEY,
    at timestamptz NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    before jsonb,
    after jsonb,
    request_id text NOT NULL
  )`,
  'CREATE INDEX audit_by_time ON audit (at, id)',
  'CREATE INDEX audit_by_subject ON audit (subject, at, id)',
]
