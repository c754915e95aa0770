import { describe, expect, it } from 'vitest'
import type { Finding, Price } from '#model/decision.ts'
import { messageCodes } from '#policies/messages/message-codes.ts'
import { type Subject, writeMessage } from '#policies/messages/write-message.ts'
import { price } from '#policies/rules/price.ts'
import { blog, compiled, document, monday, service } from './judge.ts'

const speakers = [
  { language: 'fr', address: 'tu' },
  { language: 'fr', address: 'vous' },
  { language: 'en', address: 'vous' },
] as const

const urgent = (billed: boolean): Finding => ({
  code: 'urgent_confirm',
  reason: billed ? 'short-notice' : 'marker',
  evidence: { billed },
  clause: null,
})

const estimate = (policy: ReturnType<typeof compiled>, surchargePercent = 35): Price | null =>
  price(policy, { services: policy.document.services.slice(0, 1), hours: 2, surchargePercent })

const subject = (changes: Partial<Subject> = {}): Subject => ({
  headline: 'urgent_confirm',
  findings: [urgent(true)],
  services: ['newsletter'],
  price: estimate(compiled()),
  surchargePercent: 35,
  dueAt: '2026-11-24T08:30:00.000Z',
  ...changes,
})

const every = speakers.flatMap((speaker) =>
  messageCodes.flatMap((headline) =>
    [true, false].flatMap((billed) =>
      [true, false].map((priced) => ({ ...speaker, headline, billed, priced })),
    ),
  ),
)

describe('every message', () => {
  it.each(every)(
    '$headline in $language ($address), billed $billed, priced $priced, is fit to be sent',
    (given) => {
      const policy = compiled(document(), given)
      const text = writeMessage(
        policy,
        subject({
          headline: given.headline,
          findings: [urgent(given.billed)],
          price: given.priced ? estimate(policy, given.billed ? 35 : 0) : null,
          surchargePercent: given.billed ? 35 : 0,
        }),
        monday,
      )
      expect(text.split('\n').length).toBeGreaterThanOrEqual(2)
      expect(text.split('\n').length).toBeLessThanOrEqual(6)
      expect(text).not.toMatch(/refus|declin|&\w+;|\{|\}|undefined|null|\n\n|\s\n/iu)
      if (given.language === 'en') expect(text).not.toMatch(/[éèàç]/u)
      else
        expect(text).toMatch(given.address === 'tu' ? /\b(?:ta|te|toi|tu|dis)\b/iu : /\b(?:votre|vous)\b/iu)
      if (given.address === 'vous') expect(text).not.toMatch(/\b(?:tu|ton|ta|tes|toi)\b/iu)
    },
  )

  it.each(speakers)('in $language ($address) promises no availability before it is confirmed', (speaker) => {
    const policy = compiled(document(), speaker)
    const text = writeMessage(policy, subject(), monday)
    expect(text).toMatch(/vérifier ma disponibilité|check my availability/u)
    expect(text).not.toMatch(/je traite|je m'en occupe|je suis disponible|I am handling/iu)
  })
})

describe('the message of an urgent request', () => {
  it('has three ways out, the calculation, and the word that it is no quote', () => {
    const text = writeMessage(compiled(), subject(), monday)
    expect(text).toContain('mardi 24 novembre à 9 h 30')
    expect(text).toContain('Estimation, qui ne vaut pas devis : 35,00 €/h × 2 h = 70,00 €')
    expect(text).toMatch(/sans majoration.*je te confirme ma disponibilité.*autre prestataire/u)
  })

  it('names no amount when only a word says so', () => {
    const text = writeMessage(compiled(), subject({ findings: [urgent(false)], surchargePercent: 0 }), monday)
    expect(text).toContain("Aucune majoration n'est comptée")
    expect(text).not.toContain('€')
  })

  it('names the percentage when the amount is not known', () => {
    const text = writeMessage(compiled(), subject({ price: null }), monday)
    expect(text).toContain('une majoration de 35 %')
  })
})

describe('legal mentions', () => {
  const mentions = [
    { text: 'Ancienne mention.', until: '2026-11-22' },
    { text: 'Mention du jour.', from: '2026-11-23', until: '2026-11-23' },
    { text: 'Mention future.', from: '2026-11-24' },
    { text: 'Toujours.' },
  ]
  const policy = compiled(document({ billing: { hourlyRateMinor: 3500, mentions } }))

  it('stand beside an amount on the days they are for, in the zone of the client', () => {
    expect(writeMessage(policy, subject(), monday)).toContain('94,50 €. Mention du jour. Toujours.\n')
    expect(writeMessage(policy, subject(), '2026-11-23T23:30:00.000Z')).toContain(
      '€. Mention future. Toujours.\n',
    )
  })

  it('are left out where there is no amount', () => {
    expect(writeMessage(policy, subject({ price: null }), monday)).not.toContain('Toujours')
  })
})

describe('own words', () => {
  const templates = { out_of_scope: { fr: 'Bonjour & bienvenue, {{ service }} : {{ next_step }}' } }
  const own = document({
    assistantName: 'Sophie',
    messages: { templates },
    services: [
      service,
      { ...blog, name: { fr: 'Rédaction <longue> & co', en: 'Writing' }, referral: { fr: 'Léa' } },
    ],
  })
  const about = subject({ headline: 'out_of_scope', findings: [], services: ['blog'], price: null })

  it('replace the built-in ones in their language, keep the next step, and are signed', () => {
    const text = writeMessage(compiled(own), about, monday)
    expect(text).toMatch(/^Bonjour & bienvenue, Rédaction <longue> & co : Deux possibilités/u)
    expect(text).toContain('(je te recommande Léa)')
    expect(text.endsWith('\n— Sophie')).toBe(true)
  })

  it('may spread over lines: what does not apply leaves no gap', () => {
    const fr = 'Bonjour, \n\n{% if due %}\n{{ due }}\n{% endif %}\n\n{{ next_step }}'
    const policy = compiled(document({ messages: { templates: { in_scope: { fr } } } }))
    const text = writeMessage(policy, subject({ headline: 'in_scope', findings: [] }), monday)
    expect(text).toMatch(/^Bonjour,\n\nTu n'as rien/u)
  })

  it('leave the other language as it is, without a referral in a language that is not theirs', () => {
    const text = writeMessage(compiled(own, { language: 'en' }), about, monday)
    expect(text).toContain('“Writing” is not part')
    expect(text).not.toContain('Léa')
  })
})

it('says nothing for a headline that no rule of today gives', () => {
  expect(writeMessage(compiled(), subject({ headline: 'deposit_due' }), monday)).toBe('')
})
