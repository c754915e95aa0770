import { type Side, sides } from '#model/answer.ts'
import { fold } from '../text/fold.ts'
import { type Amount, amountIn, hoursIn } from './read-number.ts'
import { commands, plain, politeness, type Word } from './vocabulary.ts'

/** What a comment answers, before anybody has asked whether it can. Amounts in whole units, as people type them. */
export type Spoken =
  | { readonly kind: Word }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'hours'; readonly hours: number }
  | ({ readonly kind: 'quote' } & Amount)

/** Nobody says yes in more words than this. */
const longestPlain = 60

/**
 * Is this comment an answer to what Cadre asked? A command behind a slash anywhere on a line of its own, or plain words
 * from a small vocabulary that are all that is said. Everything else is conversation, and is left alone: never wrong.
 * @param side who speaks: the same word means another thing on the other side
 * @example
 * readAnswer('/heures 2,5', 'assistant') // { kind: 'hours', hours: 2.5 }
 * readAnswer('Ok, merci !', 'client') // { kind: 'accept' }
 * readAnswer('Ok, mais en bleu', 'client') // null
 */
export function readAnswer(text: string, side: Side): Spoken | null {
  const lines = text.split(/\r?\n/u).map((line) => line.trim())
  const spoken = lines.filter((line) => line.startsWith('/')).map((line) => readCommand(line.slice(1), side))
  // Two answers in one comment: who is to say which is meant?
  if (spoken.length > 0) return spoken.length === 1 ? (spoken[0] ?? null) : null
  return text.length > longestPlain ? null : readPlain(text, side)
}

/** Commands that say something more, folded. */
const withValue = {
  service: /^(service|prestation)$/u,
  hours: /^(hours?|heures?|h)$/u,
  quote: /^(quote|devis)$/u,
}

/**
 * Is this line meant for Cadre, be it that it cannot be read, "/devis cent vingt", "/decline !", or is not for everybody to
 * say? A path or an address behind a slash is none.
 */
export function isCommand(line: string): boolean {
  if (!line.trim().startsWith('/')) return false
  const { word, value } = partsOf(line.trim().slice(1))
  if (Object.values(withValue).some((names) => names.test(word))) return true
  return folded(value) === '' && sides.some((side) => wordIn(commands[side], word) !== null)
}

function partsOf(command: string): { readonly word: string; readonly value: string } {
  const name = /^\S*/u.exec(command.trim())?.[0] ?? ''
  return { word: folded(name), value: command.trim().slice(name.length).replace(/^\s*:/u, '').trim() }
}

function readCommand(command: string, side: Side): Spoken | null {
  const { word, value } = partsOf(command)
  if (side === 'assistant') {
    if (withValue.service.test(word)) return value === '' ? null : { kind: 'service', name: value }
    if (withValue.hours.test(word)) {
      const hours = hoursIn(value)
      return hours === null ? null : { kind: 'hours', hours }
    }
    if (withValue.quote.test(word)) {
      const amount = amountIn(value)
      return amount === null ? null : { kind: 'quote', ...amount }
    }
  }
  return value === '' ? wordIn(commands[side], word) : null
}

/** Asked, struck out or with a wry face, it is no yes; after `>` it is what somebody else said, or is said to somebody else. */
const doubt = /[?？⁇❓❔]|~~|^[ \t]*>|👎|❌|🚫|⛔|🤔|🙄|🙃|😒|😠|😡|🤬|😤|🤷/mu

function readPlain(text: string, side: 'assistant' | 'client'): Spoken | null {
  if (doubt.test(text)) return null
  const said = withoutPoliteness(folded(text))
  const found = Object.entries(plain[side]).find(([, words]) => isMadeOf(said, words))
  return found === undefined ? null : { kind: found[0] as Word }
}

/** "Oui, je confirme": a yes, or a no, that is said more than once says nothing else. */
function isMadeOf(said: string, words: readonly string[]): boolean {
  return words.some(
    (word) =>
      said === word ||
      (said.startsWith(`${word} `) && isMadeOf(withoutPoliteness(said.slice(word.length + 1)), words)),
  )
}

function wordIn(vocabulary: Readonly<Partial<Record<Word, readonly string[]>>>, word: string): Spoken | null {
  const found = Object.entries(vocabulary).find(([, words]) => words.includes(word))
  return found === undefined ? null : { kind: found[0] as Word }
}

/** Lower case without accents, punctuation or pictures; apostrophes and hyphens within words stay. */
function folded(text: string): string {
  return fold(text)
    .replace(/[’ʼ]/gu, "'")
    .replace(/[^\p{L}\p{N}'\- ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

function withoutPoliteness(text: string): string {
  for (const polite of politeness) {
    if (text === polite) return ''
    if (text.startsWith(`${polite} `)) return withoutPoliteness(text.slice(polite.length + 1))
    if (text.endsWith(` ${polite}`)) return withoutPoliteness(text.slice(0, -polite.length - 1))
  }
  return text
}
