import { type Kysely, sql } from 'kysely'

/** Policies that are written in drafts, published for a moment to come, and tried on cases. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // note: why, in the words of whoever published it. cancelled_at: taken back before it came into force; its number is
  // never used again. source: json keeps the fields in the order in which a person wrote them, jsonb does not.
  `ALTER TABLE policies
    ADD COLUMN note text,
    ADD COLUMN cancelled_at timestamptz,
    ALTER COLUMN source TYPE json USING source::json`,
  'CREATE INDEX policies_in_force ON policies (id, effective_at DESC, version DESC) WHERE cancelled_at IS NULL',

  // At most one for each policy; it may have problems. based_on: the version that it changes; null before the first.
  `CREATE TABLE policy_drafts (
    policy_id text PRIMARY KEY,
    based_on integer,
    source json NOT NULL,
    updated_at timestamptz NOT NULL
  )`,

  // What must come of a request under the policy, in the language of policies/cases/case.ts; position: in which order.
  `CREATE TABLE policy_cases (
    id text PRIMARY KEY,
    policy_id text NOT NULL,
    position integer GENERATED ALWAYS AS IDENTITY,
    document json NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  'CREATE INDEX policy_cases_of_policy ON policy_cases (policy_id, position)',
]
