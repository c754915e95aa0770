import { describe, expect, it } from 'vitest'
import { clauseSentence } from '#policies/documents/clauses.ts'
import { compileMessages } from '#policies/messages/compile-messages.ts'
import { parsePolicy } from '#policies/schema.ts'
import { files, judgeCase } from '../preset-cases.ts'
import { answerTo, presetOf, rulesOf } from './asked.ts'

const judged = files.flatMap((file) =>
  file.cases.map((each) => ({ policy: presetOf(file.policy), ...judgeCase(file, each) })),
)

describe('« moins de stress : chaque situation a déjà une réponse prévue »', () => {
  it('nearly every request of the presets has a definite verdict; the rest is for a person, in silence', () => {
    const unsure = judged.filter(({ decision }) => decision.findings.some(({ code }) => code === 'to_review'))
    expect(unsure.length).toBeLessThan(judged.length / 10)
    expect(unsure.filter(({ decision }) => decision.announce)).toEqual([])
  })
})

describe('« plus de professionnalisme »', () => {
  it('every comment gives its reason, in the words of the contract', () => {
    const silent = judged.filter(({ decision, policy }) => {
      const [first] = decision.findings
      if (!decision.announce || first === undefined || first.code === 'in_scope') return false
      const said = ['fr', 'en'] as const
      const quoted = said.map((language) => clauseSentence(policy, first.clause ?? '', language))
      return !quoted.some((sentence) => sentence !== '' && decision.message.includes(sentence))
    })
    expect(silent.map(({ decision }) => decision.message)).toEqual([])
  })

  it.each([
    ['fr', 'tu'],
    ['fr', 'vous'],
    ['en', 'vous'],
  ] as const)('every text says what comes next (%s, %s)', (language, address) => {
    for (const [code, { body, nextStep }] of compileMessages({}, language, address)) {
      expect(body.uses, code).toContain('next_step')
      expect(nextStep.parts, code).not.toHaveLength(0)
    }
  })
})

describe('« une base pour évoluer, transmettre »', () => {
  it('a second assistant who imports the rules answers word for word the same', () => {
    const handed = parsePolicy(JSON.parse(JSON.stringify(presetOf('webmarketing'))))
    const asked = { title: 'Article de blog de 1 500 mots', due: '2026-11-24T07:59:00.000Z' }
    const hers = answerTo({ ...rulesOf('webmarketing'), document: handed }, asked)
    expect(hers).toEqual(answerTo(rulesOf('webmarketing'), asked))
  })
})
