import type { Client } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { misfit } from '#policies/cases/misfit.ts'
import { effectivePolicy } from '#policies/effective.ts'
import type { Policy } from '#policies/schema.ts'
import type { Db } from '../store/database.ts'
import { createPolicyStore, type PolicyVersion } from '../store/policies.ts'
import { holdPolicy } from '../store/policy-lock.ts'

/**
 * Is this somebody whom their policy can serve, as it is and as it will be? To be asked in the transaction that writes
 * them, so that nobody publishes meanwhile what lacks their plan.
 * @throws AppError NOT_FOUND without such a policy, REQUEST_INVALID for a plan that it does not have, POLICY_INVALID for
 * terms that do not fit, CONFLICT naming a version to come
 */
export async function checkClient(client: Client, trx: Db, now: Instant): Promise<void> {
  await holdPolicy(trx, client.policyId)
  const policies = createPolicyStore(trx)
  checkPlan((await policies.inForce(client.policyId, now)).document, client)
  checkPending(await policies.pending(client.policyId, now), client)
}

/** Does a policy have the client's plan, and is it still one with what was agreed with them? */
function checkPlan(document: Policy, client: Client): void {
  const { plan } = client
  if (plan !== null && !Object.hasOwn(document.plans, plan)) {
    const known = Object.keys(document.plans).join(', ') || 'none'
    const remedy = `use one of its plans (${known}), or null`
    const details = [{ path: 'body.plan', message: `the policy has no plan "${plan}"`, remedy }]
    throw new AppError('REQUEST_INVALID', 'the plan is unknown', { details })
  }
  effectivePolicy(document, client)
}

/**
 * Versions that are still to come were held to the clients of then: whoever changes since must fit them too, or could not be
 * judged from that day on.
 */
function checkPending(pending: readonly PolicyVersion[], client: Client): void {
  for (const { version, effectiveAt, document } of pending) {
    const found = misfit(client, document)
    if (found === null) continue
    const fr = {
      message: `la version ${version}, en vigueur à partir du ${effectiveAt} : ${found.fr}`,
      remedy: 'annule cette version, ou donne-lui ce qui sert à ce client',
    }
    const message = `version ${version}, in force from ${effectiveAt} on: ${found.en}`
    const remedy = 'cancel that version, or give it what this client needs'
    const details = [{ path: `body.${found.what}`, message, remedy, fr }]
    throw new AppError('CONFLICT', 'a version that is still to come does not fit this client', { details })
  }
}
