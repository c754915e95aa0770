import { Temporal } from 'temporal-polyfill'
import type { Language } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import { type DayNumber, dateOf, dayNumber, dayOfMonth, weekdayIndex } from './calendar/days.ts'
import type { Bilingual } from './calendar/holidays.ts'
import { compileSchedule, type Schedule } from './calendar/schedule.ts'
import {
  compileTimeline,
  firstOpen,
  isOpenAt,
  openPassed,
  openWithin,
  type Timeline,
  without,
} from './calendar/timeline.ts'
import { dayMinutes, type Span, type WorkingHours } from './calendar/working-hours.ts'
import { dayMs, type Zone, zoneOf } from './calendar/zone.ts'

export {
  formatDay,
  formatEnd,
  formatMoment,
  formatPeriod,
  formatStart,
  formatTime,
  formatWeek,
} from './calendar/format.ts'
export type { HoursProblem } from './calendar/hours-problem.ts'
export { hoursProblems } from './calendar/hours-problems.ts'
export { type WeekSpan, weekAt, weekNamed } from './calendar/iso-week.ts'
export {
  type Interval,
  type Week,
  type Weekday,
  type WorkingHours,
  weekdays,
} from './calendar/working-hours.ts'

/** Made by `compileCalendar`, read by the functions below; what is inside is nobody else's business. */
export interface Calendar {
  readonly zone: Zone
  readonly schedule: Schedule
  readonly timelines: Readonly<Record<Purpose, Timeline>>
}

/** Open to do work, or open to answer clients, which the focus hours are not. */
export type Purpose = 'work' | 'answers'

export interface Closure {
  readonly reason: 'hours' | 'holiday' | 'leave' | 'focus' | 'exception'
  /** Of the holiday; or what the assistant noted for the leave or the day, as she wrote it. */
  readonly name?: Bilingual
  /** The last day of the leave: `2026-08-14`. */
  readonly until?: string
}

export interface DayKind {
  readonly evening: boolean
  readonly weekend: boolean
  readonly holiday: Bilingual | null
}

const minuteMs = 60_000
const openingSoughtMs = 400 * dayMs
const countedMs = 3660 * dayMs

/**
 * Make working hours ready to be asked. Cheap: days, clock changes and holidays are looked up when first needed, then
 * kept; answers never depend on what was asked before. An interval belongs to the day on which it starts, so a
 * Saturday night runs into a Sunday that is a holiday, and a night that begins on a holiday is closed to its end.
 * @throws RangeError for a zone or a day that does not exist (`hoursProblems` tells which)
 */
export function compileCalendar(hours: WorkingHours): Calendar {
  const zone = zoneOf(hours.timeZone)
  const schedule = compileSchedule(hours)
  const work = compileTimeline(zone, schedule.work)
  const answers = without(work, compileTimeline(zone, schedule.focus))
  return { zone, schedule, timelines: { work, answers } }
}

/** Is it open? From the first moment of an interval up to, not including, its last: at `18:00` sharp it is closed. */
export function isOpen(calendar: Calendar, instant: Instant, purpose: Purpose): boolean {
  return isOpenAt(calendar.timelines[purpose], msOf(instant))
}

/** The first open moment from this one on, itself if it is open; null when nothing opens within 400 days. */
export function nextOpening(calendar: Calendar, instant: Instant, purpose: Purpose): Instant | null {
  const ms = msOf(instant)
  return instantOf(firstOpen(calendar.timelines[purpose], ms, ms + openingSoughtMs))
}

/**
 * Real minutes of open time from one moment to another, with their fraction; 0 when `to` is not after `from`. Counts
 * the first ten years at most, so that a due date in 9999 costs nothing.
 */
export function workingMinutes(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  purpose: Purpose = 'work',
): number {
  const start = msOf(from)
  const end = Math.min(msOf(to), start + countedMs)
  return openWithin(calendar.timelines[purpose], start, end) / minuteMs
}

/**
 * The first moment by which that many working minutes have passed: an hour from Friday 17:00 is Friday 18:00, not
 * Monday 9:00. None at all is the moment itself; null when it takes more than ten years.
 */
export function addWorkingMinutes(calendar: Calendar, from: Instant, minutes: number): Instant | null {
  const start = msOf(from)
  return instantOf(openPassed(calendar.timelines.work, start, minutes * minuteMs, start + countedMs))
}

/**
 * Why clients get no answer now; null when they do. An exception is the reason where it closes what would have been
 * open; leave comes before a holiday that falls into it. A night that did not begin has the reason of its own day.
 */
export function closure(calendar: Calendar, instant: Instant): Closure | null {
  const { schedule, zone, timelines } = calendar
  const ms = msOf(instant)
  if (isOpenAt(timelines.answers, ms)) return null
  if (isOpenAt(timelines.work, ms)) return { reason: 'focus' }
  const { day, minute } = ownDay(zone.wallTime(ms), schedule.week)

  const exception = schedule.exception(day)
  if (exception !== undefined && (exception.spans.length === 0 || covers(schedule.ordinary(day), minute)))
    return { reason: 'exception', ...noted(exception.note) }
  const leave = schedule.leave(day)
  if (leave !== undefined)
    return { reason: 'leave', until: dateOf(schedule.lastDayOff(day)), ...noted(leave.note) }
  const holiday = schedule.holiday(day)
  if (holiday !== undefined && holiday.fromMinute <= minute) return { reason: 'holiday', name: holiday.name }
  return { reason: 'hours' }
}

/**
 * What kind of time a moment is, for surcharges.
 * - holiday: a public holiday on which she does not work, also where she opens it by exception
 * - weekend: a Saturday or Sunday for which the week has no interval, also where she opens it by exception
 * - evening: closed, before the first or after the last interval of a day that has any; a lunch break is none
 *
 * A moment belongs to the day whose interval it lies in, else to the day on the calendar: a working Saturday night is
 * Saturday until it ends.
 */
export function dayKind(calendar: Calendar, instant: Instant): DayKind {
  const { schedule, zone } = calendar
  const { day, minute } = ownDay(zone.wallTime(msOf(instant)), schedule.work)
  const holiday = schedule.holiday(day)
  const spans = schedule.work(day)
  const [first, last] = [spans[0], spans.at(-1)]
  return {
    evening: first !== undefined && last !== undefined && (minute < first.start || minute >= last.end),
    weekend: weekdayIndex(day) >= 5 && schedule.week(day).length === 0,
    holiday: holiday !== undefined && holiday.fromMinute <= minute ? holiday.name : null,
  }
}

/** The public holidays of a year by date, with those on which she works all the same; none before 1900 or after 2200. */
export function holidaysIn(
  calendar: Calendar,
  year: number,
  language: Language,
): { date: string; name: string; worked: boolean }[] {
  return calendar.schedule.holidays
    .inYear(year)
    .map(({ day, name, worked }) => ({ date: dateOf(day), name: name[language], worked }))
}

/**
 * Real minutes from one moment to another, with their fraction; negative when `to` comes first.
 * Nights in which the clocks change are as long as they really are.
 * @throws RangeError for what is no moment
 */
export function elapsedMinutes(from: Instant, to: Instant): number {
  return (msOf(to) - msOf(from)) / minuteMs
}

/** Have the clock's next ten minutes, such as those from 09:30 on, begun between two moments, in UTC? */
export function tenMinutesBegan(from: Instant, to: Instant): boolean {
  const tensUntil = (instant: Instant) => Math.floor(msOf(instant) / (10 * minuteMs))
  return tensUntil(from) < tensUntil(to)
}

/** The moment that many minutes earlier. @throws RangeError for what is no moment */
export function minutesBefore(instant: Instant, minutes: number): Instant {
  return new Date(msOf(instant) - minutes * minuteMs).toISOString()
}

/** The moment that many minutes later. @throws RangeError for what is no moment */
export function minutesAfter(instant: Instant, minutes: number): Instant {
  return minutesBefore(instant, -minutes)
}

/** The beginning of the second that a moment lies in. @throws RangeError for what is no moment */
export function startOfSecond(instant: Instant): Instant {
  return new Date(Math.floor(msOf(instant) / 1000) * 1000).toISOString()
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

/** The first moment of a day such as `2026-12-01` in a zone. @throws RangeError for what is no day or zone */
export function startOfDate(day: string, timeZone: string): Instant {
  return startOfDay(dayNumber(day), timeZone)
}

/** First and last moment of the day of a moment, in a zone. @throws RangeError for what is no moment or zone */
export function dayOf(instant: Instant, timeZone: string): { readonly from: Instant; readonly to: Instant } {
  const day = localDate(instant, timeZone)
  return { from: startOfDate(day, timeZone), to: endOfDay(day, timeZone) }
}

/** The calendar day in a zone, as `2026-11-24`. @throws RangeError for what is no moment or zone */
export function localDate(instant: Instant, timeZone: string): string {
  return dateOf(dayIn(instant, timeZone))
}

/** A moment by the clocks of a zone, as tables write it: `2026-11-27 17:09`. @throws RangeError for what is no moment or zone */
export function localMinute(instant: Instant, timeZone: string): string {
  const { wallTime } = zoneOf(timeZone)
  return new Date(wallTime(msOf(instant))).toISOString().slice(0, 16).replace('T', ' ')
}

/** The first moment of the Monday on or before a moment, in a zone. @throws RangeError for what is no moment or zone */
export function startOfWeek(instant: Instant, timeZone: string): Instant {
  const day = dayIn(instant, timeZone)
  return startOfDay(day - weekdayIndex(day), timeZone)
}

/** The first moment of the month of a moment, in a zone. @throws RangeError for what is no moment or zone */
export function startOfMonth(instant: Instant, timeZone: string): Instant {
  const day = dayIn(instant, timeZone)
  return startOfDay(day - dayOfMonth(day) + 1, timeZone)
}

/** The first moment of the day after a moment, in a zone. @throws RangeError for what is no moment or zone */
export function startOfNextDay(instant: Instant, timeZone: string): Instant {
  return startOfDay(dayIn(instant, timeZone) + 1, timeZone)
}

const dayIn = (instant: Instant, timeZone: string): DayNumber =>
  Math.floor(zoneOf(timeZone).wallTime(msOf(instant)) / dayMs)

const startOfDay = (day: DayNumber, timeZone: string): Instant =>
  new Date(zoneOf(timeZone).instant(day * dayMs)).toISOString()

/** The moments of the request in hand. One judgement asks for each of them many times. */
const moments = new Map<Instant, number>()
const mostMoments = 64

function msOf(instant: Instant): number {
  const known = moments.get(instant)
  if (known !== undefined) return known
  const ms = Temporal.Instant.from(instant).epochMilliseconds
  if (moments.size >= mostMoments) moments.clear()
  moments.set(instant, ms)
  return ms
}

function instantOf(ms: number | null): Instant | null {
  return ms === null ? null : new Date(ms).toISOString()
}

/** The day to which a time on the wall belongs, and the minute of that day: beyond 1440 in the night after it. */
function ownDay(
  wallTime: number,
  spansOf: (day: number) => readonly Span[],
): { day: number; minute: number } {
  const day = Math.floor(wallTime / dayMs)
  const minute = (wallTime - day * dayMs) / minuteMs
  const inNightBefore = !covers(spansOf(day), minute) && covers(spansOf(day - 1), minute + dayMinutes)
  return inNightBefore ? { day: day - 1, minute: minute + dayMinutes } : { day, minute }
}

function covers(spans: readonly Span[], minute: number): boolean {
  return spans.some(({ start, end }) => start <= minute && minute < end)
}

function noted(note: string | undefined): Pick<Closure, 'name'> {
  return note === undefined ? {} : { name: { fr: note, en: note } }
}
