import { rememberLast } from '../remember-last.ts'
import { clausesOf, type Word } from '../text/clauses.ts'
import { ownWords } from '../text/own-words.ts'
import { stem } from '../text/stem.ts'
import { firstWord, isNoOrder, type Role, roleOf } from './asks.ts'
import { denialsOf, isRefusal } from './denials.ts'
import { asksForTwo } from './equal-asks.ts'
import { type Frame, framesOf } from './features.ts'
import { languageOf } from './language.ts'
import { concepts, type Mention, mentionsIn } from './lexicon/lexicon.ts'
import { isHollow, isTitle } from './stop-words.ts'
import { writingTo } from './writing-to.ts'

type Language = 'fr' | 'en'

/** Nobody asks for work in more words; what comes after is not read, so that judging a text takes bounded time. */
const longestTitle = 1_000
const longestText = 12_000
const mostClauses = 400

const writeTo = concepts.findIndex(({ id }) => id === 'write-to')

/** How much a word counts that is quoted, describes what is there, or is not asked for. */
const reduced = { quoted: 0.3, excluded: 0.5, all: 0.15 } as const

/** A word as the classifier sees it. `weight`: 1 when it counts in full, less when it is denied, done or quoted. */
export interface RequestWord {
  readonly text: string
  readonly stem: string
  /** The language it was stemmed in. */
  readonly language: Language
  /** Says nothing about the work: an article, a polite form, a date, the name of "Mme Roux", the verb of "write to her". */
  readonly hollow: boolean
  readonly weight: number
}

/** A stretch of a request with what it names and what it does. */
export interface RequestClause {
  readonly words: readonly RequestWord[]
  readonly mentions: readonly Mention[]
  readonly frames: readonly Frame[]
  readonly role: Role
  /** It says only what is not to be done. */
  readonly refuses: boolean
  readonly inTitle: boolean
  readonly sentence: number
}

/** A request taken apart. */
export interface RequestText {
  readonly language: Language
  readonly clauses: readonly RequestClause[]
  readonly asksQuestion: boolean
  /** It says that it asks for two things of which neither is the main one. */
  readonly asksForTwo: boolean
}

/**
 * Take a request apart: clauses, stems, concepts, what each clause does. Reads the first thousand characters of the
 * title and twelve thousand of the text. Time is linear in what is read.
 * @param language of the text where known, else null
 * @param otherwise the language of a text that does not tell
 */
export const readRequest = rememberLast(readAnew)

function readAnew(
  title: string,
  text: string,
  otherwise: Language,
  language: Language | null = null,
): RequestText {
  const inTitle = clausesOf(title.slice(0, longestTitle))
  const inText = clausesOf(ownWords(text.slice(0, longestText)))
  const all = [...inTitle, ...inText].slice(0, mostClauses)
  const spoken =
    language ??
    languageOf(
      all.flatMap((clause) => clause.map((word) => word.text)),
      otherwise,
    )
  const clauses = all.map((clause, at) => readClause(clause, at < inTitle.length, spoken))
  return {
    language: spoken,
    clauses: clauses.map((clause, at) => {
      const [words, next] = [all[at], clauses[at + 1]]
      if (words === undefined || next === undefined || !asksForSame(next)) return clause
      return readClause(words, clause.inTitle, spoken, true)
    }),
    asksForTwo: asksForTwo(all),
    asksQuestion: title.includes('?') || text.slice(0, longestText).includes('?'),
  }
}

/** Does a clause ask for something without a thing of its own: "tu peux l'envoyer ?", "please send it"? */
const asksForSame = ({ role, mentions }: RequestClause) =>
  role === 'ask' && !mentions.some(({ concept }) => concepts[concept]?.kind === 'thing')

function readClause(
  clause: readonly Word[],
  inTitle: boolean,
  language: Language,
  goesOn = false,
): RequestClause {
  const texts = clause.map((word) => word.text)
  const denials = denialsOf(texts, goesOn)
  const letters = writingTo(texts)
  const words = clause.map(({ text, quoted }, at) => {
    const denial = denials[at] ?? 'none'
    const weight = denial === 'none' ? (quoted ? reduced.quoted : 1) : reduced[denial]
    const hollow = isHollow(text) || isTitle(texts[at - 1]) || letters.has(at)
    return { text, stem: stem(text, language), language, hollow, weight }
  })
  const mentions = mentionsIn(words, language)
    .filter(({ start }) => !letters.has(start))
    .concat([...letters].map((start) => ({ concept: writeTo, start, end: start + 1 })))
    .toSorted((a, b) => a.start - b.start)
  const refuses = words.every(({ hollow, weight }) => hollow || weight <= reduced.all) && isRefusal(texts)
  const first = firstWord(texts)
  const startsWithAction =
    letters.has(first) ||
    (!isNoOrder(texts, first, language) &&
      mentions.some(({ concept, start }) => start === first && concepts[concept]?.kind === 'action'))
  const frames = framesOf(mentions, (start) => words[start]?.weight ?? 1)
  return {
    words,
    mentions,
    frames,
    role: roleOf(texts, startsWithAction),
    refuses,
    inTitle,
    sentence: clause[0]?.sentence ?? 0,
  }
}
