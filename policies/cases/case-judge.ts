import { unanswered } from '#model/answer.ts'
import type { Client } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import { type Account, emptyAccount, type Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import { type Compilation, type CompiledPolicy, compilePolicy } from '../compile.ts'
import { readEffective } from '../effective.ts'
import { evaluate } from '../evaluate.ts'
import type { Policy } from '../schema.ts'
import type { PolicyCase } from './case.ts'
import { type Difference, differencesOf } from './difference.ts'
import { misfit } from './misfit.ts'

/** What came of a case. It has passed when nothing differs from what was expected. */
export interface CaseResult {
  readonly name: string
  readonly passed: boolean
  readonly differences: readonly Difference[]
  /** Null when the case's client cannot be one of this policy: an unknown plan, terms that do not fit. */
  readonly decision: Decision | null
}

/** Judges the request of a case and compares. */
export type CaseJudge = (each: PolicyCase) => CaseResult

/** Try a policy on cases, one at a time. It is compiled once for each way of speaking to a client. */
export function createCaseJudge(document: Policy, compilation: Compilation): CaseJudge {
  const compiled = new Map<string, CompiledPolicy>()

  return (each) => {
    const client = clientOf(each, document)
    const wrong = misfit(client, document)
    if (wrong !== null) return { name: each.name, passed: false, differences: [wrong], decision: null }
    const key = JSON.stringify(client)
    const policy = compiled.get(key) ?? compileFor(client)
    compiled.set(key, policy)
    const decision = evaluate(policy, taskOf(each), factsOf(each, policy), each.now)
    const differences = differencesOf(each.expect, decision, policy)
    return { name: each.name, passed: differences.length === 0, differences, decision }
  }

  function compileFor(client: CaseClient): CompiledPolicy {
    const { policy } = readEffective(document, client)
    return compilePolicy(policy ?? document, compilation, client)
  }
}

/** For whom a case is judged. */
export type CaseClient = Pick<Client, 'language' | 'address' | 'timeZone' | 'plan' | 'terms'>

/** With what is left out filled in. */
export function clientOf({ client }: Pick<PolicyCase, 'client'>, document: Policy): CaseClient {
  return {
    language: client.language ?? document.language,
    address: client.address ?? 'vous',
    timeZone: client.timeZone ?? document.hours?.timeZone ?? 'Europe/Paris',
    plan: client.plan ?? null,
    terms: client.terms ?? {},
  }
}

/** A request in the words of a case, as a task that was submitted at `now` unless it says otherwise. */
export function taskOf({ request, now }: Pick<PolicyCase, 'request' | 'now'>): Task {
  return {
    title: request.title,
    text: request.text,
    submittedAt: request.submittedAt ?? now,
    dueAt: request.dueAt ?? null,
    service: request.service ?? null,
    hours: request.hours ?? null,
    complexity: request.complexity ?? null,
    revision: request.revision ?? null,
    channel: request.channel,
    attachments: request.attachments,
    status: null,
  }
}

/** What would be remembered of such a request that is judged at `now`. */
export function factsOf(
  { request, now }: Pick<PolicyCase, 'request' | 'now'>,
  policy: CompiledPolicy,
): Facts {
  const { ruling, dueAt = null, submittedAt = now, dueSetAt = submittedAt } = request
  return {
    fingerprint: '',
    judgedAt: now,
    policyVersion: policy.version,
    examplesRevision: policy.examplesRevision,
    dueAt,
    dueSetAt: dueAt === null ? null : dueSetAt,
    takenIn: false,
    overrides: ruling === undefined ? [] : [{ target: 'label', label: ruling, change: 'added', at: now }],
    account: { ...emptyAccount, ...request.account } as Account,
    booksRevision: 0,
    answers: unanswered,
    revision: 0,
    undo: null,
  }
}
