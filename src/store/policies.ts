import type { Selectable } from 'kysely'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { Policy, parsePolicy } from '#policies/schema.ts'
import type { Database, Db } from './database.ts'

/** One published version of a policy. It never changes; only one that is not yet in force can be cancelled. */
export interface PolicyVersion {
  readonly id: string
  readonly version: number
  readonly document: Policy
  /** As somebody wrote it, without what has been filled in. */
  readonly source: Readonly<Record<string, unknown>>
  /** From when on it is in force. */
  readonly effectiveAt: Instant
  readonly publishedAt: Instant
  /** Why, in the words of whoever published it. */
  readonly note: string | null
  /** When it was taken back before it came into force; null if it was not. */
  readonly cancelledAt: Instant | null
}

export type PolicyStore = ReturnType<typeof createPolicyStore>

/**
 * Policies are append-only: a change is a new version, so that every decision can be explained and replayed.
 *
 * In force at a moment is the version whose own moment came last; of several with the same moment, the one with the
 * highest number. So a version that is to hold from January on does so, whatever is published for December meanwhile.
 */
export function createPolicyStore(db: Db) {
  const versionsOf = (id: string) => db.selectFrom('policies').where('id', '=', id)
  const standing = (id: string) => versionsOf(id).where('cancelled_at', 'is', null)

  return {
    /**
     * Add the next version.
     * @param source the document as somebody wrote it
     * @param after the number of the newest version; 0 for the first
     * @param options.effectiveAt from when on it is in force: `now` if left out
     * @throws AppError POLICY_INVALID with every problem
     * @throws AppError CONFLICT when `after` is no longer the newest, so that two editors never lose an edit
     */
    async append(
      id: string,
      source: unknown,
      after: number,
      now: Instant,
      options: { readonly effectiveAt?: Instant | undefined; readonly note?: string | null | undefined } = {},
    ): Promise<PolicyVersion> {
      const row = {
        id,
        version: after + 1,
        document: JSON.stringify(parsePolicy(source)),
        source: JSON.stringify(source),
        effective_at: options.effectiveAt ?? now,
        note: options.note ?? null,
        cancelled_at: null,
        created_at: now,
      }
      const stored = await db
        .insertInto('policies')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst()
      if (stored === undefined) {
        throw new AppError(
          'CONFLICT',
          `policy ${id} already has a version ${row.version}: read it, then change that`,
        )
      }
      return versionOf(stored)
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string, version: number): Promise<PolicyVersion> {
      const row = await versionsOf(id).selectAll().where('version', '=', version).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `policy ${id} has no version ${version}`)
      return versionOf(row)
    },

    /** Newest first. @param before only numbers below this */
    async versions(id: string, limit: number, before: number | null = null): Promise<PolicyVersion[]> {
      const rows = await versionsOf(id)
        .selectAll()
        .$if(before !== null, (query) => query.where('version', '<', before ?? 0))
        .orderBy('version', 'desc')
        .limit(limit)
        .execute()
      return rows.map(versionOf)
    },

    /** The highest number that was ever given, to a cancelled version too; 0 when there is no such policy. */
    async newestNumber(id: string): Promise<number> {
      const row = await versionsOf(id)
        .select(({ fn }) => fn.max('version').as('newest'))
        .executeTakeFirst()
      return row?.newest ?? 0
    },

    /**
     * The number of the version in force at a moment; of a moment before the first one, the first.
     * @throws AppError NOT_FOUND
     */
    async versionAt(id: string, moment: Instant): Promise<number> {
      const inForce = await standing(id)
        .select('version')
        .where('effective_at', '<=', new Date(moment))
        .orderBy('effective_at', 'desc')
        .orderBy('version', 'desc')
        .executeTakeFirst()
      const found =
        inForce ??
        (await standing(id).select('version').orderBy('effective_at').orderBy('version').executeTakeFirst())
      if (found === undefined) throw new AppError('NOT_FOUND', `there is no policy ${id}`)
      return found.version
    },

    /** The version in force at a moment, as `versionAt` has it. @throws AppError NOT_FOUND */
    async inForce(id: string, moment: Instant): Promise<PolicyVersion> {
      return this.get(id, await this.versionAt(id, moment))
    },

    /** Versions whose moment is still to come, the next one first. */
    async pending(id: string, now: Instant): Promise<PolicyVersion[]> {
      const rows = await standing(id)
        .selectAll()
        .where('effective_at', '>', new Date(now))
        .orderBy('effective_at')
        .orderBy('version')
        .execute()
      return rows.map(versionOf)
    },

    /** Take a version back that is not yet in force. @returns whether it was one */
    async cancel(id: string, version: number, now: Instant): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('policies')
        .set({ cancelled_at: now })
        .where('id', '=', id)
        .where('version', '=', version)
        .where('effective_at', '>', new Date(now))
        .where('cancelled_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

const versionOf = (row: Selectable<Database['policies']>): PolicyVersion => ({
  id: row.id,
  version: row.version,
  // What the policy language has learnt since then is filled in.
  document: Policy.parse(row.document),
  source: row.source ?? row.document,
  effectiveAt: row.effective_at.toISOString(),
  publishedAt: row.created_at.toISOString(),
  note: row.note,
  cancelledAt: row.cancelled_at?.toISOString() ?? null,
})
