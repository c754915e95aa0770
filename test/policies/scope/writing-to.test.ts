import { describe, expect, it } from 'vitest'
import { presets } from '#policies/presets/presets.ts'
import { parsePolicy } from '#policies/schema.ts'
import { defaultStrictness, readScope } from '#policies/scope/read-scope.ts'
import { buildScopeModel } from '#policies/scope/scope-model.ts'
import { writingTo } from '#policies/scope/writing-to.ts'

const placesIn = (clause: string) => [...writingTo(clause.split(' '))]

describe('writing to somebody', () => {
  it.each([
    ['tu peux lui ecrire', 3],
    ['ecris leur pour savoir quand ils passent', 0],
    ['ecris lui que je decale', 0],
    ['ecrire a la mairie', 0],
    ['tu ecris aux trois participantes', 1],
    ['could you write to her', 2],
    ['write to the landlord and ask for the keys', 0],
  ])('is getting in touch: "%s"', (clause, place) => expect(placesIn(clause)).toEqual([place]))

  it.each([
    'tu peux leur ecrire la newsletter',
    'ecris lui une bio pour le site',
    'lui ecrire 3 lignes',
    'ecris moi un article',
    'un texte ecrit a la main',
    'ecris a ma place',
    'write the article',
    'write to a brief',
    'could you write',
  ])('is authoring, or writing down: "%s"', (clause) => expect(placesIn(clause)).toEqual([]))
})

describe('a request to write to somebody', () => {
  it.each([
    ['webmarketing', 'Sophie', 'elle n’a pas répondu pour jeudi, tu peux lui écrire ?'],
    ['coach-trello', 'Paul', 'il n’a pas répondu pour jeudi, tu peux lui écrire ?'],
    ['therapeute-webinaires', 'Mme Hale', 'Elle préfère venir le 16, même heure. Pouvez-vous lui écrire ?'],
    [
      'therapeute-webinaires',
      'Mrs Hale',
      'She’d rather come on the 16th, same time. Could you write to her?',
    ],
    ['webmarketing', 'Jade', 'write to her and say the call moves to Friday'],
  ] as const)('is not refused as the writing of texts by %s: "%s"', (preset, title, text) => {
    const { services, language } = parsePolicy(presets[preset])
    const model = buildScopeModel(services, [], language)
    expect(readScope(model, title, text, defaultStrictness).verdict).not.toBe('out')
  })

  it('still asks for the text that it names', () => {
    const { services, language } = parsePolicy(presets.webmarketing)
    const model = buildScopeModel(services, [], language)
    const { verdict, service } = readScope(model, 'Bio', 'Écris-lui une bio pour le site', defaultStrictness)
    expect({ verdict, service }).toEqual({ verdict: 'out', service: 'redaction' })
  })
})
