import { randomBytes } from 'node:crypto'
import { PGlite, types } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, type PGliteDialectConfig } from 'kysely'
import type { Database } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createVault, type Vault } from '../../src/store/vault.ts'
import type { Fate } from './fate.ts'

/** The store that outlives every process: a PGlite in memory, for nobody pulls this machine's plug. */
export interface SharedStore {
  readonly vault: Vault
  /** As nobody's: for setting up and for looking. */
  readonly db: Kysely<Database>
  /** As a process of this fate reaches it. `onCommit` is told of each transaction that has become durable. */
  openFor(fate: Fate, onCommit: () => void): Kysely<Database>
  /** Forget everything but policies. */
  clear(): Promise<void>
  close(): Promise<void>
}

const cleared =
  'twins answers orders book_entries runs decisions examples deliveries requests tasks boards clients connections'.split(
    ' ',
  )

/** Opens a store with its schema. */
export async function openSharedStore(): Promise<SharedStore> {
  const pglite = await PGlite.create({ parsers: { [types.INT8]: (text) => text } })
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
  await migrate(db)
  return {
    db,
    vault: createVault(randomBytes(32)),
    openFor: (fate, onCommit) =>
      new Kysely<Database>({ dialect: new PGliteDialect({ pglite: mortal(pglite, fate, onCommit) }) }),
    async clear() {
      await pglite.exec(cleared.map((table) => `DELETE FROM ${table};`).join(''))
    },
    close: () => pglite.close(),
  }
}

type Reached = Exclude<PGliteDialectConfig['pglite'], (...given: never[]) => unknown>

const changes = /^\s*(with|insert|update|delete)\b/i

/** What Kysely uses of a PGlite, dying with its process. Of a transaction only the commit is a moment to die. */
function mortal(pglite: PGlite, fate: Fate, onCommit: () => void): Reached {
  return {
    ready: true,
    closed: false,
    waitReady: pglite.waitReady,
    close: async () => undefined,
    query(text, ...rest) {
      const act = () => pglite.query<never>(text, ...rest)
      return changes.test(text) ? fate.step(act) : fate.look(act)
    },
    // Begun also by the dead, whose first query fails then: Kysely would wait for the beginning without end.
    async transaction(work) {
      const result = await pglite.transaction(async (tx) => {
        const answer = await work({
          query: (text, ...rest) => fate.look(() => tx.query<never>(text, ...rest)),
          rollback: () => tx.rollback(),
        })
        fate.moment()
        return answer
      })
      onCommit()
      fate.moment()
      return result
    },
  }
}
