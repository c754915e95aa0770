import { type DayNumber, dayNumber, weekdayIndex } from './days.ts'
import { compileHolidays, type PublicHoliday, type PublicHolidays } from './holidays.ts'
import { merged, type Span, spanOf, type Week, type WorkingHours, weekdays } from './working-hours.ts'

type Exception = WorkingHours['exceptions'][number] & { readonly spans: readonly Span[] }
type Leave = { readonly first: DayNumber; readonly last: DayNumber; readonly note: string | undefined }

/** What each day has, in minutes from its start. An interval belongs to the day it starts on, also past midnight. */
export interface Schedule {
  /** What the week alone says. */
  week(day: DayNumber): readonly Span[]
  /** The week without holidays and leave; exceptions left aside. */
  ordinary(day: DayNumber): readonly Span[]
  /** When she works: the exception of the day if it has one, else the ordinary day. */
  work(day: DayNumber): readonly Span[]
  /** Hours of the week in which she does not answer, whatever else the day is. */
  focus(day: DayNumber): readonly Span[]
  exception(day: DayNumber): Exception | undefined
  leave(day: DayNumber): Leave | undefined
  /** The last day of the leave that holds on a day, over leaves that follow each other without a working day between them. */
  lastDayOff(day: DayNumber): DayNumber
  /** The holiday on which she does not work. */
  holiday(day: DayNumber): PublicHoliday | undefined
  readonly holidays: PublicHolidays
}

export function compileSchedule(hours: WorkingHours): Schedule {
  const weekSpans = spansOfWeek(hours.week)
  const focusSpans = spansOfWeek(hours.focus)
  const holidays = compileHolidays(hours.holidays)
  const leaves = hours.leave.map(
    ({ from, until, note }): Leave => ({ first: dayNumber(from), last: dayNumber(until), note }),
  )
  const lastOfAll = Math.max(...leaves.map(({ last }) => last))
  const exceptions = new Map(
    hours.exceptions.map((each): [DayNumber, Exception] => [
      dayNumber(each.date),
      { ...each, spans: merged(each.open.map(spanOf)) },
    ]),
  )

  const week = (day: DayNumber) => weekSpans[weekdayIndex(day)] ?? []
  const work = (day: DayNumber) => exceptions.get(day)?.spans ?? ordinary(day)
  const leave = (day: DayNumber) => leaves.find(({ first, last }) => first <= day && day <= last)
  const holiday = (day: DayNumber) => holidays.on(day).find(({ worked }) => !worked)

  function ordinary(day: DayNumber): readonly Span[] {
    const spans = week(day)
    if (spans.length === 0 || leave(day) !== undefined) return []
    const closed = holiday(day)?.fromMinute
    return closed === undefined ? spans : cutAt(spans, closed)
  }

  function lastDayOff(day: DayNumber): DayNumber {
    let last = day
    for (let next = day; next <= lastOfAll; next = Math.max(next, last) + 1) {
      const further = leave(next)
      if (further === undefined && work(next).length > 0) break
      last = further?.last ?? last
    }
    return last
  }

  return {
    week,
    ordinary,
    work,
    focus: (day) => focusSpans[weekdayIndex(day)] ?? [],
    exception: (day) => exceptions.get(day),
    leave,
    lastDayOff,
    holiday,
    holidays,
  }
}

function spansOfWeek(week: Week): Span[][] {
  return weekdays.map((weekday) => merged((week[weekday] ?? []).map(spanOf)))
}

/** What is before a minute of the day. Nothing starts after it, and nothing runs on. */
function cutAt(spans: readonly Span[], minute: number): Span[] {
  return spans
    .filter(({ start }) => start < minute)
    .map(({ start, end }) => ({ start, end: Math.min(end, minute) }))
}
