import type { MoneyRange } from '#model/decision.ts'
import type { Instant } from '#model/task.ts'
import type { WeekRequest } from '#model/week.ts'
import { type RequestRef, refOf } from './request-ref.ts'
import { type Sum, sumOf } from './sum.ts'

/** A request that she gave away. */
export interface Gift {
  readonly request: RequestRef
  readonly at: Instant
  /** What it would have cost; null when nobody can say. */
  readonly worth: MoneyRange | null
}

export interface Goodwill {
  readonly count: number
  /** What those come to whose worth is known. */
  readonly worth: Sum
  readonly items: readonly Gift[]
}

/** What was given away within the week. */
export function goodwillIn(requests: readonly WeekRequest[]): Goodwill {
  const items = requests.flatMap((request) => {
    const { offeredAt, decision } = request
    if (offeredAt === null) return []
    return [{ request: refOf(request), at: offeredAt, worth: decision.price?.total ?? null }]
  })
  return { count: items.length, worth: sumOf(items.flatMap(({ worth }) => worth ?? [])), items }
}
