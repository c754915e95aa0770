import type { Instant } from '#model/task.ts'
import { dateOf, dayNumber, isDate, weekdayIndex } from '../calendar/days.ts'
import { instantAt } from '../calendar/instant-at.ts'
import { endOfDay, minutesAfter } from '../calendar.ts'
import { dayOf } from './date-chrono.ts'
import type { SaidDay } from './date-day.ts'
import type { SaidDate } from './date-said.ts'
import { endOfPart, type SaidTime } from './date-time.ts'

/** Where and when something was said. */
export interface Said {
  readonly at: Instant
  /** In the zone of the one who said it. */
  readonly today: string
  readonly timeZone: string
}

export interface Moment {
  readonly at: Instant
  readonly precision: 'minute' | 'day'
}

/** A date without a year is the next one, unless that is so far away that the one just past may be meant. */
const mostMonthsAhead = 9
/** A year that is further away is a slip of the pen. */
const mostDaysAhead = 730
const friday = 4

/** The moment that a said date means; null when it is past, when there is no such day, or when two may be meant. */
export function momentOf(date: SaidDate, said: Said): Moment | null {
  if (date.refused) return null
  if (date.minutes !== null) {
    return date.minutes === 0 ? null : { at: minutesAfter(said.at, date.minutes), precision: 'minute' }
  }
  if (date.day === null && date.time?.kind === 'unclear') return null
  const day = date.day === null ? said.today : resolveDay(date.day, said.today)
  if (day === null || day < said.today || dayNumber(day) > dayNumber(said.today) + mostDaysAhead) return null
  const moment = onDay(day, date.time, said)
  return moment !== null && moment.at > said.at ? moment : null
}

function onDay(day: string, time: SaidTime | null, { at, today, timeZone }: Said): Moment | null {
  const wholeDay = () => ({ at: endOfDay(day, timeZone), precision: 'day' }) as const
  if (time === null || time.kind === 'unclear' || time.kind === 'midnight') return wholeDay()
  const named = time.kind === 'clock' ? time.time : endOfPart[time.part]
  const moment = { at: instantAt(day, named, timeZone), precision: 'minute' } as const
  // "Ce soir", said at nine in the evening, is still before midnight.
  const isStillToCome = time.kind === 'part' && (time.part === 'evening' || time.part === 'closing')
  return isStillToCome && day === today && moment.at <= at ? wholeDay() : moment
}

function resolveDay(said: SaidDay, today: string): string | null {
  switch (said.kind) {
    case 'day':
      return said.day
    case 'date':
      return dateMeant(said, today)
    case 'day of month':
      return dayOfMonthMeant(said, today)
    case 'weekday':
      return weekdayMeant(said, today)
    case 'end of':
      return endMeant(said.what, today)
    case 'end of month':
      return lastDayOf(...nextMonth(today, said.month))
  }
}

const partsOf = (day: string) => day.split('-').map(Number) as [year: number, month: number, day: number]
const weekdayIs = (day: string, weekday: number | null) =>
  weekday === null || weekdayIndex(dayNumber(day)) === weekday
const daysLater = (day: string, days: number) => dateOf(dayNumber(day) + days)

function dateMeant(said: SaidDay & { kind: 'date' }, today: string): string | null {
  const [thisYear] = partsOf(today)
  const isPassed = dayOf(thisYear, said.month, said.day) < today
  const year = said.year ?? (isPassed ? thisYear + 1 : thisYear)
  const day = dayOf(year, said.month, said.day)
  if (!isDate(day) || !weekdayIs(day, said.weekday)) return null
  return said.year === null && monthsBetween(today, day) > mostMonthsAhead ? null : day
}

function monthsBetween(from: string, to: string): number {
  const [[fromYear, fromMonth], [toYear, toMonth]] = [partsOf(from), partsOf(to)]
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}

/** "le 15": in this month or the next. On the fifteenth itself nobody can tell. */
function dayOfMonthMeant({ day, weekday }: SaidDay & { kind: 'day of month' }, today: string): string | null {
  const [year, month, todaysDay] = partsOf(today)
  if (day === todaysDay) return null
  const inThis = dayOf(year, month, day)
  const inNext = month === 12 ? dayOf(year + 1, 1, day) : dayOf(year, month + 1, day)
  const meant = day > todaysDay && isDate(inThis) ? inThis : inNext
  return isDate(meant) && weekdayIs(meant, weekday) ? meant : null
}

/** The next such day after today, except where "next" or "this" may mean another one. */
function weekdayMeant({ weekday, which }: SaidDay & { kind: 'weekday' }, today: string): string | null {
  const index = weekdayIndex(dayNumber(today))
  const days = (weekday - index + 7) % 7 || 7
  const isThisWeek = weekday > index
  if (which === 'of next week') return daysLater(today, 7 - index + weekday)
  if (which === 'of this week' && !isThisWeek) return null
  if (which === 'this' && days === 7) return null
  // "Next Friday" on a Monday may be either, and so may "next Monday" on a Sunday.
  if (which === 'next' && (isThisWeek || days === 1)) return null
  return daysLater(today, days)
}

function endMeant(what: (SaidDay & { kind: 'end of' })['what'], today: string): string | null {
  const [year, month] = partsOf(today)
  if (what === 'year') return dayOf(year, 12, 31)
  if (what === 'month') return lastDayOf(year, month)
  const index = weekdayIndex(dayNumber(today))
  if (what === 'next week') return daysLater(today, 7 - index + friday)
  // On a Saturday nobody can tell which week ends.
  return index > friday ? null : daysLater(today, friday - index)
}

function nextMonth(today: string, month: number): [year: number, month: number] {
  const [year, thisMonth] = partsOf(today)
  return [month < thisMonth ? year + 1 : year, month]
}

function lastDayOf(year: number, month: number): string {
  const first = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return daysLater(first, -1)
}
