import { describe, expect, it } from 'vitest'
import { elapsedMinutes, weekAt, weekNamed } from '#policies/calendar.ts'

describe('a week', () => {
  it.each([
    ['2026-11-22T22:59:59.999Z', 'Europe/Paris', '2026-W47'],
    ['2026-11-22T23:00:00.000Z', 'Europe/Paris', '2026-W48'],
    ['2026-11-22T23:00:00.000Z', 'America/Montreal', '2026-W47'],
    ['2027-01-03T12:00:00.000Z', 'Europe/Paris', '2026-W53'],
    ['2024-12-30T12:00:00.000Z', 'Europe/Paris', '2025-W01'],
  ])('at %s in %s is %s, and is found again by its name', (moment, zone, name) => {
    const found = weekAt(moment, zone)
    expect(found.week).toBe(name)
    expect(found.from <= moment && moment < found.to).toBe(true)
    expect(weekNamed(name, zone)).toEqual(found)
  })

  it('begins on a Monday and ends before the next one, also when the clocks change', () => {
    const spring = weekNamed('2026-W13', 'Europe/Paris')
    expect(spring).toMatchObject({ firstDay: '2026-03-23', lastDay: '2026-03-29' })
    expect(elapsedMinutes(spring?.from ?? '', spring?.to ?? '')).toBe((7 * 24 - 1) * 60)
  })

  it.each(['2026-W54', '2025-W53', '2026-W00', '2026-48', 'W48', ''])('named "%s" does not exist', (name) => {
    expect(weekNamed(name, 'Europe/Paris')).toBeNull()
  })
})
