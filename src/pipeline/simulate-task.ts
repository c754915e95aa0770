import { compareDecisions, type DecisionDifference, isOtherwise } from '#policies/compare-decisions.ts'
import { type Explanation, explainDecision } from '#policies/explain-decision.ts'
import type { Clock } from '../clock.ts'
import type { BoardStore } from '../store/boards.ts'
import type { ClientStore } from '../store/clients.ts'
import type { JudgedTask, JudgedTasks } from '../store/judged-tasks.ts'
import { checkFits } from './check-fits.ts'
import type { ClientPolicies } from './client-policy.ts'
import { judgeAgain } from './rejudge.ts'
import { servedBy } from './stand-in.ts'
import { findRules, type TriedRules, type TriedRulesDeps } from './tried-rules.ts'

/** A task as it was judged, beside what other rules would say of it. */
export interface TaskSimulation {
  readonly task: JudgedTask
  readonly rules: TriedRules
  /** Null when it was never judged. */
  readonly before: Explanation | null
  readonly after: Explanation
  readonly isChanged: boolean
  readonly differences: readonly DecisionDifference[]
}

export interface SimulateTaskDeps extends TriedRulesDeps {
  readonly judged: JudgedTasks
  readonly boards: Pick<BoardStore, 'get'>
  readonly clients: Pick<ClientStore, 'get'>
  readonly clientPolicies: ClientPolicies
  readonly now: Clock
}

/**
 * What a state of the policy that judges it would say of a task. Nothing is written.
 * @throws AppError NOT_FOUND, POLICY_INVALID; CONFLICT when the rules do not fit the client
 */
export async function simulateTask(
  id: string,
  state: 'in-force' | 'draft' | number,
  deps: SimulateTaskDeps,
): Promise<TaskSimulation> {
  const task = await deps.judged.get(id)
  const { mapping, clientId } = await deps.boards.get(task.boardId)
  const client = await deps.clients.get(clientId)
  const served = servedBy(client, task.facts)
  const { policyId } = served
  const rules = await findRules({ policyId, state }, deps.now(), deps)
  checkFits([client], rules.document)
  const policy = rules.compiledFor(client)
  const decision = judgeAgain(task, { mapping, client }, policy)
  const after = explainDecision(decision, policy)
  const { decision: present } = task
  if (present === null) return { task, rules, before: null, after, isChanged: false, differences: [] }
  const former = await deps.clientPolicies.inForce({ ...served, policyId: present.policyId }, present)
  const [was, is] = [
    { decision: present, policy: former },
    { decision, policy },
  ]
  return {
    ...{ task, rules, after, before: explainDecision(present, former) },
    isChanged: isOtherwise(was, is),
    differences: compareDecisions(was, is),
  }
}
