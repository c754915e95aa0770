import { Temporal } from 'temporal-polyfill'
import type { Interval, Purpose, Week, WorkingHours } from '#policies/calendar.ts'

/**
 * Working time said once more, as plainly as can be: look at the clock on the wall, minute by minute, and read the
 * policy. Knows public holidays of France only, by its own reckoning. Shares nothing with the calendar but types.
 */
export function slowModel(hours: WorkingHours): (ms: number) => Record<Purpose, boolean> {
  const workOf = remembered((date) => intervalsOf(hours, date))
  const focusOf = remembered((date) => ofWeekday(hours.focus, date))
  return (ms) => {
    const wall = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(hours.timeZone)
    const today = wall.toPlainDate()
    const yesterday = today.subtract({ days: 1 })
    const time = wall.toPlainTime().toString().slice(0, 5)

    const covered = (read: (date: Temporal.PlainDate) => readonly Interval[]) =>
      read(today).some(({ from, to }) =>
        from < to ? from <= time && time < to : to < from && from <= time,
      ) || read(yesterday).some(({ from, to }) => to < from && time < to)
    const work = covered(workOf)
    return { work, answers: work && !covered(focusOf) }
  }
}

function remembered(read: (date: Temporal.PlainDate) => readonly Interval[]) {
  const known = new Map<string, readonly Interval[]>()
  return (date: Temporal.PlainDate) => {
    const day = date.toString()
    const intervals = known.get(day) ?? read(date)
    known.set(day, intervals)
    return intervals
  }
}

function intervalsOf(hours: WorkingHours, date: Temporal.PlainDate): readonly Interval[] {
  const day = date.toString()
  const exception = hours.exceptions.find((each) => each.date === day)
  if (exception) return exception.open
  if (hours.leave.some(({ from, until }) => from <= day && day <= until)) return []
  if (hours.holidays && isFrenchHoliday(date)) return []
  return ofWeekday(hours.week, date)
}

function ofWeekday(week: Week, date: Temporal.PlainDate): readonly Interval[] {
  const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
  return week[names[date.dayOfWeek - 1] ?? 'monday'] ?? []
}

/** Eight fixed days and three after Easter Sunday. */
export function isFrenchHoliday(date: Temporal.PlainDate): boolean {
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
  const afterEaster = easterSunday(date.year).until(date).days
  return fixed.includes(date.toString().slice(5)) || [1, 39, 50].includes(afterEaster)
}

/** Gauss's rule in the form of Meeus, Jones and Butcher. */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return new Temporal.PlainDate(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}
