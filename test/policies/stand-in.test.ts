import { describe, expect, it } from 'vitest'
import type { StandIn } from '#model/facts.ts'
import { evaluate } from '#policies/evaluate.ts'
import { parsePolicy, readPolicy } from '#policies/schema.ts'
import { substitutionAt } from '#policies/stand-in.ts'
import { compiled, document, facts, monday, task } from './judge.ts'

const leave = { from: '2026-12-21', until: '2026-12-31', substitute: 'ines' }
const hours = { week: { monday: ['09:00-18:00'] }, leave: [leave] }
const at = (moment: string, changes: object = {}) =>
  substitutionAt(parsePolicy(document({ hours: { ...hours, ...changes } })), moment)

describe('who stands in', () => {
  it.each([
    ['before the leave', '2026-12-20T22:59:59.000Z', null],
    ['from its first moment, where the assistant is', '2026-12-20T23:00:00.000Z', 'ines'],
    ['to the last', '2026-12-31T22:59:59.000Z', 'ines'],
    ['not after it', '2026-12-31T23:00:00.000Z', null],
  ])('is named %s', (_, moment, policyId) => {
    expect(at(moment)?.policyId ?? null).toBe(policyId)
  })

  it('is nobody on a day on which she works all the same, nor where nobody was named', () => {
    const moment = '2026-12-23T10:00:00.000Z'
    expect(at(moment, { exceptions: [{ date: '2026-12-23', open: ['09:00-12:00'] }] })).toBeNull()
    expect(at(moment, { exceptions: [{ date: '2026-12-23', open: [] }] })?.policyId).toBe('ines')
    expect(at(moment, { leave: [{ from: leave.from, until: leave.until }] })).toBeNull()
  })

  it('is named as policies are, or the document says what is wrong in both languages', () => {
    const { problems } = readPolicy(
      document({ hours: { ...hours, leave: [{ ...leave, substitute: 'Inès !' }] } }),
    )
    expect(problems).toMatchObject([
      { path: 'hours.leave[0].substitute', fr: { message: expect.any(String) } },
    ])
  })
})

describe('a message while somebody stands in', () => {
  const standIn: StandIn = { policyId: 'ines', for: 'Sophie', by: 'Inès', until: '2026-12-31' }
  const say = (language: 'fr' | 'en', known: object) =>
    evaluate(compiled(document(), { language }), task({ title: 'Article de blog' }), facts(known), monday)
      .message

  it('says who, for whom and how long', () => {
    expect(say('fr', { standIn })).toContain(
      "Sophie est en congé jusqu'au jeudi 31 décembre inclus ; d'ici là, c'est Inès qui prend le relais.",
    )
    expect(say('en', { standIn })).toContain(
      'Sophie is on leave until Thursday 31 December; Inès is standing in until then.',
    )
    expect(say('fr', {})).not.toContain('relais')
  })
})
