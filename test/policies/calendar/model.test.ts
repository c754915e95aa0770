import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addWorkingMinutes,
  compileCalendar,
  isOpen,
  nextOpening,
  type Purpose,
  type Week,
  type WorkingHours,
  workingMinutes,
} from '#policies/calendar.ts'
import { slowModel } from './slow-model.ts'

const minute = 60_000
const purposes: readonly Purpose[] = ['work', 'answers']

/** Zones, each with days on which something happens to its clocks or its calendar. */
const places: readonly (readonly [zone: string, ...days: string[]])[] = [
  ['Europe/Paris', '2026-03-29', '2026-10-25', '2027-03-28', '2027-05-08', '2025-12-31', '2028-02-29'],
  ['America/New_York', '2026-03-08', '2026-11-01', '1969-12-31'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-10-04'],
  ['America/Santiago', '2026-04-04', '2026-09-06'],
  ['Africa/Cairo', '2026-04-24', '2026-10-29'],
  ['America/Havana', '2026-03-08', '2026-11-01'],
  ['America/St_Johns', '2006-10-28', '2007-03-11'],
  ['Pacific/Apia', '2011-12-29', '2011-12-31'],
  ['Antarctica/Troll', '2026-03-29', '2026-10-25'],
  ['Asia/Kathmandu', '1985-12-31', '2026-05-01'],
  ['UTC', '1960-02-29', '2026-04-06'],
]

const place = fc.oneof(
  ...places.map(([zone, ...days]) => fc.record({ zone: fc.constant(zone), day: fc.constantFrom(...days) })),
)
const pad = (number: number) => String(number).padStart(2, '0')
const time = fc
  .oneof(
    fc.nat(1439),
    fc.nat(95).map((quarter) => quarter * 15),
    fc.nat(16).map((quarter) => quarter * 15),
  )
  .map((at) => `${pad(Math.floor(at / 60))}:${pad(at % 60)}`)
const interval = fc.record({ from: time, to: fc.oneof({ weight: 5, arbitrary: time }, fc.constant('24:00')) })
const intervals = (maxLength: number) => fc.array(interval, { maxLength })
const week = (maxLength: number): fc.Arbitrary<Week> => {
  const day = intervals(maxLength)
  const days = {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
  }
  return fc.record(days, { requiredKeys: [] })
}
const shifted = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

/** Hours of any kind, overlaps included, with leave and exceptions near the day on which something happens. */
const scene = place.chain(({ zone, day }) => {
  const near = fc.integer({ min: -3, max: 3 }).map((days) => shifted(day, days))
  const leave = fc.tuple(near, near).map(([from, until]) => ({ from, until }))
  const exceptions = fc.uniqueArray(fc.record({ date: near, open: intervals(2) }), {
    maxLength: 2,
    selector: ({ date }) => date,
  })
  const hours: fc.Arbitrary<WorkingHours> = fc.record({
    timeZone: fc.constant(zone),
    week: week(3),
    focus: week(1),
    holidays: fc.constantFrom(null, { country: 'FR', worked: [] }),
    leave: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(leave, { maxLength: 1 })),
    exceptions: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, exceptions),
  })
  return fc.record({ hours, day: fc.constant(day), lead: fc.integer({ min: 0, max: 24 * 60 }) })
})

const length = 40 * 60
const iso = (ms: number) => new Date(ms).toISOString()

/** Forty hours around the day, minute by minute: is it open? */
function looked({ hours, day, lead }: { hours: WorkingHours; day: string; lead: number }) {
  const start = Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds - lead * minute
  const model = slowModel(hours)
  const minutes = Array.from({ length }, (_, index) => model(start + index * minute))
  const open = { work: minutes.map(({ work }) => work), answers: minutes.map(({ answers }) => answers) }
  return { end: start + length * minute, open, at: (index: number) => iso(start + index * minute) }
}

describe('the calendar and a slow, obvious model of it', () => {
  it('agree on every minute', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const calendar = compileCalendar(given.hours)
        const { open, at } = looked(given)
        const wrong = purposes.flatMap((purpose) =>
          open[purpose].flatMap((expected, index) =>
            isOpen(calendar, at(index), purpose) === expected ? [] : [`${purpose} ${at(index)}`],
          ),
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 24 },
    )
  })

  it('agree on how long it is open, and when it opens next', () => {
    const index = fc.nat(length - 1)
    const asked = fc.array(fc.tuple(index, index, fc.constantFrom(...purposes)), {
      minLength: 10,
      maxLength: 10,
    })
    fc.assert(
      fc.property(scene, asked, (given, questions) => {
        const calendar = compileCalendar(given.hours)
        const { open, at, end } = looked(given)
        for (const [one, other, purpose] of questions) {
          const [from, to] = [Math.min(one, other), Math.max(one, other)]
          const counted = open[purpose].slice(from, to).filter(Boolean).length
          expect(workingMinutes(calendar, at(from), at(to), purpose)).toBe(counted)

          const next = open[purpose].indexOf(true, from)
          const found = nextOpening(calendar, at(from), purpose)
          if (next >= 0) expect(found).toBe(at(next))
          else expect(found === null || Date.parse(found) >= end).toBe(true)
        }
      }),
      { numRuns: 24 },
    )
  })

  it('agree on the moment by which so many minutes are worked', () => {
    fc.assert(
      fc.property(scene, fc.nat(length / 2), fc.integer({ min: 1, max: 900 }), (given, from, minutes) => {
        const calendar = compileCalendar(given.hours)
        const { open, at, end } = looked(given)
        const worked = open.work.flatMap((isIt, index) => (isIt && index >= from ? [index] : []))
        const last = worked[minutes - 1]
        const found = addWorkingMinutes(calendar, at(from), minutes)
        if (last !== undefined) expect(found).toBe(at(last + 1))
        else expect(found === null || Date.parse(found) > end).toBe(true)
      }),
      { numRuns: 24 },
    )
  })
})

describe('working minutes', () => {
  const anyMoment = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })

  it('are undone by counting them: the moment found is the first by which they have passed', () => {
    const amount = fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom(0.5, 0.25, 61.75))
    fc.assert(
      fc.property(scene, anyMoment, amount, ({ hours }, moment, minutes) => {
        const calendar = compileCalendar(hours)
        const from = moment.toISOString()
        const reached = addWorkingMinutes(calendar, from, minutes)
        fc.pre(reached !== null)
        expect(workingMinutes(calendar, from, reached)).toBe(minutes)
        expect(workingMinutes(calendar, from, iso(Date.parse(reached) - 1))).toBeLessThan(minutes)
      }),
      { numRuns: 100 },
    )
  })

  it('of two times that follow each other add up, whatever was asked before', () => {
    const recent = fc.date({ min: new Date('2024-01-01'), max: new Date('2029-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(scene, fc.tuple(recent, recent, recent), ({ hours }, moments) => {
        const [a = '', b = '', c = ''] = moments.map((each) => each.toISOString()).sort()
        const calendar = compileCalendar(hours)
        const sum = workingMinutes(calendar, b, c) + workingMinutes(calendar, a, b)
        expect(workingMinutes(compileCalendar(hours), a, c)).toBeCloseTo(sum, 6)
        expect(workingMinutes(calendar, a, c)).toBeCloseTo(sum, 6)
      }),
      { numRuns: 24 },
    )
  })
})
