import { describe, expect, it } from 'vitest'
import type { Decision } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import { compareDecisions, isOtherwise } from '#policies/compare-decisions.ts'
import { evaluate } from '#policies/evaluate.ts'
import { explainDecision } from '#policies/explain-decision.ts'
import { blog, compiled, document, facts, monday, service, task } from './judge.ts'

const judged = (input: unknown, asked: Partial<Task> = {}, known: Partial<Facts> = {}) => {
  const policy = compiled(input)
  return { policy, decision: evaluate(policy, task(asked), facts(known), monday) }
}

/** What a change of the smallest policy changes about a request. */
const compared = (changes: object, asked: Partial<Task> = {}, known: Partial<Facts> = {}) =>
  compareDecisions(judged(document(), asked, known), judged(document({ ...changes }), asked, known))

const said = (
  changes: object,
  language: 'fr' | 'en',
  asked: Partial<Task> = {},
  known: Partial<Facts> = {},
) => compared(changes, asked, known).map((difference) => difference[language])

describe('comparing two decisions', () => {
  it('finds nothing where nothing comes out otherwise, whatever the version', () => {
    expect(compared({ name: 'Autres règles' })).toEqual([])
    const { policy, decision } = judged(document())
    const later: Decision = { ...decision, policyVersion: 9, at: '2027-01-01T00:00:00.000Z' }
    expect(compareDecisions({ policy, decision }, { policy, decision: later })).toEqual([])
  })

  it('does not mind in which order a store gives the fields of a decision back', () => {
    const { policy, decision } = judged(document(), { hours: 2 })
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shuffled)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([key, inner]) => [key, shuffled(inner)]),
            )
          : value
    const stored = shuffled(decision) as Decision
    expect(compareDecisions({ policy, decision: stored }, { policy, decision })).toEqual([])
  })

  it('names both verdicts and the clause that now counts', () => {
    const changes = { services: [{ ...service, kind: 'excluded' }, blog] }
    expect(said(changes, 'fr')[0]).toBe(
      "Le verdict passe de « Dans le cadre » à « Hors cadre ». Clause : « Newsletters : cette prestation n'est pas comprise dans mes services habituels. »",
    )
    expect(said(changes, 'en')[0]).toMatch(
      /^The verdict goes from "In scope" to "Out of scope"\. Clause: "Newsletters/,
    )
    expect(isOtherwise(judged(document()), judged(document(changes)))).toBe(true)
  })

  it('says amounts as the assistant reads them, with what comes and what goes', () => {
    expect(said({ billing: { hourlyRate: 40 } }, 'fr', { hours: 2 })).toContain(
      "L'estimation passe de 70,00 € à 80,00 €.",
    )
    const priced = document({ billing: { hourlyRate: 35, deposit: { percent: 50 } } })
    const before = judged(document({ services: [{ ...service, oneOff: true }] }), { hours: 2 })
    const after = judged({ ...priced, services: [{ ...service, oneOff: true }] }, { hours: 2 })
    const words = compareDecisions(before, after).map(({ en }) => en)
    expect(words).toContain('The deposit is added: €35.00.')
    expect(compareDecisions(after, before).map(({ fr }) => fr)).toContain(
      "L'acompte disparaît (avant : 35,00 €).",
    )
  })

  it('lists labels beside the verdict by the names that the board shows', () => {
    const due = '2026-11-23T12:00:00.000Z'
    const known = { dueAt: due, dueSetAt: monday }
    const changes = { urgency: { surchargePercent: { low: 10, medium: 10, high: 10 } } }
    expect(said(changes, 'fr', { hours: 2, dueAt: due }, known)).toContain(
      'Étiquettes en plus : « +10 % ». Étiquettes en moins : « +35 % ».',
    )
  })

  it('tells a new wording from a new verdict', () => {
    const asked = { title: 'Article de blog' }
    const changes = {
      messages: { templates: { out_of_scope: { fr: 'Ce n’est pas dans mon offre. {{ next_step }}' } } },
    }
    const differences = compared(changes, asked)
    expect(differences.map(({ what }) => what)).toEqual(['message'])
    expect(isOtherwise(judged(document(), asked), judged(document(changes), asked))).toBe(false)
  })

  it('tells the assistant alone what only she is told', () => {
    const due = '2026-11-24T12:00:00.000Z'
    const known = { dueAt: due, dueSetAt: monday }
    const asked = { hours: 3, dueAt: due }
    const [difference] = compared({ limits: { hoursPerDay: 2 } }, asked, known)
    expect(difference).toMatchObject({
      what: 'private',
      fr: 'Pour toi seule : Cette demande prend à elle seule plus que tes 2 heures par jour.',
    })
    const busy = document({ limits: { hoursPerDay: 2 } })
    expect(isOtherwise(judged(document(), asked, known), judged(busy, asked, known))).toBe(false)
  })
})

describe('explaining a decision', () => {
  it('puts names, clauses and the reading of the text beside the codes', () => {
    const { policy, decision } = judged(document(), { title: 'Article de blog' })
    const explained = explainDecision(decision, policy)
    expect(explained).toMatchObject({
      headline: { key: 'out_of_scope', name: 'Hors cadre' },
      labels: [{ key: 'out_of_scope', name: 'Hors cadre' }],
      service: { key: 'blog', name: 'Rédaction' },
      price: null,
      message: { isWritten: true },
    })
    expect(explained.findings[0]?.sentence).toContain("n'est pas comprise")
    expect(explained.reading?.words).toContain('article de blog')
    expect(explained.reading?.candidates[0]).toEqual({ key: 'blog', name: 'Rédaction' })
  })

  it('does not claim that the text counted where a person named the service', () => {
    const { policy, decision } = judged(document(), { title: 'Bonjour', service: 'newsletter', hours: 2 })
    expect(explainDecision(decision, policy)).toMatchObject({ reading: null, price: { text: '70,00 €' } })
  })
})
