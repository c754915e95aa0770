import { wordsOf } from './clauses.ts'

/** Phrases by their first word, the longest first, so that looking one up in a long text stays cheap. */
export type PhraseIndex = ReadonlyMap<string, readonly (readonly string[])[]>

/** Index phrases of folded words, written with single spaces. */
export function phraseIndex(phrases: readonly string[]): PhraseIndex {
  const split = phrases.map((phrase) => phrase.split(' ')).toSorted((a, b) => b.length - a.length)
  return Map.groupBy(split, (words) => words[0] ?? '')
}

/** Index phrases as somebody wrote them, folded first. What holds no word is left out. */
export function writtenPhraseIndex(phrases: readonly string[]): PhraseIndex {
  return phraseIndex(phrases.map((phrase) => wordsOf(phrase).join(' ')).filter((phrase) => phrase !== ''))
}

/** Does one of the phrases stand anywhere in these words? */
export function hasPhrase(index: PhraseIndex, words: readonly string[]): boolean {
  return words.some((_, at) => phraseAt(index, words, at) !== null)
}

/** The longest of the phrases that stands at this place, word for word, if any. */
export function phraseAt(
  index: PhraseIndex,
  words: readonly string[],
  start: number,
): readonly string[] | null {
  const candidates = index.get(words[start] ?? '')
  return candidates?.find((phrase) => phrase.every((word, offset) => words[start + offset] === word)) ?? null
}
