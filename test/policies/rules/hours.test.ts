import { describe, expect, it } from 'vitest'
import { hours } from '#policies/rules/hours.ts'
import { compiled, document, request, task } from '../judge.ts'

const day = ['09:00-18:00']
const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day }
const given = {
  week,
  focus: { tuesday: ['09:00-11:00'] },
  holidays: { country: 'FR' },
  leave: [{ from: '2026-12-24', until: '2027-01-01' }],
  exceptions: [{ date: '2026-12-02', open: [] }],
}
const policy = compiled(document({ hours: given }))
const at = (submittedAt: string, by = policy) =>
  hours(request({ policy: by, task: task({ submittedAt }) }))[0] ?? null

describe('the hour at which a request arrives', () => {
  it('is fine within working time, and always where the policy has no hours', () => {
    expect(at('2026-11-23T08:00:00.000Z')).toBeNull()
    expect(at('2026-11-22T03:00:00.000Z', compiled())).toBeNull()
  })

  it('E1: samedi 21 h, réponse lundi 9 h', () => {
    expect(at('2026-11-28T20:00:00.000Z')).toMatchObject({
      code: 'off_hours',
      reason: 'hours',
      evidence: { opensAt: '2026-11-30T08:00:00.000Z' },
      clause: 'hours.week',
    })
  })

  it('E1: samedi 21 h avant le lundi de Pâques, réponse mardi 9 h', () => {
    const plain = compiled(document({ hours: { ...given, focus: {} } }))
    expect(at('2027-03-27T20:00:00.000Z', plain)?.evidence.opensAt).toBe('2027-03-30T07:00:00.000Z')
  })

  it('E7: à 9 h 30 pendant une plage de concentration de 9 h à 11 h, réponse à partir de 11 h', () => {
    expect(at('2026-11-24T08:30:00.000Z')).toMatchObject({
      reason: 'focus',
      evidence: { opensAt: '2026-11-24T10:00:00.000Z' },
      clause: 'hours.focus',
    })
  })

  it('tells the holiday by its name, and the end of a leave', () => {
    expect(at('2027-03-29T08:00:00.000Z')).toMatchObject({
      reason: 'holiday',
      evidence: { name: 'Lundi de Pâques' },
    })
    expect(at('2026-12-28T09:00:00.000Z')).toMatchObject({
      reason: 'leave',
      evidence: { until: '2027-01-01' },
    })
    expect(at('2026-12-02T09:00:00.000Z')).toMatchObject({ reason: 'exception', clause: 'hours.exceptions' })
  })
})
