import type { Client } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import { type CompiledPolicy, compilePolicy } from '#policies/compile.ts'
import { effectivePolicy } from '#policies/effective.ts'
import type { ExampleStore } from '../store/examples.ts'
import type { PolicyStore } from '../store/policies.ts'

/** By which rules a request is judged: a version of the policy, and what had been learnt by then. */
export interface InForce {
  readonly policyVersion: number
  readonly examplesRevision: number
}

/** Reads the policy of a client, compiled. */
export type ClientPolicies = ReturnType<typeof createClientPolicies>

/** How many compiled policies are kept; one takes a few hundred kilobytes. */
const limit = 200

/** The policy as it holds for a client (their plan and terms included), compiled and kept while it is in use. */
export function createClientPolicies(policies: PolicyStore, examples: ExampleStore) {
  const kept = new Map<string, CompiledPolicy>()

  return {
    /** @throws AppError NOT_FOUND, POLICY_INVALID */
    async inForce(client: Client, { policyVersion, examplesRevision }: InForce): Promise<CompiledPolicy> {
      const { policyId, language, address, timeZone, plan, terms } = client
      const speech = [language, address, timeZone, plan, JSON.stringify(terms)]
      const key = [policyId, policyVersion, examplesRevision, ...speech].join('|')
      const known = kept.get(key)
      if (known !== undefined) return known
      const { document } = await policies.get(policyId, policyVersion)
      const learnt = await examples.at(policyId, examplesRevision)
      const policy = compilePolicy(
        effectivePolicy(document, client),
        { id: policyId, version: policyVersion, examplesRevision, examples: learnt },
        client,
      )
      if (kept.size >= limit) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, policy)
      return policy
    },

    /** By the version in force at a moment and all that has been learnt. @throws AppError NOT_FOUND, POLICY_INVALID */
    async inForceAt(client: Client, moment: Instant): Promise<CompiledPolicy> {
      const [policyVersion, examplesRevision] = await Promise.all([
        policies.versionAt(client.policyId, moment),
        examples.revision(client.policyId),
      ])
      return this.inForce(client, { policyVersion, examplesRevision })
    },
  }
}
