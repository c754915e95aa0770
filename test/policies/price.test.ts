import { describe, expect, it } from 'vitest'
import type { Finding } from '#model/decision.ts'
import { type Account, emptyAccount } from '#model/facts.ts'
import { evaluate } from '#policies/evaluate.ts'
import { price } from '#policies/rules/price.ts'
import type { Surcharge } from '#policies/rules/surcharge.ts'
import { compiled, document, facts, monday, request, service, task } from './judge.ts'

const visual = { id: 'visual', kind: 'included', name: { fr: 'Visuel', en: 'Visual' }, price: 50 }
const unknown = { id: 'unknown', kind: 'included', name: { fr: 'Divers', en: 'Other' } }
const page = { ...visual, id: 'page', name: { fr: 'Page', en: 'Page' }, price: 400, oneOff: true }
const services = [service, visual, unknown, page]

interface Given {
  readonly percent?: number
  readonly billing?: object
  readonly urgency?: object
  readonly limits?: object
  readonly language?: 'fr' | 'en'
  readonly account?: Partial<Account>
  readonly found?: readonly Finding[]
}

const covered = (ids: readonly string[]): Finding => ({
  code: 'in_scope',
  reason: 'text',
  evidence: { services: ids },
  clause: null,
})

const surchargeOf = (percent: number): Surcharge => ({
  percent,
  triggers: percent > 0 ? ['short-notice'] : [],
})

function estimate(ids: readonly string[], hours: number | null, given: Given = {}) {
  const { percent = 0, billing, urgency = {}, limits = {}, language = 'fr', account, found = [] } = given
  const input = document({ services, urgency, limits, billing: { hourlyRate: 35, ...billing } })
  return price(
    request({
      policy: compiled(input, { language }),
      task: task({ hours }),
      facts: facts({ account: { ...emptyAccount, ...account } }),
      found: [covered(ids), ...found],
    }),
    surchargeOf(percent),
  )
}

describe('price', () => {
  it.each([
    [['newsletter'], 2, 35, '35,00 €/h × 2 h = 70,00 € ; majoration 35 % = 24,50 € ; total 94,50 €'],
    [['newsletter'], 1.5, 0, '35,00 €/h × 1,5 h = 52,50 €'],
    [
      ['newsletter'],
      null,
      35,
      '35,00 €/h × 1 à 3 h = entre 35,00 € et 105,00 € ; majoration 35 % = entre 12,25 € et 36,75 € ; total entre 47,25 € et 141,75 €',
    ],
    [['visual'], null, 0, 'Visuel 50,00 €'],
    [['visual'], 8, 20, 'Visuel 50,00 € ; majoration 20 % = 10,00 € ; total 60,00 €'],
    [['newsletter', 'visual'], 2, 0, 'Visuel 50,00 € + 35,00 €/h × 2 h = 120,00 €'],
    [[], 2, 0, '35,00 €/h × 2 h = 70,00 €'],
  ])('of %j for %j hours with %d percent more reads %s', (ids, hours, percent, formula) => {
    expect(estimate(ids, hours, { percent })?.formula).toBe(formula)
  })

  it('reads in English for English clients', () => {
    expect(estimate(['newsletter'], 2, { percent: 35, language: 'en' })?.formula).toBe(
      '€35.00/h × 2 h = €70.00; surcharge 35% = €24.50; total €94.50',
    )
  })

  it('is in minor units, with what triggered the surcharge', () => {
    expect(estimate(['newsletter'], 2, { percent: 35 })).toMatchObject({
      base: { min: { minor: 7000, currency: 'EUR' }, max: { minor: 7000 } },
      surchargeBasisPoints: 3500,
      surcharge: { min: { minor: 2450 } },
      total: { min: { minor: 9450 }, max: { minor: 9450 } },
      triggers: ['short-notice'],
      deposit: null,
      balance: null,
      isOffered: false,
    })
  })

  it('lifts a small surcharge to the minimum and says so', () => {
    const lifted = estimate(['newsletter'], 1, { percent: 20, urgency: { minimum: 15 } })
    expect(lifted?.surcharge.min.minor).toBe(1500)
    expect(lifted?.formula).toBe(
      '35,00 €/h × 1 h = 35,00 € ; majoration 20 % (minimum appliqué) = 15,00 € ; total 50,00 €',
    )
  })

  it('adds no minimum where there is no surcharge', () => {
    expect(estimate(['newsletter'], 1, { urgency: { minimum: 15 } })).toMatchObject({
      total: { min: { minor: 3500 } },
      triggers: [],
    })
  })

  it.each([[['unknown']], [['newsletter', 'unknown']], [[]]])('of %j without hours is not known', (ids) => {
    expect(estimate(ids, null, { percent: 35 })).toBeNull()
  })
})

describe('time', () => {
  it.each([
    [1.1, {}, '1,25 h'],
    [1, {}, '1 h'],
    [0.01, {}, '0,25 h'],
    [1.1, { unitMinutes: 60 }, '2 h'],
    [1.1, { rounding: 'nearest' }, '1 h'],
    [1.125, { rounding: 'nearest' }, '1,25 h'],
    [0.05, { rounding: 'nearest' }, '0,25 h'],
    [1.1, { unitMinutes: 1 }, '1,1 h'],
  ])('of %d h goes by steps %j: %s', (hours, billing, billed) => {
    expect(estimate(['newsletter'], hours, { billing })?.formula).toContain(`× ${billed} =`)
  })

  it.each([
    [{ hourlyRate: 150, unitMinutes: 20 }, '150,00 €/h × 0,67 h = 100,00 €'],
    [{ hourlyRate: 20_000, unitMinutes: 10, currency: 'XOF' }, '20 000 F CFA/h × 0,67 h = 13 333 F CFA'],
    [{ hourlyRate: 60, unitMinutes: 5, currency: 'TND' }, '60,000 TND/h × 0,67 h = 40,000 TND'],
  ])('costs what 40 minutes cost, to the smallest coin: %j', (billing, formula) => {
    expect(estimate(['newsletter'], 40 / 60, { billing })?.formula).toBe(formula)
  })
})

describe('hours paid in advance', () => {
  const billing = { mode: 'package', package: { hours: 10, overageRate: 45 } }

  it('cost nothing more, and what is left is told', () => {
    const within = estimate(['newsletter'], 2, { billing, account: { minutesUsed: 300 } })
    expect(within).toMatchObject({
      total: { max: { minor: 0 } },
      balance: { takes: { min: 120, max: 120 }, leaves: { min: 180, max: 180 } },
    })
    expect(within?.formula).toBe('2 h sur le forfait (reste 3 h)')
    const inEnglish = { billing, language: 'en', account: { minutesUsed: 300 } } as const
    expect(estimate(['newsletter'], 2, inEnglish)?.formula).toBe('2 h from the package (3 h left)')
  })

  it('cost the overage rate beyond them', () => {
    const over = estimate(['newsletter'], 2, { billing, account: { minutesUsed: 540 } })
    expect(over?.formula).toBe('45,00 €/h × 1 h au-delà du forfait = 45,00 €')
    expect(over?.balance?.leaves).toEqual({ min: 0, max: 0 })
  })

  it('bear a surcharge on their whole value', () => {
    const urgent = estimate(['newsletter'], 2, { billing, percent: 35, account: { minutesUsed: 0 } })
    expect(urgent?.total.max.minor).toBe(2450)
    expect(urgent?.formula).toBe(
      '2 h sur le forfait (reste 8 h) ; majoration 35 % sur 70,00 € = 24,50 € ; total 24,50 €',
    )
  })

  it('count hours that came over from last month', () => {
    const carried = { minutesUsed: 600, minutesCarried: 120 }
    expect(estimate(['newsletter'], 2, { billing, account: carried })?.total.max.minor).toBe(0)
  })

  it('cost nothing more as long as nobody records what is used', () => {
    const unknown = estimate(['newsletter'], 2, { billing })
    expect(unknown?.formula).toBe('2 h sur le forfait')
    expect(unknown?.balance?.leaves).toBeNull()
  })
})

describe('a deposit', () => {
  const deposit = { percent: 50 }

  it('is half of a job of its own', () => {
    const asked = estimate(['page'], null, { billing: { deposit } })
    expect(asked?.deposit?.max.minor).toBe(20_000)
    expect(asked?.formula).toBe('Page 400,00 € ; acompte 200,00 €')
  })

  it('is not asked for running work, unless the policy always wants one', () => {
    expect(estimate(['visual'], null, { billing: { deposit } })?.deposit).toBeNull()
    const always = { deposit: { ...deposit, when: 'always' } }
    expect(estimate(['visual'], null, { billing: always })?.deposit?.max.minor).toBe(2500)
    expect(estimate(['visual'], null, { billing: { mode: 'one_off', deposit } })?.deposit).not.toBeNull()
  })

  it('is not asked for up to the amount that the policy names', () => {
    const above = (amount: number) => ({ deposit: { ...deposit, above: amount } })
    expect(estimate(['page'], null, { billing: above(400) })?.deposit).toBeNull()
    expect(estimate(['page'], null, { billing: above(399) })?.deposit).not.toBeNull()
  })
})

describe('work on quote', () => {
  const quoted: Finding = { ...covered(['page']), code: 'quote_needed' }
  const onQuote = (billing: object, hours: number | null) => {
    const { price: _, ...byTheHour } = page
    const input = document({ services: [byTheHour], billing: { hourlyRate: 35, ...billing } })
    const asked = { policy: compiled(input), task: task({ hours }), found: [quoted] }
    const known = facts({ account: { ...emptyAccount, minutesUsed: 0 } })
    return price(request({ ...asked, facts: known }), surchargeOf(0))
  }

  it('takes nothing from hours paid in advance', () => {
    expect(onQuote({ mode: 'package', package: { hours: 10 } }, 4)).toMatchObject({
      formula: '35,00 €/h × 4 h = 140,00 €',
      balance: null,
    })
  })

  it('asks for no deposit before the quote is accepted', () => {
    expect(onQuote({ deposit: { percent: 50 } }, 4)?.deposit).toBeNull()
  })

  it('has no amount where nobody knows how long it takes', () => {
    expect(onQuote({}, null)).toBeNull()
  })
})

describe('what else a price says', () => {
  it('shows the amount with VAT where it is charged', () => {
    const billing = { vat: { mode: 'standard', ratePercent: 20 } }
    expect(estimate(['visual'], null, { billing })?.formula).toBe('Visuel 50,00 € ; TTC 60,00 €')
  })

  it('counts VAT exactly where its rate is no whole number', () => {
    const billing = { vat: { mode: 'standard', ratePercent: 8.1 } }
    expect(estimate(['visual'], null, { billing })?.formula).toBe('Visuel 50,00 € ; TTC 54,05 €')
  })

  it('says what is offered, and remembers what it is worth', () => {
    const offered = estimate(['visual'], null, { account: { isOffered: true } })
    expect(offered).toMatchObject({ isOffered: true, total: { max: { minor: 5000 } } })
    expect(offered?.formula).toBe('Visuel 50,00 € ; offert cette fois')
    const inEnglish = estimate(['visual'], null, { language: 'en', account: { isOffered: true } })
    expect(inEnglish?.formula).toBe('Visual €50.00; free of charge this time')
  })

  it('has the price of an extra round of changes in place of hours', () => {
    const extra: Finding = { code: 'over_limit', reason: 'revisions', evidence: {}, clause: null }
    const given = { limits: { revisions: { price: 30 } }, found: [extra] }
    expect(estimate(['newsletter'], 2, given)?.formula).toBe('retouche supplémentaire 30,00 €')
  })
})

describe('a round of changes', () => {
  const limits = { revisions: { included: 2, price: 20 } }
  const prepaid = { mode: 'package', package: { hours: 10 } }
  const late = { dueAt: '2026-11-23T13:00:00.000Z', dueSetAt: monday }

  interface Round {
    readonly billing?: object
    readonly language?: 'fr' | 'en'
    readonly due?: { readonly dueAt: string; readonly dueSetAt: string }
    readonly kind?: 'included' | 'quote'
  }

  function judged(id: 'visual' | 'newsletter', revision: number | null, round: Round = {}) {
    const { billing, language = 'fr', due = { dueAt: null, dueSetAt: null }, kind = 'included' } = round
    const deposit = { percent: 50, when: 'always' }
    const input = document({
      limits,
      services: [
        { ...service, kind },
        { ...visual, kind },
      ],
      billing: { hourlyRate: 35, deposit, ...billing },
    })
    const known = facts({ ...due, account: { ...emptyAccount, minutesUsed: 540 } })
    const asked = task({ service: id, hours: id === 'visual' ? null : 2, revision, dueAt: due.dueAt })
    return evaluate(compiled(input, { language }), asked, known, monday)
  }

  it.each([
    ['visual', {}, 'retouche comprise 0,00 €'],
    ['newsletter', {}, 'retouche comprise 0,00 €'],
    ['newsletter', { billing: prepaid }, 'retouche comprise 0,00 €'],
    ['newsletter', { language: 'en' }, 'included round of changes €0.00'],
  ] as const)('that is included costs nothing: %s, %j', (id, round, formula) => {
    for (const revision of [1, 2]) {
      const { price, fields, labels } = judged(id, revision, round)
      expect(price).toMatchObject({ formula, total: { max: { minor: 0 } }, deposit: null, balance: null })
      expect(fields.estimate?.number).toBe('0.00')
      expect(labels).toEqual(['in_scope'])
    }
    const beyond = judged(id, 3, round)
    expect(beyond.price?.total.max.minor).toBe(2000)
    expect(beyond.labels).toEqual(['in_scope', 'deposit_due', 'over_limit'])
  })

  it('bears a surcharge on what it is worth, though it is included', () => {
    const formula =
      'retouche comprise 0,00 € ; majoration 35 % sur 70,00 € = 24,50 € ; total 24,50 € ; acompte 12,25 €'
    expect(judged('newsletter', 1, { due: late }).price?.formula).toBe(formula)
  })

  it.each([null, 0])('is none with the number %j, nor where the work itself is on quote', (revision) => {
    expect(judged('visual', revision).price?.total.max.minor).toBe(5000)
    expect(judged('visual', 1, { kind: 'quote' }).price?.total.max.minor).toBe(5000)
  })
})
