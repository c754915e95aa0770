import type { Instant } from '#model/task.ts'
import type { Json } from '#policies/merge-patch.ts'
import type { Clock } from '../clock.ts'
import type { Also } from '../store/database.ts'
import type { PolicyStore } from '../store/policies.ts'
import type { DraftStore } from '../store/policy-drafts.ts'
import type { LockedPolicy, PolicyLock } from '../store/policy-lock.ts'

/**
 * The draft of a policy. Every policy has one: as long as nobody has saved anything, it reads like the version in force.
 */
export interface Draft {
  readonly policyId: string
  /** The version that it changes; null when the policy was never published. */
  readonly basedOn: number | null
  /** The version that is in force now; another than `basedOn` when it was published meanwhile. */
  readonly inForce: number | null
  readonly isSaved: boolean
  /** As it was written, problems and all. */
  readonly source: Json
  readonly updatedAt: Instant | null
}

/** A draft before and after somebody changed it. */
export interface DraftChange {
  readonly before: Draft
  readonly after: Draft
}

/** Throws unless the caller has seen the draft that they are about to change. */
export type DraftCheck = (draft: Draft) => void

export interface DraftDeps {
  readonly lock: PolicyLock
  readonly policies: PolicyStore
  readonly drafts: DraftStore
  readonly now: Clock
}

export type PolicyDrafts = ReturnType<typeof createPolicyDrafts>

/** Read, write and throw away drafts. A change and the check before it are one step that nobody comes between. */
export function createPolicyDrafts({ lock, policies, drafts, now }: DraftDeps) {
  return {
    /** @throws AppError NOT_FOUND when there is neither a version nor a draft */
    get: (policyId: string): Promise<Draft> => draftOf(policyId, { policies, drafts }, now()),

    /** Write the whole anew: from here on it changes the version now in force. @throws AppError NOT_FOUND, `check`'s */
    replace(
      policyId: string,
      check: DraftCheck,
      source: Json,
      also: Also<DraftChange>,
    ): Promise<DraftChange> {
      return change(policyId, check, ({ inForce }) => ({ basedOn: inForce, source }), also)
    },

    /** Change parts of it. @throws AppError NOT_FOUND, `check`'s and `edit`'s */
    patch(
      policyId: string,
      check: DraftCheck,
      edit: (source: Json) => Json,
      also: Also<DraftChange>,
    ): Promise<DraftChange> {
      return change(policyId, check, ({ basedOn, source }) => ({ basedOn, source: edit(source) }), also)
    },

    /**
     * Throw it away: the draft reads like the version in force again. @returns what was thrown away
     * @throws AppError NOT_FOUND, `check`'s
     */
    discard(policyId: string, check: DraftCheck, also: Also<Draft>): Promise<Draft> {
      return lock(policyId, async (stores) => {
        const draft = await draftOf(policyId, stores, now())
        check(draft)
        await stores.drafts.remove(policyId)
        if (draft.inForce === null) await stores.cases.clear(policyId) // nothing is left of such a policy
        await also(stores.trx, draft)
        return draft
      })
    },
  }

  function change(
    policyId: string,
    check: DraftCheck,
    edit: (draft: Draft) => Pick<Draft, 'basedOn' | 'source'>,
    also: Also<DraftChange>,
  ): Promise<DraftChange> {
    return lock(policyId, async (stores) => {
      const before = await draftOf(policyId, stores, now())
      check(before)
      await stores.drafts.save({ policyId, ...edit(before), updatedAt: now() })
      const done = { before, after: await draftOf(policyId, stores, now()) }
      await also(stores.trx, done)
      return done
    })
  }
}

/** @throws AppError NOT_FOUND */
export async function draftOf(
  policyId: string,
  stores: Pick<LockedPolicy, 'policies' | 'drafts'>,
  now: Instant,
): Promise<Draft> {
  const saved = await stores.drafts.find(policyId)
  const isPublished = saved === null || (await stores.policies.newestNumber(policyId)) > 0
  const published = isPublished ? await stores.policies.inForce(policyId, now) : null
  const inForce = published?.version ?? null
  if (saved !== null) return { ...saved, inForce, isSaved: true }
  return {
    policyId,
    basedOn: inForce,
    inForce,
    isSaved: false,
    source: published?.source ?? {},
    updatedAt: null,
  }
}
