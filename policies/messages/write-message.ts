import type { Finding, Price } from '#model/decision.ts'
import type { Instant } from '#model/task.ts'
import { formatDay } from '../calendar.ts'
import { clauseSentence } from '../documents/clauses.ts'
import { introduction } from '../documents/introduction.ts'
import { formatPercent, formatRange } from '../money.ts'
import { answeredCode } from '../rules/answered.ts'
import { isNeverDone } from '../rules/never-done.ts'
import type { Case } from '../rules/rule.ts'
import { serviceIdsOf } from '../rules/services.ts'
import type { AnsweredCode } from './answered-codes.ts'
import { channelValues } from './channel-values.ts'
import { estimateWords, priceLine } from './estimate-words.ts'
import { limitValues } from './limit-values.ts'
import { fillIn, type MessageValues } from './liquid.ts'
import { timeValues } from './time-values.ts'

/** What a judged request costs, as far as a message says it. */
export interface Costs {
  readonly price: Price | null
  /** Also where nothing is priced: what a quote for the work as asked for now would add. */
  readonly surchargePercent: number
}

type Values = Omit<MessageValues, 'next_step' | 'also'>

/**
 * Write what we say to the client about a judged request at `now` (`spokenAt`): its first finding, with what else was
 * found in a sentence each. Nothing of the client's own text is in it, so nothing of it can get into a comment.
 */
export function writeMessage(request: Case, costs: Costs, now: Instant): string {
  const { policy, found } = request
  const [headline, ...others] = found
  if (headline === undefined) return ''
  const answered = answeredCode(request)
  const message = answered === null ? policy.messages.get(headline.code) : policy.answered.get(answered)
  if (message === undefined) return ''
  const values = valuesOf(request, headline, costs, now)
  const unsaid = answered === null ? others : found.filter((finding) => !isSettled(finding, answered))
  const beside = unsaid.filter(({ code }) => code !== 'off_hours' || !hasAnswered(request))
  const also = beside.map((finding) => alsoOf(request, finding, costs, now)).filter((text) => text !== '')
  const next_step = fillIn(message.nextStep, { ...values, also: '' })
  const text = fillIn(message.body, { ...values, also: [...new Set(also)].join(' '), next_step })
  const assistant = policy.document.assistant?.name
  const told = [text, replacedWords(request)].filter((part) => part !== '').join('\n')
  const signed = assistant ? `${told}\n— ${assistant}` : told
  return signed.replace(/[ \t]+\n/gu, '\n').replace(/\n{3,}/gu, '\n\n')
}

/** Who stands in for whom, where somebody does. Names of assistants: nothing of the client's own text. */
function replacedWords({ policy: { language }, facts: { standIn } }: Case): string {
  if (standIn == null) return ''
  const day = formatDay(standIn.until, language)
  return language === 'fr'
    ? `${standIn.for} est en congé jusqu'au ${day} inclus ; d'ici là, c'est ${standIn.by} qui prend le relais.`
    : `${standIn.for} is on leave until ${day}; ${standIn.by} is standing in until then.`
}

/** What need not be said any more once this was answered. */
function isSettled({ code }: Finding, answered: AnsweredCode): boolean {
  if (answered === 'refused') return true
  if (answered === 'declined' || answered === 'unconfirmed') return code === 'urgent_confirm'
  return code === 'quote_needed' || code === 'out_of_scope'
}

/** When she answers next is told to nobody whom she has answered. */
const hasAnswered = ({ facts: { answers } }: Case) =>
  answers.quote !== null || ['confirm', 'decline'].some((is) => is === answers.availability?.is)

function alsoOf(request: Case, finding: Finding, costs: Costs, now: Instant): string {
  const message = request.policy.messages.get(finding.code)
  return message === undefined ? '' : fillIn(message.also, valuesOf(request, finding, costs, now))
}

function valuesOf(request: Case, finding: Finding, { price, surchargePercent }: Costs, now: Instant): Values {
  const { policy, facts, found } = request
  const { language, address, document } = policy
  const services = serviceIdsOf(found)
  return {
    service: () =>
      listOf(
        services.map((id) => policy.names.get(id) ?? id),
        language,
      ),
    estimate: () => (price === null ? '' : wordsOf(request, price, now)),
    amount: () => (price === null || price.isOffered ? '' : formatRange(price.total, language)),
    price: () => (price === null ? '' : priceLine(request, price, now)),
    agreed: facts.answers.accepted === null ? '' : 'x',
    percent: surchargePercent === 0 ? '' : formatPercent(surchargePercent, language),
    ...timeValues(request, finding, now),
    ...channelValues(request, finding),
    ...limitValues(request, finding),
    never_urgent: isNeverDone(request) ? 'x' : '',
    declined: finding.evidence.declined === true ? 'x' : '',
    offered: facts.account.isOffered ? 'x' : '',
    referral: () => referralOf(request, services),
    missing: () => missingOf(found, language),
    deposit: depositOf(found, language),
    clause: () => (finding.clause === null ? '' : clauseSentence(document, finding.clause, language)),
    introduction: () =>
      facts.account.isFirst && document.messages.introduce ? introduction(document, language, address) : '',
    assistant: document.assistant?.name ?? '',
  }
}

/** What was named or agreed to is no mere estimate any more. */
function wordsOf(request: Case, price: Price, now: Instant): string {
  const { quote, accepted } = request.facts.answers
  const isNamed = quote !== null || accepted !== null
  return isNamed ? priceLine(request, price, now) : estimateWords(request, price, now)
}

function referralOf({ policy }: Case, services: readonly string[]): string {
  const { language, document } = policy
  const referrals = document.services
    .filter(({ id }) => services.includes(id))
    .flatMap(({ referrals }) => referrals)
  return listOf(
    referrals.map(({ name, contact }) => {
      const shown = name[language] ?? name[document.language] ?? ''
      return contact === undefined ? shown : `${shown} (${contact})`
    }),
    language,
    'disjunction',
  )
}

function missingOf(found: readonly Finding[], language: 'fr' | 'en'): string {
  const missing = found.find(({ code }) => code === 'info_missing')?.evidence.missing
  return Array.isArray(missing) ? listOf(missing, language) : ''
}

/** The whole of it, or what is left once a part has come. */
function depositOf(found: readonly Finding[], language: 'fr' | 'en'): string {
  const { due, rest, received } = found.find(({ code }) => code === 'deposit_due')?.evidence ?? {}
  if (rest === undefined) return String(due ?? '')
  return language === 'fr'
    ? `il reste ${rest} à régler (déjà reçu : ${received})`
    : `${rest} left to pay (already received: ${received})`
}

const formats = new Map<string, Intl.ListFormat>()

function listOf(
  items: readonly string[],
  language: 'fr' | 'en',
  type: 'conjunction' | 'disjunction' = 'conjunction',
) {
  const key = `${language} ${type}`
  const format = formats.get(key) ?? new Intl.ListFormat(language, { type })
  formats.set(key, format)
  return format.format(items)
}
