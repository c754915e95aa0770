import type { Finding, FindingCode, Price } from '#model/decision.ts'
import type { Instant } from '#model/task.ts'
import { formatMoment, localDate } from '../calendar.ts'
import type { CompiledPolicy } from '../compile.ts'
import { formatNumber, formatPercent } from '../money.ts'
import { fillIn, type MessageValues } from './liquid.ts'
import { messageCodes } from './message-codes.ts'

/** What a message is about. Nothing of the client's own text is in it, so nothing of it can get into a comment. */
export interface Subject {
  readonly headline: FindingCode
  readonly findings: readonly Finding[]
  /** Ids of the services the request is about. */
  readonly services: readonly string[]
  readonly price: Price | null
  readonly surchargePercent: number
  readonly dueAt: Instant | null
}

/** Write what we say to the client about a decision made at `now`. Empty for a headline without a message. */
export function writeMessage(policy: CompiledPolicy, subject: Subject, now: Instant): string {
  const code = messageCodes.find((known) => known === subject.headline)
  const message = code === undefined ? undefined : policy.messages.get(code)
  if (message === undefined) return ''
  const values = valuesOf(policy, subject, now)
  const next_step = fillIn(message.nextStep, values)
  const text = fillIn(message.body, { ...values, next_step })
  const signed = values.assistant === '' ? text : `${text}\n— ${values.assistant}`
  return signed.replace(/[ \t]+\n/gu, '\n').replace(/\n{3,}/gu, '\n\n')
}

function valuesOf(policy: CompiledPolicy, subject: Subject, now: Instant): Omit<MessageValues, 'next_step'> {
  const { language, document } = policy
  const { services, price, surchargePercent, dueAt, findings } = subject
  const isBilled = findings.some(({ evidence }) => evidence.billed === true)
  const referral = document.services.find(({ id }) => services.includes(id))?.referral?.[language]
  return {
    service: new Intl.ListFormat(language).format(services.map((id) => policy.names.get(id) ?? id)),
    estimate: price === null ? '' : estimateOf(policy, price, now),
    percent: surchargePercent === 0 ? '' : formatPercent(surchargePercent, language),
    due: isBilled && dueAt !== null ? formatMoment(dueAt, policy.timeZone, language) : '',
    threshold_hours: formatNumber(document.urgency.thresholdHours, language),
    referral: referral ?? '',
    assistant: document.assistantName ?? '',
  }
}

/** The calculation, the word that it is no quote, and what the law wants beside an amount on that day. */
function estimateOf(policy: CompiledPolicy, { formula }: Price, now: Instant): string {
  const today = localDate(now, policy.timeZone)
  const mentions = policy.document.billing.mentions
    .filter(({ from, until }) => (from ?? today) <= today && today <= (until ?? today))
    .map((mention) => mention.text)
  const estimate =
    policy.language === 'fr'
      ? `Estimation, qui ne vaut pas devis : ${formula}.`
      : `Estimate, which is not a quote: ${formula}.`
  return [estimate, ...mentions].join(' ')
}
