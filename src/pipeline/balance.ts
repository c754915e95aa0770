import type { Client } from '#model/board.ts'
import type { BookEntry } from '#model/book.ts'
import type { Instant } from '#model/task.ts'
import { localDate } from '#policies/calendar.ts'
import { minutesOf } from '#policies/rules/limits.ts'
import type { Policy } from '#policies/schema.ts'
import { bookedFor } from './account.ts'

/** How a client's account stands today. Minutes throughout; null is "not known", or "there is no such limit". */
export interface Balance {
  readonly month: string
  readonly minutesUsed: number | null
  readonly minutesCarried: number
  /** Hours that the plan has for the month, without what was carried over. */
  readonly packageMinutes: number | null
  readonly minutesLeft: number | null
  /** Shares of the hours at which the assistant wants to be told. */
  readonly thresholds: readonly { readonly percent: number; readonly isPassed: boolean }[]
  readonly acceptedAt: Instant | null
  readonly paidUntil: string | null
  readonly overdueSince: Instant | null
}

/** Add a client's books up. Pure. */
export function balanceOf(
  client: Client,
  { billing, limits }: Policy,
  entries: readonly BookEntry[],
  now: Instant,
): Balance {
  const booked = bookedFor(entries, client, null, now)
  const { minutesUsed, minutesCarried, acceptedAt, paidUntil, overdueSince } = booked
  const hours = billing.package?.hours ?? limits.hoursPerMonth ?? null
  const packageMinutes = hours === null ? null : minutesOf(hours)
  const total = packageMinutes === null ? null : packageMinutes + minutesCarried
  const used = minutesUsed ?? 0
  return {
    month: localDate(now, client.timeZone).slice(0, 7),
    minutesUsed,
    minutesCarried,
    packageMinutes,
    minutesLeft: total === null ? null : Math.max(0, total - used),
    thresholds:
      total === null
        ? []
        : (billing.package?.warnAtPercent ?? [100]).map((percent) => ({
            percent,
            isPassed: used * 100 >= percent * total,
          })),
    acceptedAt,
    paidUntil,
    overdueSince,
  }
}
