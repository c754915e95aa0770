import type { Instant } from '#model/task.ts'
import type { Db } from './database.ts'

/** A policy document that somebody is writing. It may have problems. */
export interface StoredDraft {
  readonly policyId: string
  /** The version that it changes; null when the policy was never published. */
  readonly basedOn: number | null
  /** As it was written. */
  readonly source: Readonly<Record<string, unknown>>
  readonly updatedAt: Instant
}

export type DraftStore = ReturnType<typeof createDraftStore>

/** At most one draft for each policy. Who changes one holds the policy's lock (`policy-lock.ts`). */
export function createDraftStore(db: Db) {
  return {
    async find(policyId: string): Promise<StoredDraft | null> {
      const row = await db
        .selectFrom('policy_drafts')
        .selectAll()
        .where('policy_id', '=', policyId)
        .executeTakeFirst()
      if (row === undefined) return null
      const { based_on: basedOn, source, updated_at: updatedAt } = row
      return { policyId, basedOn, source, updatedAt: updatedAt.toISOString() }
    },

    async save({ policyId, basedOn, source, updatedAt }: StoredDraft): Promise<void> {
      const written = { based_on: basedOn, source: JSON.stringify(source), updated_at: updatedAt }
      await db
        .insertInto('policy_drafts')
        .values({ policy_id: policyId, ...written })
        .onConflict((conflict) => conflict.column('policy_id').doUpdateSet(written))
        .execute()
    },

    async remove(policyId: string): Promise<void> {
      await db.deleteFrom('policy_drafts').where('policy_id', '=', policyId).execute()
    },
  }
}
