import { describe, expect, it } from 'vitest'
import { languages } from '#model/board.ts'
import { documents } from '#policies/documents/documents.ts'
import { onboarding } from '#policies/documents/onboarding.ts'
import { effectivePolicy } from '#policies/effective.ts'
import { parsePolicy } from '#policies/schema.ts'
import { answerTo, presetNames, presetOf, rulesOf } from './asked.ts'

const day = '2026-11-24'

describe('« appel découverte »', () => {
  it.each(presetNames)('each question of %s leads to a field of the policy or of the client', (name) => {
    const policy = presetOf(name)
    for (const language of languages) {
      const [discovery] = onboarding(policy, language)
      expect(discovery?.items.length).toBeGreaterThan(6)
      for (const { field } of discovery?.items ?? []) {
        const root = field?.split(/[.[]/u)[0] ?? ''
        expect(['client', ...Object.keys(policy)]).toContain(root)
      }
    }
  })
})

describe('« devis et contrat, rapides, complets »', () => {
  it('clauses, services and prices are written from the same policy', () => {
    const policy = presetOf('forfait-mensuel')
    expect(documents['contract-clauses'](policy, 'fr', day).text).toContain(
      'Son prix est de 340,00 € par mois',
    )
    const list = documents['service-list'](policy, 'fr', day).text
    for (const words of ['Tarif horaire : 35,00 €', '210,00 €', 'Ce que je ne fais pas']) {
      expect(list).toContain(words)
    }
  })
})

describe('« signature électronique et paiement »', () => {
  const asked = { title: 'Devis pour le chantier Morel', text: 'Les prix sont sur la photo.' }

  it.each([
    ['tu', 'fr', 'il me faut ton accord sur le contrat', 'Ta demande garde sa place'],
    ['vous', 'fr', "j'ai besoin de votre accord sur le contrat", 'Votre demande garde sa place'],
    ['vous', 'en', 'I need your agreement to the contract', 'Your request keeps its place'],
  ] as const)(
    'a prospect’s request waits for the contract, politely (%s, %s)',
    (address, language, why, next) => {
      const decision = answerTo(rulesOf('forfait-mensuel', { address, language }), asked)
      expect(decision.headline).toBe('contract_pending')
      expect(decision.message).toContain(why)
      expect(decision.message).toContain(next)
    },
  )
})

describe('« onboarding : formulaire / check-list (accès, outils, horaires, règles) »', () => {
  it.each(presetNames)('%s has its checklist, with a box for each step', (name) => {
    for (const language of languages) {
      const groups = onboarding(presetOf(name), language)
      const { text } = documents['onboarding-checklist'](presetOf(name), language, day)
      const steps = groups.flatMap(({ items }) => items)
      expect(groups.map(({ id }) => id)).toEqual(['discovery', 'contract', 'access', 'rules', 'start'])
      expect(text.match(/^- \[ \] /gmu)).toHaveLength(steps.length)
    }
  })
})

describe('« réunion de lancement »', () => {
  it('the checklist plans it, with the first requests judged in dry run as examples', () => {
    const { text } = documents['onboarding-checklist'](presetOf('webmarketing'), 'fr', day)
    expect(text).toContain('Tenir la réunion de lancement avec le tableau sous les yeux.')
    expect(text).toContain('Regarder ensemble les premières demandes jugées en mode essai.')
  })
})

describe('« écrit et standardisé, reproductible »', () => {
  const terms = { billing: { hourlyRate: 42 }, services: { newsletter: { kind: 'quote' } } }

  it.each(presetNames)('the next client on the same terms has the same rules: %s', (name) => {
    const imported = parsePolicy(JSON.parse(JSON.stringify(presetOf(name))))
    const agreed = { plan: null, terms: { billing: { hourlyRate: 42 } } }
    expect(effectivePolicy(imported, agreed)).toEqual(effectivePolicy(presetOf(name), agreed))
  })

  it('what was agreed with one client does not touch the rules of the others', () => {
    const shared = structuredClone(presetOf('webmarketing'))
    expect(effectivePolicy(presetOf('webmarketing'), { plan: null, terms }).billing.hourlyRate).toBe(42)
    expect(presetOf('webmarketing')).toEqual(shared)
  })
})
