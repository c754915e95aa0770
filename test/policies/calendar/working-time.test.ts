import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addWorkingMinutes,
  compileCalendar,
  isOpen,
  nextOpening,
  type WorkingHours,
  workingMinutes,
} from '#policies/calendar.ts'
import { daily, hours, intervals } from './hours.ts'

/** A time on the wall as a moment; of an hour shown twice the first, unless an offset is given. */
function wall(time: string, zone = 'Europe/Paris') {
  return Temporal.ZonedDateTime.from(`${time}[${zone}]`).toInstant().toString({ smallestUnit: 'millisecond' })
}

const france = { country: 'FR', worked: [] }
const opens = (given: WorkingHours, time: string, zone = given.timeZone) =>
  isOpen(compileCalendar(given), wall(time, zone), 'work')
/** Minutes of a day on the calendar that are open, from midnight to midnight as the clocks really run. */
function minutesOn(given: WorkingHours, date: string) {
  const day = Temporal.PlainDate.from(date)
  const midnight = (at: Temporal.PlainDate) => at.toZonedDateTime(given.timeZone).toInstant().toString()
  return workingMinutes(compileCalendar(given), midnight(day), midnight(day.add({ days: 1 })))
}

describe('an ordinary week', () => {
  it.each([
    ['2026-11-24T08:59:59.999', false],
    ['2026-11-24T09:00', true],
    ['2026-11-24T12:29:59.999', true],
    ['2026-11-24T12:30', false],
    ['2026-11-24T14:00', true],
    ['2026-11-24T18:00', false],
    ['2026-11-27T11:59', true],
    ['2026-11-27T15:00', false],
    ['2026-11-28T10:00', false],
  ])('at %s: open %s', (time, expected) => expect(opens(hours(), time)).toBe(expected))

  it.each([
    ['2026-11-24T09:30', '2026-11-24T09:30'],
    ['2026-11-24T12:30', '2026-11-24T14:00'],
    ['2026-11-27T12:00', '2026-11-30T09:00'],
    ['2026-11-28T21:00', '2026-11-30T09:00'],
  ])('from %s the next opening is %s', (from, expected) => {
    expect(nextOpening(compileCalendar(hours()), wall(from), 'work')).toBe(wall(expected))
  })

  it('counts no time from Friday evening to Monday at nine', () => {
    const calendar = compileCalendar(hours())
    expect(workingMinutes(calendar, wall('2026-11-27T22:00'), wall('2026-11-30T09:00'))).toBe(0)
    expect(workingMinutes(calendar, wall('2026-11-24T09:00'), wall('2026-11-24T18:00'))).toBe(450)
    expect(workingMinutes(calendar, wall('2026-11-24T18:00'), wall('2026-11-24T09:00'))).toBe(0)
    expect(workingMinutes(calendar, wall('2026-11-24T12:29:30'), wall('2026-11-24T13:00'))).toBe(0.5)
  })

  it.each([
    [0, '2026-11-27T17:00', '2026-11-27T17:00'],
    [180, '2026-11-27T09:00', '2026-11-27T12:00'],
    [181, '2026-11-27T09:00', '2026-11-30T09:01'],
    [1, '2026-11-28T09:00', '2026-11-30T09:01'],
  ])('%i working minutes from %s end at %s', (minutes, from, expected) => {
    expect(addWorkingMinutes(compileCalendar(hours()), wall(from), minutes)).toBe(wall(expected))
  })

  it('is open for work but not for answers in focus hours', () => {
    const calendar = compileCalendar(hours({ focus: { tuesday: '09:00-11:00' } }))
    expect(isOpen(calendar, wall('2026-11-24T09:30'), 'work')).toBe(true)
    expect(isOpen(calendar, wall('2026-11-24T09:30'), 'answers')).toBe(false)
    expect(nextOpening(calendar, wall('2026-11-24T09:30'), 'answers')).toBe(wall('2026-11-24T11:00'))
    expect(workingMinutes(calendar, wall('2026-11-24T00:00'), wall('2026-11-25T00:00'), 'answers')).toBe(330)
  })

  it('takes intervals that overlap as one', () => {
    expect(minutesOn(daily('09:00-12:00 11:00-13:00 11:30-11:45'), '2026-11-24')).toBe(240)
  })
})

describe('intervals past midnight', () => {
  const night = hours({ week: { saturday: '22:00-02:00' }, holidays: france })

  it('belong to the day on which they start', () => {
    expect(opens(night, '2026-11-28T23:59')).toBe(true)
    expect(opens(night, '2026-11-29T01:59')).toBe(true)
    expect(opens(night, '2026-11-29T02:00')).toBe(false)
    expect(opens(night, '2026-11-28T01:00')).toBe(false)
  })

  it('run on from a Saturday into a Sunday that is a holiday', () => {
    expect(opens(night, '2026-11-01T01:00')).toBe(true) // Toussaint, a Sunday
  })

  it('are closed to their end when they would begin on a holiday', () => {
    expect(opens(night, '2026-08-15T23:00')).toBe(false) // Assomption, a Saturday
    expect(opens(night, '2026-08-16T01:00')).toBe(false)
  })

  it('run on into leave, and do not begin on it', () => {
    const given = { ...night, leave: [{ from: '2026-11-29', until: '2026-12-05' }] }
    expect(opens(given, '2026-11-29T01:00')).toBe(true)
    expect(opens(given, '2026-12-05T23:00')).toBe(false)
    expect(opens(given, '2026-12-06T01:00')).toBe(false)
  })

  it('end the day at 24:00, and a whole day is open to the last moment', () => {
    expect(opens(daily('18:00-24:00'), '2026-11-24T23:59:59.999')).toBe(true)
    expect(opens(daily('18:00-24:00'), '2026-11-25T00:00')).toBe(false)
    expect(opens(daily('18:00-00:00'), '2026-11-24T23:59:59.999')).toBe(true)
    expect(minutesOn(daily('00:00-24:00'), '2026-11-24')).toBe(1440)
    expect(minutesOn(daily('22:00-21:00'), '2026-11-24')).toBe(1380)
  })

  it('cross the turn of the year and the leap day', () => {
    expect(opens(daily('22:00-02:00'), '2027-01-01T01:00')).toBe(true)
    expect(opens(daily('22:00-02:00'), '2028-02-29T01:00')).toBe(true)
    expect(minutesOn(daily('22:00-02:00'), '2028-02-29')).toBe(240)
  })
})

describe('nights in which the clocks change', () => {
  it.each([
    ['Paris in spring', 'Europe/Paris', '2026-03-29', '00:00-24:00', 1380],
    ['Paris in autumn', 'Europe/Paris', '2026-10-25', '00:00-24:00', 1500],
    ['Paris, in the hour that is not there', 'Europe/Paris', '2026-03-29', '02:00-03:00', 0],
    ['Paris, around it', 'Europe/Paris', '2026-03-29', '01:30-03:30', 60],
    ['Paris, to the middle of it', 'Europe/Paris', '2026-03-29', '01:00-02:30', 60],
    ['Paris, from the middle of it', 'Europe/Paris', '2026-03-29', '02:30-03:30', 30],
    ['Paris, in the hour that is there twice', 'Europe/Paris', '2026-10-25', '02:00-03:00', 120],
    ['Paris, in a quarter that is there twice', 'Europe/Paris', '2026-10-25', '02:30-02:45', 30],
    ['New York in spring', 'America/New_York', '2026-03-08', '00:00-06:00', 300],
    ['New York in autumn', 'America/New_York', '2026-11-01', '00:00-06:00', 420],
    ['Lord Howe, half an hour in spring', 'Australia/Lord_Howe', '2026-10-04', '00:00-06:00', 330],
    ['Lord Howe, half an hour in autumn', 'Australia/Lord_Howe', '2026-04-05', '00:00-06:00', 390],
    ['Cairo, without a midnight', 'Africa/Cairo', '2026-04-24', '00:00-02:00', 60],
    ['Cairo, its last hour twice', 'Africa/Cairo', '2026-10-29', '22:00-24:00', 180],
    ['Santiago, its last hour twice', 'America/Santiago', '2026-04-04', '23:00-24:00', 120],
    ['Santiago, without a midnight', 'America/Santiago', '2026-09-06', '00:00-01:00', 0],
    ['Havana, its first hour twice', 'America/Havana', '2026-11-01', '00:00-01:00', 120],
    ['Apia, the day that never was', 'Pacific/Apia', '2011-12-30', '00:00-24:00', 0],
    ['Apia, the day before it', 'Pacific/Apia', '2011-12-29', '00:00-24:00', 1440],
  ])('%s', (_name, zone, date, written, minutes) => {
    expect(minutesOn(daily(written, zone), date)).toBe(minutes)
  })

  it('a night of work is an hour shorter in spring and longer in autumn', () => {
    const calendar = compileCalendar(daily('22:00-06:00'))
    expect(workingMinutes(calendar, wall('2026-03-28T20:00'), wall('2026-03-29T20:00'))).toBe(420)
    expect(workingMinutes(calendar, wall('2026-10-24T20:00'), wall('2026-10-25T20:00'))).toBe(540)
    expect(addWorkingMinutes(calendar, wall('2026-03-28T22:00'), 420)).toBe(wall('2026-03-29T06:00'))
  })

  it('opens when the clock has jumped over the hour of opening', () => {
    const calendar = compileCalendar(daily('02:30-04:00'))
    expect(nextOpening(calendar, '2026-03-29T00:00:00.000Z', 'work')).toBe('2026-03-29T01:00:00.000Z')
  })

  it('closes and opens again where the clock goes back over an interval', () => {
    const calendar = compileCalendar(daily('02:30-02:45'))
    const at = (time: string) => isOpen(calendar, time, 'work')
    expect(at('2026-10-25T00:30:00.000Z')).toBe(true)
    expect(at('2026-10-25T00:45:00.000Z')).toBe(false)
    expect(nextOpening(calendar, '2026-10-25T00:45:00.000Z', 'work')).toBe('2026-10-25T01:30:00.000Z')
  })
})

describe('long ago and far away', () => {
  it('knows days before 1970', () => {
    const calendar = compileCalendar(daily('09:00-17:00'))
    expect(workingMinutes(calendar, '1968-12-31T00:00:00.000Z', '1969-01-01T00:00:00.000Z')).toBe(480)
    expect(nextOpening(calendar, '1960-01-01T20:00:00.000Z', 'work')).toBe('1960-01-02T08:00:00.000Z')
  })

  it('knows when Paris kept its own time, nine minutes and 21 seconds from Greenwich', () => {
    const calendar = compileCalendar(daily('09:00-17:00'))
    expect(nextOpening(calendar, '1900-06-01T00:00:00.000Z', 'work')).toBe('1900-06-01T08:50:39.000Z')
  })

  it('does not count to a due date in the year 9999', () => {
    const calendar = compileCalendar(daily('00:00-24:00'))
    const tenYears = 3660 * 24 * 60
    expect(workingMinutes(calendar, '2026-01-01T00:00:00.000Z', '9999-12-31T00:00:00.000Z')).toBe(tenYears)
    expect(addWorkingMinutes(calendar, '2026-01-01T00:00:00.000Z', tenYears)).not.toBe(null)
    expect(addWorkingMinutes(calendar, '2026-01-01T00:00:00.000Z', tenYears + 1)).toBe(null)
  })

  it('finds no opening where there is none within 400 days', () => {
    const given = { ...daily('09:00-17:00'), leave: [{ from: '2026-01-01', until: '2027-02-10' }] }
    const calendar = compileCalendar(given)
    expect(nextOpening(calendar, wall('2026-01-01T00:00'), 'work')).toBe(null)
    expect(nextOpening(calendar, wall('2026-01-08T00:00'), 'work')).toBe(wall('2027-02-11T09:00'))
    expect(nextOpening(compileCalendar(daily('')), wall('2026-01-01T00:00'), 'answers')).toBe(null)
  })

  it.each(['', 'demain', '2026-13-01T00:00:00Z'])('refuses "%s" as a moment', (moment) => {
    expect(() => isOpen(compileCalendar(hours()), moment, 'work')).toThrow(RangeError)
  })

  it('refuses a zone and a day that do not exist', () => {
    expect(() => compileCalendar(hours({ timeZone: 'Europe/Lutece' }))).toThrow(RangeError)
    const leave = [{ from: '2026-02-30', until: '2026-03-01' }]
    expect(() => compileCalendar(hours({ leave }))).toThrow(RangeError)
  })
})

describe('leave, holidays and exceptions', () => {
  it('is closed on leave across the turn of the year, first and last day included', () => {
    const given = hours({ leave: [{ from: '2026-12-24', until: '2027-01-03' }] })
    expect(nextOpening(compileCalendar(given), wall('2026-12-23T18:00'), 'work')).toBe(
      wall('2027-01-04T09:00'),
    )
    expect(opens(given, '2026-12-23T17:59')).toBe(true)
  })

  it('is open on a leave day, on a holiday and on a Sunday that an exception opens', () => {
    const open = intervals('10:00-11:00')
    const given = hours({
      holidays: france,
      leave: [{ from: '2027-07-12', until: '2027-07-16' }],
      exceptions: [
        { date: '2027-07-14', open },
        { date: '2027-11-01', open },
        { date: '2027-11-07', open },
      ],
    })
    for (const day of ['2027-07-14', '2027-11-01', '2027-11-07']) expect(minutesOn(given, day)).toBe(60)
  })

  it('is closed on a working day that an exception closes or shortens', () => {
    const given = hours({
      exceptions: [
        { date: '2026-11-24', open: [] },
        { date: '2026-11-25', open: intervals('09:00-10:00') },
      ],
    })
    expect(minutesOn(given, '2026-11-24')).toBe(0)
    expect(minutesOn(given, '2026-11-25')).toBe(60)
  })

  it('keeps the focus hours of the week on a day that an exception opens', () => {
    const exceptions = [{ date: '2026-11-24', open: intervals('08:00-12:00') }]
    const calendar = compileCalendar(hours({ focus: { tuesday: '09:00-11:00' }, exceptions }))
    expect(isOpen(calendar, wall('2026-11-24T08:30'), 'answers')).toBe(true)
    expect(isOpen(calendar, wall('2026-11-24T10:00'), 'answers')).toBe(false)
  })

  it('after Saturday night comes Monday, and Tuesday when Monday is Easter Monday', () => {
    const calendar = compileCalendar(hours({ holidays: france }))
    expect(nextOpening(calendar, wall('2027-03-20T21:00'), 'answers')).toBe(wall('2027-03-22T09:00'))
    expect(nextOpening(calendar, wall('2027-03-27T21:00'), 'answers')).toBe(wall('2027-03-30T09:00'))
  })

  it('is closed from one in the afternoon on an Icelandic Christmas Eve', () => {
    const given = { ...daily('09:00-17:00', 'Atlantic/Reykjavik'), holidays: { country: 'IS', worked: [] } }
    expect(minutesOn(given, '2026-12-24')).toBe(240)
    expect(minutesOn(given, '2026-12-25')).toBe(0)
  })
})
