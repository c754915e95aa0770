import { type OperationNodeSource, sql } from 'kysely'
import type { Db } from './database.ts'

/**
 * Write several things, together or not at all, as one statement: a transaction is as many journeys to the database as
 * it has statements, and two more. No two of the writes may be about the same row, and none sees what another writes.
 */
export async function writeAtOnce(db: Db, writes: readonly OperationNodeSource[]): Promise<void> {
  const named = writes.map((write, at) => sql`${sql.ref(`write_${at}`)} as (${write})`)
  await sql`with ${sql.join(named)} select 1`.execute(db)
}
