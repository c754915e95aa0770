import { describe, expect, it } from 'vitest'
import { price } from '#policies/rules/price.ts'
import type { Service } from '#policies/schema.ts'
import { compiled, document, service } from './judge.ts'

const visual = { id: 'visual', kind: 'included', name: { fr: 'Visuel', en: 'Visual' }, price: 5000 }
const unknown = { id: 'unknown', kind: 'included', name: { fr: 'Divers', en: 'Other' } }
const services = [service, visual, unknown]

function estimate(
  ids: readonly string[],
  hours: number | null,
  percent: number,
  urgency: object = {},
  language: 'fr' | 'en' = 'fr',
) {
  const policy = compiled(document({ services, urgency }), { language })
  const asked: Service[] = policy.document.services.filter(({ id }) => ids.includes(id))
  return price(policy, { services: asked, hours, surchargePercent: percent })
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
  ])('of %j for %j hours at +%d %% reads %s', (ids, hours, percent, formula) => {
    expect(estimate(ids, hours, percent)?.formula).toBe(formula)
  })

  it('reads in English for English clients', () => {
    expect(estimate(['newsletter'], 2, 35, {}, 'en')?.formula).toBe(
      '€35.00/h × 2 h = €70.00; surcharge 35% = €24.50; total €94.50',
    )
  })

  it('is in minor units, with what triggered the surcharge', () => {
    expect(estimate(['newsletter'], 2, 35)).toMatchObject({
      base: { min: { minor: 7000, currency: 'EUR' }, max: { minor: 7000 } },
      surchargeBasisPoints: 3500,
      surcharge: { min: { minor: 2450 } },
      total: { min: { minor: 9450 }, max: { minor: 9450 } },
      triggers: ['short-notice'],
    })
  })

  it('lifts a small surcharge to the minimum and says so', () => {
    const lifted = estimate(['newsletter'], 1, 20, { minimumMinor: 1500 })
    expect(lifted?.surcharge.min.minor).toBe(1500)
    expect(lifted?.formula).toBe(
      '35,00 €/h × 1 h = 35,00 € ; majoration 20 % (minimum appliqué) = 15,00 € ; total 50,00 €',
    )
  })

  it('adds no minimum where there is no surcharge', () => {
    expect(estimate(['newsletter'], 1, 0, { minimumMinor: 1500 })).toMatchObject({
      total: { min: { minor: 3500 } },
      triggers: [],
    })
  })

  it.each([[['unknown']], [['newsletter', 'unknown']], [[]]])('of %j without hours is not known', (ids) => {
    expect(estimate(ids, null, 35)).toBeNull()
  })
})
