import { type Kysely, sql } from 'kysely'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import type { BackupMark } from './backup-lines.ts'
import type { Database, Db } from './database.ts'
import { checkSealed } from './key-check.ts'
import { schemaOf } from './migrate.ts'
import type { Store } from './open.ts'
import { rowOf, sequencesOf, tablesOf, totalOf, writeAlike } from './tables.ts'

const rowsAtOnce = 100

/**
 * Read everything that a store holds as the lines of a backup, as it was at one moment.
 * @param work what is done with them; the store holds the moment until it has ended
 * @throws AppError SECRET_KEY_INVALID when the key at hand is not the one that the store's secrets were sealed with
 */
export function copyOut<T>(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  madeAt: Instant,
  work: (lines: AsyncIterable<string>) => Promise<T>,
): Promise<T> {
  return (db as Kysely<Database>).transaction().execute(async (trx) => {
    await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`.execute(trx)
    await writeAlike(trx)
    const head = await headOfStore(trx, madeAt)
    checkSealed(head.keyCheck, vault)
    return work(linesOf(trx, head))
  })
}

type Head = Extract<BackupMark, { kind: 'cadre backup' }>

async function headOfStore(db: Db, madeAt: Instant): Promise<Head> {
  const schema = await schemaOf(db)
  const instance =
    schema === null ? undefined : await db.selectFrom('instance').select('key_check').executeTakeFirst()
  if (schema === null || instance === undefined) throw new AppError('NOT_FOUND', 'there is no store of Cadre')
  const queue = await queueVersionOf(db)
  return { kind: 'cadre backup', format: 1, madeAt, schema, queue, keyCheck: instance.key_check }
}

async function queueVersionOf(db: Db): Promise<number | null> {
  const { rows } = await sql<{ there: boolean }>`
    SELECT to_regclass('pgboss.version') IS NOT NULL AS there`.execute(db)
  if (rows[0]?.there !== true) return null
  const found = await sql<{ version: number }>`SELECT version FROM pgboss.version`.execute(db)
  return found.rows[0]?.version ?? null
}

async function* linesOf(db: Db, head: Head): AsyncGenerator<string> {
  const line = (mark: BackupMark) => JSON.stringify(mark)
  yield line(head)
  for (const shape of await tablesOf(db)) {
    yield line({
      kind: 'table',
      table: shape.table,
      columns: shape.columns.map(([name, type]) => [name, type]),
    })
    await sql`DECLARE copied NO SCROLL CURSOR FOR SELECT ${rowOf(shape)} AS row FROM ${sql.raw(shape.table)}`.execute(
      db,
    )
    for (;;) {
      const { rows } = await sql<{ row: string }>`FETCH ${sql.raw(String(rowsAtOnce))} FROM copied`.execute(
        db,
      )
      for (const { row } of rows) yield row
      if (rows.length < rowsAtOnce) break
    }
    await sql`CLOSE copied`.execute(db)
    yield line({ kind: 'total', ...(await totalOf(db, shape)) })
  }
  for (const name of await sequencesOf(db)) {
    const { rows } = await sql<{ last: string; isCalled: boolean }>`
      SELECT last_value::text AS last, is_called AS "isCalled" FROM ${sql.raw(name)}`.execute(db)
    for (const state of rows) yield line({ kind: 'sequence', name, ...state })
  }
  yield line({ kind: 'end' })
}
