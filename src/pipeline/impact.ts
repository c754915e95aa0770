import type { ImpactOf } from './publish-gate.ts'
import { type RejudgePastDeps, rejudgePast } from './rejudge-past.ts'
import { findRules } from './tried-rules.ts'

/** How many percent of the open requests may come out otherwise, unless whoever publishes says how many. */
export const defaultMostChangedPercent = 30

/** Of fewer requests than these a share says nothing. */
export const fewestJudged = 10

/**
 * Measures what a document would change about the requests that are open. Nothing is written: they keep their verdicts
 * until they change themselves, or somebody has them judged again.
 */
export function createImpact(deps: RejudgePastDeps): ImpactOf {
  return async (policyId, document, mostChangedPercent = defaultMostChangedPercent) => {
    const tried = await findRules({ policyId, state: 'document', document }, deps.now(), deps)
    let judged = 0
    let changed = 0
    for await (const { isChanged } of rejudgePast(policyId, tried, { isOpen: true }, deps)) {
      judged += 1
      if (isChanged) changed += 1
    }
    const isTooLarge = judged >= fewestJudged && changed * 100 > mostChangedPercent * judged
    return { judged, changed, isTooLarge }
  }
}
