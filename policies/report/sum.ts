import type { MoneyRange } from '#model/decision.ts'
import { addRanges } from '../money.ts'

/** How many of something there are, and what they come to: one total for each currency, in the order they came up. */
export interface Sum {
  readonly count: number
  readonly totals: readonly MoneyRange[]
}

export function sumOf(amounts: readonly MoneyRange[]): Sum {
  const byCurrency = Map.groupBy(amounts, ({ min }) => min.currency)
  const totals = [...byCurrency.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.reduce(addRanges, first)],
  )
  return { count: amounts.length, totals }
}
