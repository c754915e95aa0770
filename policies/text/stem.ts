import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'

const stemmers = { fr: stemFrench, en: stemEnglish } as const

/** No word that anybody looks for is longer; the stemmers were not made for what is. */
const longestWord = 40

/**
 * What is common to the forms of a folded word. Plural and feminine endings go first: folding has taken the accents
 * by which the stemmers tell some of them, and the French one does not know English plurals ("newsletters").
 */
export function stem(word: string, language: 'fr' | 'en'): string {
  if (word.length < 4 || word.length > longestWord) return word
  const singular = word
    .replace(/(?<!e)aux$/u, 'al')
    .replace(/[sx]$/u, '')
    .replace(/ee$/u, 'e')
  return stemmers[language](singular)
}
