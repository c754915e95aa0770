import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  elapsedMinutes,
  endOfDay,
  formatMoment,
  hourBefore,
  localDate,
  localMinute,
  minutesBefore,
  tenMinutesBegan,
} from '#policies/calendar.ts'

const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

describe('calendar', () => {
  it.each([
    ['an ordinary day', '2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z', 1440],
    [
      'noon to noon over the spring change in Paris',
      '2027-03-27T11:00:00.000Z',
      '2027-03-28T10:00:00.000Z',
      1380,
    ],
    [
      'noon to noon over the autumn change in Paris',
      '2026-10-24T10:00:00.000Z',
      '2026-10-25T11:00:00.000Z',
      1500,
    ],
    ['half a minute', '2026-11-23T08:00:00.000Z', '2026-11-23T08:00:30.000Z', 0.5],
    ['backwards', '2026-11-23T08:00:00.000Z', '2026-11-23T07:00:00.000Z', -60],
  ])('counts the real minutes of %s', (_name, from, to, minutes) => {
    expect(elapsedMinutes(from, to)).toBe(minutes)
  })

  it('undoes in one direction what it counted in the other', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 1_000_000 }), (moment, minutes) => {
        const earlier = minutesBefore(moment, minutes)
        expect(elapsedMinutes(earlier, moment)).toBe(minutes)
        expect(elapsedMinutes(moment, earlier) + minutes).toBe(0)
      }),
    )
  })

  it('writes moments in the one form that sorts as text', () => {
    fc.assert(
      fc.property(instant, (moment) => {
        expect(minutesBefore(moment, 0)).toBe(moment)
        expect(hourBefore(moment) < moment).toBe(true)
      }),
    )
  })

  it.each([
    ['2026-11-24T08:30:00.000Z', 'Europe/Paris', 'fr', 'mardi 24 novembre à 9 h 30'],
    ['2026-11-24T09:30:00.000Z', 'Europe/London', 'en', 'Tuesday 24 November at 9:30'],
    ['2026-11-30T23:05:00.000Z', 'Europe/Paris', 'fr', 'mardi 1er décembre à 0 h 05'],
    ['2026-11-24T16:00:00.000Z', 'Europe/Paris', 'fr', 'mardi 24 novembre à 17 h'],
    ['2026-11-24T16:00:00.000Z', 'America/Montreal', 'en', 'Tuesday 24 November at 11:00'],
  ] as const)('says %s in %s in %s as "%s"', (moment, zone, language, words) => {
    expect(formatMoment(moment, zone, language)).toBe(words)
  })

  it('knows that the day begins elsewhere at another moment', () => {
    expect(localDate('2026-11-23T23:30:00.000Z', 'Europe/Paris')).toBe('2026-11-24')
    expect(localDate('2026-11-23T23:30:00.000Z', 'America/Montreal')).toBe('2026-11-23')
    expect(localMinute('2026-11-23T23:30:00.000Z', 'Europe/Paris')).toBe('2026-11-24 00:30')
  })

  it.each(['', 'demain', '2026-13-01T00:00:00Z'])('refuses "%s" as a moment', (moment) => {
    expect(() => elapsedMinutes(moment, moment)).toThrow(RangeError)
  })
})

describe('the end of a day', () => {
  it.each([
    ['2026-12-01', 'Europe/Paris', '2026-12-01T22:59:59.999Z'],
    ['2026-12-01', 'America/New_York', '2026-12-02T04:59:59.999Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', 'Europe/Paris', '2026-10-25T22:59:59.999Z'],
  ])('%s in %s is %s', (day, zone, expected) => expect(endOfDay(day, zone)).toBe(expected))
})

describe('the next ten minutes', () => {
  it.each([
    ['2026-12-01T09:29:59.999Z', '2026-12-01T09:30:00.000Z', true],
    ['2026-12-01T09:30:00.000Z', '2026-12-01T09:39:59.999Z', false],
    ['2026-12-01T09:34:00.000Z', '2026-12-02T09:34:00.000Z', true],
  ])('between %s and %s have begun: %s', (from, to, expected) =>
    expect(tenMinutesBegan(from, to)).toBe(expected),
  )
})
