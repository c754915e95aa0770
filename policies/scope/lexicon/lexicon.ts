import { stem } from '../../text/stem.ts'
import { isHollow } from '../stop-words.ts'
import { actions } from './actions.ts'
import { business } from './business.ts'
import { dailyLife } from './daily-life.ts'
import { marketing } from './marketing.ts'
import { type Concept, type Form, isLight } from './parse.ts'
import { isSameWord } from './same-word.ts'
import { talk } from './talk.ts'

/** A concept named in a text: the words from `start` up to `end` say it. */
export interface Mention {
  readonly concept: number
  readonly start: number
  readonly end: number
}

type Language = 'fr' | 'en'

const parts = [actions, marketing, business, dailyLife, talk]

/** All concepts; mentions name them by their place here. */
export const concepts: readonly Concept[] = parts.flatMap((part) => part.concepts)

const places = new Map(concepts.map(({ id }, place) => [id, place]))

interface Entry {
  /** The word, where the form is a single one; else null. */
  readonly word: string | null
  readonly stems: readonly string[]
  readonly concept: number
}

const forms: Readonly<Record<Language, ReadonlyMap<string, readonly Entry[]>>> = {
  fr: indexOf('fr'),
  en: indexOf('en'),
}

/** Forms of a language by their first stem, the longest first. */
function indexOf(language: Language): ReadonlyMap<string, readonly Entry[]> {
  const own = parts.flatMap((part) => part.forms).filter((form: Form) => form.language === language)
  const entries = own.map(({ words, stems, concept }) => ({
    word: words.length === 1 ? (words[0] ?? null) : null,
    stems,
    concept: places.get(concept) ?? 0,
  }))
  return Map.groupBy(
    entries.toSorted((a, b) => b.stems.length - a.stems.length),
    ({ stems }) => stems[0] ?? '',
  )
}

/** A word of a clause as the lexicon looks it up. */
export interface LexicalWord {
  readonly text: string
  readonly stem: string
}

/**
 * The concepts that a clause names, in the order of its words. A longer form takes the shorter ones inside it; one form
 * may stand for several concepts. Words that the text's own language does not know are looked up in the other.
 */
export function mentionsIn(words: readonly LexicalWord[], language: Language): Mention[] {
  const other = language === 'fr' ? 'en' : 'fr'
  const heavy: number[] = []
  words.forEach(({ text }, at) => {
    if (!isLight(text)) heavy.push(at)
  })
  const texts = heavy.map((at) => words[at]?.text ?? '')
  const own = heavy.map((at) => words[at]?.stem ?? '')
  const foreign = texts.map((text) => stem(text, other))
  const found: Mention[] = []
  for (let at = 0; at < heavy.length; ) {
    const entries = longestAt(forms[language], texts, own, at) ?? longestAt(forms[other], texts, foreign, at)
    const length = entries?.[0]?.stems.length ?? 0
    for (const { concept } of entries ?? []) {
      found.push({ concept, start: heavy[at] ?? 0, end: (heavy[at + length - 1] ?? 0) + 1 })
    }
    at += Math.max(1, length)
  }
  return found
}

/** The longest forms that stand at this place, all of one length; null when none does. */
function longestAt(
  index: ReadonlyMap<string, readonly Entry[]>,
  texts: readonly string[],
  stems: readonly string[],
  at: number,
): readonly Entry[] | null {
  const entries = index.get(stems[at] ?? '')
  const longest = entries?.find((entry) => standsAt(entry, texts, stems, at))?.stems.length
  if (entries === undefined || longest === undefined) return null
  return entries.filter((entry) => entry.stems.length === longest && standsAt(entry, texts, stems, at))
}

function standsAt(
  { word, stems: wanted }: Entry,
  texts: readonly string[],
  stems: readonly string[],
  at: number,
): boolean {
  if (word !== null) return saysWord(texts[at] ?? '', word)
  for (let offset = 1; offset < wanted.length; offset += 1) {
    if (stems[at + offset] !== wanted[offset]) return false
  }
  return true
}

/** A word that says nothing about work is a form only as it is written: "don" is no "dons", "me" no "meh". */
const saysWord = (said: string, word: string) => (isHollow(said) ? said === word : isSameWord(said, word))
