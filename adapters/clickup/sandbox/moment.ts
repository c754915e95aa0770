import { Temporal } from 'temporal-polyfill'
import type { Moment, User } from './world.ts'

const wholeDayAt = '04:00'

/** A date as given in milliseconds. Without a time ClickUp keeps four in the morning of that day where the user is. */
export function readMoment(user: User, at: number, hasTime: boolean): Moment {
  if (hasTime) return { at, hasTime }
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(user.timezone).toPlainDate()
  return wholeDay(user, day)
}

/** A date as a person picks it: `2026-07-06` for the whole day, or ISO 8601 with a time. */
export function pickMoment(user: User, text: string): Moment {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return wholeDay(user, Temporal.PlainDate.from(text))
  return { at: Temporal.Instant.from(text).epochMilliseconds, hasTime: true }
}

function wholeDay(user: User, day: Temporal.PlainDate): Moment {
  const morning = day.toZonedDateTime({ timeZone: user.timezone, plainTime: wholeDayAt })
  return { at: morning.epochMilliseconds, hasTime: false }
}
