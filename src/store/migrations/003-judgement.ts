import { type Kysely, sql } from 'kysely'

/** What it takes to judge by a whole written procedure: plans, terms of single clients, and learnt examples. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // plan: one of the policy's. terms: what differs for this client alone. accepted_at: when they accepted the terms.
  `ALTER TABLE clients
    ADD COLUMN plan text,
    ADD COLUMN terms jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN accepted_at timestamptz`,

  // source: the document as somebody wrote it, without what has been filled in.
  'ALTER TABLE policies ADD COLUMN source jsonb',

  // What corrections have taught. Every change raises the revision of its policy; a past state can be read again:
  // what was added up to then and not yet removed.
  `CREATE TABLE examples (
    id text PRIMARY KEY,
    policy_id text NOT NULL,
    revision integer NOT NULL,
    removed_at_revision integer,
    title text NOT NULL,
    text text NOT NULL,
    scope text NOT NULL,
    service text,
    task_id text,
    created_at timestamptz NOT NULL,
    UNIQUE (policy_id, revision)
  )`,
]
