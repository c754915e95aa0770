import { describe, expect, it } from 'vitest'
import { languages } from '#model/board.ts'
import { documents } from '#policies/documents/documents.ts'
import { added, compiled, document } from '../judge.ts'
import { files, judgeCase } from '../preset-cases.ts'
import { answerTo, codesOf, presetNames, presetOf, rulesOf } from './asked.ts'

const day = '2026-11-24'
const rules = rulesOf('webmarketing')
const newsletter = { title: 'Newsletter de mai', text: 'Le texte est dans le Drive.' }

describe('« conditions dans le contrat ou les CGV »', () => {
  it.each(presetNames)('the contract of %s has a clause on urgent requests', (name) => {
    for (const language of languages) {
      const { text } = documents['contract-clauses'](presetOf(name), language, day)
      expect(text).toMatch(language === 'fr' ? /^## .*Demandes urgentes$/mu : /^## .*Urgent requests$/mu)
    }
  })

  it('to a client who has not accepted the terms, amounts are indicative only', () => {
    const asked = { title: 'Devis pour le chantier Morel', text: 'Les prix sont sur la photo.', hours: 2 }
    const monthly = rulesOf('forfait-mensuel')
    const before = answerTo(monthly, asked)
    expect(codesOf(before)).toContain('contract_pending')
    expect(before.message).toContain('Montant donné à titre indicatif')
    const after = answerTo(monthly, { ...asked, account: { acceptedAt: '2026-11-02T09:00:00.000Z' } })
    expect(codesOf(after)).not.toContain('contract_pending')
    expect(after.message).not.toContain('indicatif')
  })
})

describe('« moins de 24 h = urgent »', () => {
  it.each([
    ['23 h 59', '2026-11-23T08:00:00.000Z', '2026-11-24T07:59:00.000Z', true],
    ['24 h 00', '2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z', false],
    ['23 h 59 over the night of 25 hours', '2026-10-24T08:00:00.000Z', '2026-10-25T07:59:00.000Z', true],
    ['24 h 00 over the night of 25 hours', '2026-10-23T22:30:00.000Z', '2026-10-24T22:30:00.000Z', false],
    ['23 h 59 over the night of 23 hours', '2027-03-27T08:00:00.000Z', '2027-03-28T07:59:00.000Z', true],
    ['24 h 00 over the night of 23 hours', '2027-03-27T22:30:00.000Z', '2027-03-28T22:30:00.000Z', false],
  ])('%s', (_notice, dueSet, due, isUrgent) => {
    // Without working hours, so that nothing but the clock decides.
    const decision = answerTo(compiled(), { ...newsletter, dueSet, due })
    expect(codesOf(decision).includes('urgent_confirm')).toBe(isUrgent)
  })
})

describe('« majoration 20–50 % selon la complexité »', () => {
  it.each([
    ['low', 20, '84,00 €'],
    ['medium', 35, '94,50 €'],
    ['high', 50, '105,00 €'],
  ] as const)('%s: %d %% on 70,00 € is %s', (complexity, percent, total) => {
    const decision = answerTo(rules, {
      ...newsletter,
      hours: 2,
      complexity,
      due: '2026-11-24T07:59:00.000Z',
    })
    expect(decision.labels).toContain(`surcharge:${percent}`)
    expect(decision.message).toContain(`35,00 €/h × 2 h = 70,00 € ; majoration ${percent} %`)
    expect(decision.message).toContain(`total ${total}`)
  })

  it('hours that nobody knows give a range', () => {
    const decision = answerTo(rules, { ...newsletter, due: '2026-11-24T07:59:00.000Z' })
    expect(decision.fields.estimate?.text).toBe('entre 47,25 € et 141,75 €')
  })
})

describe('« toujours confirmer sa disponibilité avant de s’engager »', () => {
  const commitment = /c'est confirmé|je la traite|je m'en occupe|it is confirmed|I am handling|I am on it/iu
  const announced = files.flatMap((file) =>
    file.cases.map((each) => judgeCase(file, each).decision).filter(({ announce }) => announce),
  )
  const messagesOf = (code: 'urgent_confirm' | 'urgent_confirmed') =>
    announced.filter((decision) => codesOf(decision).includes(code)).map(({ message }) => message)

  it('no comment commits to anything before the assistant has', () => {
    const messages = messagesOf('urgent_confirm')
    expect(messages.length).toBeGreaterThan(20)
    expect(messages.filter((message) => commitment.test(message))).toEqual([])
  })

  it('after that, the comment does', () => {
    const messages = messagesOf('urgent_confirmed')
    expect(messages.length).toBeGreaterThan(2)
    expect(messages.filter((message) => !commitment.test(message))).toEqual([])
  })
})

describe('Exemple : « thérapeute/webinaires, moins de 24 h accepté après confirmation et majoré »', () => {
  const therapist = rulesOf('therapeute-webinaires', { address: 'vous' })
  const asked = {
    title: "Invitation à l'atelier du sommeil",
    text: 'Le texte est prêt dans le Drive, pouvez-vous mettre en page la newsletter et l’envoyer à la liste ?',
    hours: 2,
    at: '2026-11-23T13:00:00.000Z',
    due: '2026-11-24T09:00:00.000Z',
  }

  it('a card due in 20 hours is urgent, with its amount, and to be confirmed', () => {
    const decision = answerTo(therapist, asked)
    expect(decision.labels).toEqual(['in_scope', 'urgent_confirm', 'surcharge:35'])
    expect(decision.message).toContain('total 108,00 €')
    expect(decision.message).toContain("je dois d'abord vérifier ma disponibilité")
  })

  it('once confirmed, the client reads for when; looking again changes nothing', () => {
    const confirmed = { ...asked, overrides: [added('urgent_confirmed', asked.at)] }
    const decision = answerTo(therapist, confirmed)
    expect(decision.labels).toEqual(['in_scope', 'urgent_confirmed', 'surcharge:35'])
    expect(decision.message).toContain(
      "c'est confirmé : je la traite en urgence, pour mardi 24 novembre à 10 h",
    )
    expect(answerTo(therapist, confirmed)).toEqual(decision)
  })
})

describe('« le client, averti dès le départ, peut mieux anticiper »', () => {
  it('the very first comment tells the rule for what is urgent', () => {
    const introducing = compiled(document({ messages: { introduce: true } }))
    const decision = answerTo(introducing, { ...newsletter, account: { isFirst: true } })
    expect(decision.announce).toBe(true)
    expect(decision.message).toContain("moins de 24 heures à l'avance")
    expect(decision.message).toContain("une majoration de 20 % à 50 % peut s'appliquer")
  })
})
