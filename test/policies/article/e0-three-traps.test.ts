import { describe, expect, it } from 'vitest'
import { languages } from '#model/board.ts'
import { clauseSentence } from '#policies/documents/clauses.ts'
import { procedure } from '#policies/documents/procedure.ts'
import { effectivePolicy, originsOf } from '#policies/effective.ts'
import { parsePolicy } from '#policies/schema.ts'
import { policyWarnings } from '#policies/warnings.ts'
import { compiled, document } from '../judge.ts'
import { files, judgeCase } from '../preset-cases.ts'
import { answerTo, presetNames, presetOf, rulesOf } from './asked.ts'

const day = '2026-11-24'

describe('« une manière claire et écrite de décrire comment nous travaillons »', () => {
  it.each(files)('every clause that a verdict of $name rests on is in the written procedure', (file) => {
    const policy = presetOf(file.policy)
    const found = file.cases.flatMap((each) => judgeCase(file, each).decision.findings)
    const clauses = new Set(found.flatMap(({ clause }) => clause ?? []))
    for (const language of languages) {
      const written = procedure(policy, language, day).replaceAll('\\', '')
      const missing = [...clauses].filter((clause) => {
        const sentence = clauseSentence(policy, clause, language)
        return sentence === '' || !written.includes(sentence)
      })
      expect(missing).toEqual([])
    }
  })

  it.each(presetNames)('%s is the same after export and import', (name) => {
    expect(parsePolicy(JSON.parse(JSON.stringify(presetOf(name))))).toEqual(presetOf(name))
  })
})

describe('« accepter des demandes irréalistes »', () => {
  const decision = answerTo(rulesOf('webmarketing'), {
    title: 'Newsletter de mai',
    text: 'Le texte est dans le Drive.',
    hours: 5,
    due: '2026-11-23T10:00:00.000Z',
  })

  it('five hours of work for in two hours are flagged, with the earliest moment', () => {
    expect(decision.privateFindings).toMatchObject([
      { code: 'unrealistic_deadline', evidence: { earliest: '2026-11-23T14:30:00.000Z' } },
    ])
  })

  it('the client is offered a date', () => {
    expect(decision.message).toContain(
      "au mercredi 25 novembre à 9 h ou plus tard : il n'y a alors pas de majoration",
    )
  })
})

describe('« improviser à chaque nouveau client »', () => {
  it.each(presetNames)('a new client of %s has all rules and no warning, whatever the plan', (name) => {
    const preset = presetOf(name)
    for (const plan of [null, ...Object.keys(preset.plans)]) {
      const client = { plan, terms: {} }
      expect(policyWarnings(effectivePolicy(preset, client), day)).toEqual([])
      const origins = originsOf(JSON.parse(JSON.stringify(preset)), preset, client)
      expect(Object.keys(origins)).toEqual(
        expect.arrayContaining(['billing.hourlyRate', 'urgency.thresholdHours']),
      )
    }
  })
})

describe('« finir épuisée »', () => {
  it('a third urgent request on one day warns the assistant, and nobody else', () => {
    const policy = compiled(document({ limits: { hoursPerDay: 5 } }))
    const urgent = { title: 'Newsletter de mai', hours: 2, due: '2026-11-23T16:00:00.000Z' }
    const [second, third] = [120, 240].map((minutesPromised) =>
      answerTo(policy, { ...urgent, account: { minutesPromised } }),
    )
    expect(second?.privateFindings).toEqual([])
    expect(third?.privateFindings.map(({ code }) => code)).toEqual(['over_capacity'])
    expect([third?.labels, third?.message]).toEqual([second?.labels, second?.message])
  })
})
