import type { Client } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import { effectivePolicy } from '#policies/effective.ts'
import type { Policy } from '#policies/schema.ts'

/**
 * Does a policy have the client's plan, and is it still one with what was agreed with them?
 * @throws AppError REQUEST_INVALID for a plan it does not have, POLICY_INVALID for terms that do not fit
 */
export function checkPlan(document: Policy, client: Client): void {
  const { plan } = client
  if (plan !== null && !Object.hasOwn(document.plans, plan)) {
    const known = Object.keys(document.plans).join(', ') || 'none'
    const remedy = `use one of its plans (${known}), or null`
    const details = [{ path: 'plan', message: `the policy has no plan "${plan}"`, remedy }]
    throw new AppError('REQUEST_INVALID', 'the plan is unknown', { details })
  }
  effectivePolicy(document, client)
}
