import { isDeepStrictEqual } from 'node:util'
import type { Client, Mapping } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import { isOtherwise } from '#policies/compare-decisions.ts'
import type { Judged } from '#policies/comparison/judged.ts'
import type { CompiledPolicy } from '#policies/compile.ts'
import { evaluate } from '#policies/evaluate.ts'
import type { JudgedTask } from '../store/judged-tasks.ts'
import { asArrived, readTask } from './interpret.ts'
import { asRequested } from './request-card.ts'

/** Where a task is: how its board is to be read, and whose it is. */
export interface Place {
  readonly mapping: Mapping
  readonly client: Client
}

/** The rules that a task is judged by twice, as they hold for its client. */
export interface Rules {
  readonly inForce: CompiledPolicy
  readonly tried: CompiledPolicy
}

/** A decision, and all of the rules it was made by. */
interface Verdict extends Judged {
  readonly policy: CompiledPolicy
}

/** A task judged twice; in what the second judgement differs, `compareDecisions` says. */
export interface Rejudgement {
  readonly before: Verdict
  readonly after: Verdict
  /** Would the client notice? */
  readonly isChanged: boolean
}

/**
 * Judge a task by other rules than those in force, for the moment at which it was judged and with all that was
 * remembered of it then. Pure: nothing is written, asked or looked at.
 */
export function rejudge(task: JudgedTask, place: Place, { inForce, tried }: Rules): Rejudgement {
  const isKnown = isBy(task.decision, inForce) && isAsAgreed(task.facts, place.client)
  const known = isKnown && task.decision !== null ? task.decision : judgeAgain(task, place, inForce)
  const before = { decision: known, policy: inForce }
  const after = { decision: judgeAgain(task, place, tried), policy: tried }
  return { before, after, isChanged: isOtherwise(before, after) }
}

/** What some rules say of a task, at the moment at which it was judged. */
export function judgeAgain(
  { observed, origin, facts }: JudgedTask,
  place: Place,
  policy: CompiledPolicy,
): Decision {
  const shown = asArrived(readTask(observed, place.mapping, place.client.timeZone), facts.arrivedAt)
  const task = origin === null ? shown : asRequested(shown, origin)
  return evaluate(policy, task, facts, facts.judgedAt)
}

/** Was it judged by what is agreed with the client now? */
function isAsAgreed({ agreed }: Facts, { plan, terms }: Client): boolean {
  return agreed === undefined || isDeepStrictEqual(agreed, { plan, terms })
}

/** Only what was judged by older rules has to be judged by those in force too: else it is there already. */
function isBy(decision: Decision | null, { id, version, examplesRevision }: CompiledPolicy): boolean {
  return (
    decision !== null &&
    decision.policyId === id &&
    decision.policyVersion === version &&
    decision.examplesRevision === examplesRevision
  )
}
