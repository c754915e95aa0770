import { describe, expect, it } from 'vitest'
import { closure, compileCalendar, dayKind, type WorkingHours } from '#policies/calendar.ts'
import { hours, intervals } from './hours.ts'

const calendar = compileCalendar(
  hours({
    week: {
      monday: '09:00-12:30 14:00-18:00',
      tuesday: '09:00-12:30 14:00-18:00',
      wednesday: '09:00-12:30 14:00-18:00',
      thursday: '22:00-02:00',
      saturday: '22:00-02:00',
    },
    focus: { tuesday: '09:00-11:00' },
    holidays: { country: 'FR', worked: ['Lundi de Pentecôte'] },
    leave: [
      { from: '2026-08-03', until: '2026-08-09', note: 'montagne' },
      { from: '2026-08-10', until: '2026-08-14' },
      { from: '2026-12-24', until: '2027-01-02' },
    ],
    exceptions: [
      { date: '2026-11-23', open: [], note: 'formation' },
      { date: '2026-12-09', open: intervals('09:00-10:00') },
      { date: '2026-08-05', open: intervals('09:00-10:00') },
      { date: '2027-11-01', open: intervals('09:00-10:00') },
      { date: '2026-11-29', open: intervals('09:00-10:00') },
    ],
  }),
)

describe('why it is closed', () => {
  it.each([
    ['open', '2026-11-24T11:00:00.000+01:00', null],
    ['focus hours', '2026-11-24T09:30:00.000+01:00', { reason: 'focus' }],
    ['the lunch break', '2026-11-24T13:00:00.000+01:00', { reason: 'hours' }],
    ['the evening', '2026-11-24T20:00:00.000+01:00', { reason: 'hours' }],
    ['a Sunday', '2026-11-22T12:00:00.000+01:00', { reason: 'hours' }],
    ['a closed day', '2026-11-23T10:00:00.000+01:00', { reason: 'exception', name: 'formation' }],
    ['a shortened day', '2026-12-09T11:00:00.000+01:00', { reason: 'exception' }],
    ['the evening of a shortened day', '2026-12-09T20:00:00.000+01:00', { reason: 'hours' }],
    [
      'a holiday',
      '2027-03-29T10:00:00.000+02:00',
      { reason: 'holiday', name: ['Lundi de Pâques', 'Easter Monday'] },
    ],
    [
      'a holiday in the evening',
      '2027-03-29T20:00:00.000+02:00',
      { reason: 'holiday', name: ['Lundi de Pâques', 'Easter Monday'] },
    ],
    ['a holiday that is worked', '2027-05-17T10:00:00.000+02:00', null],
    [
      'leave that goes on in the next',
      '2026-08-04T10:00:00.000+02:00',
      { reason: 'leave', name: 'montagne', until: '2026-08-14' },
    ],
    ['leave that others began', '2026-08-11T10:00:00.000+02:00', { reason: 'leave', until: '2026-08-14' }],
    [
      'leave after an hour of exception',
      '2026-08-05T12:00:00.000+02:00',
      { reason: 'leave', name: 'montagne', until: '2026-08-14' },
    ],
    ['a holiday within leave', '2026-12-25T10:00:00.000+01:00', { reason: 'leave', until: '2027-01-02' }],
    [
      'a night that would have begun on leave',
      '2027-01-03T01:00:00.000+01:00',
      { reason: 'leave', until: '2027-01-02' },
    ],
    [
      'a night that would have begun on a holiday',
      '2026-05-15T01:00:00.000+02:00',
      { reason: 'holiday', name: ['Ascension', 'Ascension Day'] },
    ],
    ['after such a night', '2026-05-15T03:00:00.000+02:00', { reason: 'hours' }],
  ])('%s', (_name, moment, expected) => {
    const name = expected !== null && 'name' in expected ? [expected.name].flat() : []
    const [fr, en = fr] = name
    const whole = expected === null ? null : { ...expected, ...(fr !== undefined && { name: { fr, en } }) }
    expect(closure(calendar, moment)).toEqual(whole)
  })
})

describe('leave', () => {
  const weeks = [
    { from: '2026-11-23', until: '2026-11-27' },
    { from: '2026-11-30', until: '2026-12-04' },
  ]
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
  const week = Object.fromEntries(days.map((day) => [day, '09:00-18:00']))
  const until = (exceptions: WorkingHours['exceptions'], leave = weeks) =>
    closure(compileCalendar(hours({ week, leave, exceptions })), '2026-11-24T10:00:00.000+01:00')?.until

  it('goes on over days without work, as long as another follows', () => {
    expect(until([])).toBe('2026-12-04')
    expect(until([], weeks.slice(0, 1))).toBe('2026-11-27')
    expect(until([], [...weeks, { from: '2026-12-08', until: '2026-12-11' }])).toBe('2026-12-04')
    expect(until([{ date: '2026-11-28', open: intervals('09:00-10:00') }])).toBe('2026-11-27')
    const bridged = [...weeks, { from: '2026-12-08', until: '2026-12-11' }]
    expect(until([{ date: '2026-12-07', open: [] }], bridged)).toBe('2026-12-11')
  })
})

describe('the kind of a moment, for surcharges', () => {
  const nothing = { evening: false, weekend: false, holiday: null }
  const easter = { fr: 'Lundi de Pâques', en: 'Easter Monday' }

  it.each([
    ['open', '2026-11-24T10:00:00.000+01:00', nothing],
    ['the lunch break', '2026-11-24T13:00:00.000+01:00', nothing],
    ['before the first interval', '2026-11-24T08:59:00.000+01:00', { ...nothing, evening: true }],
    ['after the last interval', '2026-11-24T18:00:00.000+01:00', { ...nothing, evening: true }],
    ['a weekday that is closed', '2026-11-27T10:00:00.000+01:00', nothing],
    ['a Sunday', '2026-11-22T10:00:00.000+01:00', { ...nothing, weekend: true }],
    ['a Saturday that has hours, in the day', '2026-11-28T10:00:00.000+01:00', { ...nothing, evening: true }],
    ['a Saturday that has hours, in its night', '2026-11-29T01:00:00.000+01:00', nothing],
    ['after that night', '2026-11-29T02:00:00.000+01:00', { ...nothing, weekend: true, evening: true }],
    ['a Sunday opened by exception', '2026-11-29T09:30:00.000+01:00', { ...nothing, weekend: true }],
    ['a holiday', '2027-03-29T20:00:00.000+02:00', { ...nothing, holiday: easter }],
    ['a holiday that is worked', '2027-05-17T10:00:00.000+02:00', nothing],
    [
      'a holiday opened by exception',
      '2027-11-01T09:30:00.000+01:00',
      { ...nothing, holiday: { fr: 'Toussaint', en: "All Saints' Day" } },
    ],
    ['leave', '2026-08-04T20:00:00.000+02:00', nothing],
    ['a closed day', '2026-11-23T20:00:00.000+01:00', nothing],
  ])('%s', (_name, moment, expected) => expect(dayKind(calendar, moment)).toEqual(expected))
})
