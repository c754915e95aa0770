import type { Client, Mapping } from '#model/board.ts'
import { isAppError } from '#model/error.ts'
import type { Assigned, Facts, StandIn } from '#model/facts.ts'
import type { Instant, Observed } from '#model/task.ts'
import { readEffective } from '#policies/effective.ts'
import type { Policy } from '#policies/schema.ts'
import { nameOfAssistant, substitutionAt } from '#policies/stand-in.ts'
import type { PolicyStore, PolicyVersion } from '../store/policies.ts'
import type { ClientPolicies } from './client-policy.ts'
import type { Judgement } from './remember.ts'

/** The client as whoever judges this request serves them: the substitute, whoever it is assigned to, or their own assistant. */
export function servedBy(
  client: Client,
  { policyId: judging, assigned, standIn }: Pick<Facts, 'policyId' | 'assigned' | 'standIn'>,
): Client {
  const policyId = judging ?? standIn?.policyId ?? (assigned?.fits ? assigned.policyId : client.policyId)
  return policyId === client.policyId ? client : { ...client, policyId }
}

export interface JudgeDeps {
  readonly policies: PolicyStore
  readonly clientPolicies: ClientPolicies
}

/**
 * By which rules what is asked at a moment is judged, in the order of ADR 17.
 * @param assignedTo the policy of whoever it is assigned to; null for nobody's
 * @returns the client as they are served then, and what is to be remembered of it
 * @throws AppError NOT_FOUND, POLICY_INVALID
 */
export async function judgeAt(
  client: Client,
  assignedTo: string | null,
  moment: Instant,
  { policies, clientPolicies }: JudgeDeps,
): Promise<{ readonly served: Client; readonly rules: Omit<Judgement, 'account'> }> {
  const assigned = await assignedAt(client, assignedTo, moment, policies)
  const absent = servedBy(client, { assigned })
  const own = await clientPolicies.inForceAt(absent, moment)
  const standIn = await standInFor(absent, own.document, moment, policies)
  const served = servedBy(client, { assigned, standIn })
  // Compiled and kept: it is what the request is judged by a moment later.
  const judging = standIn === null ? own : await clientPolicies.inForceAt(served, moment)
  const { id: policyId, version: policyVersion, examplesRevision } = judging
  return { served, rules: { policyId, assigned, standIn, policyVersion, examplesRevision } }
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
