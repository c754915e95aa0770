import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#model/task.ts'
import type { NotionDate } from './schema.ts'

/** Stands for "no idea when", and sorts before everything that is known. */
export const unknownMoment: Instant = '1970-01-01T00:00:00.000Z'

/** A moment as Notion writes it (ISO 8601 with an offset), null for none or for what is no moment. */
export function instantOf(value: string | null | undefined): Instant | null {
  const at = Date.parse(value ?? '')
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/**
 * When something with this date is due: at its end where it has one. A day without a time means the end of that day,
 * its last millisecond, in the date's own zone if it names one, else in UTC. Null for what is no date.
 */
export function dueOf({ start, end, time_zone }: NotionDate): Instant | null {
  const value = end ?? start
  const zone = time_zone ?? 'UTC'
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return endOfDay(value, zone)
    if (/(Z|[+-]\d{2}:?\d{2})$/i.test(value)) return instantOf(value)
    return textOf(Temporal.PlainDateTime.from(value).toZonedDateTime(zone))
  } catch {
    return null
  }
}

function endOfDay(day: string, zone: string): Instant {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone)
  return textOf(next.subtract({ milliseconds: 1 }))
}

function textOf(moment: Temporal.ZonedDateTime): Instant {
  return moment.toInstant().toString({ smallestUnit: 'millisecond' })
}
