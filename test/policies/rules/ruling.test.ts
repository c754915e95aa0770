import { describe, expect, it } from 'vitest'
import { type Answered, unanswered } from '#model/answer.ts'
import type { LabelKey } from '#model/decision.ts'
import type { Override } from '#model/facts.ts'
import { overridesInForce, urgentStandingOf } from '#policies/rules/ruling.ts'

const at = (minute: number) => `2027-02-01T09:0${minute}:00.000Z`
const hand = (label: LabelKey, change: Override['change'] = 'added'): Override => ({
  ...{ target: 'label', label, change },
  at: at(2),
})
const out = (minute: number): Answered => ({
  ...unanswered,
  ruling: { is: 'out', service: null, at: at(minute) },
})
const declined = (minute: number): Answered => ({
  ...unanswered,
  availability: { is: 'decline', at: at(minute) },
})
const left = (override: Override, answers: Answered) =>
  overridesInForce([override], { overrides: [override], answers })

describe('a label that was put on or taken off by hand', () => {
  it('gives way to what is said later about the same', () => {
    expect(left(hand('in_scope'), out(3))).toEqual([])
    expect(left(hand('out_of_scope', 'removed'), out(3))).toEqual([])
    expect(left(hand('urgent_confirmed'), declined(3))).toEqual([])
  })

  it('stands against what was said before, and about something else', () => {
    for (const answers of [unanswered, out(1), declined(3)])
      expect(left(hand('in_scope'), answers)).toHaveLength(1)
    for (const answers of [declined(1), out(3)])
      expect(left(hand('urgent_confirmed'), answers)).toHaveLength(1)
  })

  it('gives way to a later ruling by a label on the request, on either side', () => {
    const [earlier, later] = [hand('out_of_scope'), { ...hand('in_scope'), at: at(3) }]
    const facts = { overrides: [earlier, later], answers: unanswered }
    expect(overridesInForce(facts.overrides, facts)).toEqual([later])
    const onTwin = [hand('in_scope', 'removed'), hand('quote_needed'), hand('surcharge:35')]
    expect(overridesInForce(onTwin, facts)).toEqual([hand('surcharge:35')])
  })

  it('stays where the same is put on the other side later', () => {
    const later = { ...hand('urgent_confirmed'), at: at(3) }
    const facts = { overrides: [later], answers: unanswered }
    expect(overridesInForce([hand('urgent_confirmed')], facts)).toEqual([hand('urgent_confirmed')])
    expect(overridesInForce([hand('urgent_confirm')], facts)).toEqual([])
  })

  it('stands beside another that was put on at once, and against a ruling that is older', () => {
    const both = [hand('out_of_scope'), hand('in_scope')]
    expect(overridesInForce(both, { overrides: both, answers: unanswered })).toEqual(both)
    const later = { ...hand('in_scope', 'removed'), at: at(3) }
    expect(overridesInForce([later], { overrides: [hand('in_scope')], answers: unanswered })).toEqual([later])
  })

  it('confirms urgent work no longer once a price was named after a no', () => {
    const asked = { urgent: { since: at(3), remindedAt: null, expiredAt: null } }
    const facts = { overrides: [hand('urgent_confirmed')], answers: { ...unanswered, asked } }
    expect(urgentStandingOf(facts)).toBe('to_confirm')
    expect(overridesInForce(facts.overrides, facts)).toEqual([])
  })

  it('goes with what it asked or promised once the client has refused, and stays where it is put on later', () => {
    const refused = (minute: number) => ({ ...unanswered, choice: 'refuse', refusedAt: at(minute) }) as const
    for (const label of ['urgent_confirmed', 'quote_needed', 'to_review'] as const) {
      expect(left(hand(label), refused(3))).toEqual([])
      expect(left(hand(label), refused(1))).toHaveLength(1)
    }
    expect(left(hand('in_scope', 'removed'), refused(3))).toHaveLength(1)
    const ruled = { overrides: [hand('in_scope')], answers: refused(3) }
    expect(overridesInForce([{ ...hand('in_scope', 'removed'), at: at(1) }], ruled)).toEqual([])
  })

  it('stays as it was before us where our writes were undone', () => {
    expect(left(hand('out_of_scope', 'undone'), out(3))).toHaveLength(1)
  })
})
