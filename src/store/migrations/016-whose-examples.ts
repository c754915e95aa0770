import { type Kysely, sql } from 'kysely'

/** Whose words an example holds is known also when the board that it was learnt on is no longer watched. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // client_id: whose request taught it; null when it was given by hand.
  'ALTER TABLE examples ADD COLUMN client_id text',
  `UPDATE examples SET client_id = boards.client_id FROM tasks JOIN boards ON boards.id = tasks.board_id
    WHERE tasks.id = examples.task_id`,
  'CREATE INDEX examples_by_client ON examples (client_id) WHERE client_id IS NOT NULL',
]
