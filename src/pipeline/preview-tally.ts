import type { FindingCode, MoneyRange, Price } from '#model/decision.ts'
import { findingCodes } from '#model/decision.ts'
import { addRanges, moneyOf, rangeOf } from '#policies/money.ts'
import type { Rejudgement } from './rejudge.ts'

/** What rules would change, counted over many requests. */
export interface Tally {
  readonly judged: number
  readonly changed: number
  /** How many requests went from one verdict to another, or kept theirs; in the order of precedence. */
  readonly verdicts: readonly VerdictCount[]
  /** The sum of all estimates, by currency; what is offered costs nothing. */
  readonly estimates: readonly EstimateSum[]
}

export interface VerdictCount {
  readonly before: FindingCode
  readonly after: FindingCode
  readonly count: number
}

export interface EstimateSum {
  readonly currency: string
  readonly before: MoneyRange
  readonly after: MoneyRange
}

type Side = 'before' | 'after'

/** Count as requests go by, so that none has to be kept. */
export function createTally() {
  const counts = new Map<string, VerdictCount>()
  const sums = new Map<string, EstimateSum>()
  let judged = 0
  let changed = 0

  return {
    add({ before: { decision: before }, after: { decision: after }, isChanged }: Rejudgement): void {
      judged += 1
      if (isChanged) changed += 1
      const key = `${before.headline} ${after.headline}`
      const count = (counts.get(key)?.count ?? 0) + 1
      counts.set(key, { before: before.headline, after: after.headline, count })
      addPrice(before.price, 'before')
      addPrice(after.price, 'after')
    },

    read: (): Tally => ({
      ...{ judged, changed },
      verdicts: [...counts.values()].toSorted(byPrecedence),
      estimates: [...sums.values()],
    }),
  }

  function addPrice(price: Price | null, side: Side): void {
    if (price === null || price.isOffered) return
    const { currency } = price.total.min
    const zero = rangeOf(moneyOf(0, currency))
    const sum = sums.get(currency) ?? { currency, before: zero, after: zero }
    sums.set(currency, { ...sum, [side]: addRanges(sum[side], price.total) })
  }
}

const place = (code: FindingCode) => findingCodes.indexOf(code)

const byPrecedence = (a: VerdictCount, b: VerdictCount) =>
  place(a.before) - place(b.before) || place(a.after) - place(b.after)
