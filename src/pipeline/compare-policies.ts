import type { Language } from '#model/board.ts'
import type { Change } from '#policies/diff/change.ts'
import { policyChanges } from '#policies/diff/policy-changes.ts'
import { type Policy, parsePolicy } from '#policies/schema.ts'
import type { Clock } from '../clock.ts'
import type { PolicyStore } from '../store/policies.ts'
import type { PolicyDrafts } from './policy-drafts.ts'

/** A state of a policy: the number of a version, or its draft. */
export type PolicyState = number | 'draft'

export interface CompareDeps {
  readonly policies: PolicyStore
  readonly policyDrafts: PolicyDrafts
  readonly now: Clock
}

/**
 * What changes from one state of a policy to another, in sentences.
 * @param from left out: the version in force
 * @param language left out: that of the later state
 * @throws AppError NOT_FOUND, and POLICY_INVALID when the draft has problems
 */
export async function comparePolicies(
  policyId: string,
  {
    from,
    to,
    language,
  }: { from?: PolicyState | undefined; to: PolicyState; language?: Language | undefined },
  { policies, policyDrafts, now }: CompareDeps,
): Promise<{ readonly from: PolicyState; readonly changes: readonly Change[] }> {
  const state = from ?? (await policies.versionAt(policyId, now()))
  const [before, after] = [await documentOf(state), await documentOf(to)]
  return { from: state, changes: policyChanges(before, after, language ?? after.language) }

  async function documentOf(which: PolicyState): Promise<Policy> {
    if (which === 'draft') return parsePolicy((await policyDrafts.get(policyId)).source)
    return (await policies.get(policyId, which)).document
  }
}
