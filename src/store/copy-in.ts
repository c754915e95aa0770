import { type Kysely, sql } from 'kysely'
import { AppError } from '#model/error.ts'
import { type BackupHead, type BackupSummary, expectTotal, headOf, isRow, markOf } from './backup-lines.ts'
import type { Database, Db } from './database.ts'
import { checkSealed } from './key-check.ts'
import { knowsSchema, migrate, schemaOf } from './migrate.ts'
import type { Store } from './open.ts'
import { makeQueueTables } from './queue-tables.ts'
import { sequencesOf, type TableShape, tablesOf, totalOf, writeAlike } from './tables.ts'

/** How much one INSERT carries: rows, and characters. */
const batchLimit = { rows: 200, characters: 4_000_000 }

/** What a store that was only just started holds already; the backup brings its own. */
const madeAtStart = ['public.instance', 'pgboss.queue']

/**
 * Fill an empty store from the lines of a backup: all of it, or nothing. Every table is then held to the count and the
 * sum that the store of then gave for it.
 * @throws AppError SECRET_KEY_INVALID before anything is touched; CONFLICT when the store is not empty or of another
 *   version; BACKUP_INVALID when the lines are not a whole backup, or not one that this version can read
 */
export async function copyIn(store: Store, lines: AsyncIterable<string>): Promise<BackupSummary> {
  const each = lines[Symbol.asyncIterator]()
  const head = headOf((await each.next()).value)
  checkSealed(head.keyCheck, store.vault)
  await makeTables(store, head)
  const sum = await (store.db as Kysely<Database>).transaction().execute(async (trx) => {
    await writeAlike(trx)
    const shapes = await tablesOf(trx)
    await expectEmpty(trx, shapes)
    const defer = await deferrableLinks(trx)
    await defer('DEFERRABLE INITIALLY DEFERRED')
    const filled = await fill(trx, new Map(shapes.map((shape) => [shape.table, shape])), each)
    await sql`SET CONSTRAINTS ALL IMMEDIATE`.execute(trx)
    await defer('NOT DEFERRABLE')
    return filled
  })
  await sql`ANALYZE`.execute(store.db)
  return { ...head, ...sum }
}

/** The tables as they were where the backup was taken; what is newer comes when the service starts. */
async function makeTables(store: Store, head: BackupHead): Promise<void> {
  if (!knowsSchema(head.schema)) throw otherVersion(`its schema ${head.schema} is newer`)
  const there = await schemaOf(store.db)
  if (there !== null && there !== head.schema)
    throw new AppError(
      'CONFLICT',
      `the database has schema ${there}, the backup ${head.schema}: use an empty one`,
    )
  await migrate(store.db, head.schema)
  if (head.queue === null) return
  const queue = await makeQueueTables(store)
  if (queue !== head.queue) throw otherVersion(`its queue has version ${head.queue}, this one ${queue}`)
}

const otherVersion = (why: string) =>
  new AppError(
    'BACKUP_INVALID',
    `the backup is of another version of Cadre: ${why}. Bring it back with that version`,
  )

async function expectEmpty(trx: Db, shapes: readonly TableShape[]): Promise<void> {
  for (const { table } of shapes) {
    if (madeAtStart.includes(table)) await sql`DELETE FROM ${sql.raw(table)}`.execute(trx)
    const { rows } = await sql`SELECT FROM ${sql.raw(table)} LIMIT 1`.execute(trx)
    if (rows.length > 0)
      throw new AppError(
        'CONFLICT',
        `the store is not empty (${table}): nothing is ever put on top of another's data`,
      )
  }
}

/** Rows come table by table, so what links them is looked at only when all are there. */
async function deferrableLinks(trx: Db): Promise<(how: string) => Promise<void>> {
  const { rows } = await sql<{ link: string }>`
    SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', conrelid::regclass, conname) AS link FROM pg_constraint
    JOIN pg_namespace ON pg_namespace.oid = connamespace
    WHERE contype = 'f' AND NOT condeferrable AND nspname IN ('public', 'pgboss')`.execute(trx)
  return async (how) => {
    for (const { link } of rows) await sql`${sql.raw(link)} ${sql.raw(how)}`.execute(trx)
  }
}

async function fill(
  trx: Db,
  shapes: ReadonlyMap<string, TableShape>,
  lines: AsyncIterator<string>,
): Promise<Pick<BackupSummary, 'tables' | 'rows'>> {
  const sum = { tables: 0, rows: 0 }
  const sequences = new Set(await sequencesOf(trx))
  let shape: TableShape | undefined
  let batch: string[] = []
  let characters = 0
  const flush = async () => {
    if (shape !== undefined && batch.length > 0) await insert(trx, shape, batch)
    batch = []
    characters = 0
  }
  for (;;) {
    const { value, done } = await lines.next()
    if (done) throw new AppError('BACKUP_INVALID', 'this backup is cut off')
    if (isRow(value)) {
      batch.push(value)
      characters += value.length
      if (batch.length >= batchLimit.rows || characters >= batchLimit.characters) await flush()
      continue
    }
    const mark = markOf(value)
    if (mark.kind === 'table') shape = sameShape(mark, shapes.get(mark.table))
    if (mark.kind === 'total' && shape !== undefined) {
      await flush()
      expectTotal(mark, await totalOf(trx, shape))
      sum.tables += 1
      sum.rows += Number(mark.rows)
    }
    if (mark.kind === 'sequence') {
      if (!sequences.has(mark.name)) throw otherVersion(`there is no ${mark.name} here`)
      await sql`SELECT setval(${mark.name}::regclass, ${mark.last}::bigint, ${mark.isCalled})`.execute(trx)
    }
    if (mark.kind === 'end') return sum
  }
}

/** What the file says is believed only where this store says the same: names become SQL. */
function sameShape(told: TableShape, own: TableShape | undefined): TableShape {
  const columns = ({ columns }: TableShape) =>
    columns
      .map((column) => column.join(' '))
      .sort()
      .join()
  if (own !== undefined && columns(own) === columns(told)) return { table: own.table, columns: told.columns }
  throw otherVersion(`${told.table} has other columns here`)
}

async function insert(trx: Db, { table, columns }: TableShape, rows: readonly string[]): Promise<void> {
  const names = columns.map(([name]) => name).join(', ')
  const values = columns.map(([, type], index) => `(given->>${index})::${type}`).join(', ')
  await sql`INSERT INTO ${sql.raw(table)} (${sql.raw(names)}) OVERRIDING SYSTEM VALUE
    SELECT ${sql.raw(values)} FROM json_array_elements(${`[${rows.join(',')}]`}::json) AS given`.execute(trx)
}
