import { AppError } from '#model/error.ts'
import type { PolicyCase } from '#policies/cases/case.ts'
import type { Clock } from '../clock.ts'
import type { Also } from '../store/database.ts'
import type { StoredCase } from '../store/policy-cases.ts'
import type { PolicyLock } from '../store/policy-lock.ts'
import { draftOf } from './policy-drafts.ts'

/** More than a person reads; all of them run whenever something is published. */
export const mostCases = 200

/** Throws unless the caller has seen the case that they are about to change. */
export type CaseCheck = (known: StoredCase) => void

/** A case before and after somebody wrote it anew. */
export interface CaseChange {
  readonly before: StoredCase
  readonly after: StoredCase
}

export type CaseChanges = ReturnType<typeof createCaseChanges>

/** Add, change and remove cases of a policy; the check before a change and the change are one step. */
export function createCaseChanges({ lock, now }: { readonly lock: PolicyLock; readonly now: Clock }) {
  return {
    /** @throws AppError NOT_FOUND; CONFLICT when there are as many as there may be */
    add(policyId: string, document: PolicyCase, also: Also<StoredCase>): Promise<StoredCase> {
      return lock(policyId, async (stores) => {
        await draftOf(policyId, stores, now()) // there must be such a policy
        if ((await stores.cases.count(policyId)) >= mostCases)
          throw new AppError('CONFLICT', `a policy has at most ${mostCases} cases: remove one first`)
        const [first] = await stores.cases.add(policyId, [document], now())
        const added = found(first ?? null, policyId)
        await also(stores.trx, added)
        return added
      })
    },

    /** @throws AppError NOT_FOUND, `check`'s */
    replace(
      policyId: string,
      id: string,
      check: CaseCheck,
      document: PolicyCase,
      also: Also<CaseChange>,
    ): Promise<CaseChange> {
      return lock(policyId, async ({ cases, trx }) => {
        const before = found(await cases.find(policyId, id), id)
        check(before)
        await cases.replace(id, document)
        const done = { before, after: { ...before, document } }
        await also(trx, done)
        return done
      })
    },

    /** @throws AppError NOT_FOUND, `check`'s */
    remove(policyId: string, id: string, check: CaseCheck, also: Also<StoredCase>): Promise<StoredCase> {
      return lock(policyId, async ({ cases, trx }) => {
        const known = found(await cases.find(policyId, id), id)
        check(known)
        await cases.remove(id)
        await also(trx, known)
        return known
      })
    },
  }
}

/** @throws AppError NOT_FOUND */
export function found(known: StoredCase | null, id: string): StoredCase {
  if (known === null) throw new AppError('NOT_FOUND', `there is no case ${id}`)
  return known
}
