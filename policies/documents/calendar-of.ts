import { type Calendar, compileCalendar } from '../calendar.ts'
import { workingHoursOf } from '../schema/hours.ts'
import type { Policy } from '../schema.ts'

type Hours = NonNullable<Policy['hours']>

/** Looking up public holidays takes milliseconds; the documents of one policy share what was found. */
const known = new WeakMap<Hours, Calendar>()

/** The calendar of a policy's hours, compiled when first needed. */
export function calendarOf(hours: Hours): Calendar {
  const calendar = known.get(hours) ?? compileCalendar(workingHoursOf(hours))
  known.set(hours, calendar)
  return calendar
}
