import { localDate, localMinute } from '#policies/calendar.ts'
import { isTimeZone } from '#policies/schema/hours.ts'

/** The zone of the terminal; UTC, by which its clock goes then, where TZ is empty or names none. */
function zoneHere(): string {
  const timeZone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone
  return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : 'UTC'
}

/** The day of a moment where the terminal is: `2026-11-24`. */
export const dayHere = (instant: string) => localDate(instant, zoneHere())

/** A moment by the clock where the terminal is: `2026-11-24 09:30`. */
export const minuteHere = (instant: string) => localMinute(instant, zoneHere())
