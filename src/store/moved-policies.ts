import type { Selectable } from 'kysely'
import type { Instant } from '#model/task.ts'
import type { Database, Db } from './database.ts'
import { createDraftStore } from './policy-drafts.ts'

type Document = Readonly<Record<string, unknown>>

/** A published version as it can be taken elsewhere: as it was written (`source`), and with all that was filled in
 * then (`document`), by which it judges. */
export interface MovedVersion {
  readonly version: number
  readonly document: Document
  readonly source: Document
  readonly effectiveAt: Instant
  readonly publishedAt: Instant
  readonly note: string | null
  readonly cancelledAt: Instant | null
}

/** What a correction taught; of one whose client was erased only the number is left. */
export interface MovedExample {
  readonly id: string
  readonly revision: number
  readonly removedAtRevision: number | null
  readonly title: string
  readonly text: string
  readonly scope: 'in' | 'out' | 'review'
  readonly service: string | null
  /** Whose request taught it; null when it was given by hand. */
  readonly clientId: string | null
  readonly createdAt: Instant
}

export interface MovedPolicy {
  readonly id: string
  /** Oldest first. */
  readonly versions: readonly MovedVersion[]
  readonly draft: {
    readonly basedOn: number | null
    readonly source: Document
    readonly updatedAt: Instant
  } | null
  readonly cases: readonly { readonly id: string; readonly document: unknown; readonly createdAt: Instant }[]
  readonly examples: readonly MovedExample[]
}

/** Every policy with all that belongs to it, by id. */
export async function readPolicies(db: Db): Promise<MovedPolicy[]> {
  const versions = await db.selectFrom('policies').selectAll().orderBy('id').orderBy('version').execute()
  const drafts = await db.selectFrom('policy_drafts').selectAll().execute()
  const cases = await db.selectFrom('policy_cases').selectAll().orderBy('position').execute()
  const examples = await db.selectFrom('examples').selectAll().orderBy('revision').execute()
  const ids = new Set([...versions.map(({ id }) => id), ...drafts.map(({ policy_id }) => policy_id)])
  return [...ids].sort().map((id) => ({
    id,
    versions: versions.filter((row) => row.id === id).map(versionOf),
    draft: drafts.filter((row) => row.policy_id === id).map(draftOf)[0] ?? null,
    cases: cases.filter((row) => row.policy_id === id).map(caseOf),
    examples: examples.filter((row) => row.policy_id === id).map(exampleOf),
  }))
}

/** Write a policy down that is not there yet, as it was elsewhere. */
export async function addPolicy(
  db: Db,
  { id, versions, draft, cases, examples }: MovedPolicy,
): Promise<void> {
  for (const version of versions)
    await db
      .insertInto('policies')
      .values({ id, ...rowOf(version) })
      .execute()
  if (draft !== null) await createDraftStore(db).save({ policyId: id, ...draft })
  // One by one, for they keep the order in which they are added.
  for (const { id: caseId, document, createdAt } of cases)
    await db
      .insertInto('policy_cases')
      .values({ id: caseId, policy_id: id, document: JSON.stringify(document), created_at: createdAt })
      .execute()
  for (const { removedAtRevision, clientId, createdAt, ...example } of examples)
    await db
      .insertInto('examples')
      .values({
        ...example,
        policy_id: id,
        removed_at_revision: removedAtRevision,
        task_id: null,
        client_id: clientId,
        created_at: createdAt,
      })
      .execute()
}

const rowOf = (version: MovedVersion) => ({
  version: version.version,
  document: JSON.stringify(version.document),
  source: JSON.stringify(version.source),
  effective_at: version.effectiveAt,
  note: version.note,
  cancelled_at: version.cancelledAt,
  created_at: version.publishedAt,
})

const versionOf = (row: Selectable<Database['policies']>): MovedVersion => ({
  version: row.version,
  document: row.document,
  source: row.source ?? row.document,
  effectiveAt: row.effective_at.toISOString(),
  publishedAt: row.created_at.toISOString(),
  note: row.note,
  cancelledAt: row.cancelled_at?.toISOString() ?? null,
})

const draftOf = (row: Selectable<Database['policy_drafts']>) => ({
  basedOn: row.based_on,
  source: row.source,
  updatedAt: row.updated_at.toISOString(),
})

const caseOf = (row: Selectable<Database['policy_cases']>) => ({
  id: row.id,
  document: row.document,
  createdAt: row.created_at.toISOString(),
})

const exampleOf = (row: Selectable<Database['examples']>): MovedExample => ({
  id: row.id,
  revision: row.revision,
  removedAtRevision: row.removed_at_revision,
  title: row.title,
  text: row.text,
  scope: row.scope,
  service: row.service,
  clientId: row.client_id,
  createdAt: row.created_at.toISOString(),
})
