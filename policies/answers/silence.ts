import type { Facts } from '#model/facts.ts'
import { urgentStandingOf } from '../rules/ruling.ts'
import { quoteStateOf } from './states.ts'

/**
 * Is nothing said to the client about this request? What was judged afterwards, without comments, gets labels alone, until
 * somebody has said a word about its price or its urgency: that reaches them like any other.
 */
export function isSilent(facts: Pick<Facts, 'silent' | 'overrides' | 'answers'>): boolean {
  if (facts.silent !== true) return false
  return quoteStateOf(facts.answers) === 'unquoted' && urgentStandingOf(facts) === 'to_confirm'
}
