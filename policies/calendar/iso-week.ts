import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#model/task.ts'

/** A week of a zone: from its first moment up to, not including, the first one of the next. */
export interface WeekSpan {
  /** As ISO 8601 counts them: `2026-W48`. */
  readonly week: string
  readonly from: Instant
  readonly to: Instant
  /** Its Monday and its Sunday, as `2026-11-23`. */
  readonly firstDay: string
  readonly lastDay: string
}

/** The week in which a moment lies, in a zone. @throws RangeError for what is no moment or zone */
export function weekAt(instant: Instant, timeZone: string): WeekSpan {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate()
  return spanFrom(day.subtract({ days: day.dayOfWeek - 1 }), timeZone)
}

/** The week of a name such as `2026-W48`, in a zone; null when the year has no such week. @throws RangeError for what is no zone */
export function weekNamed(week: string, timeZone: string): WeekSpan | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/u.exec(week) ?? []
  if (year === undefined || number === undefined) return null
  // The 4th of January always lies in the first week.
  const inFirst = new Temporal.PlainDate(Number(year), 1, 4)
  const monday = inFirst.subtract({ days: inFirst.dayOfWeek - 1 }).add({ weeks: Number(number) - 1 })
  const span = spanFrom(monday, timeZone)
  return span.week === week ? span : null
}

function spanFrom(monday: Temporal.PlainDate, timeZone: string): WeekSpan {
  const start = (day: Temporal.PlainDate) =>
    day.toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'millisecond' })
  return {
    week: `${String(monday.yearOfWeek).padStart(4, '0')}-W${String(monday.weekOfYear).padStart(2, '0')}`,
    from: start(monday),
    to: start(monday.add({ weeks: 1 })),
    firstDay: monday.toString(),
    lastDay: monday.add({ days: 6 }).toString(),
  }
}
