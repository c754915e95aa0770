import { Temporal } from 'temporal-polyfill'
import type { Instant, Observed } from '#model/task.ts'
import type { NotionDate } from './schema.ts'

/** Stands for "no idea when", and sorts before everything that is known. */
export const unknownMoment: Instant = '1970-01-01T00:00:00.000Z'

/** A moment as Notion writes it (ISO 8601 with an offset), null for none or for what is no moment. */
export function instantOf(value: string | null | undefined): Instant | null {
  const at = Date.parse(value ?? '')
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/**
 * When something with this date is due: at its end where it has one. Notion tells either a day or a time; a time
 * without an offset is in the zone that the date names. What is no date is no due date.
 */
export function dueOf(date: NotionDate | null | undefined): Pick<Observed, 'dueAt' | 'dueDay'> {
  const value = date?.end ?? date?.start ?? ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return { dueAt: null, dueDay: zonedInstantOf(value, 'UTC') === null ? null : value }
  if (/(Z|[+-]\d{2}:?\d{2})$/i.test(value)) return { dueAt: instantOf(value), dueDay: null }
  return { dueAt: zonedInstantOf(value, date?.time_zone ?? 'UTC'), dueDay: null }
}

function zonedInstantOf(value: string, zone: string): Instant | null {
  try {
    const moment = Temporal.PlainDateTime.from(value).toZonedDateTime(zone)
    return moment.toInstant().toString({ smallestUnit: 'millisecond' })
  } catch {
    return null
  }
}
