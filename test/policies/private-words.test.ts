import { describe, expect, it } from 'vitest'
import { type PrivateFinding, privateCodes } from '#model/decision.ts'
import { privateWords } from '#policies/private-words.ts'
import { compiled } from './judge.ts'

const finding = (
  code: PrivateFinding['code'],
  reason: string,
  evidence: PrivateFinding['evidence'],
): PrivateFinding => ({ code, reason, evidence, clause: null })

const cases: readonly (readonly [PrivateFinding, string, string])[] = [
  [
    finding('payment_overdue', 'invoice', { since: '2026-11-02T23:30:00.000Z' }),
    'Une facture de ce client est en retard depuis le mardi 3 novembre.',
    'An invoice of this client has been overdue since Tuesday 3 November.',
  ],
  [
    finding('payment_overdue', 'month', { paidUntil: '2026-10-31' }),
    "Ce client n'a payé que jusqu'au samedi 31 octobre.",
    'This client has paid only until Saturday 31 October.',
  ],
  [
    finding('over_capacity', 'day', { promisedMinutes: 390, takesMinutes: 60, hoursPerDay: 7 }),
    "Tu as déjà promis 6,5 heures pour ce jour-là : avec cette demande, c'est plus que tes 7 heures par jour.",
    'You have promised 6.5 hours for that day already: with this request it is more than your 7 hours a day.',
  ],
  [
    finding('over_capacity', 'day', { promisedMinutes: 0, takesMinutes: 480, hoursPerDay: 7 }),
    'Cette demande prend à elle seule plus que tes 7 heures par jour.',
    'This request alone takes more than your 7 hours a day.',
  ],
  [
    finding('unrealistic_deadline', 'working-time', {
      availableMinutes: 60,
      takesMinutes: 180,
      earliest: '2026-11-24T10:00:00.000Z',
    }),
    "Avant l'échéance, il te reste 1 heure de travail, pour une demande qui prend 3 heures. Au plus tôt : mardi 24 novembre à 11 h.",
    'Before the deadline you have 1 hour of working time, for a request that takes 3 hours. At the earliest: Tuesday 24 November at 11:00.',
  ],
  [
    finding('unrealistic_deadline', 'working-time', {
      availableMinutes: 0,
      takesMinutes: null,
      earliest: null,
    }),
    "Avant l'échéance, il ne te reste aucune heure de travail.",
    'Before the deadline you have no working time.',
  ],
  [
    finding('assumed_deadline', 'text', {
      at: '2026-11-27T11:00:00.000Z',
      words: 'avant vendredi midi',
      precision: 'minute',
    }),
    "Le texte semble demander « avant vendredi midi », soit vendredi 27 novembre à 12 h. Rien n'est facturé sur ce délai tant qu'aucune échéance n'est posée.",
    'The text seems to ask for "avant vendredi midi", which is Friday 27 November at 12:00. Nothing is billed on it as long as no due date is set.',
  ],
  [
    finding('package_threshold', 'hours', { percent: 80, usedMinutes: 510, totalMinutes: 600 }),
    'Avec cette demande, ce client atteint 80 % de son forfait : 8,5 heures sur 10 heures.',
    'With this request, this client reaches 80% of their package: 8.5 hours of 10 hours.',
  ],
  [
    finding('goodwill', 'offered', { value: '70,00 €' }),
    'Offert cette fois : 70,00 €.',
    'Given away this time: 70,00 €.',
  ],
]

describe('what only the assistant is told', () => {
  it.each(cases)('is said in both languages: %o', (finding, fr, en) => {
    expect([privateWords(finding, compiled(), 'fr'), privateWords(finding, compiled(), 'en')]).toEqual([
      fr,
      en,
    ])
  })

  it('has words for everything that can be found', () => {
    expect(new Set(cases.map(([{ code }]) => code))).toEqual(new Set(privateCodes))
  })
})
