import { describe, expect, it } from 'vitest'
import { autoReplies } from '#policies/documents/auto-reply.ts'
import { documents } from '#policies/documents/documents.ts'
import { parsePolicy } from '#policies/schema.ts'
import { answerTo, presetOf, rulesOf } from './asked.ts'

const day = '2026-11-24'
const preset = presetOf('webmarketing')
const rules = rulesOf('webmarketing')
const newsletter = { title: 'Newsletter de mai', text: 'Le texte est dans le Drive.' }

const withHours = (hours: object) => parsePolicy({ ...preset, hours: { ...preset.hours, ...hours } })
const wednesdays = withHours({ week: { wednesday: ['10:00-16:45'] } })

describe('« un message un samedi soir »', () => {
  it.each([
    ['samedi 21 h', '2026-11-28T20:00:00.000Z', 'lundi 30 novembre à 9 h'],
    ['samedi 21 h, veille de Pâques', '2027-03-27T20:00:00.000Z', 'mardi 30 mars à 9 h'],
    ['lundi 22 h', '2026-11-23T21:00:00.000Z', 'mardi 24 novembre à 9 h'],
  ])('%s : hors horaires, et la réponse vient à la reprise', (_when, at, back) => {
    const decision = answerTo(rules, { ...newsletter, at })
    expect(decision.labels).toEqual(['in_scope', 'off_hours'])
    expect(decision.announce).toBe(true)
    expect(decision.message).toContain(`Je te réponds à partir de ${back}`)
  })
})

describe('« indiquer jours et heures dans le contrat »', () => {
  it('the clause changes when the hours change', () => {
    const clausesOf = (policy: typeof preset) => documents['contract-clauses'](policy, 'fr', day).text
    expect(clausesOf(preset)).toContain('du lundi au vendredi de 9 h à 12 h 30 et de 14 h à 18 h')
    expect(clausesOf(wednesdays)).toContain('le mercredi de 10 h à 16 h 45')
    expect(documents['contract-clauses'](wednesdays, 'en', day).text).toContain('10:00–16:45')
  })
})

describe('« signature d’e-mail avec les horaires de réponse »', () => {
  it('the signature changes when the hours change', () => {
    const signatureOf = (policy: typeof preset) => documents.signature(policy, 'fr').text
    expect(signatureOf(preset)).toContain('du lundi au vendredi de 9 h')
    expect(signatureOf(wednesdays)).toContain('le mercredi de 10 h à 16 h 45')
  })
})

describe('« message automatique (Gmail, Slack, WhatsApp Business) »', () => {
  const away = withHours({ leave: [{ from: '2026-12-21', until: '2027-01-03' }] })
  const replies = autoReplies(away, 'fr', day)

  it('each channel has a text for the evening, for leave and for a public holiday, within its limit', () => {
    for (const when of ['outside_hours', 'leave', 'holiday']) {
      const ready = replies.filter((reply) => reply.when === when)
      expect(ready.map(({ channel }) => channel.id)).toEqual(['email', 'whatsapp', 'slack', 'sms'])
      expect(ready.filter(({ channel, text }) => text.length > channel.maxLength)).toEqual([])
    }
  })

  it('the text for leave names the day of return', () => {
    const onLeave = replies.filter(({ when }) => when === 'leave')
    expect(onLeave.filter(({ text }) => !text.includes('lundi 4 janvier à 9 h'))).toEqual([])
    expect(documents['auto-replies'](away, 'fr', day).text).toContain('lundi 4 janvier à 9 h')
  })
})

describe('« week-end ou soirée possible, tarif majoré »', () => {
  it('work on a Sunday costs 50 % more, and availability is to be confirmed', () => {
    const decision = answerTo(rules, {
      ...newsletter,
      hours: 2,
      at: '2026-11-28T10:00:00.000Z',
      due: '2026-11-29T17:00:00.000Z',
    })
    expect(decision.headline).toBe('urgent_confirm')
    expect(decision.labels).toContain('surcharge:50')
    expect(decision.message).toContain('majoration 50 % = 35,00 € ; total 105,00 €')
    expect(decision.message).toContain('si je te confirme ma disponibilité')
  })

  it('an assistant who never works on Sundays offers another date and asks for no surcharge', () => {
    const decision = answerTo(rulesOf('coach-trello'), {
      title: 'Décaler la séance de Julie',
      at: '2026-11-28T10:00:00.000Z',
      due: '2026-11-29T17:00:00.000Z',
    })
    expect(decision.price?.surchargeBasisPoints).toBe(0)
    expect(decision.message).toContain('au plus tôt : lundi 30 novembre à 10 h')
  })
})
