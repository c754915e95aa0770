import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Instant } from '#model/task.ts'
import type { Database } from './database.ts'

/** What is not kept for ever, and how much of it there is. */
export interface Perished {
  /** Webhooks as they were received. */
  readonly deliveries: number
  /** Passes over a task. The last one of a task stays, and the last by which it showed a verdict. */
  readonly runs: number
  /** Verdicts that no run and no task names any more. */
  readonly decisions: number
  /** What tasks said that are gone from their boards. Their title and verdict stay, for the assistant's books. */
  readonly texts: number
  /** Requests by other channels, unless their card is still open, or still to be made. */
  readonly requests: number
}

export type RetentionStore = ReturnType<typeof createRetentionStore>

/** What has been kept for long enough. Counting and removing go by the same conditions. */
export function createRetentionStore(db: Kysely<Database>) {
  async function count(table: string, condition: RawBuilder<unknown>): Promise<number> {
    const query = sql<{ total: string }>`SELECT count(*) AS total FROM ${sql.table(table)} WHERE ${condition}`
    return Number((await query.execute(db)).rows[0]?.total ?? 0)
  }

  async function remove(statement: RawBuilder<unknown>): Promise<number> {
    return Number((await statement.execute(db)).numAffectedRows ?? 0)
  }

  /** What a task said, also where it stands with its twin: in the words that both last agreed on, and in copies of comments. */
  async function removeTexts(before: Instant): Promise<number> {
    const texts = await remove(
      sql`UPDATE tasks SET observed = observed || '{"text": "", "attachments": []}' WHERE ${oldText(before)}`,
    )
    await remove(sql`
      UPDATE twins SET pending = NULL, base = base || '{"text": ""}', relayed = (
        SELECT coalesce(jsonb_agg(copy || '{"text": ""}' ORDER BY place), '[]')
        FROM jsonb_array_elements(relayed) WITH ORDINALITY AS passed (copy, place) WHERE copy->>'state' <> 'writing')
      FROM tasks WHERE tasks.id = twins.task_id AND ${isLongGone(before)} AND ${hasWords}`)
    return texts
  }

  return {
    /** What `remove` would remove now. */
    async count(before: Instant): Promise<Perished> {
      return {
        deliveries: await count('deliveries', oldDelivery(before)),
        runs: await count('runs', oldRun(before)),
        decisions: await count('decisions', oldDecision(before)),
        texts: await count('tasks', oldText(before)),
        requests: await count('requests', oldRequest(before)),
      }
    },

    /** @returns how much was removed */
    async remove(before: Instant): Promise<Perished> {
      return {
        deliveries: await remove(sql`DELETE FROM deliveries WHERE ${oldDelivery(before)}`),
        runs: await remove(sql`DELETE FROM runs WHERE ${oldRun(before)}`),
        decisions: await remove(sql`DELETE FROM decisions WHERE ${oldDecision(before)}`),
        texts: await removeTexts(before),
        requests: await remove(sql`DELETE FROM requests WHERE ${oldRequest(before)}`),
      }
    },
  }
}

const oldDelivery = (before: Instant) => sql`received_at < ${before}::timestamptz`

/** What a client agrees to is what a task shows: by the last run that wrote its verdict, or found it there. */
const shows = (run: string) =>
  sql`${sql.ref(`${run}.state`)} IN ('applied', 'in-sync') AND ${sql.ref(`${run}.decision_id`)} IS NOT NULL`

const oldRun = (before: Instant) => sql`started_at < ${before}::timestamptz AND EXISTS (
  SELECT 1 FROM runs AS later WHERE later.task_id = runs.task_id AND later.started_at > runs.started_at
    AND (NOT (${shows('runs')}) OR (${shows('later')}) OR later.state = 'gone'))`

const oldDecision = (before: Instant) => sql`created_at < ${before}::timestamptz
  AND NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.id = decisions.task_id AND tasks.decision_id = decisions.id)
  AND NOT EXISTS (SELECT 1 FROM runs
    WHERE runs.task_id = decisions.task_id AND runs.decision_id = decisions.id AND NOT (${oldRun(before)}))`

const isLongGone = (before: Instant) =>
  sql`tasks.state = 'gone' AND tasks.updated_at < ${before}::timestamptz`

/** Does a pair hold words of its request, beside the title? */
const hasWords = sql`(twins.pending IS NOT NULL OR twins.base->>'text' <> ''
  OR jsonb_path_exists(twins.relayed, '$[*] ? (@.text != "")'))`

const oldText = (before: Instant) => sql`${isLongGone(before)}
  AND (observed->>'text' <> '' OR jsonb_array_length(observed->'attachments') > 0
    OR EXISTS (SELECT FROM twins WHERE twins.task_id = tasks.id AND ${hasWords}))`

const oldRequest = (before: Instant) => sql`created_at < ${before}::timestamptz
  AND (board_id IS NULL OR task_id IS NOT NULL) AND NOT EXISTS (
  SELECT 1 FROM tasks
  WHERE tasks.board_id = requests.board_id AND tasks.task_id = requests.task_id AND tasks.state = 'open')`
