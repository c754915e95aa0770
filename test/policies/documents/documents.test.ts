import { describe, expect, it } from 'vitest'
import { languages } from '#model/board.ts'
import { autoReplies } from '#policies/documents/auto-reply.ts'
import { clauseSentence } from '#policies/documents/clauses.ts'
import { contractClauses } from '#policies/documents/contract-clauses.ts'
import { documents } from '#policies/documents/documents.ts'
import { introduction } from '#policies/documents/introduction.ts'
import { onboarding } from '#policies/documents/onboarding.ts'
import { listedServices, serviceList } from '#policies/documents/service-list.ts'
import { signature } from '#policies/documents/signature.ts'
import { presets } from '#policies/presets/presets.ts'
import { parsePolicy } from '#policies/schema.ts'
import { minimal, minimalDocument, rich, richDocument } from './rich-policy.ts'
import { variants } from './variants.ts'

const day = '2026-11-24'
const wednesdays = parsePolicy({
  ...richDocument,
  hours: { ...richDocument.hours, week: { wednesday: ['10:00-16:45'] }, focus: {} },
})

describe.each(Object.entries({ ...variants, ...presets }))('documents: %s', (_, policy) => {
  it.each(Object.keys(documents) as (keyof typeof documents)[])('%s is whole in both languages', (name) => {
    for (const language of languages) {
      const { title, text } = documents[name](policy, language, day)
      expect(title).not.toBe('')
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{|\{\{|\u00a0|\u202f|\n{3,}|: \.|\(\)/u)
    }
  })
})

describe('the contract', () => {
  it('E1: la clause du contrat change quand les horaires changent', () => {
    expect(contractClauses(rich, 'fr', day)).toContain('le lundi, le mardi et le jeudi de 9 h')
    expect(contractClauses(wednesdays, 'fr', day)).toContain('le mercredi de 10 h à 16 h 45')
  })

  it('E4: les conditions d’urgence y figurent, dans les mots du commentaire', () => {
    const text = contractClauses(rich, 'fr', day)
    expect(text).toContain(clauseSentence(rich, 'urgency.thresholdHours', 'fr'))
    expect(text).toContain('de 36 % pour une demande de complexité moyenne')
  })

  it('E5: paiement, moyens et acompte y figurent', () => {
    const text = contractClauses(rich, 'fr', day)
    expect(text).toContain('payables sous 30 jours')
    expect(text).toContain('Le paiement se fait par virement bancaire, par PayPal ou par Stripe.')
    expect(text).toContain('un acompte de 55 %')
  })

  it('numbers its articles without a gap', () => {
    const numbers = [...contractClauses(rich, 'fr', day).matchAll(/^## Article (\d+) –/gmu)].map(
      ([, number]) => Number(number),
    )
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(numbers.length).toBeGreaterThan(15)
  })
})

describe('the list of services', () => {
  it('E3: les prestations exclues y figurent aussi, avec qui s’en charge', () => {
    const text = serviceList(rich, 'fr', day)
    for (const { name } of rich.services) expect(text).toContain(name.fr)
    expect(text).toContain('Léa Martin, rédactrice web')
    expect(text).toContain("À fournir : texte validé (pièce jointe ou lien) ; date d'envoi (échéance).")
    expect(text).toContain('Prix fixe : 43,00 €')
  })

  it('gives the same as data', () => {
    expect(listedServices(rich, 'en').map(({ kind }) => kind)).toEqual([
      'included',
      'included',
      'quote',
      'excluded',
      'excluded',
    ])
  })
})

describe('the signature', () => {
  it('E1: la signature change quand les horaires changent', () => {
    for (const form of ['text', 'html'] as const) {
      expect(signature(rich, 'fr')[form]).toContain('le vendredi de 9 h à 12 h 15')
      expect(signature(wednesdays, 'fr')[form]).toContain('le mercredi de 10 h à 16 h 45')
    }
  })

  it('is safe to paste whatever the names', () => {
    const { html } = signature(
      parsePolicy({
        ...minimalDocument,
        assistant: {
          name: '<img src=x onerror="alert(1)">',
          trade: "L'art & la manière",
          website: 'javascript:alert(1)',
        },
      }),
      'fr',
    )
    expect(html).not.toMatch(/<(?!\/?(?:p|br|strong|a)\b)|href="javascript/u)
    expect(html).toContain('L&#39;art &amp; la manière')
  })

  it('says only what there is to say', () => expect(signature(minimal, 'fr').text).toBe('Règles'))
})

describe('automatic replies', () => {
  it.each(Object.entries({ ...variants, ...presets }))('fit into every channel: %s', (_, policy) => {
    for (const language of languages) {
      for (const { channel, text } of autoReplies(policy, language, day)) {
        expect(text.length).toBeLessThanOrEqual(channel.maxLength)
        expect(text.length).toBeGreaterThan(10)
        if (channel.id === 'sms')
          expect(text).toMatch(/^[\n !"#$%&'()*+,\-./0-9:;<=>?@A-Za-z_£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà¡]+$/u)
      }
    }
  })

  it('loses no letter of a name in a text message', () => {
    const named = { ...rich, assistant: { ...rich.assistant, name: 'Œuvrard' } }
    const [sms] = autoReplies(named, 'fr', day).filter(
      ({ when, channel }) => when === 'holiday' && channel.id === 'sms',
    )
    expect(sms?.text).toMatch(/ OEuvrard$/u)
  })

  it('E1: un texte par canal et par occasion', () => {
    const replies = autoReplies(rich, 'fr', day)
    expect(replies.map(({ when, channel }) => `${when} ${channel.id}`)).toEqual(
      ['outside_hours', 'leave', 'holiday'].flatMap((when) =>
        ['email', 'whatsapp', 'slack', 'sms'].map((channel) => `${when} ${channel}`),
      ),
    )
  })

  it.each([
    ['fr', 'lundi 4 janvier à 9 h'],
    ['en', 'Monday 4 January at 9:00'],
  ] as const)('E1: le texte des congés donne la date de retour (%s)', (language, back) => {
    const leave = autoReplies(rich, language, day).filter(({ when }) => when === 'leave')
    expect(leave).toHaveLength(4)
    for (const { text } of leave) expect(text).toContain(back)
  })

  it.each([
    ['fr', "; d'ici là, le relais est assuré.", 'Je suis en congés'],
    ['en', '; a colleague is standing in until then.', 'I am on leave'],
  ] as const)(
    'says that somebody stands in during a leave, where there is room (%s)',
    (language, said, away) => {
      const { hours } = rich
      const leave = [{ from: '2026-12-24', until: '2027-01-03', substitute: 'ines' }]
      const replaced = { ...rich, ...(hours && { hours: { ...hours, leave } }) }
      const texts = autoReplies(replaced, language, day).filter(({ when }) => when === 'leave')
      expect(texts.find(({ channel }) => channel.id === 'email')?.text).toContain(said)
      for (const { channel, text } of texts) {
        expect(text.length).toBeLessThanOrEqual(channel.maxLength)
        if (channel.id !== 'slack') expect(text).toContain(away)
      }
      expect(autoReplies(rich, language, day).some(({ text }) => text.includes(said))).toBe(false)
    },
  )

  it('takes leaves that follow each other without a gap for one', () => {
    const { hours } = rich
    const leave = [
      { from: '2026-12-21', until: '2026-12-25' },
      { from: '2026-12-26', until: '2027-01-03' },
    ]
    const [text = ''] = autoReplies({ ...rich, ...(hours && { hours: { ...hours, leave } }) }, 'fr', day)
      .filter(({ when }) => when === 'leave')
      .map((reply) => reply.text)
    expect(text).toContain("jusqu'au dimanche 3 janvier inclus")
  })

  it('speaks of the next leave once one is over, and of none when there is none', () => {
    const [next] = autoReplies(rich, 'fr', '2027-01-04').filter(({ when }) => when === 'leave')
    expect(next?.text).toContain('vendredi 20 août')
    expect(autoReplies(rich, 'fr', '2027-08-21').some(({ when }) => when === 'leave')).toBe(false)
  })

  it('names the next public holiday that costs a working day', () => {
    // 25 December is within a leave, 1 January too, 26 March is Good Friday in Moselle.
    const [holiday] = autoReplies(rich, 'fr', day).filter(({ when }) => when === 'holiday')
    expect(holiday?.text).toContain('vendredi 26 mars (Vendredi saint)')
    expect(holiday?.text).toContain('mardi 30 mars')
  })

  it('has nothing to say without working hours', () => expect(autoReplies(minimal, 'fr', day)).toEqual([]))
})

describe('welcoming a client', () => {
  it('E6: les questions de l’appel mènent à des champs de la politique', () => {
    const [discovery] = onboarding(rich, 'fr')
    expect(discovery?.id).toBe('discovery')
    expect(discovery?.items.every(({ field }) => field !== null)).toBe(true)
    for (const { field } of discovery?.items ?? []) {
      const [root = ''] = (field ?? '').split(/[.[]/u)
      if (root !== 'client') expect(Object.keys(rich)).toContain(root)
    }
  })

  it('E6: accès, outils, horaires, règles, contrat et acompte', () => {
    const all = onboarding(rich, 'fr')
    expect(all.map(({ id }) => id)).toEqual(['discovery', 'contract', 'access', 'rules', 'start'])
    const fields = all.flatMap(({ items }) => items.map(({ field }) => field))
    expect(fields).toEqual(
      expect.arrayContaining(['billing.deposit', 'client.acceptedAt', 'hours.week', 'channels.agreed']),
    )
  })

  it('leaves out what a policy does not call for', () => {
    const fields = onboarding(minimal, 'fr').flatMap(({ items }) => items.map(({ field }) => field))
    expect(fields).not.toContain('billing.deposit')
    expect(fields).not.toContain('hours.week')
  })
})

describe('the introduction', () => {
  it.each(Object.entries({ ...variants, ...presets }))('is short: %s', (_, policy) => {
    for (const language of languages) {
      for (const address of ['tu', 'vous'] as const) {
        const text = introduction(policy, language, address)
        expect(text.length).toBeLessThanOrEqual(500)
        expect(text.split(/(?<=[.!?]) (?=\p{Lu})/u).length).toBeGreaterThanOrEqual(2)
        expect(text).not.toMatch(/undefined|\n| {2}|\.\.|: \./u)
      }
    }
  })

  it('E7: dit dès le premier échange les horaires, où écrire et pas de vocaux', () => {
    const text = introduction(rich, 'fr', 'vous')
    expect(text).toContain(clauseSentence(rich, 'hours.week', 'fr'))
    expect(text).toContain('Vous pouvez déposer vos demandes ici')
    expect(text).toContain('message vocal')
    expect(text).toContain('21 % à 72 %')
  })

  it('tells how high surcharges go that are added together', () => {
    const { urgency } = rich
    const surchargePercent = { low: 20, medium: 35, high: 50 }
    const offHours = { work: 'ask' as const, surchargePercent: { evening: 10, weekend: 50, holiday: 60 } }
    const sum = {
      ...urgency,
      surchargePercent,
      offHours,
      tiers: [],
      combine: 'sum' as const,
      capPercent: 150,
    }
    const text = (changes: object) => introduction({ ...rich, urgency: { ...sum, ...changes } }, 'fr', 'tu')
    expect(text({})).toContain('une majoration de 10 % à 110 %')
    expect(text({ capPercent: 70 })).toContain('une majoration de 10 % à 70 %')
    expect(text({ combine: 'max' })).toContain('une majoration de 10 % à 60 %')
  })

  it('speaks to the client in one form of address', () => {
    expect(introduction(rich, 'fr', 'tu')).not.toMatch(/\b(?:vous|vos|votre)\b/iu)
    expect(introduction(rich, 'fr', 'vous')).not.toMatch(/\b(?:tu|tes|ton|ta|te)\b/iu)
  })
})
