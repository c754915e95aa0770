import { type Kysely, sql } from 'kysely'

/** What clients ask by other ways than their boards. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // sender: who asked, as people call them. due_set_at: when the client named the date. duplicate_of: a request or a task.
  // board_id: where it is to be a card. begun_at: since when that card may be there. task_id: the tool's id of it.
  `CREATE TABLE requests (
    id text PRIMARY KEY,
    client_id text NOT NULL REFERENCES clients ON DELETE CASCADE,
    channel text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    sender text,
    received_at timestamptz NOT NULL,
    due_at timestamptz,
    due_set_at timestamptz,
    service text,
    hours double precision,
    attachments jsonb NOT NULL,
    decision jsonb NOT NULL,
    duplicate_of text,
    board_id text REFERENCES boards ON DELETE SET NULL,
    begun_at timestamptz,
    task_id text,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (board_id, task_id)
  )`,
  'CREATE INDEX requests_by_time ON requests (created_at, id)',
  'CREATE INDEX requests_by_client ON requests (client_id, created_at, id)',
  'CREATE INDEX requests_by_card ON requests (task_id) WHERE task_id IS NOT NULL',
  'CREATE INDEX requests_without_card ON requests (board_id) WHERE task_id IS NULL',
]
