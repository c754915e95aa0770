import { describe, expect, it } from 'vitest'
import { languages } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import { clauseSentence } from '#policies/documents/clauses.ts'
import { documents } from '#policies/documents/documents.ts'
import { listedServices } from '#policies/documents/service-list.ts'
import { parsePolicy } from '#policies/schema.ts'
import { files, judgeCase } from '../preset-cases.ts'
import { answerTo, codesOf, presetNames, presetOf, rulesOf } from './asked.ts'

const day = '2026-11-24'
const preset = presetOf('webmarketing')
const rules = rulesOf('webmarketing')

describe('« liste claire des prestations, partagée aux prospects »', () => {
  it.each(presetNames)('%s lists what is excluded too, as Markdown and as data', (name) => {
    const services = presetOf(name).services
    for (const language of languages) {
      const text = documents['service-list'](presetOf(name), language, day).text.replaceAll('\\', '')
      expect(services.filter((service) => !text.includes(service.name[language] ?? ''))).toEqual([])
      const listed = listedServices(presetOf(name), language).map(({ kind }) => kind)
      expect(listed).toEqual(services.map(({ kind }) => kind))
    }
  })
})

describe('« inclus et exclus noir sur blanc dans les contrats »', () => {
  it.each(languages)('the sentence in the comment is the sentence of the contract (%s)', (language) => {
    const asked = { title: 'Article de blog de 1 500 mots' }
    const { message, findings } = answerTo(rulesOf('webmarketing', { language }), asked)
    const sentence = clauseSentence(preset, findings[0]?.clause ?? '', language)
    expect(sentence).not.toBe('')
    expect(message).toContain(sentence)
    expect(documents['contract-clauses'](preset, language, day).text).toContain(sentence)
  })
})

describe('« hors cadre : devis complémentaire »', () => {
  it('work on quote has a first range that is no quote, and starts with the client’s approval only', () => {
    const decision = answerTo(rules, { title: 'Tunnel de vente pour la masterclass' })
    expect(decision.headline).toBe('quote_needed')
    expect(decision.message).toContain('Estimation, qui ne vaut pas devis : 35,00 €/h × 4 à 8 h')
    expect(decision.message).toContain('Rien ne commence sans ton accord')
    expect(codesOf(decision)).not.toContain('deposit_due')
  })

  it('without a duration there is no amount to name', () => {
    const decision = answerTo(rules, { title: 'Monter la vidéo du témoignage de Sophie' })
    expect([decision.headline, decision.price]).toEqual(['quote_needed', null])
  })
})

describe('« oser dire non avec bienveillance, orienter vers un autre prestataire »', () => {
  const asked = { title: 'Article de blog de 1 500 mots', due: '2026-11-24T07:59:00.000Z' }

  it.each([
    ['fr', 'Trois possibilités', 'sans majoration', 'une rédactrice web de mon réseau'],
    ['en', 'three ways forward', 'with no surcharge', 'a web writer I work with'],
  ] as const)('there are three doors, with date and surcharge (%s)', (language, doors, free, other) => {
    const { message } = answerTo(rulesOf('webmarketing', { language }), asked)
    for (const words of [doors, free, other]) expect(message).toContain(words)
    expect(message).toMatch(/25 nov/iu)
    expect(message).toMatch(/(?:majoration de|surcharge of) \d\d/u)
  })

  it('never says "refused", and always what comes next', () => {
    const messages = files.flatMap((file) => file.cases.map((each) => judgeCase(file, each).decision.message))
    expect(messages.filter((message) => /refus|reject|declin/iu.test(message))).toEqual([])
  })

  it('a text of one’s own without the next step cannot be published', () => {
    const templates = { out_of_scope: { fr: 'Ce n’est pas dans nos prestations.' } }
    const publish = () => parsePolicy({ ...preset, messages: { templates } })
    expect(publish).toThrow(AppError)
    expect(publish).toThrow(expect.objectContaining({ code: 'POLICY_INVALID' }))
    const mended = { out_of_scope: { fr: 'Ce n’est pas dans nos prestations. {{ next_step }}' } }
    expect(parsePolicy({ ...preset, messages: { templates: mended } }).messages.templates).toEqual(mended)
  })
})

describe('Exemple : « newsletters et Canva oui ; rédaction longue, community management complet non »', () => {
  it.each([
    ['article de blog 1 500 mots', '', 'out_of_scope'],
    ['Community management complet de mon compte Instagram', '', 'out_of_scope'],
    ['newsletter + 1 visuel', 'Le texte est dans le Drive.', 'in_scope'],
    ['newsletter et article de blog', '', 'to_review'],
  ])('« %s »', (title, text, headline) => {
    expect(answerTo(rules, { title, text }).headline).toBe(headline)
  })

  it('of a mixed request both sides are kept for the person who looks, and nothing is said', () => {
    const decision = answerTo(rules, { title: 'newsletter et article de blog' })
    expect(decision.findings[0]).toMatchObject({
      reason: 'mixed',
      evidence: { covered: ['newsletter'], excluded: ['redaction'] },
    })
    expect(decision.announce).toBe(false)
  })
})
