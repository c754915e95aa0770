import type { Language } from '#model/board.ts'
import type { Policy } from '../schema.ts'
import { billingClauses, depositSentence, packageSentence } from './clauses/billing.ts'
import { agreedSentence, channelClauses, refusedSentence } from './clauses/channels.ts'
import type { Clause, SentenceWriter } from './clauses/clause.ts'
import {
  answerSentence,
  exceptionsSentence,
  focusSentence,
  holidaysSentence,
  hoursClauses,
  leaveSentence,
  weekSentence,
} from './clauses/hours.ts'
import {
  hoursPerMonthSentence,
  limitClauses,
  requestsSentence,
  revisionsSentence,
  termsClauses,
  termsSentence,
} from './clauses/limits.ts'
import { noteClauses } from './clauses/notes.ts'
import {
  needsClauses,
  needsSentence,
  scopeClauses,
  serviceSentence,
  uncataloguedSentence,
} from './clauses/services.ts'
import {
  acceptedSentence,
  markersSentence,
  offHoursSentence,
  thresholdSentence,
  urgencyClauses,
} from './clauses/urgency.ts'

export type { Clause } from './clauses/clause.ts'

const sentences: Readonly<Record<string, SentenceWriter>> = {
  'hours.week': weekSentence,
  'hours.focus': focusSentence,
  'hours.holidays': holidaysSentence,
  'hours.leave': leaveSentence,
  'hours.exceptions': exceptionsSentence,
  'hours.answerWithinHours': answerSentence,
  'channels.agreed': agreedSentence,
  'channels.refused': refusedSentence,
  'scope.uncatalogued': uncataloguedSentence,
  'urgency.thresholdHours': thresholdSentence,
  'urgency.markers': markersSentence,
  'urgency.accepted': acceptedSentence,
  'urgency.offHours.work': offHoursSentence,
  'billing.package': packageSentence,
  'billing.deposit': depositSentence,
  'limits.revisions': revisionsSentence,
  'limits.requests': requestsSentence,
  'limits.hoursPerMonth': hoursPerMonthSentence,
  'terms.acceptance': termsSentence,
}

/**
 * Everything that a policy has agreed, as clauses in the order of a contract; only those that the policy has.
 * @param day such as `2026-11-24`: legal mentions are those that hold on it, leave and special dates those from it on
 */
export function clauses(policy: Policy, language: Language, day: string): readonly Clause[] {
  const writers = [
    hoursClauses,
    channelClauses,
    scopeClauses,
    needsClauses,
    urgencyClauses,
    billingClauses,
    limitClauses,
    termsClauses,
    noteClauses,
  ]
  return writers.flatMap((write) => write(policy, language, day))
}

/**
 * The sentence of a clause that a finding rests on, for a comment to quote: word for word as in the text of `clauses`,
 * at most 240 characters.
 * @param path as findings name it: `services[2]`, `urgency.thresholdHours`
 * @returns empty when the policy has no such clause
 * @example
 * clauseSentence(policy, 'services[2]', 'fr') // "Rédaction : cette prestation n'est pas comprise dans mes services habituels."
 */
export function clauseSentence(policy: Policy, path: string, language: Language): string {
  const [, index, isNeeds] = /^services\[(\d+)\](\.needs)?$/u.exec(path) ?? []
  if (index === undefined)
    return Object.hasOwn(sentences, path) ? (sentences[path]?.(policy, language) ?? '') : ''
  const service = policy.services[Number(index)]
  if (service === undefined) return ''
  return isNeeds === undefined
    ? serviceSentence(service, policy, language)
    : needsSentence(service, policy, language)
}
