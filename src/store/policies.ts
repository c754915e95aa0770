import type { Selectable } from 'kysely'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { Policy, parsePolicy } from '#policies/schema.ts'
import type { Database, Db } from './database.ts'

/** One published version of a policy. It never changes. */
export interface PolicyVersion {
  readonly id: string
  readonly version: number
  readonly document: Policy
  /** As somebody wrote it, without what has been filled in. */
  readonly source: Readonly<Record<string, unknown>>
  /** From when on it is in force. */
  readonly effectiveAt: Instant
}

export type PolicyStore = ReturnType<typeof createPolicyStore>

/** Policies are append-only: a change is a new version, so that every decision can be explained and replayed. */
export function createPolicyStore(db: Db) {
  const versionsOf = (id: string) => db.selectFrom('policies').selectAll().where('id', '=', id)

  return {
    /**
     * Add the next version.
     * @param source the document as somebody wrote it
     * @throws AppError POLICY_INVALID with every problem
     * @throws AppError CONFLICT when `after` is no longer the newest, so that two editors never lose an edit
     */
    async append(id: string, source: unknown, after: number, now: Instant): Promise<PolicyVersion> {
      const document = parsePolicy(source)
      const row = {
        id,
        version: after + 1,
        document: JSON.stringify(document),
        source: JSON.stringify(source),
        effective_at: now,
        created_at: now,
      }
      const stored = await db
        .insertInto('policies')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('version')
        .executeTakeFirst()
      if (stored === undefined) {
        throw new AppError(
          'CONFLICT',
          `policy ${id} already has a version ${row.version}: read it, then change that`,
        )
      }
      return { id, version: row.version, document, source: JSON.parse(row.source), effectiveAt: now }
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string, version?: number): Promise<PolicyVersion> {
      const row = await versionsOf(id)
        .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
        .orderBy('version', 'desc')
        .executeTakeFirst()
      if (row === undefined)
        throw new AppError('NOT_FOUND', `there is no policy ${id}${version ? ` version ${version}` : ''}`)
      return policyOf(row)
    },

    async versions(id: string): Promise<PolicyVersion[]> {
      return (await versionsOf(id).orderBy('version').execute()).map(policyOf)
    },

    /** The newest version of each policy. */
    async list(): Promise<PolicyVersion[]> {
      const rows = await db
        .selectFrom('policies')
        .selectAll()
        .distinctOn('id')
        .orderBy('id')
        .orderBy('version', 'desc')
        .execute()
      return rows.map(policyOf)
    },

    /**
     * The number of the version in force at a moment; of a moment before the first one, the first.
     * @throws AppError NOT_FOUND
     */
    async versionAt(id: string, moment: Instant): Promise<number> {
      const inForce = await db
        .selectFrom('policies')
        .select(({ fn }) => fn.max('version').as('version'))
        .where('id', '=', id)
        .where('effective_at', '<=', new Date(moment))
        .executeTakeFirst()
      return inForce?.version ?? (await this.versions(id))[0]?.version ?? (await this.get(id)).version
    },
  }
}

const policyOf = (row: Selectable<Database['policies']>): PolicyVersion => ({
  id: row.id,
  version: row.version,
  // What the policy language has learnt since then is filled in.
  document: Policy.parse(row.document),
  source: row.source ?? row.document,
  effectiveAt: row.effective_at.toISOString(),
})
