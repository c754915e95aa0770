import { setImmediate } from 'node:timers/promises'
import { PolicyCase } from '#policies/cases/case.ts'
import { type CaseResult, createCaseJudge } from '#policies/cases/case-judge.ts'
import type { Policy } from '#policies/schema.ts'
import type { ExampleStore } from '../store/examples.ts'
import type { CaseStore } from '../store/policy-cases.ts'

/** What came of one case of a policy. */
export interface CaseRun extends CaseResult {
  readonly id: string
}

/** Tries a document on the cases of a policy, with all that corrections have taught about it. */
export type CaseRunner = (policyId: string, version: number, document: Policy) => Promise<CaseRun[]>

export function createCaseRunner(deps: {
  readonly cases: CaseStore
  readonly examples: ExampleStore
}): CaseRunner {
  return async (policyId, version, document) => {
    const stored = await deps.cases.all(policyId)
    if (stored.length === 0) return []
    const examplesRevision = await deps.examples.revision(policyId)
    const examples = await deps.examples.at(policyId, examplesRevision)
    const judge = createCaseJudge(document, { id: policyId, version, examples, examplesRevision })
    const runs: CaseRun[] = []
    for (const { id, document: written } of stored) {
      runs.push({ id, ...judge(PolicyCase.parse(written)) })
      await setImmediate() // webhooks must not wait for all of them
    }
    return runs
  }
}
