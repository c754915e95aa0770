import type { MoneyRange, Price } from '#model/decision.ts'
import type { WeekRequest } from '#model/week.ts'
import type { WeekSpan } from '../calendar.ts'
import { type Sum, sumOf } from './sum.ts'
import { isWithin } from './week-facts.ts'

export interface Surcharges {
  /** Of requests judged within the week, by their last verdict in it. */
  readonly estimated: Sum
  /** Of prices that clients accepted within the week. */
  readonly accepted: Sum
}

/** What short notice and work at odd hours add to the prices. What is given away adds nothing. */
export function surchargesIn(requests: readonly WeekRequest[], span: WeekSpan): Surcharges {
  const estimated = requests.flatMap(({ verdicts }) => surchargeOf(verdicts.at(-1)?.decision.price ?? null))
  const accepted = requests.flatMap(({ answers }) =>
    answers.flatMap(({ at, said }) =>
      said.kind === 'accept' && isWithin(at, span) ? surchargeOf(said.price) : [],
    ),
  )
  return { estimated: sumOf(estimated), accepted: sumOf(accepted) }
}

const surchargeOf = (price: Price | null): MoneyRange[] =>
  price === null || price.isOffered || price.surcharge.max.minor === 0 ? [] : [price.surcharge]
