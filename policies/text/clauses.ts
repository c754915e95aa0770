import { rememberLast } from '../remember-last.ts'
import { fold } from './fold.ts'
import { quotation } from './quotation.ts'

/**
 * One word of a text, folded.
 * `quoted`: somebody else's words, or words about words. `sentence`: which sentence or line it stands in, from 0.
 */
export interface Word {
  readonly text: string
  readonly quoted: boolean
  readonly sentence: number
}

/** A stretch of text that is said in one breath: what a "not" or an "already done" can reach. */
export type Clause = readonly Word[]

/** Words that begin a new clause without any punctuation. */
const turns = new Set(['mais', 'but', 'however', 'car', 'because', 'puis', 'then'])

/** A full stop counts only before a space, so that `systeme.io` stays whole. */
const boundary = /[!?…;:,()[\]{}«»"“”\n|•–—]|\.(?:\s|$)|\s-+\s/u

/** Ends a sentence; the other boundaries only end a clause. */
const sentenceEnd = /[!?…\n•|]|\.(?:\s|$)/u

/** Between words these count as a word. */
const joint = /[+&/]/u

/**
 * Take a text apart into clauses of folded words. `+`, `&` and `/` between words count as the word `+`.
 * Time is linear in the length of the text, whatever it holds.
 */
export const clausesOf = rememberLast(takenApart)

function takenApart(text: string): readonly Clause[] {
  const folded = fold(text)
  const quotes = quotesIn(folded)
  const clauses: Word[][] = [[]]
  let quote = 0
  let sentence = 0
  const quotedAt = (index: number) => {
    while ((quotes[quote]?.end ?? Number.POSITIVE_INFINITY) <= index) quote += 1
    return (quotes[quote]?.start ?? Number.POSITIVE_INFINITY) <= index
  }
  const pass = (gap: string, index: number) => {
    if (gap === ' ' || gap === '') return
    if (boundary.test(gap)) clauses.push([])
    if (sentenceEnd.test(gap)) sentence += 1
    if (joint.test(gap)) clauses.at(-1)?.push({ text: '+', quoted: quotedAt(index), sentence })
  }
  let end = 0
  for (const { 0: text, index } of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    pass(folded.slice(end, index), end)
    if (turns.has(text)) clauses.push([])
    clauses.at(-1)?.push({ text, quoted: quotedAt(index), sentence })
    end = index + text.length
  }
  pass(folded.slice(end), end)
  return clauses.filter((clause) => clause.length > 0)
}

/** The folded words of a short phrase such as a keyword. */
export function wordsOf(phrase: string): string[] {
  return clausesOf(phrase).flatMap((clause) => clause.map((word) => word.text))
}

function quotesIn(folded: string): { start: number; end: number }[] {
  return [...folded.matchAll(quotation)].map(({ 0: quote, index }) => ({
    start: index,
    end: index + quote.length,
  }))
}
