import type { Language } from '#model/board.ts'
import { languageOf } from '../scope/language.ts'
import { isHollow } from '../scope/stop-words.ts'
import { wordsOf } from '../text/clauses.ts'
import { stem } from '../text/stem.ts'

/** The stems of a title's words that say something about the work, each once, in the order of the title. */
export function contentWords(title: string, otherwise: Language): string[] {
  const words = wordsOf(title)
  const language = languageOf(words, otherwise)
  return [
    ...new Set(words.filter((word) => word !== '+' && !isHollow(word)).map((word) => stem(word, language))),
  ]
}

/** How many words of a title make a keyword. */
const mostWords = 3

/**
 * The stretch of a title that says what is asked for, as it is written: from its first word that says something to the
 * third; null when none does. `Bonjour, arroser les plantes du bureau svp` → `arroser les plantes du bureau`.
 */
export function keyPhrase(title: string): string | null {
  const written = [...title.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)].map(([word]) => word)
  const telling = written.flatMap((word, at) =>
    wordsOf(word).some((part) => part !== '+' && !isHollow(part)) ? [at] : [],
  )
  const [first] = telling
  if (first === undefined) return null
  const last = telling[Math.min(telling.length, mostWords) - 1] ?? first
  const phrase = written.slice(first, last + 1).join(' ')
  return phrase.length <= longestKeyword ? phrase.charAt(0).toLocaleLowerCase('fr') + phrase.slice(1) : null
}

/** As the policy allows. */
const longestKeyword = 80
