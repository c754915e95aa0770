import type { Client } from '#model/board.ts'
import { readEffective } from '#policies/effective.ts'
import type { Clock } from '../clock.ts'
import { type PastFilter, type PastRequest, type PastRequestsDeps, pastRequests } from './past-requests.ts'
import { type Rejudgement, rejudge } from './rejudge.ts'
import { findRules, type TriedRules, type TriedRulesDeps } from './tried-rules.ts'

/** A request of the past, judged by the rules in force and by others. */
export type PastJudgement = PastRequest & Rejudgement

export interface RejudgePastDeps extends TriedRulesDeps, PastRequestsDeps {
  readonly now: Clock
}

/**
 * Judge all requests that a policy judges again by other rules, newest first, one at a time. Compared is with the rules now
 * in force, so that what an earlier version changed is not held against this one. A colleague's client, with whose terms
 * either of the two does not go together, is left out: the next in the order judges there.
 * @throws AppError POLICY_INVALID when the terms of a client of this policy do not fit
 */
export async function* rejudgePast(
  policyId: string,
  tried: TriedRules,
  filter: PastFilter,
  deps: RejudgePastDeps,
): AsyncGenerator<PastJudgement> {
  if ((await deps.policies.newestNumber(policyId)) === 0) return // only a draft: it judges nobody
  const inForce = await findRules({ policyId, state: 'in-force' }, deps.now(), deps)
  const fitting = new Map<string, boolean>()
  for await (const request of pastRequests(policyId, filter, deps)) {
    const { client } = request.place
    if (client.policyId !== policyId && !fits(client)) continue
    const rules = { inForce: inForce.compiledFor(client), tried: tried.compiledFor(client) }
    yield { ...request, ...rejudge(request.task, request.place, rules) }
  }

  function fits(client: Client): boolean {
    const known = fitting.get(client.id)
    if (known !== undefined) return known
    const found = [inForce, tried].every(({ document }) => readEffective(document, client).policy !== null)
    fitting.set(client.id, found)
    return found
  }
}
