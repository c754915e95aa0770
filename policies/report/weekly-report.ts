import type { Language } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import { type Correction, correctionsIn } from './corrections.ts'
import { type Goodwill, goodwillIn } from './goodwill.ts'
import { keptOutside, type OffHours } from './off-hours.ts'
import { type Quotes, quotesIn } from './quotes.ts'
import { type Surcharges, surchargesIn } from './surcharges.ts'
import { type UncoveredGroup, uncoveredIn } from './uncovered.ts'
import { type Waiting, waitingIn } from './waiting.ts'
import { isWithin, type WeekFacts } from './week-facts.ts'

/** An assistant's week: what her rules kept from her, what they brought in, and where they have a gap. */
export interface WeeklyReport {
  readonly policyId: string
  readonly policyName: string
  readonly week: string
  /** Its first moment, and the first one of the next week. */
  readonly from: Instant
  readonly to: Instant
  /** Its Monday and its Sunday, as `2026-11-23`. */
  readonly firstDay: string
  readonly lastDay: string
  readonly timeZone: string
  /** When it was put together: what waits, waits now, whichever week it is. */
  readonly madeAt: Instant
  readonly isOver: boolean
  /** How many requests arrived. */
  readonly arrived: number
  readonly offHours: OffHours
  readonly surcharges: Surcharges
  readonly quotes: Quotes
  readonly goodwill: Goodwill
  readonly uncovered: readonly UncoveredGroup[]
  readonly corrections: readonly Correction[]
  readonly waiting: readonly Waiting[]
}

/** Put a week together. Pure: the same facts give the same report. */
export function weeklyReport(facts: WeekFacts, language: Language): WeeklyReport {
  const { policyId, policy, timeZone, span, now, requests } = facts
  return {
    policyId,
    policyName: policy.name,
    week: span.week,
    from: span.from,
    to: span.to,
    firstDay: span.firstDay,
    lastDay: span.lastDay,
    timeZone,
    madeAt: now,
    isOver: now >= span.to,
    arrived: requests.filter(({ arrivedAt }) => isWithin(arrivedAt, span)).length,
    offHours: keptOutside(requests, span),
    surcharges: surchargesIn(requests, span),
    quotes: quotesIn(requests, span),
    goodwill: goodwillIn(requests),
    uncovered: uncoveredIn(requests, policy, facts.learnt),
    corrections: correctionsIn(facts, language),
    waiting: waitingIn(requests),
  }
}
