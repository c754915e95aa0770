import { type Kysely, sql } from 'kysely'
import type { Also, Database, Db } from './database.ts'

/** A row as it is shown: columns named as everything is in the API. */
export type Shown = Readonly<Record<string, unknown>>

/** How much was removed of each kind of thing. */
export type Erased = Readonly<Record<(typeof kinds)[number], number>>

const kinds = [
  'boards',
  'tasks',
  'decisions',
  'runs',
  'answers',
  'orders',
  'twins',
  'deliveries',
  'jobs',
  'examples',
  'requests',
  'bookEntries',
  'auditEntries',
] as const

export const nothingErased: Erased = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Erased

type Frame = Record<'boards' | 'requests' | 'book' | 'examples' | 'audit', Shown[]>

/** Tasks that are read at once: some hundred kilobytes. */
const batch = 50

export type ClientRecords = ReturnType<typeof createClientRecords>

/** All that is kept about one client, to be handed over or to be erased. Kept by nobody else: a new table goes here. */
export function createClientRecords(db: Kysely<Database>) {
  return {
    /**
     * The boards, what was asked beside them, the books, what was learnt on boards given up since, and what was done to
     * all of these through the API. Small.
     */
    async frame(clientId: string): Promise<Frame> {
      const boards = await boardsOf(db, clientId).selectAll().orderBy('id').execute()
      const requests = await requestsOf(db, clientId).selectAll().orderBy('created_at').execute()
      const book = await bookOf(db, clientId).selectAll().orderBy('created_at').orderBy('id').execute()
      const examples = await db
        .selectFrom('examples')
        .selectAll()
        .where('client_id', '=', clientId)
        .where(sql<boolean>`NOT EXISTS (SELECT FROM tasks WHERE tasks.id = examples.task_id)`)
        .orderBy('created_at')
        .execute()
      const subjects = [clientId, ...boards.map(({ id }) => id)]
      const audit = await db
        .selectFrom('audit')
        .selectAll()
        .where(sql<boolean>`(subject IN (${sql.join(subjects)}) OR ${namesClient(clientId)})`)
        .where(sql<boolean>`NOT EXISTS (SELECT FROM tasks WHERE tasks.id = audit.subject)`)
        .orderBy('at')
        .execute()
      const rows = Object.entries({ boards, requests, book, examples, audit })
      return Object.fromEntries(rows.map(([kind, found]) => [kind, found.map(shown)])) as Frame
    },

    /** Every task with all that hangs on it, a few at a time, so that a client of any size can be handed over. */
    async *tasks(clientId: string): AsyncGenerator<Shown> {
      for (let after = ''; ; ) {
        const tasks = await db
          .selectFrom('tasks')
          .selectAll()
          .where('board_id', 'in', boardsOf(db, clientId).select('id'))
          .where('id', '>', after)
          .orderBy('id')
          .limit(batch)
          .execute()
        const last = tasks.at(-1)
        if (last === undefined) return
        after = last.id
        const parts = await partsOf(
          db,
          tasks.map(({ id }) => id),
        )
        for (const task of tasks) {
          const own = Object.entries(parts).map(([kind, rows]) => [
            kind,
            rows.filter((row) => row.of === task.id).map(({ of: _, ...row }) => shown(row)),
          ])
          yield { ...shown(task), ...Object.fromEntries(own) }
        }
      }
    },

    /**
     * Remove all of it, together or not at all. The audit log keeps who did what and when, but no longer what it showed;
     * of an example its number stays, so that what was learnt from others keeps its own.
     */
    async erase(clientId: string, also: Also<Erased>): Promise<Erased> {
      return db.transaction().execute(async (trx) => {
        await trx.selectFrom('clients').select('id').where('id', '=', clientId).forUpdate().execute()
        const boards = boardsOf(trx, clientId).select('id')
        const tasks = trx.selectFrom('tasks').select('id').where('board_id', 'in', boards)
        const auditEntries = await maskAudit(trx, clientId)
        const examples = await blankExamples(trx, clientId)
        const deliveries = await removeDeliveries(trx, clientId)
        const jobs = await removeJobs(trx, clientId)
        const ofTasks = async (table: 'runs' | 'decisions' | 'answers' | 'orders' | 'twins') =>
          count(await trx.deleteFrom(table).where('task_id', 'in', tasks).executeTakeFirst())
        const parts = {
          runs: await ofTasks('runs'),
          decisions: await ofTasks('decisions'),
          answers: await ofTasks('answers'),
          orders: await ofTasks('orders'),
          twins: await ofTasks('twins'),
        }
        const requests = await trx.deleteFrom('requests').where('client_id', '=', clientId).executeTakeFirst()
        const entries = await trx
          .deleteFrom('book_entries')
          .where('client_id', '=', clientId)
          .executeTakeFirst()
        const removed = await trx.deleteFrom('tasks').where('board_id', 'in', boards).executeTakeFirst()
        const left = await trx.deleteFrom('boards').where('client_id', '=', clientId).executeTakeFirst()
        await trx.deleteFrom('clients').where('id', '=', clientId).execute()
        const erased = {
          ...{ boards: count(left), tasks: count(removed), ...parts, deliveries, jobs, examples },
          ...{ requests: count(requests), bookEntries: count(entries), auditEntries },
        }
        await also(trx, erased)
        return erased
      })
    },
  }
}

const count = ({ numDeletedRows }: { readonly numDeletedRows: bigint }) => Number(numDeletedRows)
const boardsOf = (db: Db, clientId: string) => db.selectFrom('boards').where('client_id', '=', clientId)
const requestsOf = (db: Db, clientId: string) => db.selectFrom('requests').where('client_id', '=', clientId)
const bookOf = (db: Db, clientId: string) => db.selectFrom('book_entries').where('client_id', '=', clientId)

/** What hangs on some tasks, by its name in the export; `of` says on which. */
async function partsOf(db: Db, taskIds: readonly string[]) {
  const decisions = db.selectFrom('decisions').selectAll().select('task_id as of')
  const runs = db.selectFrom('runs').selectAll().select('task_id as of')
  const answers = db.selectFrom('answers').selectAll().select('task_id as of')
  const orders = db.selectFrom('orders').selectAll().select('task_id as of')
  const twins = db.selectFrom('twins').selectAll().select('task_id as of')
  const examples = db.selectFrom('examples').selectAll().select('task_id as of')
  const audit = db.selectFrom('audit').selectAll().select('subject as of')
  const deliveries = db
    .selectFrom('deliveries')
    .innerJoin('tasks', (join) =>
      join
        .onRef('tasks.connection_id', '=', 'deliveries.connection_id')
        .onRef('tasks.task_id', '=', 'deliveries.task_id'),
    )
    .selectAll('deliveries')
    .select('tasks.id as of')
  const ofTwins = db
    .selectFrom('deliveries')
    .innerJoin('twins', (join) =>
      join
        .onRef('twins.connection_id', '=', 'deliveries.connection_id')
        .onRef('twins.twin_id', '=', 'deliveries.task_id'),
    )
    .selectAll('deliveries')
    .select('twins.task_id as of')
  return {
    decisions: await decisions.where('task_id', 'in', taskIds).orderBy('created_at').execute(),
    runs: await runs.where('task_id', 'in', taskIds).orderBy('started_at').execute(),
    answers: await answers.where('task_id', 'in', taskIds).orderBy('revision').execute(),
    orders: await orders.where('task_id', 'in', taskIds).orderBy('revision').execute(),
    twins: await twins.where('task_id', 'in', taskIds).execute(),
    deliveries: await deliveries
      .where('tasks.id', 'in', taskIds)
      .unionAll(ofTwins.where('twins.task_id', 'in', taskIds))
      .orderBy('occurred_at')
      .execute(),
    examples: await examples.where('task_id', 'in', taskIds).orderBy('created_at').execute(),
    audit: await audit.where('subject', 'in', taskIds).orderBy('at').execute(),
  }
}

/** An entry about what was a client's: a board that is no longer watched, a request that was kept for long enough. */
const namesClient = (clientId: string) =>
  sql`(before ->> 'clientId' = ${clientId} OR after ->> 'clientId' = ${clientId})`

/** What an entry showed of the client is taken out of it; the store lets that happen in such a transaction alone. */
async function maskAudit(db: Db, clientId: string): Promise<number> {
  await sql`SELECT set_config('cadre.erase', 'on', true)`.execute(db)
  const masked = await sql`
    WITH board AS (SELECT id FROM boards WHERE client_id = ${clientId}),
      task AS (SELECT id FROM tasks WHERE board_id IN (SELECT id FROM board)),
      subject AS (
        SELECT ${clientId}::text AS id UNION SELECT id FROM board UNION SELECT id FROM task)
    UPDATE audit
    SET before = CASE WHEN before IS NULL THEN NULL ELSE '"[erased]"'::jsonb END,
      after = CASE WHEN after IS NULL THEN NULL ELSE '"[erased]"'::jsonb END
    WHERE (subject IN (SELECT id FROM subject) OR ${namesClient(clientId)})
      AND (before <> '"[erased]"'::jsonb OR after <> '"[erased]"'::jsonb)`.execute(db)
  return Number(masked.numAffectedRows ?? 0)
}

/** What the tools told of the client's cards, and of their twins. */
async function removeDeliveries(db: Db, clientId: string): Promise<number> {
  const removed = await sql`
    DELETE FROM deliveries
    WHERE (connection_id, task_id) IN (${cardsOf(clientId)})`.execute(db)
  return Number(removed.numAffectedRows ?? 0)
}

/** Looks that wait, and those over that the queue remembers with what a tool answered. One at work finds nothing any more. */
async function removeJobs(db: Db, clientId: string): Promise<number> {
  const removed = await sql`
    DELETE FROM pgboss.job
    WHERE state <> 'active' AND (data ->> 'connectionId', data ->> 'taskId') IN (${cardsOf(clientId)})`.execute(
    db,
  )
  return Number(removed.numAffectedRows ?? 0)
}

/** The cards that tell of a client, on their own boards and on the assistant's, as their tools call them. */
const cardsOf = (clientId: string) => sql`
  SELECT tasks.connection_id, tasks.task_id FROM tasks
  JOIN boards ON boards.id = tasks.board_id WHERE boards.client_id = ${clientId}
  UNION SELECT twins.connection_id, twins.twin_id FROM twins
  JOIN tasks ON tasks.id = twins.task_id
  JOIN boards ON boards.id = tasks.board_id WHERE boards.client_id = ${clientId} AND twins.twin_id IS NOT NULL`

/** The words go; from the next revision of its policy on the example is not known any more. */
async function blankExamples(db: Db, clientId: string): Promise<number> {
  const blanked = await sql`
    UPDATE examples
    SET title = '', text = '', task_id = NULL, client_id = NULL, removed_at_revision = coalesce(removed_at_revision, 1 + (
      SELECT max(greatest(every.revision, every.removed_at_revision)) FROM examples AS every
      WHERE every.policy_id = examples.policy_id))
    WHERE client_id = ${clientId}`.execute(db)
  return Number(blanked.numAffectedRows ?? 0)
}

/** Columns as they are called in the API: `created_at` is `createdAt`. */
function shown(row: object): Shown {
  const named = Object.entries(row).map(([column, value]) => [
    column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ])
  return Object.fromEntries(named)
}
