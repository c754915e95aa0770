import { wordsOf } from '../text/clauses.ts'
import { stem } from '../text/stem.ts'
import { isFiller } from './stop-words.ts'

/** The folded words a keyword is found by; none when it consists of stop words only. */
export function keyWords(keyword: string): string[] {
  return wordsOf(keyword).filter((word) => word !== '+' && !isFiller(word))
}

/** The stems of the words a keyword is found by. */
export function stemsOf(keyword: string, language: 'fr' | 'en'): string[] {
  return keyWords(keyword).map((word) => stem(word, language))
}
