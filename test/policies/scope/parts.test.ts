import { describe, expect, it } from 'vitest'
import { readComplexity } from '#policies/scope/complexity.ts'
import { kernelRidge } from '#policies/scope/kernel-ridge.ts'
import { languageOf } from '#policies/scope/language.ts'
import { concepts } from '#policies/scope/lexicon/lexicon.ts'
import { softmax } from '#policies/scope/linear.ts'
import { readRequest } from '#policies/scope/request-text.ts'
import { conceptKinds } from '#policies/scope/work/concept-kinds.ts'
import { workWords } from '#policies/scope/work/words.ts'
import { kinds } from '#policies/scope/work-kinds.ts'

const wordsIn = (text: string) => text.split(' ')

describe('language', () => {
  it.each([
    ['peux tu envoyer la lettre', 'fr'],
    ['could you send the letter', 'en'],
    ['newsletter canva', 'fr'],
  ])('of "%s" is %s', (text, language) => expect(languageOf(wordsIn(text), 'fr')).toBe(language))
})

describe('concepts', () => {
  const named = (text: string) =>
    readRequest(text, '', 'fr').clauses.flatMap(({ mentions }) =>
      mentions.map(({ concept }) => concepts[concept]?.id),
    )

  it('are named once each', () => {
    const ids = concepts.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it.each([
    ['la page de vente', 'sales-page'],
    ['the sales pages of my course', 'sales-page'],
    ['une chaudière en panne', 'home-repair'],
    ['my boiler is leaking', 'home-repair'],
    ['deux billets de train', 'train'],
    ['il faut lui faire un avoir de 90 €', 'invoice'],
  ])('in "%s" include %s', (text, concept) => expect(named(text)).toContain(concept))

  it.each([
    ['la page de vente', 'sell'],
    ['Could you file it?', 'document'],
    ['Please file the return by Friday', 'document'],
  ])('take the longest form: "%s" is no %s', (text, concept) => expect(named(text)).not.toContain(concept))

  it('belong to kinds of work that there are', () => {
    const ids = new Set(concepts.map(({ id }) => id))
    for (const line of conceptKinds.trim().split('\n')) {
      const [named = '', own = ''] = line.split(': ')
      expect(named.split(' ').filter((id) => !ids.has(id))).toEqual([])
      expect(own.split(' ').filter((kind) => !kinds.includes(kind))).toEqual([])
    }
    for (const line of workWords.trim().split('\n')) expect(kinds).toContain(line.slice(0, line.indexOf(':')))
  })
})

describe('what a clause does', () => {
  it.each([
    ['peux-tu envoyer la lettre', 'ask'],
    ['please lay it out', 'ask'],
    ['envoyer la lettre', 'ask'],
    ['il faudrait une affiche', 'ask'],
    ["j'ai fini le texte", 'tell'],
    ['we had a meeting', 'tell'],
    ['la lettre de mai', 'plain'],
    ['figured it out', 'plain'],
    ['ordered on the 2nd', 'plain'],
    ['embed the video on the page', 'ask'],
    ["copywriter's on the emails", 'plain'],
    ['designer for the page', 'plain'],
    ['numbers are in the sheet', 'plain'],
    ['traductrice en congé jusqu’à lundi', 'plain'],
    ['order the tiles for the kitchen', 'ask'],
  ])('"%s" is %s', (text, role) => expect(readRequest('', text, 'fr').clauses[0]?.role).toBe(role))
})

describe('a request for two things', () => {
  it.each([
    'Deux choses, aussi importantes l’une que l’autre.',
    'D’un côté les visuels, de l’autre la publicité.',
    'I need both of these.',
    'On one side the lessons, on the other the ads.',
  ])('of which neither is the main one says so: "%s"', (text) =>
    expect(readRequest('', text, 'fr').asksForTwo).toBe(true),
  )

  it.each(['La lettre de mai et deux photos', 'The second lesson, please'])('is not "%s"', (text) =>
    expect(readRequest('', text, 'fr').asksForTwo).toBe(false),
  )
})

describe('a thing that is ready', () => {
  const weightOf = (word: string, text: string) =>
    readRequest('', text, 'fr').clauses.flatMap(({ words }) => words.filter((own) => own.text === word))[0]
      ?.weight

  it.each([
    ['logo', 'Le logo est prêt', 0.15],
    ['logo', 'The logo is ready', 0.15],
    ['logo', 'Demande quand le logo est prêt', 1],
    ['logo', 'Ask whether the logo will be ready', 1],
    ['logo', 'Le logo est prêt, à envoyer mardi', 0.5],
    ['logo', 'The logo is ready, please send it', 0.5],
    ['logo', 'Le logo est prêt, il faut une affiche', 0.15],
  ] as const)(
    'is work that is done, unless it is waited for or handed on: %s in "%s"',
    (word, text, weight) => expect(weightOf(word, text)).toBe(weight),
  )
})

describe('ridge regression', () => {
  it('fits each text to its class', () => {
    const vectors = [0, 1].map((id) => ({ ids: Int32Array.of(id), values: Float64Array.of(1) }))
    const [first, second] = kernelRidge(vectors, [0, 1], 2, 2, 0.5)
    expect(first?.[0]).toBeCloseTo(1 / 1.5)
    expect(first?.[1]).toBeCloseTo(0)
    expect(second?.[1]).toBeCloseTo(1 / 1.5)
  })
})

it('softmax sums to 1 however large the scores', () => {
  expect(softmax([1000, 999, -1000]).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
})

describe('complexity', () => {
  it.each([
    ['Changer la date', 'Juste remplacer le 14 par le 21 sur le visuel.', 'low'],
    ['One link', 'Just swap the link of the button please.', 'low'],
  ] as const)('of "%s" is told by its words', (title, text, level) => {
    expect(readComplexity(title, text).level).toBe(level)
  })

  it('falls back on what is usual for the service', () => {
    for (const usual of ['low', 'medium', 'high'] as const) {
      const { level, sure } = readComplexity('', '', usual)
      expect(sure ? usual : level).toBe(usual)
    }
  })

  it('gives the words it rests on', () => {
    expect(readComplexity('', 'Tous les textes, chaque semaine, douze pages').evidence).toContain('12')
  })
})
