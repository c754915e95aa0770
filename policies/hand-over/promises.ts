import type { Answer, AnswerKind } from '#model/answer.ts'
import type { MoneyRange } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Instant } from '#model/task.ts'
import { rangeOf } from '../money.ts'
import { isYesVoid, urgentStandingOf } from '../rules/ruling.ts'

/**
 * What somebody may rely on.
 * - `accepted`: the client has said yes to a price. `quote`: a price was named, and the client has yet to answer.
 * - `confirmed`: urgent work was promised for its date. `waits`: the client waits, and so pays no surcharge.
 * - `offered`: the request is given away.
 */
export const promiseKinds = ['accepted', 'quote', 'confirmed', 'waits', 'offered'] as const
export type PromiseKind = (typeof promiseKinds)[number]

/** A promise about a request. */
export interface Promised {
  readonly kind: PromiseKind
  readonly requestId: string
  readonly title: string
  readonly url: string
  /** Of a price; null for what is none. */
  readonly amount: MoneyRange | null
  /** When it was made; null where nobody recorded it. */
  readonly at: Instant | null
  /** When the work is due; null without a date. */
  readonly dueAt: Instant | null
}

/** A request, as far as promises go. */
interface Bound {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly facts: Facts
  readonly answers: readonly Answer[]
}

/** The promises in force about a request as it stands. */
export function promisesOf({ id, title, url, facts, answers }: Bound): Promised[] {
  const { quote, accepted, choice, availability } = facts.answers
  const when = (kind: AnswerKind) =>
    answers.findLast(({ said, fingerprint }) => said.kind === kind && fingerprint === facts.fingerprint)
      ?.at ?? null
  const promise = (kind: PromiseKind, at: Instant | null, amount: MoneyRange | null = null): Promised => ({
    ...{ kind, requestId: id, title, url, amount, at },
    dueAt: facts.dueAt,
  })
  const label = facts.overrides.find((each) => each.label === 'urgent_confirmed' && each.change === 'added')
  const confirmedAt = availability?.is === 'confirm' ? availability.at : (label?.at ?? null)
  return [
    ...(accepted === null || isYesVoid(facts) ? [] : [promise('accepted', when('accept'), accepted.total)]),
    ...(quote !== null && choice === null ? [promise('quote', when('quote'), rangeOf(quote))] : []),
    ...(urgentStandingOf(facts) === 'confirmed' ? [promise('confirmed', confirmedAt)] : []),
    ...(choice === 'wait' ? [promise('waits', when('wait'))] : []),
    ...(facts.account.isOffered ? [promise('offered', when('goodwill'))] : []),
  ]
}
