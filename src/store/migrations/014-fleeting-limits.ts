import { type Kysely, sql } from 'kysely'

/**
 * Counts of the last seconds' calls need not outlive a power cut: without a log of them, no call to a tool waits for the
 * disk. A server that crashed begins with empty counts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE rate_limits SET UNLOGGED`.execute(db)
}
