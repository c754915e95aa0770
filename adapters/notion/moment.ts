import { Temporal } from 'temporal-polyfill'
import type { Instant, Observed } from '#model/task.ts'
import { instantAt, instantOf } from '../moment.ts'
import type { NotionDate } from './schema.ts'

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
    return instantAt(moment.epochMilliseconds)
  } catch {
    return null
  }
}
