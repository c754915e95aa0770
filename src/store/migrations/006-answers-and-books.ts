import { type Kysely, sql } from 'kysely'

/** What people tell about requests and clients outside the boards, and lists that stay quick. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** Letters as they are searched: without accents and case, and what joins words taken for a space. */
const accented = 'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ’-/_.@:'
const plain = "aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyy'      "

const statements = [
  // Text as it is searched, on both stores alike and without an extension.
  `CREATE FUNCTION searchable(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN lower(translate(words, '${accented}', '${plain.replaceAll("'", "''")}'))`,

  // revision: raised by all that is told about the task outside its board; facts say how much they take in.
  // client_id, title, url, due_at, has_private, promised_minutes: what lists show and filter, beside the big columns.
  // promised_minutes: the work that this promises for the day on which it is due.
  `ALTER TABLE tasks
    ADD COLUMN revision integer NOT NULL DEFAULT 0,
    ADD COLUMN client_id text,
    ADD COLUMN title text NOT NULL DEFAULT '',
    ADD COLUMN url text NOT NULL DEFAULT '',
    ADD COLUMN due_at timestamptz,
    ADD COLUMN has_private boolean NOT NULL DEFAULT false,
    ADD COLUMN promised_minutes integer,
    ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
      to_tsvector('simple', searchable(title || ' ' || left(coalesce(observed ->> 'text', ''), 20000)))
    ) STORED`,
  `UPDATE tasks SET
    client_id = (SELECT client_id FROM boards WHERE boards.id = tasks.board_id),
    title = observed ->> 'title',
    url = observed ->> 'url',
    due_at = (facts ->> 'dueAt')::timestamptz,
    facts = facts || '{
      "booksRevision": 0,
      "revision": 0,
      "undo": null,
      "answers": {
        "availability": null, "ruling": null, "hours": null, "quote": null, "choice": null, "accepted": null
      }
    }'`,
  'ALTER TABLE tasks ALTER COLUMN client_id SET NOT NULL',
  'CREATE INDEX tasks_by_client ON tasks (client_id, created_at, id)',
  'CREATE INDEX tasks_by_headline ON tasks (headline, created_at, id)',
  'CREATE INDEX tasks_by_last_state ON tasks (last_state, created_at, id)',
  "CREATE INDEX tasks_that_are_gone ON tasks (created_at, id) WHERE state = 'gone'",
  'CREATE INDEX tasks_with_private_findings ON tasks (created_at, id) WHERE has_private',
  'CREATE INDEX tasks_by_due ON tasks (due_at)',
  'CREATE INDEX tasks_by_words ON tasks USING gin (words)',

  'CREATE INDEX decisions_by_time ON decisions (created_at, id)',
  'CREATE INDEX decisions_by_headline ON decisions (headline, created_at, id)',
  'DROP INDEX decisions_by_task',
  'CREATE INDEX decisions_by_task ON decisions (task_id, created_at, id)',

  // before: what the task showed of ours before this run wrote; null when it did not.
  'ALTER TABLE runs ADD COLUMN before jsonb',
  'CREATE INDEX runs_by_board ON runs (board_id, started_at, id)',
  'CREATE INDEX runs_by_state ON runs (state, started_at, id)',

  // said: the answer with what belongs to it. source_id: what it came by, so that the same thing counts once.
  // fingerprint: the request it answers. revision: its place among all that was told about the task.
  `CREATE TABLE answers (
    id text PRIMARY KEY,
    task_id text NOT NULL REFERENCES tasks ON DELETE CASCADE,
    at timestamptz NOT NULL,
    side text NOT NULL,
    author_id text NOT NULL,
    author_name text NOT NULL,
    via text NOT NULL,
    kind text NOT NULL,
    said jsonb NOT NULL,
    source_id text,
    fingerprint text NOT NULL,
    revision integer NOT NULL,
    UNIQUE (task_id, source_id),
    UNIQUE (task_id, revision)
  )`,

  // Only ever added to. kind: override, rejudge or undo; wish: what belongs to it. revision: as with answers.
  `CREATE TABLE orders (
    id text PRIMARY KEY,
    task_id text NOT NULL REFERENCES tasks ON DELETE CASCADE,
    at timestamptz NOT NULL,
    author_id text NOT NULL,
    author_name text NOT NULL,
    wish jsonb NOT NULL,
    fingerprint text NOT NULL,
    revision integer NOT NULL,
    UNIQUE (task_id, revision)
  )`,

  // books_revision: raised by every entry; a task judged by an older state is judged by the new one at its next look.
  'ALTER TABLE clients ADD COLUMN books_revision integer NOT NULL DEFAULT 0',

  // Only ever added to; reverses: the wrong entry that this one takes back. day: as 2026-11-24, where the client is.
  `CREATE TABLE book_entries (
    id text PRIMARY KEY,
    client_id text NOT NULL REFERENCES clients ON DELETE CASCADE,
    task_id text REFERENCES tasks ON DELETE SET NULL,
    kind text NOT NULL,
    day text NOT NULL,
    amount_minor bigint,
    minutes integer,
    note text NOT NULL,
    reverses text UNIQUE REFERENCES book_entries,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    created_at timestamptz NOT NULL
  )`,
  'CREATE INDEX book_entries_by_client ON book_entries (client_id, created_at, id)',
  'CREATE INDEX book_entries_by_task ON book_entries (task_id) WHERE task_id IS NOT NULL',
]
