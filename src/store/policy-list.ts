import { sql } from 'kysely'
import type { Instant } from '#model/task.ts'
import type { Db } from './database.ts'

/** A policy in a list: the version in force, or a draft that was never published. */
export interface PolicySummary {
  readonly id: string
  readonly name: string
  /** Null when there is only a draft. */
  readonly version: number | null
  readonly effectiveAt: Instant | null
  readonly hasDraft: boolean
}

export type PolicyList = ReturnType<typeof createPolicyList>

interface Row {
  readonly id: string
  readonly name: string | null
  readonly version: number | null
  readonly effective_at: Date | null
  readonly has_draft: boolean
}

/** Every policy there is, by id. */
export function createPolicyList(db: Db) {
  return {
    /** @param after only ids behind this one */
    async page(now: Instant, limit: number, after: string): Promise<PolicySummary[]> {
      const moment = new Date(now)
      const { rows } = await sql<Row>`
        SELECT policy.id, standing.version, standing.effective_at, draft.policy_id IS NOT NULL AS has_draft,
          coalesce(standing.document ->> 'name', draft.source ->> 'name') AS name
        FROM (SELECT id FROM policies UNION SELECT policy_id FROM policy_drafts) AS policy
        LEFT JOIN policy_drafts AS draft ON draft.policy_id = policy.id
        LEFT JOIN LATERAL (
          SELECT version, effective_at, document FROM policies
          WHERE policies.id = policy.id AND cancelled_at IS NULL
          ORDER BY effective_at <= ${moment} DESC,
            CASE WHEN effective_at <= ${moment} THEN effective_at END DESC,
            CASE WHEN effective_at <= ${moment} THEN -version END,
            effective_at, version
          LIMIT 1
        ) AS standing ON true
        WHERE policy.id > ${after}
        ORDER BY policy.id
        LIMIT ${limit}`.execute(db)
      return rows.map((row) => ({
        id: row.id,
        name: row.name ?? '',
        version: row.version,
        effectiveAt: row.effective_at?.toISOString() ?? null,
        hasDraft: row.has_draft,
      }))
    },
  }
}
