import type { Clause } from '../text/clauses.ts'
import { phraseAt, phraseIndex } from '../text/phrase.ts'
import type { Marker } from './markers.ts'

/** How far a denial or a past tense reaches, in words. */
const reach = 4
/** How far before a moment it may be called needless, in words. */
const told = 40

const setOf = (words: string) => new Set(words.trim().split(/\s+/u))

const denying = setOf(
  'pas rien sans aucun aucune nul nulle zero 0 non ni jamais moins peu plus no not nothing never without nor hardly less',
)
/** Before the `t` that an apostrophe leaves: "don't" denies, "t'en" does not. */
const deniedVerbs = setOf(
  'don doesn didn isn aren wasn weren won can couldn wouldn shouldn needn mustn hasn haven hadn ain',
)
const past = setOf('etait etaient ete fut avais avait aviez avaient was were had been')

/** Invite, press, compare or soften, though a word of denial is in them. */
const denyingNothing = new Set([
  ...['pourquoi pas', 'au moins', 'au plus', 'le plus', 'en plus', 'de plus', 'encore plus', 'bien plus'],
  ...['beaucoup plus', 'autant plus', 'un peu', 'no later'],
])

/** Begin a sentence of their own, also where nobody sets a comma: "ça ne marche plus c'est urgent". */
const openings = phraseIndex([
  ...['c est', 'ca urge', 'ca n', 'ca ne', 'ca peut', 'it s', 'it is', 'it can', 'it cannot'],
  ...['this is', 'this can', 'this cannot'],
])
/** Before such a sentence these make it a part of theirs: "je ne pense pas que c'est urgent", "I don't think it's urgent". */
const leading = setOf(`
  que qu si quand combien pense penses crois croire dis dire trouve
  that if whether when how think believe feel say said sure mean
`)

/** Does its sentence deny a marker, set it in the past or call it needless? */
export function isDenied(words: readonly string[], { start, end }: Marker): boolean {
  const from = sentenceFrom(words, start, reach)
  const near = words.slice(from, start)
  const comparesTo =
    ['que', 'qu'].includes(words[end] ?? '') && !near.some((word) => word === 'ne' || word === 'n')
  const denies = (word: string, at: number) => deniesAt(words, from + at) && !(word === 'plus' && comparesTo)
  const isAfterwards = words[end] === 'pas' && words[end - 1] === 'urge'
  return (
    isAfterwards ||
    near.some((word, at) => past.has(word) || denies(word, at)) ||
    isNeedless(words.slice(sentenceFrom(words, start, told), start))
  )
}

/** From which word on to look for what denies a marker, at most so many words before its sentence or itself. */
function sentenceFrom(words: readonly string[], start: number, most: number): number {
  const opening = words.findLastIndex((_, at) => at <= start && phraseAt(openings, words, at) !== null)
  const isLed = words.slice(Math.max(0, opening - 2), Math.max(0, opening)).some((word) => leading.has(word))
  return isLed ? Math.max(0, opening - most) : Math.max(0, opening, start - most)
}

function deniesAt(words: readonly string[], at: number): boolean {
  const [before = '', word = '', after = ''] = [words[at - 1], words[at], words[at + 1]]
  if (denyingNothing.has(`${before} ${word}`) || denyingNothing.has(`${word} ${after}`)) return false
  return denying.has(word) || (word === 't' && deniedVerbs.has(before))
}

/** "Pas besoin de le faire aujourd'hui", far as the moment may be. */
function isNeedless(before: readonly string[]): boolean {
  const pairs = before.map((word, at) => `${before[at - 1] ?? ''} ${word}`)
  return before.includes('inutile') || pairs.some((pair) => pair === 'pas besoin' || pair === 'no need')
}

const refusal = /^(?:non?|nope)?(?:(?:^| )(?:pas(?: du tout| vraiment)?|not (?:really|at all)))?$/u
const slight = setOf('faible basse nulle aucune non normale moyenne moderee relative low none medium')

/** "Urgent ? Non, pas vraiment.", « Urgence : faible », « urgence faible ». */
export function isDeniedAfter(
  words: readonly string[],
  { end, text }: Marker,
  next: Clause | undefined,
): boolean {
  const said = next?.map((word) => word.text) ?? []
  const isLast = end === words.length
  // What the field of a form says stands alone: "URGENCE. Aucune commande ne passe" begins another sentence.
  const [after = ''] = isLast ? said.slice(0, said.length === 1 ? 1 : 0) : words.slice(end)
  if (text === 'urgence' && slight.has(after)) return true
  return isLast && next !== undefined && refusal.test(said.join(' '))
}
