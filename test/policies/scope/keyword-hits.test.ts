import { describe, expect, it } from 'vitest'
import { hitsIn, indexKeywords } from '#policies/scope/keyword-hits.ts'
import { readRequest } from '#policies/scope/request-text.ts'
import { services } from './preset.ts'

const keywords = { fr: ['logo', 'lettre mensuelle'], en: ['mailing', 'newsletter'] }
const index = indexKeywords([{ ...services[0], name: { fr: 'Envois' }, keywords } as (typeof services)[0]])
const found = (text: string) =>
  readRequest('', text, 'fr').clauses.flatMap((clause) => hitsIn(clause, index).map(({ keyword }) => keyword))

describe('a keyword', () => {
  it.each([
    ['Peux-tu refaire les logos ?', 'logo'],
    ['Nos lettres mensuelles sont à mettre en page', 'lettre mensuelle'],
    ['Could you prepare the mailings?', 'mailing'],
    ['Peux-tu envoyer la newsletter aux abonnées ?', 'newsletter'],
  ])('is found in its forms, and as it is written in the other language: "%s"', (text, keyword) =>
    expect(found(text)).toEqual([keyword]),
  )

  it.each(['J’ai reçu un mail de Sophie, tu peux le lire ?', 'Il faut rappeler Mme Logo mardi'])(
    'is not found in another word of the same letters: "%s"',
    (text) => expect(found(text)).toEqual([]),
  )
})
