import type { Answer } from '#model/answer.ts'
import type { MoneyRange } from '#model/decision.ts'
import type { Instant } from '#model/task.ts'
import type { WeekRequest } from '#model/week.ts'
import { factsFrom } from '../answers/in-force.ts'
import type { WeekSpan } from '../calendar.ts'
import { rangeOf } from '../money.ts'
import { type RequestRef, refOf } from './request-ref.ts'
import { type Sum, sumOf } from './sum.ts'
import { isWithin } from './week-facts.ts'

/**
 * What became of a quote. `replaced`: she quoted anew, or the request changed, before the client said anything.
 * `lapsed`: the client had time enough.
 */
export const quoteStates = ['open', 'accepted', 'declined', 'replaced', 'lapsed'] as const
export type QuoteState = (typeof quoteStates)[number]

/** A price that the assistant named, and what the client made of it. */
export interface Quote {
  readonly request: RequestRef
  readonly amount: MoneyRange
  readonly givenAt: Instant
  readonly state: QuoteState
  /** When the client accepted or declined; null otherwise. */
  readonly decidedAt: Instant | null
}

export interface Quotes {
  /** Quotes named within the week. */
  readonly given: Sum
  /** Quotes accepted and declined within the week, whenever they were named. */
  readonly accepted: Sum
  readonly declined: Sum
  /** All of those, in the order in which they were named. */
  readonly items: readonly Quote[]
}

/** The quotes that were given or decided on within the week. */
export function quotesIn(requests: readonly WeekRequest[], span: WeekSpan): Quotes {
  const items = requests
    .flatMap(quotesOf)
    .filter(({ givenAt, decidedAt }) => [givenAt, decidedAt ?? ''].some((at) => isWithin(at, span)))
    .toSorted((a, b) => (a.givenAt < b.givenAt ? -1 : 1))
  const decided = (state: QuoteState) =>
    amountsOf(items.filter((quote) => quote.state === state && isWithin(quote.decidedAt ?? '', span)))
  return {
    given: amountsOf(items.filter(({ givenAt }) => isWithin(givenAt, span))),
    accepted: decided('accepted'),
    declined: decided('declined'),
    items,
  }
}

const amountsOf = (quotes: readonly Quote[]) => sumOf(quotes.map(({ amount }) => amount))

/** Every quote that a request ever got; one that is named once another price is agreed offers nothing. */
export function quotesOf(request: WeekRequest): Quote[] {
  const { answers, fingerprint } = request
  return answers.flatMap((answer, index) => {
    if (answer.said.kind !== 'quote' || isAgreed(answers.slice(0, index), answer)) return []
    const fate = fateOf(answer, answers.slice(index + 1), fingerprint)
    return [{ request: refOf(request), amount: rangeOf(answer.said.amount), givenAt: answer.at, ...fate }]
  })
}

const isAgreed = (earlier: readonly Answer[], { fingerprint }: Answer) =>
  factsFrom(earlier.filter((answer) => answer.fingerprint === fingerprint)).accepted !== null

const settling: readonly Answer['said']['kind'][] = ['accept', 'refuse', 'quote']

/** The first thing that was said after a quote, to the same request, and that settles it. */
function fateOf(
  { fingerprint }: Answer,
  later: readonly Answer[],
  current: string,
): Pick<Quote, 'state' | 'decidedAt'> {
  const next = later
    .filter((answer) => answer.fingerprint === fingerprint)
    .find(({ said }) => settling.includes(said.kind) || (said.kind === 'expire' && said.question === 'quote'))
  if (next?.said.kind === 'accept') return { state: 'accepted', decidedAt: next.at }
  if (next?.said.kind === 'refuse') return { state: 'declined', decidedAt: next.at }
  if (next?.said.kind === 'expire') return { state: 'lapsed', decidedAt: null }
  return { state: next === undefined && fingerprint === current ? 'open' : 'replaced', decidedAt: null }
}
