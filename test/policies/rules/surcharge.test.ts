import { describe, expect, it } from 'vitest'
import type { Finding } from '#model/decision.ts'
import { possibleSurcharges, surchargeOf } from '#policies/rules/surcharge.ts'
import { compiled, document, request } from '../judge.ts'

const urgent = (evidence: Finding['evidence']): Finding => ({
  code: 'urgent_confirm',
  reason: 'short-notice',
  evidence: { billed: true, noticeMinutes: 600, offHours: null, ...evidence },
  clause: null,
})
const revision: Finding = { code: 'over_limit', reason: 'revisions', evidence: {}, clause: null }

function judge(urgency: object, found: readonly Finding[], limits: object = {}) {
  const policy = compiled(document({ urgency, limits }))
  return surchargeOf(request({ policy, found }), 'medium')
}

describe('a surcharge', () => {
  it('goes by complexity for short notice, confirmed or not', () => {
    expect(judge({}, [urgent({})])).toEqual({ percent: 35, triggers: ['short-notice'] })
    expect(judge({}, [{ ...urgent({}), code: 'urgent_confirmed' }]).percent).toBe(35)
  })

  it('is nothing for words of urgency alone, nor where urgent work is never done', () => {
    expect(judge({}, [urgent({ billed: false })])).toEqual({ percent: 0, triggers: [] })
    expect(judge({ accepted: false }, [urgent({})]).percent).toBe(0)
    expect(judge({}, []).percent).toBe(0)
  })

  it.each([
    [239, 50],
    [240, 40],
    [719, 40],
    [720, 35],
  ])(
    'with %d minutes of notice is %d %%: the shortest tier that fits, never less than by complexity',
    (noticeMinutes, percent) => {
      const tiers = [
        { underHours: 12, percent: 40 },
        { underHours: 4, percent: 50 },
        { underHours: 24, percent: 10 },
      ]
      expect(judge({ tiers }, [urgent({ noticeMinutes })]).percent).toBe(percent)
    },
  )

  it.each([
    ['max', { percent: 40, triggers: ['weekend'] }],
    ['sum', { percent: 75, triggers: ['short-notice', 'weekend'] }],
  ])('of several triggers by %s', (combine, wanted) => {
    const offHours = { surchargePercent: { weekend: 40 } }
    expect(judge({ combine, offHours, capPercent: 100 }, [urgent({ offHours: 'weekend' })])).toEqual(wanted)
  })

  it('stays under the cap', () => {
    expect(judge({ capPercent: 30 }, [urgent({})]).percent).toBe(30)
  })

  it('counts no work outside working hours where that is never done', () => {
    const offHours = { work: 'no', surchargePercent: { weekend: 50 } }
    expect(judge({ offHours }, [urgent({ offHours: 'weekend', noTime: true, billed: false })]).percent).toBe(
      0,
    )
  })

  it('of an extra round of changes counts without any urgency', () => {
    const given = { revisions: { included: 2, surchargePercent: 15 } }
    expect(judge({}, [revision], given)).toEqual({ percent: 15, triggers: ['extra-revision'] })
  })
})

describe('possible surcharges', () => {
  it('are all that the policy can come to, under its cap', () => {
    const offHours = { surchargePercent: { evening: 10, weekend: 25 } }
    const summed = {
      combine: 'sum',
      capPercent: 60,
      offHours,
      surchargePercent: { low: 20, medium: 30, high: 50 },
    }
    expect(possibleSurcharges(compiled(document({ urgency: summed })).document)).toEqual([
      10, 20, 25, 30, 40, 45, 50, 55, 60,
    ])
  })
})
