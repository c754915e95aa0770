import { ownEnd } from './own-words.ts'
import { quotation } from './quotation.ts'

/** A text made ready to look for dates in: the same words twice, character for character, and where they stand. */
export interface DateText {
  /** As it was written, in composed characters and without invisible ones. */
  readonly said: string
  /** Lower case, without accents, with one kind of apostrophe, dash and space; every character in its old place. */
  readonly plain: string
  readonly words: readonly DateWord[]
}

export interface DateWord {
  readonly text: string
  /** With its accents: "publie" asks, "publié" tells. */
  readonly said: string
  readonly start: number
  readonly end: number
  /** Which clause and which sentence it stands in, from 0. */
  readonly clause: number
  readonly sentence: number
  readonly quoted: boolean
}

/** Words that begin a new clause without any punctuation. */
const turns = new Set(['mais', 'but', 'however', 'car', 'because', 'puis', 'then', 'sinon', 'otherwise'])

const clauseEnd = /[;:,()[\]{}«»"“”]|\s-+\s/u
const sentenceEnd = /[!?…\n•|]|\.(?:\s|$)/u

/** The text without its words: what is cheap, and enough to see whether there can be a date. */
export function readable(text: string): Pick<DateText, 'said' | 'plain'> {
  const said = text.normalize('NFC').replace(/[\p{Cf}\p{M}]+/gu, '')
  const plain = said.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()).replace(/[^ -~\n]/g, plainOf)
  return { said, plain }
}

/** The words of a text. Linear in its length, whatever it holds. */
export function wordsIn({ said, plain }: Pick<DateText, 'said' | 'plain'>): DateWord[] {
  const own = ownEnd(plain)
  const quotes = [...plain.slice(0, own).matchAll(quotation)].map(
    ({ 0: { length }, index }) => [index, index + length] as const,
  )
  quotes.push([own, plain.length])
  const words: DateWord[] = []
  let clause = 0
  let sentence = 0
  let quote = 0
  for (const { 0: token, index } of plain.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu)) {
    const isWord = /^[\p{L}\p{N}]/u.test(token)
    if (isWord ? turns.has(token) : clauseEnd.test(token) || sentenceEnd.test(token)) clause += 1
    if (!isWord && sentenceEnd.test(token)) sentence += 1
    if (!isWord) continue
    const end = index + token.length
    while ((quotes[quote]?.[1] ?? plain.length) <= index) quote += 1
    const quoted = (quotes[quote]?.[0] ?? plain.length) <= index
    words.push({
      text: token,
      said: said.slice(index, end).toLowerCase(),
      start: index,
      end,
      clause,
      sentence,
      quoted,
    })
  }
  return words
}

const dashes = /[‐‑‒–—−]/
const apostrophes = /[‘’ʼ`´′]/

function plainOf(character: string): string {
  if (/\s/.test(character)) return ' '
  if (dashes.test(character)) return '-'
  if (apostrophes.test(character)) return "'"
  const base = character.normalize('NFD').charAt(0).toLowerCase()
  return base.length === 1 ? base : character
}
