import type { Client } from '#model/board.ts'
import { isAppError } from '#model/error.ts'
import type { Facts, StandIn } from '#model/facts.ts'
import type { Instant } from '#model/task.ts'
import { readEffective } from '#policies/effective.ts'
import type { Policy } from '#policies/schema.ts'
import { nameOfAssistant, substitutionAt } from '#policies/stand-in.ts'
import type { PolicyStore, PolicyVersion } from '../store/policies.ts'

/** The client as whoever judges this request serves them: by their own rules, or by those of the substitute. */
export const servedBy = (client: Client, { standIn }: Pick<Facts, 'standIn'>): Client =>
  standIn == null ? client : { ...client, policyId: standIn.policyId }

/**
 * Who stands in for the assistant at a moment; null for nobody. Nobody does either when the substitute has no rules, or
 * none that go together with what was agreed with this client: then the request waits for her by her own rules.
 * @param document of the client's own rules, in force at that moment
 */
export async function standInFor(
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
