import { describe, expect, it } from 'vitest'
import { stem } from '#policies/text/stem.ts'

describe('stem', () => {
  it.each([
    ['newsletter', 'newsletters', 'fr'],
    ['visuel', 'visuelles', 'fr'],
    ['journal', 'journaux', 'fr'],
    ['reseau', 'reseaux', 'fr'],
    ['rediger', 'redigees', 'fr'],
    ['story', 'stories', 'en'],
    ['post', 'posts', 'en'],
  ] as const)('finds %s in %s', (one, other, language) => {
    expect(stem(one, language)).toBe(stem(other, language))
  })

  it.each([
    ['mail', 'maillot', 'fr'],
    ['redaction', 'reduction', 'fr'],
  ] as const)('keeps %s and %s apart', (one, other, language) => {
    expect(stem(one, language)).not.toBe(stem(other, language))
  })

  it('leaves alone what is too long to be a word: the French stemmer takes a second over 100,000 vowels', () => {
    const endless = `${'ui'.repeat(50_000)}s`
    expect(stem(endless, 'fr')).toBe(endless)
  })
})
