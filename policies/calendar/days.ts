import { Temporal } from 'temporal-polyfill'
import { type Weekday, weekdays } from './working-hours.ts'
import { dayMs } from './zone.ts'

/** The day of a calendar, counted from 1970-01-01 = 0: what the parts of the calendar reckon in. */
export type DayNumber = number

/** @throws RangeError for what is no day, such as `2026-02-30` */
export function dayNumber(date: string): DayNumber {
  return Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds / dayMs
}

/** `20597` → `2026-05-24`. */
export function dateOf(day: DayNumber): string {
  return new Date(day * dayMs).toISOString().slice(0, -'T00:00:00.000Z'.length)
}

export function yearOf(day: DayNumber): number {
  return new Date(day * dayMs).getUTCFullYear()
}

export function dayOfMonth(day: DayNumber): number {
  return new Date(day * dayMs).getUTCDate()
}

/** 0 = Monday … 6 = Sunday. Day 0 was a Thursday. */
export function weekdayIndex(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7
}

export function weekdayOf(day: DayNumber): Weekday {
  return weekdays[weekdayIndex(day)] ?? 'monday'
}

/** Is there such a day? `2026-02-30` is none. */
export function isDate(date: string): boolean {
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString() === date
  } catch {
    return false
  }
}
