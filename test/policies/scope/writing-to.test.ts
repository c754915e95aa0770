import { describe, expect, it } from 'vitest'
import { writingTo } from '#policies/scope/writing-to.ts'
import { readBy } from './preset.ts'

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
    ['ecrire a mme roux pour decaler', 0],
    ['ecris a julie', 0],
    ['il faudrait leur ecrire demain', 3],
    ['write to julie about the invoice', 0],
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
    'lui ecrire sa page de vente',
    'leur ecrire plusieurs posts',
    'tu peux leur ecrire quatre articles',
    'ecrire a nouveau ma page de vente',
    'ecrire a la premiere personne ma page',
    'write to a high standard my sales page',
    'write to order 3 posts',
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
  ] as const)('is not refused as the writing of texts by %s: "%s"', (preset, title, text) =>
    expect(readBy(preset, title, text).verdict).not.toBe('out'),
  )

  it.each([
    ['Bio', 'Écris-lui une bio pour le site'],
    ['Page de vente', 'Écrire à nouveau ma page de vente'],
  ])('still asks for the text that it names: "%s"', (title, text) =>
    expect(readBy('webmarketing', title, text)).toMatchObject({ verdict: 'out', service: 'redaction' }),
  )
})
