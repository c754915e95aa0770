import type { Finding } from '#model/decision.ts'
import type { Case } from './rule.ts'

/** Has the client accepted the terms, where the policy wants that first? */
export function contract({ policy, facts }: Case): Finding[] {
  const { acceptance } = policy.document.terms
  if (acceptance === 'not_required' || facts.account.acceptedAt !== null) return []
  return [{ code: 'contract_pending', reason: 'terms', evidence: {}, clause: 'terms.acceptance' }]
}
