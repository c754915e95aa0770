import { describe, expect, it } from 'vitest'
import { findingCodes } from '#model/decision.ts'
import { labelName, labelSpecs, surchargeName } from '#policies/labels.ts'
import { compiled, document, service } from './judge.ts'

describe('labels', () => {
  it.each([
    ['contract_pending', 'Contrat en attente', 'Contract pending'],
    ['deposit_due', 'Acompte attendu', 'Deposit due'],
    ['out_of_scope', 'Hors cadre', 'Out of scope'],
    ['quote_needed', 'Devis à prévoir', 'Quote needed'],
    ['urgent_confirm', 'Urgent · dispo à confirmer', 'Urgent · availability to confirm'],
    ['urgent_confirmed', 'Urgent · confirmé', 'Urgent · confirmed'],
    ['over_limit', 'Hors forfait', 'Over plan'],
    ['info_missing', 'Infos manquantes', 'Info missing'],
    ['wrong_channel', 'Mauvais canal', 'Wrong channel'],
    ['off_hours', 'Hors horaires', 'Out of hours'],
    ['to_review', 'À vérifier', 'To review'],
    ['in_scope', 'Dans le cadre', 'In scope'],
  ] as const)('%s is "%s" and "%s"', (code, fr, en) => {
    expect([labelName(code, 'fr'), labelName(code, 'en')]).toEqual([fr, en])
  })

  it('tell the verdicts apart by name in each language', () => {
    for (const language of ['fr', 'en'] as const) {
      expect(new Set(findingCodes.map((code) => labelName(code, language))).size).toBe(findingCodes.length)
    }
  })

  it('show a surcharge as each language writes it', () => {
    expect([surchargeName(35, 'fr'), surchargeName(35, 'en')]).toEqual(['+35 %', '+35%'])
  })
})

describe('labels of a policy', () => {
  const keysOf = (changes: Readonly<Record<string, unknown>>) =>
    labelSpecs(compiled(document(changes))).map(({ key }) => key)

  it.each([
    ['contract_pending', { terms: { acceptance: 'required' } }],
    ['deposit_due', { billing: { hourlyRate: 35, deposit: {} } }],
    ['over_limit', { limits: { requests: { count: 3, per: 'week' } } }],
    ['info_missing', { services: [{ ...service, needs: [{ name: { fr: 'la date' }, by: ['due_date'] }] }] }],
    ['wrong_channel', { channels: { refused: ['voice'] } }],
    ['off_hours', { hours: { week: { monday: ['09:00-12:00'] } } }],
  ])('have %s only where the policy can come to it', (code, changes) => {
    expect(keysOf({})).not.toContain(code)
    expect(keysOf(changes)).toContain(code)
  })
})

describe('labelSpecs', () => {
  const keysOf = (urgency: object) =>
    labelSpecs(compiled(document({ urgency })))
      .map(({ key }) => key)
      .filter((key) => key.startsWith('surcharge:'))

  it('lists what can be shown, in the order of every card, in the language of the client', () => {
    expect(labelSpecs(compiled())).toEqual([
      { key: 'in_scope', name: 'Dans le cadre', color: 'green' },
      { key: 'out_of_scope', name: 'Hors cadre', color: 'red' },
      { key: 'quote_needed', name: 'Devis à prévoir', color: 'purple' },
      { key: 'to_review', name: 'À vérifier', color: 'blue' },
      { key: 'urgent_confirm', name: 'Urgent · dispo à confirmer', color: 'orange' },
      { key: 'urgent_confirmed', name: 'Urgent · confirmé', color: 'orange' },
      { key: 'surcharge:20', name: '+20 %', color: 'yellow' },
      { key: 'surcharge:35', name: '+35 %', color: 'yellow' },
      { key: 'surcharge:50', name: '+50 %', color: 'yellow' },
    ])
  })

  it('has the cap in place of what is above it, and nothing for no surcharge', () => {
    expect(keysOf({ surchargePercent: { low: 0, medium: 30, high: 80 }, capPercent: 40 })).toEqual([
      'surcharge:30',
      'surcharge:40',
    ])
    expect(keysOf({ capPercent: 0 })).toEqual([])
  })
})
