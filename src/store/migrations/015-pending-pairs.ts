import { type Kysely, sql } from 'kysely'

/** What a try that never ended meant both sides of a pair to hold: of older tries only the verdict on the twin is known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    UPDATE twins SET pending = pending || jsonb_build_object('base', base, 'moves', NULL)
      WHERE pending IS NOT NULL AND base IS NOT NULL`.execute(db)
  await sql`UPDATE twins SET pending = NULL WHERE base IS NULL`.execute(db)
}
