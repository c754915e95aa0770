import { describe, expect, it } from 'vitest'
import { dueOf } from '../../src/pipeline/due.ts'

const clickup = (dueAt: string | null) => ({ dueAt, dueDay: null, dueDayAt: '04:00' })

describe('when a task is due', () => {
  it.each([
    ['winter', '2026-12-01T03:00:00.000Z', '2026-12-01'],
    ['summer', '2026-07-01T02:00:00.000Z', '2026-07-01'],
    ['the night in which summer time begins', '2026-03-29T02:00:00.000Z', '2026-03-29'],
    ['the night in which it ends', '2026-10-25T03:00:00.000Z', '2026-10-25'],
  ])('is the day where the tool keeps days as times, in %s', (_, dueAt, day) => {
    expect(dueOf(clickup(dueAt), 'Europe/Paris')).toEqual({ at: null, day })
  })

  it.each([
    ['another time', '2026-12-01T17:00:00.000Z', 'Europe/Paris'],
    ['a minute later', '2026-12-01T03:01:00.000Z', 'Europe/Paris'],
    ['some seconds later', '2026-12-01T03:00:30.000Z', 'Europe/Paris'],
    ['that time elsewhere', '2026-12-01T03:00:00.000Z', 'America/Montreal'],
  ])('is the moment at %s', (_, at, zone) => {
    expect(dueOf(clickup(at), zone)).toEqual({ at, day: null })
  })

  it('is the moment where a tool tells days from times, at four in the morning too', () => {
    const at = '2026-12-01T03:00:00.000Z'
    expect(dueOf({ dueAt: at, dueDay: null }, 'Europe/Paris')).toEqual({ at, day: null })
    expect(dueOf({ dueAt: null, dueDay: '2026-12-01' }, 'Europe/Paris')).toEqual({
      at: null,
      day: '2026-12-01',
    })
  })

  it('is never without a date', () => {
    expect(dueOf(clickup(null), 'Europe/Paris')).toEqual({ at: null, day: null })
  })
})
