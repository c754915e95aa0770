import type { Client } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import { misfit } from '#policies/cases/misfit.ts'
import { effectivePolicy } from '#policies/effective.ts'
import type { Policy } from '#policies/schema.ts'
import type { PolicyVersion } from '../store/policies.ts'

/**
 * Does a policy have the client's plan, and is it still one with what was agreed with them?
 * @throws AppError REQUEST_INVALID for a plan it does not have, POLICY_INVALID for terms that do not fit
 */
export function checkPlan(document: Policy, client: Client): void {
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
 * @throws AppError CONFLICT naming the version
 */
export function checkPending(pending: readonly PolicyVersion[], client: Client): void {
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
