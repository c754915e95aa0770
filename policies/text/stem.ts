import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'

const stemmers = { fr: stemFrench, en: stemEnglish } as const

/** No word that anybody looks for is longer; the stemmers were not made for what is. */
const longestWord = 40

/** Stems already worked out. Stemming costs more than all else that is done to a word, and texts repeat their words. */
const known = { fr: new Map<string, string>(), en: new Map<string, string>() } as const

/** Room for the vocabulary of several clients; then it starts anew, so that no text can fill the memory. */
const mostKnown = 20_000

/**
 * What is common to the forms of a folded word. Plural and feminine endings go first: folding has taken the accents
 * by which the stemmers tell some of them, and the French one does not know English plurals ("newsletters").
 */
export function stem(word: string, language: 'fr' | 'en'): string {
  if (word.length < 4 || word.length > longestWord) return word
  const remembered = known[language].get(word)
  if (remembered !== undefined) return remembered
  const stemmed = stemAnew(word, language)
  if (known[language].size >= mostKnown) known[language].clear()
  known[language].set(word, stemmed)
  return stemmed
}

function stemAnew(word: string, language: 'fr' | 'en'): string {
  const singular = word
    .replace(/(?<!e)aux$/u, 'al')
    .replace(/[sx]$/u, '')
    .replace(/ee$/u, 'e')
  return stemmers[language](singular)
}
