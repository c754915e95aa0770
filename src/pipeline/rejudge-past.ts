import type { Clock } from '../clock.ts'
import { type PastFilter, type PastRequest, type PastRequestsDeps, pastRequests } from './past-requests.ts'
import { type Rejudgement, rejudge } from './rejudge.ts'
import { servedBy } from './stand-in.ts'
import { findRules, type TriedRules, type TriedRulesDeps } from './tried-rules.ts'

/** A request of the past, judged by the rules in force and by others. */
export type PastJudgement = PastRequest & Rejudgement

export interface RejudgePastDeps extends TriedRulesDeps, PastRequestsDeps {
  readonly now: Clock
}

/**
 * Judge requests of all clients of a policy again by other rules, newest first, one at a time. Compared is with the
 * rules now in force, so that what an earlier version changed is not held against this one.
 * @throws AppError POLICY_INVALID when a client's own terms do not fit
 */
export async function* rejudgePast(
  policyId: string,
  tried: TriedRules,
  filter: PastFilter,
  deps: RejudgePastDeps,
): AsyncGenerator<PastJudgement> {
  if ((await deps.policies.newestNumber(policyId)) === 0) return // only a draft: nobody is served by it
  const inForce = await findRules({ policyId, state: 'in-force' }, deps.now(), deps)
  for await (const request of pastRequests(policyId, filter, deps)) {
    const { client } = request.place
    // What somebody else judges is not judged by these rules.
    if (servedBy(client, request.task.facts).policyId !== policyId) continue
    const rules = { inForce: inForce.compiledFor(client), tried: tried.compiledFor(client) }
    yield { ...request, ...rejudge(request.task, request.place, rules) }
  }
}
