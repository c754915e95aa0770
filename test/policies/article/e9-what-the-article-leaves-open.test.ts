import { describe, expect, it } from 'vitest'
import type { Account } from '#model/facts.ts'
import { autoReplies } from '#policies/documents/auto-reply.ts'
import { compiled, document, service } from '../judge.ts'
import { answerTo, codesOf, rulesOf } from './asked.ts'

const newsletter = { title: 'Newsletter de mai', text: 'Le texte est dans le Drive.' }
const rules = rulesOf('webmarketing')
const soon = '2026-11-24T07:59:00.000Z'
const week = { monday: ['09:00-18:00'], tuesday: ['09:00-18:00'], friday: ['09:00-18:00'] }

describe('1. what 24 hours are', () => {
  it('by the clock, 59 hours without a working hour in them are urgent, for want of time and not of notice', () => {
    const decision = answerTo(rules, {
      ...newsletter,
      at: '2026-11-27T21:00:00.000Z',
      due: '2026-11-30T08:00:00.000Z',
    })
    expect(decision.findings[0]).toMatchObject({
      code: 'urgent_confirm',
      reason: 'no-working-time',
      evidence: { noticeMinutes: 59 * 60, billed: false },
    })
  })

  it('in working time, a Friday afternoon for a Monday evening is short', () => {
    const urgency = { basis: 'working', thresholdHours: 12 }
    const working = compiled(document({ hours: { week }, urgency }))
    const asked = { ...newsletter, at: '2026-11-27T15:00:00.000Z', due: '2026-11-30T17:00:00.000Z' }
    expect(codesOf(answerTo(working, asked))).toContain('urgent_confirm')
    expect(codesOf(answerTo(compiled(document({ hours: { week } })), asked))).not.toContain('urgent_confirm')
  })
})

describe('2. who decides how complex the work is', () => {
  it('the field on the card, else the service, else the words; the client reads a percentage only', () => {
    const { complexity: _, ...unrated } = service
    const byWords = compiled(document({ services: [unrated] }))
    const asked = { ...newsletter, due: soon }
    expect(answerTo(rules, { ...asked, complexity: 'high' }).complexity).toBe('high')
    expect(answerTo(rules, asked).complexity).toBe('medium')
    expect(answerTo(byWords, { title: 'Newsletter : changer juste une date' }).complexity).toBe('low')
    expect(answerTo(rules, { ...asked, complexity: 'high' }).message).not.toMatch(/complex/iu)
  })
})

describe('3. whether surcharges add up', () => {
  const both = { ...newsletter, hours: 2, at: '2026-11-28T10:00:00.000Z', due: '2026-11-29T08:00:00.000Z' }
  const percentBy = (urgency: object) =>
    answerTo(
      compiled(
        document({
          hours: { week },
          urgency: { offHours: { surchargePercent: { weekend: 40 } }, capPercent: 60, ...urgency },
        }),
      ),
      both,
    ).price

  it('the highest counts, or all of them up to the cap', () => {
    expect(percentBy({})).toMatchObject({ surchargeBasisPoints: 4000, triggers: ['weekend'] })
    expect(percentBy({ combine: 'sum' })).toMatchObject({
      surchargeBasisPoints: 6000,
      triggers: ['short-notice', 'weekend'],
    })
    expect(percentBy({ combine: 'sum', capPercent: 100 })?.surchargeBasisPoints).toBe(7500)
  })
})

describe('4. which version judges', () => {
  it('a decision names the version that it was made by', () => {
    expect(answerTo(compiled(), newsletter)).toMatchObject({ policyId: 'pol_1', policyVersion: 3 })
  })
})

describe('5. a client who moves the due date', () => {
  it('out: the urgency and its surcharge are withdrawn; back in: they return', () => {
    const asked = { ...newsletter, hours: 2 }
    const totalOf = (due: string, dueSet: string) => {
      const decision = answerTo(rules, { ...asked, due, dueSet })
      return [decision.headline, decision.price?.total.max.minor]
    }
    expect(totalOf(soon, '2026-11-23T08:00:00.000Z')).toEqual(['urgent_confirm', 9450])
    expect(totalOf('2026-12-01T07:59:00.000Z', '2026-11-23T10:00:00.000Z')).toEqual(['in_scope', 7000])
    expect(totalOf(soon, '2026-11-23T11:00:00.000Z')).toEqual(['urgent_confirm', 9450])
  })

  it('a date set long ago that has come near is not urgent', () => {
    const asked = {
      ...newsletter,
      at: '2026-11-23T08:00:00.000Z',
      due: soon,
      dueSet: '2026-11-10T08:00:00.000Z',
    }
    expect(codesOf(answerTo(rules, asked))).not.toContain('urgent_confirm')
  })
})

describe('7. what the client may see', () => {
  const billing = { hourlyRate: 35, payment: { due: 'start_of_month' } }
  const leave = [{ from: '2026-11-23', until: '2026-11-24', note: 'opération du genou' }]
  const policy = compiled(document({ hours: { week, leave }, billing, limits: { hoursPerDay: 1 } }))
  const asked = {
    ...newsletter,
    hours: 5,
    due: '2026-11-27T09:00:00.000Z',
    dueSet: '2026-11-20T09:00:00.000Z',
  }
  const open = answerTo(policy, asked)

  it.each([
    ['payment_overdue', { overdueSince: '2026-10-01T08:00:00.000Z' }],
    ['over_capacity', { minutesPromised: 600 }],
  ] satisfies [string, Partial<Account>][])('nothing of %s', (code, account) => {
    const decision = answerTo(policy, { ...asked, account })
    expect(decision.privateFindings.map((finding) => finding.code)).toContain(code)
    const { privateFindings: _, ...seen } = decision
    const { privateFindings: __, ...usual } = open
    expect(seen).toEqual(usual)
  })

  it('when she is back, but never why she is away', () => {
    expect(open.message).toContain("congés jusqu'au mardi 24 novembre")
    expect(open.message).not.toContain('genou')
    const replies = autoReplies(policy.document, 'fr', '2026-11-20')
    expect(replies.filter(({ text }) => text.includes('genou'))).toEqual([])
  })
})

describe('11. a client in another time zone', () => {
  it('hours are the assistant’s, dates are read where the client is', () => {
    const abroad = rulesOf('webmarketing', { timeZone: 'America/New_York' })
    const night = '2026-11-23T20:00:00.000Z' // 21:00 in Paris, 15:00 in New York
    const decision = answerTo(abroad, { ...newsletter, at: night })
    expect(decision.headline).toBe('off_hours')
    expect(decision.message).toContain('mardi 24 novembre à 3 h')
    expect(codesOf(answerTo(abroad, { ...newsletter, at: '2026-11-23T08:30:00.000Z' }))).toEqual(['in_scope'])
  })
})

describe('12. dates in the text', () => {
  it.each([
    ['pour demain', '2026-11-24T22:59:59.999Z'],
    ['avant vendredi midi', '2026-11-27T11:00:00.000Z'],
    ['by Friday noon', '2026-11-27T11:00:00.000Z'],
  ])('« %s » is assumed: told to the assistant, never billed', (words, at) => {
    const decision = answerTo(rules, {
      title: `Newsletter de mai, ${words}`,
      text: newsletter.text,
      hours: 2,
    })
    expect(decision.privateFindings).toMatchObject([{ code: 'assumed_deadline', evidence: { at } }])
    expect(decision.price?.total.max.minor).toBe(7000)
  })

  it('« asap » asks for confirmation, and costs nothing', () => {
    const decision = answerTo(rules, { title: 'Newsletter de mai ASAP', text: newsletter.text, hours: 2 })
    expect(decision.headline).toBe('urgent_confirm')
    expect(decision.message).toContain("Aucune majoration n'est comptée pour l'instant")
    expect(decision.price?.total.max.minor).toBe(7000)
  })
})
