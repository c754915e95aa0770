import { describe, expect, it } from 'vitest'
import { documents } from '#policies/documents/documents.ts'
import { parsePolicy } from '#policies/schema.ts'
import { policyWarnings } from '#policies/warnings.ts'
import { compiled, document, service } from '../judge.ts'
import { answerTo, codesOf, presetOf, rulesOf } from './asked.ts'

const day = '2026-11-24'
const newsletter = { title: 'Newsletter de mai', hours: 2 }
const page = { ...service, id: 'page', oneOff: true, keywords: { fr: ['page de vente'] }, price: 400 }

const paidBy = (billing: object) => compiled(document({ billing: { hourlyRate: 35, ...billing } }))
const clausesOf = (billing: object, on = day) =>
  documents['contract-clauses'](parsePolicy(document({ billing: { hourlyRate: 35, ...billing } })), 'fr', on)
    .text

describe('« forfait, horaire, mission ponctuelle, abonnement mensuel »', () => {
  const tenHours = { package: { hours: 10 } }

  it('by the hour, time has its price', () => {
    expect(answerTo(paidBy({ mode: 'hourly' }), newsletter).price).toMatchObject({
      total: { min: { minor: 7000 } },
      balance: null,
    })
  })

  it.each(['package', 'monthly'])(
    '%s: time is taken from what is paid, and what goes beyond is told',
    (mode) => {
      const rules = paidBy({ mode, ...tenHours })
      const covered = answerTo(rules, { ...newsletter, account: { minutesUsed: 480 } })
      expect(covered.price).toMatchObject({ total: { min: { minor: 0 } }, balance: { leaves: { min: 0 } } })
      expect(codesOf(covered)).toEqual(['in_scope'])
      const beyond = answerTo(rules, { ...newsletter, account: { minutesUsed: 540 } })
      expect(codesOf(beyond)).toEqual(['over_limit', 'in_scope'])
      expect(beyond.price?.total.min.minor).toBe(3500)
    },
  )

  it('by assignment, a deposit comes first', () => {
    const rules = paidBy({ mode: 'one_off', deposit: {} })
    expect(codesOf(answerTo(rules, newsletter))).toEqual(['deposit_due', 'in_scope'])
  })
})

describe('« à réception, 15 jours, début de mois »', () => {
  it.each([
    ['on_receipt', 'payables à réception'],
    [{ days: 15 }, 'payables sous 15 jours'],
    ['start_of_month', 'payables en début de mois, au plus tard le 5'],
  ])('%j is in the contract', (due, words) => {
    expect(clausesOf({ payment: { due } })).toContain(words)
  })

  it('75 days are refused, with the law that says so', () => {
    expect(() =>
      parsePolicy(document({ billing: { hourlyRate: 35, payment: { due: { days: 75 } } } })),
    ).toThrow(
      expect.objectContaining({
        code: 'POLICY_INVALID',
        details: [
          expect.objectContaining({
            path: 'billing.payment.due.days',
            fr: expect.objectContaining({
              message: expect.stringContaining('maximum légal (60 jours après la facture en France)'),
            }),
          }),
        ],
      }),
    )
  })
})

describe('« virement, PayPal, Stripe »', () => {
  it('the contract lists them', () => {
    const methods = ['transfer', 'paypal', 'stripe']
    expect(clausesOf({ payment: { due: 'on_receipt', methods } })).toContain(
      'par virement bancaire, par PayPal ou par Stripe',
    )
  })
})

describe('« acompte obligatoire pour mission ponctuelle »', () => {
  const rules = compiled(
    document({ services: [service, page], billing: { hourlyRate: 35, deposit: { percent: 50 } } }),
  )
  const asked = (depositMinor: number) =>
    answerTo(rules, { title: 'Page de vente', account: { depositMinor } })

  it('a part of the deposit leaves the card waiting, all of it frees the card', () => {
    expect(asked(0).message).toContain('200,00 €')
    expect([0, 19_999, 20_000].map((minor) => asked(minor).headline)).toEqual([
      'deposit_due',
      'deposit_due',
      'in_scope',
    ])
  })

  it('running work needs none', () => {
    expect(codesOf(answerTo(rules, newsletter))).toEqual(['in_scope'])
  })
})

describe('« intégrer ces règles dans devis et contrats »', () => {
  const mentions = [
    { text: 'TVA non applicable, art. 293 B du CGI.', until: '2027-12-31' },
    { text: 'TVA non applicable, franchise en base (CIBS).', from: '2028-01-01' },
  ]
  const rules = paidBy({ mentions })
  const saidOn = (at: string) =>
    mentions.map(({ text }) => answerTo(rules, { ...newsletter, at }).message.includes(text))

  it('after its last day the old mention gives way to the new one, in comments and in the contract', () => {
    expect(saidOn('2027-12-31T12:00:00.000Z')).toEqual([true, false])
    expect(saidOn('2028-01-01T12:00:00.000Z')).toEqual([false, true])
    for (const [index, on] of ['2027-12-31', '2028-01-01'].entries()) {
      const clauses = clausesOf({ mentions }, on)
      expect(mentions.map(({ text }) => clauses.includes(text))).toEqual([index === 0, index === 1])
    }
  })

  it('the assistant is warned three months before a mention ends that no other follows', () => {
    const codes = (on: string) => policyWarnings(presetOf('webmarketing'), on).map(({ code }) => code)
    expect(codes('2027-09-30')).toEqual(['mention-ends'])
    expect(codes('2027-08-31')).toEqual([])
  })
})

describe('Exemple : « forfaits mensuels payables en début de mois ; 50 % d’acompte sur le ponctuel »', () => {
  const rules = rulesOf('forfait-mensuel')
  const asked = { title: 'Devis pour le chantier Morel', text: 'Les prix sont sur la photo.', hours: 1 }
  const account = { acceptedAt: '2026-09-01T09:00:00.000Z', paidUntil: '2026-11-30' }

  it('a month unpaid on the 5th is for the assistant alone to see', () => {
    const [fourth, fifth] = ['2026-12-04T08:00:00.000Z', '2026-12-05T08:00:00.000Z'].map((at) =>
      answerTo(rules, { ...asked, at, account }),
    )
    expect(fourth?.privateFindings).toEqual([])
    expect(fifth?.privateFindings).toMatchObject([{ code: 'payment_overdue', reason: 'month' }])
    expect(fifth?.labels.join()).not.toMatch(/pay|overdue/u)
    expect(fifth?.message).not.toMatch(/impay|retard|règlement|paiement/iu)
  })

  it('the one-off pack of templates waits for half of its price', () => {
    const decision = answerTo(rules, {
      title: 'Pack de modèles',
      text: "On s'installe à deux, il nous faut le pack de modèles complet avec notre en-tête.",
      account,
    })
    expect(decision.headline).toBe('deposit_due')
    expect(decision.message).toContain('un acompte est prévu avant de commencer : 105,00 €')
  })
})
