import { rememberLast } from '../../remember-last.ts'
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

/** A form that has been read to its end. */
interface End {
  /** The word, where the form is a single one; else null. */
  readonly word: string | null
  readonly concept: number
}

/** How far some form has been read: the words it may go on with, and the forms that end here. */
interface Step {
  readonly next: Map<string, Step>
  readonly ends: End[]
}

const step = (): Step => ({ next: new Map(), ends: [] })

/**
 * The forms of each language, word after word, so that looking one up costs the same however many there are. Read when
 * the first text is: starting does not wait for it.
 */
const forms = rememberLast((): Readonly<Record<Language, Step>> => {
  const roots = { fr: step(), en: step() }
  for (const form of parts.flatMap((part) => part.forms())) {
    const word = form.words.length === 1 ? (form.words[0] ?? null) : null
    lastStep(roots[form.language], form).ends.push({ word, concept: places.get(form.concept) ?? 0 })
  }
  return roots
})

function lastStep(root: Step, { stems }: Form): Step {
  let at = root
  for (const stem of stems) {
    const next = at.next.get(stem) ?? step()
    at.next.set(stem, next)
    at = next
  }
  return at
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
  const known = forms()
  const heavy: number[] = []
  words.forEach(({ text }, at) => {
    if (!isLight(text)) heavy.push(at)
  })
  const wordAt = (at: number) => words[heavy[at] ?? -1]
  const found: Mention[] = []
  for (let at = 0; at < heavy.length; ) {
    const form =
      longestAt(known[language], wordAt, at, ownStem) ??
      longestAt(known[other], wordAt, at, ({ text }) => stem(text, other))
    const end = form?.end ?? at + 1
    for (const { concept } of form?.ends ?? []) {
      found.push({ concept, start: heavy[at] ?? 0, end: (heavy[end - 1] ?? 0) + 1 })
    }
    at = end
  }
  return found
}

/** The longest forms that stand at this place, all of one length, and where they end; null when none stands. */
function longestAt(
  root: Step,
  wordAt: (at: number) => LexicalWord | undefined,
  start: number,
  stemOf: (word: LexicalWord) => string,
) {
  let longest: { readonly ends: readonly End[]; readonly end: number } | null = null
  let here: Step | undefined = root
  for (let at = start; ; at += 1) {
    const word = wordAt(at)
    here = word && here.next.get(stemOf(word))
    if (word === undefined || here === undefined) return longest
    const ends = here.ends.filter((form) => form.word === null || saysWord(word.text, form.word))
    if (ends.length > 0) longest = { ends, end: at + 1 }
  }
}

const ownStem = (word: LexicalWord) => word.stem

/** A word that says nothing about work is a form only as it is written: "don" is no "dons", "me" no "meh". */
const saysWord = (said: string, word: string) => (isHollow(said) ? said === word : isSameWord(said, word))
