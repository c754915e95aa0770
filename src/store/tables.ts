import { type RawBuilder, sql } from 'kysely'
import type { Db } from './database.ts'

/** One table as it can be copied: names are quoted where SQL needs it. */
export interface TableShape {
  readonly table: string
  /** All that are not computed from others, with their types as SQL writes them. */
  readonly columns: readonly (readonly [name: string, type: string])[]
}

/** How much a table holds, and a sum over every row that no change of a row leaves as it was. */
export interface TableTotal {
  readonly rows: string
  readonly digest: string
}

/** What every store makes for itself: the state of its schema, and figures on the processes of the last days. */
const ownToEachStore = [
  'public.kysely_migration',
  'public.kysely_migration_lock',
  ...['pgboss.version', 'pgboss.bam', 'pgboss.instance', 'pgboss.queue_stats', 'pgboss.warning'],
]

/** Every table of ours and of the queue that holds what must not be lost, by name. */
export async function tablesOf(db: Db): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    SELECT format('%I.%I', nspname, relname) AS table,
      json_agg(json_build_array(quote_ident(attname), format_type(atttypid, atttypmod)) ORDER BY attnum) AS columns
    FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = relnamespace
      JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    WHERE nspname IN ('public', 'pgboss') AND relkind IN ('r', 'p') AND NOT relispartition
    GROUP BY nspname, relname ORDER BY nspname, relname`.execute(db)
  return rows.filter(({ table }) => !ownToEachStore.includes(table))
}

/** Every counter of ours and of the queue, by name. */
export async function sequencesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences
    WHERE schemaname IN ('public', 'pgboss') ORDER BY name`.execute(db)
  return rows.map(({ name }) => name)
}

/** A row as one line of JSON: a list of texts or nulls, each as PostgreSQL writes and reads its type. */
export const rowOf = ({ columns }: TableShape): RawBuilder<string> =>
  sql`to_json(ARRAY[${sql.join(columns.map(([name]) => sql`${sql.raw(name)}::text`))}])::text`

/** Counted and summed by the database itself; `digestOf` says how. */
export async function totalOf(db: Db, shape: TableShape): Promise<TableTotal> {
  const { rows } = await sql<TableTotal>`
    SELECT count(*)::text AS rows,
      coalesce(sum(('x' || left(encode(sha256(convert_to(${rowOf(shape)}, 'UTF8')), 'hex'), 15))::bit(60)::bigint), 0)::text
        AS digest
    FROM ${sql.raw(shape.table)}`.execute(db)
  return rows[0] ?? { rows: '0', digest: '0' }
}

/** So that every database writes the same value as the same text. To be called in a transaction. */
export async function writeAlike(db: Db): Promise<void> {
  await sql`SELECT set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
    set_config('IntervalStyle', 'postgres', true), set_config('bytea_output', 'hex', true),
    set_config('extra_float_digits', '1', true), set_config('search_path', 'public', true)`.execute(db)
}
