import { describe, expect, it } from 'vitest'
import { compilePolicy } from '#policies/compile.ts'
import { documents } from '#policies/documents/documents.ts'
import { effectivePolicy } from '#policies/effective.ts'
import { parsePolicy } from '#policies/schema.ts'
import { policyWarnings } from '#policies/warnings.ts'
import { answerTo, codesOf, presetOf, rulesOf } from './asked.ts'

const day = '2026-11-24'
const preset = presetOf('webmarketing')
const newsletter = { title: 'Newsletter de mai', text: 'Le texte est dans le Drive.' }

/** The rules for a client with whom channels of their own were agreed. */
function agreedWith(channels: object) {
  const own = effectivePolicy(preset, { plan: null, terms: { channels } })
  const speaker = { language: 'fr', address: 'tu', timeZone: 'Europe/Paris' } as const
  return compilePolicy(own, { id: 'webmarketing', version: 1 }, speaker)
}

describe('« canal principal décidé avec le client »', () => {
  it('each client is sent to the channel that was agreed with them', () => {
    const clickup = agreedWith({ agreed: [{ via: 'clickup', note: 'liste « Demandes »' }] })
    const onWhatsapp = { ...newsletter, channel: 'whatsapp' } as const
    expect(answerTo(clickup, onWhatsapp).message).toContain('par ClickUp (liste « Demandes »)')
    expect(answerTo(rulesOf('webmarketing'), onWhatsapp).message).toContain('par Trello')
  })
})

describe('« canal unique, deux maximum, par type de demande »', () => {
  const codes = (agreed: readonly object[]) =>
    policyWarnings(parsePolicy({ ...preset, channels: { agreed } }), day).map(({ code }) => code)

  it.each(['request', 'urgent', 'question'])('three channels for one kind are a warning: %s', (kind) => {
    const ways = ['trello', 'email', 'slack'].map((via) => ({ via, for: [kind] }))
    expect(codes(ways)).toEqual(['too-many-channels'])
    expect(codes(ways.slice(1))).toEqual([])
  })
})

describe('« messagerie instantanée réservée aux urgences et rappels rapides »', () => {
  const rules = agreedWith({
    agreed: [
      { via: 'trello', note: 'https://trello.com/b/demandes' },
      { via: 'whatsapp', for: ['urgent'] },
    ],
  })

  it('an ordinary request by WhatsApp is asked for in the tool, with the link', () => {
    const decision = answerTo(rules, { ...newsletter, channel: 'whatsapp' })
    expect(decision.headline).toBe('wrong_channel')
    expect(decision.message).toContain('par Trello (https://trello.com/b/demandes)')
  })

  it('an urgent one may come that way', () => {
    const urgent = { ...newsletter, title: 'URGENT : newsletter de mai', channel: 'whatsapp' } as const
    expect(codesOf(answerTo(rules, urgent))).toEqual(['urgent_confirm', 'in_scope'])
  })
})

describe('« inscrite dans l’outil, sinon pas prioritaire »', () => {
  it('the contract says so, and a client who writes elsewhere is told', () => {
    expect(documents['contract-clauses'](preset, 'fr', day).text).toContain(
      "n'est pas prioritaire tant qu'elle",
    )
    const decision = answerTo(rulesOf('webmarketing'), { ...newsletter, channel: 'whatsapp' })
    expect(decision.message).toContain("Dès qu'elle y est, je la prends en compte.")
  })

  it('the same words on a card are an ordinary request', () => {
    expect(codesOf(answerTo(rulesOf('webmarketing'), newsletter))).toEqual(['in_scope'])
  })
})

describe('Exemple : « coach, tout par Trello, urgent = mail objet URGENT »', () => {
  const rules = rulesOf('coach-trello')
  const urgent = { title: 'URGENT : décaler la séance de demain', text: 'Trouve un autre créneau à Julie.' }

  it('the mail makes it urgent', () => {
    expect(codesOf(answerTo(rules, { ...urgent, channel: 'email' }))).toEqual(['urgent_confirm', 'in_scope'])
  })

  it('the card alone is asked to be followed by the mail', () => {
    const decision = answerTo(rules, urgent)
    expect(codesOf(decision)).toEqual(['urgent_confirm', 'wrong_channel', 'in_scope'])
    expect(decision.message).toContain("préviens-moi aussi par e-mail (avec l'objet « URGENT »)")
  })

  it('where no channel was agreed for what is urgent, no mail is asked for', () => {
    const anywhere = agreedWith({ agreed: [{ via: 'trello' }] })
    const asked = { ...newsletter, title: 'URGENT : newsletter de mai' }
    expect(codesOf(answerTo(anywhere, asked))).toEqual(['urgent_confirm', 'in_scope'])
  })
})
