import { quoteStateOf } from '../answers/states.ts'
import type { AnsweredCode } from '../messages/answered-codes.ts'
import type { Case } from './rule.ts'

/**
 * What an answer makes the most important thing to say, whatever the headline; null when no answer does. What the
 * client chose comes first, then the price that the assistant named, then what she cannot do: beside either of the first
 * two that is told in a sentence.
 */
export function answeredCode({ facts, found }: Pick<Case, 'facts' | 'found'>): AnsweredCode | null {
  const { choice, quote, asked } = facts.answers
  if (choice === 'refuse') return 'refused'
  if (choice === 'wait') return 'waiting'
  const declined = found.find(({ evidence }) => evidence.declined === true)
  // A yes to what urgent work costs is of no use once there is none: its price was no quote.
  if (choice === 'accept' && (quote !== null || declined === undefined)) {
    // Good news of the assistant says more than the client's own yes.
    return found.some(({ code }) => code === 'urgent_confirmed') ? null : 'accepted'
  }
  if (choice === null && quote !== null) return asked?.quote?.remindedAt == null ? 'quoted' : 'reminded'
  if (quoteStateOf(facts.answers) === 'expired') return 'lapsed'
  if (declined === undefined) return null
  return declined.evidence.expired === true ? 'unconfirmed' : 'declined'
}
