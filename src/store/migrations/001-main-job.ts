import { type Kysely, sql } from 'kysely'

/** Connections, boards, policies, and the line that a task travels. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // One row: a known text sealed with the secret key, so that a wrong key is noticed at start.
  `CREATE TABLE instance (
    id integer PRIMARY KEY CHECK (id = 1),
    key_check text NOT NULL
  )`,

  // credentials: sealed JSON. callback_url: as registered with the tool, which signs it.
  `CREATE TABLE connections (
    id text PRIMARY KEY,
    tool text NOT NULL,
    name text NOT NULL,
    user_id text NOT NULL,
    credentials text NOT NULL,
    callback_url text,
    created_at timestamptz NOT NULL
  )`,

  // Append-only: a version never changes, so every decision can be explained later.
  `CREATE TABLE policies (
    id text NOT NULL,
    version integer NOT NULL,
    document jsonb NOT NULL,
    effective_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (id, version)
  )`,

  `CREATE TABLE clients (
    id text PRIMARY KEY,
    name text NOT NULL,
    language text NOT NULL,
    address text NOT NULL,
    time_zone text NOT NULL,
    policy_id text NOT NULL,
    created_at timestamptz NOT NULL
  )`,

  // watched_since: tasks older than this are taken in silently. released_at: a person let a held board go on.
  `CREATE TABLE boards (
    id text PRIMARY KEY,
    connection_id text NOT NULL REFERENCES connections ON DELETE CASCADE,
    container_id text NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    client_id text NOT NULL REFERENCES clients,
    role text NOT NULL,
    mode text NOT NULL,
    mapping jsonb NOT NULL,
    hourly_write_limit integer NOT NULL,
    webhook_id text,
    watched_since timestamptz NOT NULL,
    released_at timestamptz,
    swept_until timestamptz,
    UNIQUE (connection_id, container_id)
  )`,

  // shown: what we last wrote (base). pending: what an unfinished run meant to write. last_state: of the last run.
  `CREATE TABLE tasks (
    id text PRIMARY KEY,
    board_id text NOT NULL REFERENCES boards ON DELETE CASCADE,
    connection_id text NOT NULL,
    task_id text NOT NULL,
    state text NOT NULL,
    observed jsonb NOT NULL,
    facts jsonb NOT NULL,
    shown jsonb NOT NULL,
    pending jsonb,
    decision_id text,
    headline text,
    last_state text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (connection_id, task_id)
  )`,
  'CREATE INDEX tasks_by_board ON tasks (board_id, created_at, id)',
  'CREATE INDEX tasks_by_time ON tasks (created_at, id)',

  // The unique key is what stops a webhook that arrives twice. due_at: the due date this event showed, if any.
  `CREATE TABLE deliveries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection_id text NOT NULL REFERENCES connections ON DELETE CASCADE,
    key text NOT NULL,
    event text NOT NULL,
    task_id text NOT NULL,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    shows_due boolean NOT NULL,
    due_at timestamptz,
    evidence jsonb NOT NULL,
    UNIQUE (connection_id, key)
  )`,
  'CREATE INDEX deliveries_by_task ON deliveries (connection_id, task_id, occurred_at)',
  'CREATE INDEX deliveries_by_age ON deliveries (received_at)',

  `CREATE TABLE decisions (
    id text PRIMARY KEY,
    task_id text NOT NULL REFERENCES tasks ON DELETE CASCADE,
    policy_id text NOT NULL,
    policy_version integer NOT NULL,
    headline text NOT NULL,
    document jsonb NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  'CREATE INDEX decisions_by_task ON decisions (task_id, created_at)',

  `CREATE TABLE runs (
    id text PRIMARY KEY,
    task_id text NOT NULL REFERENCES tasks ON DELETE CASCADE,
    board_id text NOT NULL REFERENCES boards ON DELETE CASCADE,
    state text NOT NULL,
    decision_id text,
    operations jsonb NOT NULL,
    unsupported jsonb NOT NULL,
    timings jsonb NOT NULL,
    reads integer NOT NULL,
    writes integer NOT NULL,
    error_code text,
    error_message text,
    started_at timestamptz NOT NULL,
    finished_at timestamptz
  )`,
  'CREATE INDEX runs_by_task ON runs (task_id, started_at, id)',
  'CREATE INDEX runs_by_time ON runs (started_at, id)',
  // Only for the question "how many tasks were written to within the hour?"
  "CREATE INDEX runs_that_wrote ON runs (board_id, started_at) WHERE state IN ('applying', 'applied', 'failed')",

  // hash: SHA-256 of the whole key. Keys are 256 random bits, so no slow hash is needed.
  `CREATE TABLE api_keys (
    id text PRIMARY KEY,
    name text NOT NULL,
    hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
  )`,
]
