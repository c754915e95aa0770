import { type Kysely, sql } from 'kysely'
import type { Database, Db } from './database.ts'
import { createPolicyStore, type PolicyStore } from './policies.ts'
import { type CaseStore, createCaseStore } from './policy-cases.ts'
import { createDraftStore, type DraftStore } from './policy-drafts.ts'

/** One policy, its versions, its draft and its cases, while nobody else can change it. */
export interface LockedPolicy {
  /** The transaction that all of it is in. */
  readonly trx: Db
  readonly policies: PolicyStore
  readonly drafts: DraftStore
  readonly cases: CaseStore
}

/** Runs some work on one policy: all of it or, when it throws, nothing. Others who want the same policy wait. */
export type PolicyLock = <T>(policyId: string, work: (stores: LockedPolicy) => Promise<T>) => Promise<T>

/** Keep everybody else from changing a policy. The lock is the database's own: it ends with the transaction. */
export async function holdPolicy(trx: Db, policyId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${policyId}, 0))`.execute(trx)
}

/** It holds between instances as well. */
export function createPolicyLock(db: Kysely<Database>): PolicyLock {
  return (policyId, work) =>
    db.transaction().execute(async (trx) => {
      await holdPolicy(trx, policyId)
      return work({
        trx,
        policies: createPolicyStore(trx),
        drafts: createDraftStore(trx),
        cases: createCaseStore(trx),
      })
    })
}
