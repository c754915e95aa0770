import type { Language } from '#model/board.ts'
import { formatNumber } from '../../money.ts'
import type { Policy } from '../../schema.ts'
import { amountWords, hoursWords, paragraph } from '../words.ts'
import { type ClauseWriter, clause, type SentenceWriter } from './clause.ts'
import { capped } from './urgency.ts'

const wording = {
  fr: {
    revisions: 'Retouches',
    rounds: (count: number, days: string) =>
      count === 0
        ? 'Les retouches ne sont pas comprises dans le prix'
        : `Le prix comprend ${count} ${count === 1 ? 'série' : 'séries'} de retouches par livrable, dans un délai de ${days} après la livraison`,
    day: 'jour',
    days: 'jours',
    round: 'chaque série',
    furtherRound: 'toute série supplémentaire',
    price: (round: string, amount: string) => `${round} est facturée ${amount}.`,
    surcharge: (round: string, percent: string) =>
      `${round} est facturée au tarif habituel, majoré de ${percent}.`,
    both: (round: string, amount: string, percent: string) =>
      `${round} est facturée ${amount}, avec une majoration de ${percent}.`,
    usual: (round: string) => `${round} est facturée au tarif habituel.`,
    prepaid: (round: string) => `${round} se prend sur les heures payées d'avance.`,
    prepaidDearer: (round: string, percent: string) =>
      `${round} se prend sur les heures payées d'avance, avec une majoration de ${percent} de sa valeur.`,
    limits: 'Volume de travail',
    requests: {
      week: (count: number) =>
        `Je prends en charge ${count} ${count === 1 ? 'nouvelle demande' : 'nouvelles demandes'} par semaine au maximum.`,
      month: (count: number) =>
        `Je prends en charge ${count} ${count === 1 ? 'nouvelle demande' : 'nouvelles demandes'} par mois au maximum.`,
    },
    hours: (hours: string) => `Je consacre à chaque client ${hours} de travail par mois au maximum.`,
    beyond:
      'Au-delà, la demande attend la période suivante ou se fait en supplément, au choix du client et selon mes disponibilités.',
    terms: 'Acceptation des conditions',
    accepted: 'Je commence à travailler une fois que le client a accepté mes conditions.',
    before: "Tant qu'elles ne sont pas acceptées, les montants annoncés sont indicatifs.",
  },
  en: {
    revisions: 'Changes after delivery',
    rounds: (count: number, days: string) =>
      count === 0
        ? 'The price includes no changes after delivery'
        : `The price includes ${count} ${count === 1 ? 'round' : 'rounds'} of changes per deliverable, within ${days} of delivery`,
    day: 'day',
    days: 'days',
    round: 'each round',
    furtherRound: 'any further round',
    price: (round: string, amount: string) => `${round} costs ${amount}.`,
    surcharge: (round: string, percent: string) => `${round} is charged at the usual rate plus ${percent}.`,
    both: (round: string, amount: string, percent: string) =>
      `${round} costs ${amount}, with a surcharge of ${percent}.`,
    usual: (round: string) => `${round} is charged at the usual rate.`,
    prepaid: (round: string) => `${round} is taken from the hours paid in advance.`,
    prepaidDearer: (round: string, percent: string) =>
      `${round} is taken from the hours paid in advance, with a surcharge of ${percent} of its value.`,
    limits: 'Volume of work',
    requests: {
      week: (count: number) =>
        `I take on at most ${count} new ${count === 1 ? 'request' : 'requests'} a week.`,
      month: (count: number) =>
        `I take on at most ${count} new ${count === 1 ? 'request' : 'requests'} a month.`,
    },
    hours: (hours: string) => `I set aside at most ${hours} of work a month for each client.`,
    beyond:
      'Beyond that, the request waits for the next period or is done as an extra, as the client prefers and as my availability allows.',
    terms: 'Acceptance of the terms',
    accepted: 'I start work once the client has accepted my terms.',
    before: 'Until they are accepted, the amounts given are indicative.',
  },
} as const

/** Rounds of changes, and how much work there can be. */
export const limitClauses: ClauseWriter = (policy, language) => {
  const words = wording[language]
  const rule = (write: SentenceWriter) => write(policy, language)
  const volume = paragraph(rule(requestsSentence), rule(hoursPerMonthSentence))
  return [
    ...clause('revisions', words.revisions, rule(revisionsSentence)),
    ...clause('limits', words.limits, volume === '' ? '' : paragraph(volume, words.beyond)),
  ]
}

/** Must the terms be accepted before work starts? */
export const termsClauses: ClauseWriter = (policy, language) => {
  const words = wording[language]
  const sentence = termsSentence(policy, language)
  return clause('terms', words.terms, sentence === '' ? '' : paragraph(sentence, words.before))
}

/** What is included, and what more costs. */
export const revisionsSentence: SentenceWriter = (policy, language) => {
  const { revisions } = policy.limits
  if (revisions === undefined) return ''
  const words = wording[language]
  const days = `${formatNumber(revisions.withinDays, language)} ${revisions.withinDays === 1 ? words.day : words.days}`
  return `${words.rounds(revisions.included, days)}${language === 'fr' ? ' ; ' : '; '}${extraRound(policy, revisions, language)}`
}

export const requestsSentence: SentenceWriter = ({ limits: { requests } }, language) =>
  requests === undefined ? '' : wording[language].requests[requests.per](requests.count)

export const hoursPerMonthSentence: SentenceWriter = ({ limits: { hoursPerMonth } }, language) =>
  hoursPerMonth === undefined ? '' : wording[language].hours(hoursWords(hoursPerMonth, language))

export const termsSentence: SentenceWriter = ({ terms }, language) =>
  terms.acceptance === 'required' ? wording[language].accepted : ''

function extraRound(
  policy: Policy,
  { included, price, surchargePercent }: NonNullable<Policy['limits']['revisions']>,
  language: Language,
): string {
  const words = wording[language]
  const round = included === 0 ? words.round : words.furtherRound
  const percent = capped(surchargePercent, policy.urgency, language)
  if (price === undefined) {
    const isPrepaid = policy.billing.mode === 'package' || policy.billing.mode === 'monthly'
    const [plain, dearer] = isPrepaid ? [words.prepaid, words.prepaidDearer] : [words.usual, words.surcharge]
    return surchargePercent === 0 ? plain(round) : dearer(round, percent)
  }
  const amount = amountWords(price, policy, language)
  return surchargePercent === 0 ? words.price(round, amount) : words.both(round, amount, percent)
}
