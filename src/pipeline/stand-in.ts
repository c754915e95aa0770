import type { Client, Mapping } from '#model/board.ts'
import { isAppError } from '#model/error.ts'
import type { Assigned, Facts, StandIn } from '#model/facts.ts'
import type { Instant, Observed } from '#model/task.ts'
import { readEffective } from '#policies/effective.ts'
import type { Policy } from '#policies/schema.ts'
import { nameOfAssistant, substitutionAt } from '#policies/stand-in.ts'
import type { Clock } from '../clock.ts'
import type { PolicyStore, PolicyVersion } from '../store/policies.ts'
import type { ClientPolicies } from './client-policy.ts'
import type { Judgement } from './remember.ts'

/** Whose rules judge a request: the substitute's, those of whoever it is assigned to, or its client's own. */
export function judgingPolicyId(
  client: Client,
  { policyId, assigned, standIn }: Pick<Facts, 'policyId' | 'assigned' | 'standIn'>,
): string {
  return policyId ?? standIn?.policyId ?? (assigned?.fits ? assigned.policyId : client.policyId)
}

/**
 * The client as they were served when this request was judged: by whom, and by what was agreed with them then. What is
 * agreed later holds for what is judged later, and may not even go together with the rules of then.
 */
export function servedBy(
  client: Client,
  facts: Pick<Facts, 'policyId' | 'assigned' | 'standIn' | 'agreed'>,
): Client {
  return { ...client, policyId: judgingPolicyId(client, facts), ...facts.agreed }
}

export interface JudgeDeps {
  readonly now: Clock
  readonly policies: PolicyStore
  readonly clientPolicies: ClientPolicies
}

/**
 * By which rules what was asked at a moment is judged, in the order of ADR 17. With a client whose terms do not go together
 * with the rules of then, for they were agreed since, it is as if it were asked now.
 * @param assignedTo the policy of whoever it is assigned to; null for nobody's
 * @returns the client as they are served then, and what is to be remembered of it
 * @throws AppError NOT_FOUND, POLICY_INVALID
 */
export async function judgeAt(
  client: Client,
  assignedTo: string | null,
  asked: Instant,
  { now, policies, clientPolicies }: JudgeDeps,
): Promise<{ readonly served: Client; readonly rules: Omit<Judgement, 'account'> }> {
  const moment = (await isServedAt(client, asked, clientPolicies)) ? asked : now()
  const assigned = await assignedAt(client, assignedTo, moment, policies)
  const absent = servedBy(client, { assigned })
  const own = await clientPolicies.inForceAt(absent, moment)
  const standIn = await standInFor(absent, own.document, moment, policies)
  const served = servedBy(client, { assigned, standIn })
  // Compiled and kept: it is what the request is judged by a moment later.
  const judging = standIn === null ? own : await clientPolicies.inForceAt(served, moment)
  const { id: policyId, version: policyVersion, examplesRevision } = judging
  const agreed = { plan: client.plan, terms: client.terms }
  return { served, rules: { policyId, agreed, assigned, standIn, policyVersion, examplesRevision } }
}

/**
 * Do a client's terms go together with the rules that they were served by at a moment? Asked of what is compiled and kept,
 * for it is mostly what judges a moment later; no query where there are no terms.
 */
async function isServedAt(client: Client, moment: Instant, policies: ClientPolicies): Promise<boolean> {
  if (Object.keys(client.terms).length === 0) return true
  try {
    await policies.inForceAt(client, moment)
    return true
  } catch (error) {
    if (isAppError(error, 'POLICY_INVALID')) return false
    throw error
  }
}

/** Whose rules the board says hold for a task, by whom it is assigned to; null where it says nothing. */
export function assignedPolicyId({ assignees = [] }: Observed, { policies = {} }: Mapping): string | null {
  const assignee = assignees.find((id) => Object.hasOwn(policies, id))
  return assignee === undefined ? null : (policies[assignee] ?? null)
}

/** The rules of an assignee at a moment, and whether they can judge this client's requests. */
async function assignedAt(
  client: Client,
  policyId: string | null,
  moment: Instant,
  policies: PolicyStore,
): Promise<Assigned | null> {
  if (policyId === null) return null
  const own = await inForce(policyId, moment, policies)
  return { policyId, fits: own !== null && readEffective(own.document, client).policy !== null }
}

/**
 * Who stands in for the assistant at a moment; null for nobody. Nobody does either when the substitute has no rules, or
 * none that go together with what was agreed with this client: then the request waits for her by her own rules.
 * @param document of the client's own rules, in force at that moment
 */
async function standInFor(
  client: Client,
  document: Policy,
  moment: Instant,
  policies: PolicyStore,
): Promise<StandIn | null> {
  const substitution = substitutionAt(document, moment)
  if (substitution === null || substitution.policyId === client.policyId) return null
  const { policyId, until } = substitution
  const own = await inForce(policyId, moment, policies)
  if (own === null || readEffective(own.document, client).policy === null) return null
  return { policyId, until, for: nameOfAssistant(document), by: nameOfAssistant(own.document) }
}

async function inForce(id: string, moment: Instant, policies: PolicyStore): Promise<PolicyVersion | null> {
  try {
    return await policies.inForce(id, moment)
  } catch (error) {
    if (isAppError(error, 'NOT_FOUND')) return null
    throw error
  }
}
