import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCalendar, hoursProblems } from '#policies/calendar.ts'
import { daily, hours, intervals } from './hours.ts'

const pathsOf = (given: Parameters<typeof hoursProblems>[0]) =>
  hoursProblems(given).map(({ path }) => path.join('.'))
const holidays = (worked: string[], country = 'FR', region?: string) =>
  hours({ holidays: { country, region, worked } })

describe('what is wrong with working hours', () => {
  it.each([
    ['an ordinary week', hours()],
    ['intervals that touch', hours({ week: { monday: '09:00-12:00 12:00-18:00' } })],
    ['whole days', daily('00:00-24:00')],
    ['nights that touch', daily('22:00-02:00 02:00-22:00')],
    ['focus within work', hours({ focus: { monday: '09:00-10:00', friday: '11:00-12:00' } })],
    [
      'focus in the night of the day before',
      hours({ week: { sunday: '22:00-02:00' }, focus: { monday: '00:30-01:00' } }),
    ],
    [
      'only exceptions',
      hours({ week: {}, exceptions: [{ date: '2026-11-24', open: intervals('09:00-10:00') }] }),
    ],
    ['UTC', hours({ timeZone: 'UTC' })],
    [
      'worked holidays',
      holidays(['2026-05-25', '05-08', 'easter 39', 'lundi de pâques', 'Christmas Day', '2027-05-17']),
    ],
    ['a region', holidays(['12-26', 'Vendredi saint'], 'FR', '57')],
    ['a region within a state', holidays([], 'US', 'la-no')],
    ['a substitute day', holidays(['07-04'], 'US')],
  ])('nothing: %s', (_name, given) => expect(hoursProblems(given)).toEqual([]))

  it.each([
    ['overlap', hours({ week: { monday: '09:00-12:00 11:00-14:00' } }), ['week.monday.1']],
    ['the same twice', hours({ week: { monday: '09:00-12:00 09:00-12:00' } }), ['week.monday.1']],
    [
      'overlap through midnight',
      hours({ week: { monday: '22:00-02:00', tuesday: '01:00-03:00' } }),
      ['week.tuesday.0'],
    ],
    [
      'overlap from Sunday into Monday',
      hours({ week: { monday: '01:00-09:00', sunday: '22:00-02:00' } }),
      ['week.sunday.0'],
    ],
    ['overlap of focus', hours({ focus: { monday: '09:00-11:00 10:00-12:00' } }), ['focus.monday.1']],
    [
      'overlap on one day',
      hours({ exceptions: [{ date: '2026-11-24', open: intervals('09:00-12:00 11:00-13:00') }] }),
      ['exceptions.0.open.1'],
    ],
    ['no length', hours({ week: { monday: '09:00-09:00 10:00-11:00' } }), ['week.monday.0']],
    [
      'no length in an exception',
      hours({ exceptions: [{ date: '2026-11-24', open: intervals('00:00-00:00') }] }),
      ['exceptions.0.open.0'],
    ],
    ['an unknown zone', hours({ timeZone: 'Europe/Lutece' }), ['timeZone']],
    ['an offset as zone', hours({ timeZone: '+02:00' }), ['timeZone']],
    ['an unknown country', holidays([], 'XX'), ['holidays.country']],
    ['an unknown region', holidays([], 'FR', '99'), ['holidays.region']],
    ['a region where there are none', holidays([], 'LU', '57'), ['holidays.region']],
    [
      'no such holiday',
      holidays(['Noël', 'Halloween', '2026-05-26', '04-06', 'Fête des Mères']),
      ['holidays.worked.1', 'holidays.worked.2', 'holidays.worked.3', 'holidays.worked.4'],
    ],
    [
      'leave that ends first',
      hours({ leave: [{ from: '2026-08-14', until: '2026-08-03' }] }),
      ['leave.0.until'],
    ],
    [
      'a day that does not exist',
      hours({ leave: [{ from: '2026-02-29', until: '2026-03-03' }] }),
      ['leave.0.from'],
    ],
    [
      'focus outside work',
      hours({ focus: { monday: '08:00-10:00', saturday: '09:00-10:00' } }),
      ['focus.monday.0', 'focus.saturday.0'],
    ],
    ['no opening', hours({ week: {} }), ['week']],
    [
      'no opening for answers',
      hours({ week: { monday: '09:00-12:00' }, focus: { monday: '09:00-12:00' } }),
      ['focus'],
    ],
    [
      'two exceptions',
      hours({
        exceptions: [
          { date: '2026-11-24', open: [] },
          { date: '2026-11-24', open: intervals('09:00-10:00') },
        ],
      }),
      ['exceptions.1.date'],
    ],
    [
      'an exception on no day',
      hours({ exceptions: [{ date: '2026-11-31', open: [] }] }),
      ['exceptions.0.date'],
    ],
  ])('%s', (_name, given, paths) => expect(pathsOf(given)).toEqual(paths))

  it('says it in both languages, and what to do', () => {
    expect(hoursProblems(hours({ week: { monday: '22:00-02:00', tuesday: '01:00-03:00' } }))).toEqual([
      {
        path: ['week', 'tuesday', 0],
        fr: '« mardi 01:00-03:00 » et « lundi 22:00-02:00 » se chevauchent',
        en: '"Tuesday 01:00-03:00" and "Monday 22:00-02:00" overlap',
        remedyFr: 'réunis les deux plages en une seule, ou sépare-les',
        remedyEn: 'make them one interval, or set them apart',
      },
    ])
    const [region] = hoursProblems(holidays([], 'FR', 'Alsace'))
    expect(region?.remedyFr).toBe(
      'retire region, ou donne un de ces codes : 57, 67, 68, YT, MQ, GP, GF, RE, MF, BL',
    )
    const [worked] = hoursProblems(holidays(['Saint-Valentin']))
    expect(worked?.remedyFr).toContain('Lundi de Pentecôte')
    expect(worked?.remedyEn).toContain('Whit Monday')
  })

  it('hours without problems can be compiled', () => {
    const zone = fc.oneof(
      fc.constantFrom('Europe/Paris', 'UTC', 'europe/paris', 'GMT+2', '', '+02:00'),
      fc.string(),
    )
    const number = (max: number) => fc.integer({ min: 0, max }).map((each) => String(each).padStart(2, '0'))
    const date = fc.tuple(number(13), number(33)).map(([month, day]) => `2026-${month}-${day}`)
    fc.assert(
      fc.property(zone, date, date, (timeZone, from, until) => {
        const given = hours({ timeZone, leave: [{ from, until }], exceptions: [{ date: until, open: [] }] })
        if (hoursProblems(given).length === 0) expect(() => compileCalendar(given)).not.toThrow()
      }),
    )
  })
})
