import { type Kysely, sql } from 'kysely'

/** Two boards, one request. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // twin_board_id: the assistant's board on which each request of this one has a twin. relays: are comments passed on?
  `ALTER TABLE boards
    ADD COLUMN twin_board_id text REFERENCES boards ON DELETE SET NULL,
    ADD COLUMN relays boolean NOT NULL DEFAULT false`,

  // One row a request, written before its twin is made: so there is never a second one.
  `CREATE TABLE twins (
    task_id text PRIMARY KEY REFERENCES tasks ON DELETE CASCADE,
    board_id text NOT NULL,
    connection_id text NOT NULL,
    twin_id text,
    state text NOT NULL,
    parting text,
    base jsonb,
    shown jsonb NOT NULL,
    pending jsonb,
    overrides jsonb NOT NULL,
    relayed jsonb NOT NULL,
    hops jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (connection_id, twin_id)
  )`,
  'CREATE INDEX twins_by_board ON twins (board_id, state)',
]
