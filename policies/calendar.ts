import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#model/task.ts'

/**
 * Real minutes from one moment to another, with their fraction; negative when `to` comes first.
 * Nights in which the clocks change are as long as they really are.
 * @throws RangeError for what is no moment
 */
export function elapsedMinutes(from: Instant, to: Instant): number {
  return Temporal.Instant.from(from).until(Temporal.Instant.from(to), { largestUnit: 'hour' }).total('minute')
}

/** The moment that many minutes earlier. @throws RangeError for what is no moment */
export function minutesBefore(instant: Instant, minutes: number): Instant {
  return Temporal.Instant.from(instant).subtract({ minutes }).toString({ smallestUnit: 'millisecond' })
}

/** The moment one hour earlier. @throws RangeError for what is no moment */
export function hourBefore(instant: Instant): Instant {
  return minutesBefore(instant, 60)
}

/** The moment that many times 24 hours earlier. @throws RangeError for what is no moment */
export function daysBefore(instant: Instant, days: number): Instant {
  return minutesBefore(instant, days * 24 * 60)
}

/** The last millisecond of a day such as `2026-12-01` in a zone. @throws RangeError for what is no day or zone */
export function endOfDay(day: string, timeZone: string): Instant {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone)
  return next.subtract({ milliseconds: 1 }).toInstant().toString({ smallestUnit: 'millisecond' })
}

/** The calendar day in a zone, as `2026-11-24`. @throws RangeError for what is no moment or zone */
export function localDate(instant: Instant, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/**
 * A moment as a person says it: `mardi 24 novembre à 9 h 30`, `Tuesday 24 November at 9:30`.
 * @throws RangeError for what is no moment or zone
 */
export function formatMoment(instant: Instant, timeZone: string, language: 'fr' | 'en'): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const weekday = moment.toLocaleString(locale, { weekday: 'long' })
  const month = moment.toLocaleString(locale, { month: 'long' })
  const minute = String(moment.minute).padStart(2, '0')
  if (language === 'en') return `${weekday} ${moment.day} ${month} at ${moment.hour}:${minute}`
  const day = moment.day === 1 ? '1er' : String(moment.day)
  return `${weekday} ${day} ${month} à ${moment.hour} h${moment.minute === 0 ? '' : ` ${minute}`}`
}
