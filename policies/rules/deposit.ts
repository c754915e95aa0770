import type { Finding, Price } from '#model/decision.ts'
import { formatRange } from '../money.ts'
import type { Case } from './rule.ts'

/**
 * Is a deposit due that has not been received whole? A part of it does not free the request. On a price that was named
 * none is due before the client agrees to it: nothing starts before.
 */
export function deposit({ policy, facts }: Case, price: Price | null): Finding[] {
  const due = price?.deposit ?? null
  const received = facts.account.depositMinor
  const { quote, accepted } = facts.answers
  if (quote !== null && accepted === null) return []
  if (due === null || price?.isOffered || received >= due.min.minor) return []
  const evidence = { due: formatRange(due, policy.language), receivedMinor: received }
  return [{ code: 'deposit_due', reason: 'deposit', evidence, clause: 'billing.deposit' }]
}
