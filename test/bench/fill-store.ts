import { type Kysely, sql } from 'kysely'
import type { Database } from '../../src/store/database.ts'

/** How much to fill a store with. */
export interface Amount {
  readonly tasks: number
  readonly runsPerTask: number
  /** 40 unless said otherwise: two a client. */
  readonly boards?: number
}

const words =
  'newsletter article blog facture réunion agenda voyage relance podcast visuel instagram devis contrat traduction'

/**
 * Fill an empty store with tasks as they are in practice: two boards a client, verdicts of all kinds, a text of some
 * hundred words, and a decision and runs for each. Then gather statistics, as the autovacuum would.
 */
export async function fillStore(
  db: Kysely<Database>,
  { tasks, runsPerTask, boards = 40 }: Amount,
): Promise<void> {
  const statements = [
    sql`INSERT INTO connections (id, tool, name, user_id, credentials, created_at)
      VALUES ('con_1', 'trello', 'Trello', 'u1', '', now())`,
    sql`INSERT INTO clients (id, name, language, address, time_zone, policy_id, created_at)
      SELECT 'cli_' || n, 'Client ' || n, 'fr', 'tu', 'Europe/Paris', 'rules', now()
      FROM generate_series(0, ${Math.ceil(boards / 2) - 1}::int) n`,
    sql`INSERT INTO boards (id, connection_id, container_id, name, url, client_id, role, mode, mapping,
        hourly_write_limit, watched_since)
      SELECT 'brd_' || n, 'con_1', 'b' || n, 'Board', 'https://example.com', 'cli_' || n / 2, 'client', 'off',
        '{"labels": {}, "statuses": [], "fields": {}, "services": {}, "assistants": []}', 100, now()
      FROM generate_series(0, ${boards - 1}::int) n`,
    sql`CREATE TEMPORARY TABLE vocabulary AS
      SELECT row_number() OVER () - 1 AS place, word FROM regexp_split_to_table(${words}, ' ') word`,
    sql`INSERT INTO tasks (id, board_id, client_id, connection_id, task_id, state, title, url, observed, facts, shown,
        decision_id, headline, last_state, has_private, due_at, created_at, updated_at)
      SELECT 'tsk_' || n, 'brd_' || n % ${boards}::int, 'cli_' || n % ${boards}::int / 2, 'con_1', 'card' || n,
        CASE WHEN n % 50 = 0 THEN 'gone' ELSE 'open' END,
        initcap(word) || ' n' || n, 'https://example.com/' || n,
        jsonb_build_object(
          'ref', jsonb_build_object('tool', 'trello', 'connectionId', 'con_1', 'taskId', 'card' || n),
          'title', word, 'text', repeat(word || ' pour le client ' || n % 977 || ', ', 60)),
        '{"fingerprint": "f", "overrides": [], "dueSetAt": null}', '{}', 'dec_' || n,
        (ARRAY['in_scope', 'in_scope', 'in_scope', 'out_of_scope', 'quote_needed', 'urgent_confirm'])[1 + n % 6],
        (ARRAY['in-sync', 'in-sync', 'applied', 'applied', 'dry-run'])[1 + n % 5],
        n % 100 = 0,
        CASE WHEN n % 3 = 0 THEN now() - n * interval '5 minutes' + interval '2 days' END,
        now() - n * interval '5 minutes', now() - n * interval '5 minutes'
      FROM generate_series(0, ${tasks - 1}::int) n JOIN vocabulary ON place = n % 14`,
    sql`INSERT INTO decisions (id, task_id, policy_id, policy_version, headline, document, created_at)
      SELECT decision_id, id, 'rules', 1, headline, jsonb_build_object(
          'policyId', 'rules', 'policyVersion', 1, 'examplesRevision', 0, 'at', '2026-11-23T21:00:00.000Z',
          'findings', '[]'::jsonb, 'privateFindings', '[]'::jsonb, 'headline', headline,
          'labels', jsonb_build_array(headline), 'service', null, 'complexity', 'medium', 'takes', null,
          'price', null, 'fields', '{"estimate": null, "surcharge": null}'::jsonb, 'status', null,
          'message', repeat('Merci pour ta demande ! ', 30), 'announce', true),
        created_at FROM tasks`,
    sql`INSERT INTO runs (id, task_id, board_id, state, decision_id, operations, unsupported, timings, reads, writes,
        started_at, finished_at)
      SELECT 'run_' || n, 'tsk_' || n % ${tasks}::int, 'brd_' || n % ${tasks}::int % ${boards}::int,
        CASE WHEN n % 1000 = 0 THEN 'failed' WHEN n % 4 = 0 THEN 'applied' ELSE 'in-sync' END,
        'dec_' || n % ${tasks}::int, '[]', '[]', '{"observe": 120}', 1, 0,
        now() - n * interval '30 seconds', now() - n * interval '30 seconds'
      FROM generate_series(0, ${tasks * runsPerTask - 1}::int) n`,
    sql`ANALYZE`,
  ]
  await db.connection().execute(async (connection) => {
    for (const statement of statements) await statement.execute(connection)
  })
}
