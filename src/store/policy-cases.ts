import type { Selectable } from 'kysely'
import type { Instant } from '#model/task.ts'
import type { Database, Db } from './database.ts'
import { newId } from './id.ts'

/** A case of a policy as it was stored: the language of `policies/cases/case.ts`, read anew by whoever runs it. */
export interface StoredCase {
  readonly id: string
  readonly policyId: string
  /** Its place: cases keep the order in which they were added. */
  readonly position: number
  readonly document: unknown
  readonly createdAt: Instant
}

export type CaseStore = ReturnType<typeof createCaseStore>

/** The cases that a policy is tried on. They belong to the policy, not to one version. */
export function createCaseStore(db: Db) {
  const ofPolicy = (policyId: string) => db.selectFrom('policy_cases').where('policy_id', '=', policyId)

  return {
    /** In the order in which they were added. */
    async all(policyId: string): Promise<StoredCase[]> {
      return (await ofPolicy(policyId).selectAll().orderBy('position').execute()).map(caseOf)
    },

    /** Newest first. @param before only those added before the one at this position */
    async page(policyId: string, limit: number, before: number | null): Promise<StoredCase[]> {
      const rows = await ofPolicy(policyId)
        .selectAll()
        .$if(before !== null, (query) => query.where('position', '<', before ?? 0))
        .orderBy('position', 'desc')
        .limit(limit)
        .execute()
      return rows.map(caseOf)
    },

    async count(policyId: string): Promise<number> {
      const row = await ofPolicy(policyId)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },

    async find(policyId: string, id: string): Promise<StoredCase | null> {
      const row = await ofPolicy(policyId).selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : caseOf(row)
    },

    async add(policyId: string, documents: readonly unknown[], now: Instant): Promise<StoredCase[]> {
      if (documents.length === 0) return []
      const rows = documents.map((document) => ({
        id: newId('cas'),
        policy_id: policyId,
        document: JSON.stringify(document),
        created_at: now,
      }))
      const added = await db.insertInto('policy_cases').values(rows).returningAll().execute()
      return added.map(caseOf)
    },

    async replace(id: string, document: unknown): Promise<void> {
      await db
        .updateTable('policy_cases')
        .set({ document: JSON.stringify(document) })
        .where('id', '=', id)
        .execute()
    },

    async remove(id: string): Promise<void> {
      await db.deleteFrom('policy_cases').where('id', '=', id).execute()
    },

    /** All cases of a policy. */
    async clear(policyId: string): Promise<void> {
      await db.deleteFrom('policy_cases').where('policy_id', '=', policyId).execute()
    },
  }
}

const caseOf = (row: Selectable<Database['policy_cases']>): StoredCase => ({
  id: row.id,
  policyId: row.policy_id,
  position: row.position,
  document: row.document,
  createdAt: row.created_at.toISOString(),
})
