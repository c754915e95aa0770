import { describe, expect, it } from 'vitest'
import {
  endOfDay,
  formatDay,
  formatEnd,
  formatPeriod,
  formatTime,
  formatWeek,
  startOfNextDay,
} from '#policies/calendar.ts'
import { daily, hours } from './hours.ts'

const inWords = (week: Parameters<typeof hours>[0]) => [
  formatWeek(hours(week), 'fr'),
  formatWeek(hours(week), 'en'),
]
const nine = '09:00-17:00'

describe('the week in words', () => {
  it('puts days in a row and their intervals together', () => {
    expect(inWords({})).toEqual([
      'du lundi au jeudi de 9 h à 12 h 30 et de 14 h à 18 h, le vendredi de 9 h à 12 h',
      'Monday to Thursday 9:00–12:30 and 14:00–18:00, Friday 9:00–12:00',
    ])
  })

  it.each([
    ['one day', { monday: nine }, 'le lundi de 9 h à 17 h', 'Monday 9:00–17:00'],
    [
      'two days in a row',
      { monday: nine, tuesday: nine },
      'le lundi et le mardi de 9 h à 17 h',
      'Monday and Tuesday 9:00–17:00',
    ],
    [
      'days around another',
      { monday: nine, tuesday: nine, wednesday: '09:00-12:00', thursday: nine, friday: nine },
      'le lundi, le mardi, le jeudi et le vendredi de 9 h à 17 h, le mercredi de 9 h à 12 h',
      'Monday, Tuesday, Thursday and Friday 9:00–17:00, Wednesday 9:00–12:00',
    ],
    [
      'a row and a day',
      { monday: nine, tuesday: nine, wednesday: nine, friday: nine },
      'du lundi au mercredi et le vendredi de 9 h à 17 h',
      'Monday to Wednesday and Friday 9:00–17:00',
    ],
    [
      'a row over Sunday',
      { sunday: nine, monday: nine, tuesday: nine },
      'du dimanche au mardi de 9 h à 17 h',
      'Sunday to Tuesday 9:00–17:00',
    ],
    [
      'three intervals, unsorted, one to midnight',
      { friday: '20:00-24:00 08:30-09:00 14:00-15:00' },
      'le vendredi de 8 h 30 à 9 h, de 14 h à 15 h et de 20 h à minuit',
      'Friday 8:30–9:00, 14:00–15:00 and 20:00–midnight',
    ],
    ['a night', { saturday: '22:00-02:00' }, 'le samedi de 22 h à 2 h', 'Saturday 22:00–2:00'],
    ['a whole day', { saturday: '00:00-24:00' }, 'le samedi 24 h sur 24', 'Saturday around the clock'],
    ['nothing', { monday: '' }, 'aucune heure fixe', 'no fixed hours'],
  ])('%s', (_name, week, fr, en) => expect(inWords({ week })).toEqual([fr, en]))

  it('says when every day is the same', () => {
    expect(formatWeek(daily(nine), 'fr')).toBe('tous les jours de 9 h à 17 h')
    expect(formatWeek(daily(nine), 'en')).toBe('every day 9:00–17:00')
  })
})

describe('days, times and periods in words', () => {
  it.each([
    ['2026-08-14', 'vendredi 14 août', 'Friday 14 August'],
    ['2027-01-01', 'vendredi 1er janvier', 'Friday 1 January'],
  ])('%s', (date, fr, en) => expect([formatDay(date, 'fr'), formatDay(date, 'en')]).toEqual([fr, en]))

  it.each([
    ['09:00', '9 h', '9:00'],
    ['09:05', '9 h 05', '9:05'],
    ['00:30', '0 h 30', '0:30'],
    ['00:00', 'minuit', 'midnight'],
    ['24:00', 'minuit', 'midnight'],
  ])('%s', (time, fr, en) => expect([formatTime(time, 'fr'), formatTime(time, 'en')]).toEqual([fr, en]))

  it.each([
    ['2026-08-14', '2026-08-14', 'le vendredi 14 août 2026', 'Friday 14 August 2026'],
    ['2026-08-03', '2026-08-14', 'du lundi 3 au vendredi 14 août 2026', 'Monday 3 to Friday 14 August 2026'],
    [
      '2026-07-27',
      '2026-08-14',
      'du lundi 27 juillet au vendredi 14 août 2026',
      'Monday 27 July to Friday 14 August 2026',
    ],
    [
      '2026-12-21',
      '2027-01-01',
      'du lundi 21 décembre 2026 au vendredi 1er janvier 2027',
      'Monday 21 December 2026 to Friday 1 January 2027',
    ],
  ])('from %s until %s', (from, until, fr, en) => {
    expect([formatPeriod(from, until, 'fr'), formatPeriod(from, until, 'en')]).toEqual([fr, en])
  })
})

describe('the end of something in words', () => {
  const paris = 'Europe/Paris'

  it.each([
    ['the last moment of a day', endOfDay('2026-11-24', paris)],
    ['the first of the next', startOfNextDay('2026-11-24T12:00:00.000Z', paris)],
  ])('is the day alone for %s', (_name, end) => {
    expect(formatEnd(end, paris, 'fr')).toBe('mardi 24 novembre')
    expect(formatEnd(end, paris, 'en')).toBe('Tuesday 24 November')
  })

  it('has its time for any other', () => {
    expect(formatEnd('2026-11-24T22:58:00.000Z', paris, 'fr')).toBe('mardi 24 novembre à 23 h 58')
    // The day of a client elsewhere ends in the middle of another.
    expect(formatEnd(endOfDay('2026-11-24', 'America/New_York'), paris, 'en')).toBe(
      'Wednesday 25 November at 5:59',
    )
  })
})
