import { quoteStateOf } from '../answers/states.ts'
import type { AnsweredCode } from '../messages/answered-codes.ts'
import type { Case } from './rule.ts'

/**
 * What an answer makes the most important thing to say, whatever the headline; null when no answer does. What the
 * client chose comes first, then what the assistant cannot do, then what she offers.
 */
export function answeredCode({ facts, found }: Pick<Case, 'facts' | 'found'>): AnsweredCode | null {
  const { choice, quote, asked } = facts.answers
  if (choice === 'refuse') return 'refused'
  if (choice === 'accept') {
    // Good news of the assistant says more than the client's own yes.
    return found.some(({ code }) => code === 'urgent_confirmed') ? null : 'accepted'
  }
  if (choice === 'wait') return 'waiting'
  const declined = found.find(({ evidence }) => evidence.declined === true)
  if (declined !== undefined) return declined.evidence.expired === true ? 'unconfirmed' : 'declined'
  if (quote !== null) return asked?.quote?.remindedAt == null ? 'quoted' : 'reminded'
  return quoteStateOf(facts.answers) === 'expired' ? 'lapsed' : null
}
