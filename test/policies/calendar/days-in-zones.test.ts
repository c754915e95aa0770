import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import {
  elapsedMinutes,
  localDate,
  minutesBefore,
  startOfMonth,
  startOfNextDay,
  startOfWeek,
} from '#policies/calendar.ts'

/** Clocks that jump at midnight, by half an hour, by a whole day, and back over midnight. */
const zones = [
  ...['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'],
  ...[
    'America/Sao_Paulo',
    'America/Havana',
    'Africa/Cairo',
    'Asia/Beirut',
    'Pacific/Apia',
    'Australia/Lord_Howe',
  ],
  ...['America/St_Johns', 'Asia/Gaza', 'Atlantic/Azores'],
]

const moments = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
/** A day around the moments at which some clock leaps over a day, or over a midnight. */
const odd = fc
  .tuple(
    fc.constantFrom(
      '2011-12-30T10:00:00Z',
      '2018-11-04T03:00:00Z',
      '2011-03-20T04:00:00Z',
      '2004-04-04T05:00:00Z',
    ),
    fc.integer({ min: -3000, max: 3000 }),
  )
  .map(([at, minutes]) => new Date(Date.parse(at) + minutes * 60_000).toISOString())

it('days, weeks and months begin when the clocks of a zone say so', () => {
  fc.assert(
    fc.property(fc.oneof(moments, odd), fc.constantFrom(...zones), (instant, zone) => {
      const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()
      const start = (date: Temporal.PlainDate) =>
        date.toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'millisecond' })
      expect(localDate(instant, zone)).toBe(day.toString())
      expect(startOfNextDay(instant, zone)).toBe(start(day.add({ days: 1 })))
      expect(startOfWeek(instant, zone)).toBe(start(day.subtract({ days: day.dayOfWeek - 1 })))
      expect(startOfMonth(instant, zone)).toBe(start(day.with({ day: 1 })))
    }),
    { numRuns: 2_000 },
  )
})

it('minutes are counted in real time', () => {
  fc.assert(
    fc.property(moments, moments, fc.integer({ min: -1e6, max: 1e6 }), (from, to, minutes) => {
      const [first, last] = [Temporal.Instant.from(from), Temporal.Instant.from(to)]
      expect(elapsedMinutes(from, to)).toBe(first.until(last, { largestUnit: 'hour' }).total('minute'))
      const before = first.subtract({ minutes }).toString({ smallestUnit: 'millisecond' })
      expect(minutesBefore(from, minutes)).toBe(before)
    }),
  )
})

it('what is no moment or zone is refused', () => {
  expect(() => localDate('2026-11-24T09:00:00Z', 'Europe/Nowhere')).toThrow(RangeError)
  expect(() => localDate('yesterday', 'Europe/Paris')).toThrow(RangeError)
  expect(() => minutesBefore('yesterday', 1)).toThrow(RangeError)
})
