import { type Kysely, sql } from 'kysely'

/** What it takes to run the service with others: keys that are rotated, a log nobody edits, retries, traces. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // previous_hash: of the key before the last rotation, which still works until previous_until.
  `ALTER TABLE api_keys
    ADD COLUMN previous_hash text UNIQUE,
    ADD COLUMN previous_until timestamptz`,
  'CREATE INDEX api_keys_by_time ON api_keys (created_at, id)',

  'CREATE INDEX audit_by_actor ON audit (actor_id, at, id)',
  'CREATE INDEX audit_by_action ON audit (action, at, id)',
  // Only what was shown of a thing may go, and only for a transaction that says it erases a person:
  // SELECT set_config('cadre.erase', 'on', true). Who did what, and when, stays.
  `CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('cadre.erase', true) = 'on'
      AND (NEW.id, NEW.at, NEW.actor_id, NEW.action, NEW.subject, NEW.request_id)
        IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.actor_id, OLD.action, OLD.subject, OLD.request_id)
    THEN RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is only ever added to';
  END $$`,
  'CREATE TRIGGER audit_keeps_rows BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION keep_audit()',
  'CREATE TRIGGER audit_keeps_all BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION keep_audit()',

  // Requests that bore an Idempotency-Key. fingerprint: of method, address and body. answer: sealed, for it may hold a
  // secret or a client's words; null while the request is at work.
  `CREATE TABLE idempotent_requests (
    actor_id text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    claimed_at timestamptz NOT NULL,
    answer text,
    PRIMARY KEY (actor_id, key)
  )`,
  'CREATE INDEX idempotent_requests_by_age ON idempotent_requests (claimed_at)',

  // Since when the tool has said anything but "active"; null while it does, or does not tell.
  'ALTER TABLE boards ADD COLUMN webhook_failing_since timestamptz',

  // request_id: of the webhook or the API call that asked for it; leads to the lines of the log.
  'ALTER TABLE deliveries ADD COLUMN request_id text',
  'ALTER TABLE runs ADD COLUMN request_id text',
  'DROP INDEX deliveries_by_age',
  'CREATE INDEX deliveries_by_time ON deliveries (received_at, id)',
  'CREATE INDEX deliveries_by_connection ON deliveries (connection_id, received_at, id)',
]
