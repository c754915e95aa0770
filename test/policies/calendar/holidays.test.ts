import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { compileCalendar, holidaysIn, isOpen } from '#policies/calendar.ts'
import { daily, hours } from './hours.ts'
import { isFrenchHoliday } from './slow-model.ts'

const calendarOf = (country: string, region?: string, worked: string[] = []) =>
  compileCalendar(hours({ holidays: { country, region, worked } }))
const datesIn = (year: number, country: string, region?: string) =>
  holidaysIn(calendarOf(country, region), year, 'fr').map(({ date }) => date.slice(5))

const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

describe('public holidays', () => {
  it.each([
    [2026, ['04-06', '05-14', '05-25']],
    [2027, ['03-29', '05-06', '05-17']],
  ])('of France in %i are its eleven', (year, movable) => {
    expect(datesIn(year, 'FR')).toEqual([...fixed, ...movable].sort())
  })

  it.each(['57', '67', '68'])('of département %s are Good Friday and 26 December too', (region) => {
    const more = datesIn(2027, 'FR', region).filter((date) => !datesIn(2027, 'FR').includes(date))
    expect(more).toEqual(['03-26', '12-26'])
  })

  it('of France are those of the law, from 1983 to 2060', () => {
    for (let year = 1983; year <= 2060; year += 1) {
      const days = Array.from({ length: 366 }, (_, at) =>
        new Temporal.PlainDate(year, 1, 1).add({ days: at }),
      )
      const lawful = days.filter((day) => day.year === year && isFrenchHoliday(day)).map(String)
      const found = holidaysIn(calendarOf('FR'), year, 'fr').map(({ date }) => date)
      expect([...new Set(found)]).toEqual(lawful)
    }
  })

  it('have their names in both languages, and the country’s own where it says them in its own way', () => {
    const named = (language: 'fr' | 'en', country: string) =>
      holidaysIn(calendarOf(country), 2026, language).map(({ name }) => name)
    expect(named('fr', 'FR')).toContain('Lundi de Pâques')
    expect(named('en', 'FR')).toContain('Easter Monday')
    expect(named('fr', 'FR')).toContain('Fête nationale')
    expect(named('en', 'US')).toContain('Labor Day')
    expect(named('en', 'GB')).toContain('Early May bank holiday')
    expect(named('en', 'US')).toContain('Independence Day (substitute day)')
    expect(named('fr', 'US')).toContain('Jour de l’Indépendance (jour de remplacement)')
  })

  it('are none that are only observed, such as Mother’s Day', () => {
    expect(holidaysIn(calendarOf('FR'), 2026, 'fr')).toHaveLength(11)
    expect(holidaysIn(calendarOf('BE'), 2026, 'fr')).toHaveLength(10)
  })

  it('fall on a day of the old year where the new one is moved', () => {
    expect(datesIn(2021, 'US')).toContain('12-31')
    expect(datesIn(2022, 'US')).not.toContain('12-31')
  })

  it('of several days hold on each of them', () => {
    const feast = holidaysIn(calendarOf('TR'), 2026, 'fr').filter(({ name }) => name === 'Fête du mouton')
    expect(feast.map(({ date }) => date)).toEqual(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30'])
  })

  it('of several days hold on into the new year', () => {
    expect(datesIn(2027, 'SZ').slice(0, 3)).toEqual(['01-01', '01-01', '01-02'])
    const given = { ...daily('09:00-17:00', 'Africa/Mbabane'), holidays: { country: 'SZ', worked: [] } }
    expect(isOpen(compileCalendar(given), '2027-01-02T10:00:00.000Z', 'work')).toBe(false)
    expect(isOpen(compileCalendar(given), '2027-01-03T10:00:00.000Z', 'work')).toBe(true)
  })

  it('know a city within a state', () => {
    const inLouisiana = datesIn(2026, 'US', 'LA')
    expect(datesIn(2026, 'US', 'LA-NO').length).toBeGreaterThanOrEqual(inLouisiana.length)
    expect(inLouisiana).toContain('02-17') // Mardi Gras
  })

  it('are none without a country, and none beyond the years that are known', () => {
    expect(holidaysIn(compileCalendar(hours()), 2026, 'fr')).toEqual([])
    expect(holidaysIn(calendarOf('FR'), 9999, 'fr')).toEqual([])
    expect(holidaysIn(calendarOf('FR'), 0, 'fr')).toEqual([])
  })

  it.each([
    ['a date', '2026-05-25', ['2026-05-25']],
    ['a fixed day', '05-08', ['2026-05-08', '2027-05-08']],
    ['its rule', 'easter 50', ['2026-05-25', '2027-05-17']],
    ['its French name', 'Lundi de Pentecôte', ['2026-05-25', '2027-05-17']],
    ['its French name, carelessly', 'lundi de pentecote ', ['2026-05-25', '2027-05-17']],
    ['the name that people give it', 'Fête nationale', ['2026-07-14', '2027-07-14']],
    ['the name that the library gives it', 'Fête Nationale de la France', ['2026-07-14', '2027-07-14']],
    ['its English name', 'Whit Monday', ['2026-05-25', '2027-05-17']],
    ['something else', 'Halloween', []],
  ])('are worked by %s', (_name, entry, expected) => {
    const calendar = calendarOf('FR', undefined, [entry])
    const found = [2026, 2027].flatMap((year) => holidaysIn(calendar, year, 'fr'))
    expect(found.filter(({ worked }) => worked).map(({ date }) => date)).toEqual(expected)
  })

  it('are worked with their substitute where a fixed day is given', () => {
    const found = holidaysIn(calendarOf('US', undefined, ['07-04']), 2026, 'en')
    expect(found.filter(({ worked }) => worked).map(({ date }) => date)).toEqual(['2026-07-03', '2026-07-04'])
  })
})
