import { type Clause, clausesOf } from '../text/clauses.ts'
import { phraseAt } from '../text/phrase.ts'
import type { Markers } from './markers.ts'

/** How far a denial or a time reaches, in words. */
const reach = 4

const setOf = (words: string) => new Set(words.trim().split(/\s+/u))

const denying = setOf(
  'pas rien sans aucun aucune non ni jamais moins peu plus no not nothing never without nor hardly t',
)
const past = setOf('etait etaient ete fut was were had been')
/** Before a denial: "pourquoi pas" invites, "au plus tard" presses. So does "later" after one: "no later than". */
const pressing = setOf('pourquoi au le')

/** What is called urgent without being asked for: a name, a topic, a marking. */
const topicAfter = setOf(
  `climatique climatiques sanitaire humanitaire sociale medicale medicales vitale vitales pediatrique care clinic emails
  email messages requests tickets calls enquiries inquiries room exit apres after s`,
)
const topicBefore = setOf(
  `cas numero numeros sortie trousse kit plan procedure contact contacts service services sentiment effet sense objet
  subject tag tags label libelle etiquette colonne column mot mots word words emails mails messages appels demandes hopital
  mention etat`,
)

/** Something is asked for in this clause. */
const asking = setOf(
  `peux pouvez pourrais pourriez faut faudrait besoin merci svp stp prie dois doit please pls can could need needs needed
  must want asap urgent publier envoyer programmer`,
)
/** Something is told in this clause. */
const telling = setOf('ai avons ont ve have i we')
/** Before a moment, these make it a deadline. */
const by = setOf('pour avant ici des by before for until due')
/** Before a moment, these make it the time of something else: "le webinaire de ce soir". */
const of = setOf('de du d of')

/**
 * The words by which a text says that it is urgent: whole words that are not denied, not about the past, not quoted
 * and not a topic. Folded, in the order of the text, each once. Linear in the length of the text.
 */
export function urgentWords(text: string, markers: Markers): string[] {
  const clauses = clausesOf(text)
  return [...new Set(clauses.flatMap((clause, at) => inClause(clause, clauses[at + 1], markers)))]
}

function inClause(clause: Clause, next: Clause | undefined, markers: Markers): string[] {
  const words = clause.map((word) => word.text)
  const asks = words.some((word) => asking.has(word))
  const found: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const phrase = phraseAt(markers.phrases, words, at)
    if (phrase === null) continue
    const marker = { start: at, end: at + phrase.length, text: phrase.join(' ') }
    at = marker.end - 1
    if (clause[marker.start]?.quoted || isDenied(words, marker) || isTopic(words, marker)) continue
    if (marker.end === words.length && saysNo(next)) continue
    if (markers.moments.has(marker.text) && !isDeadline(words, marker, asks)) continue
    found.push(marker.text)
  }
  return found
}

interface Marker {
  readonly start: number
  readonly end: number
  readonly text: string
}

function isDenied(words: readonly string[], { start }: Marker): boolean {
  const before = words.slice(Math.max(0, start - reach), start)
  const denies = (word: string, at: number) =>
    denying.has(word) && !pressing.has(before[at - 1] ?? '') && before[at + 1] !== 'later'
  return before.some((word, at) => past.has(word) || denies(word, at))
}

function isTopic(words: readonly string[], { start, end, text }: Marker): boolean {
  const before = [words[start - 1] ?? '', words[start - 2] ?? '']
  const named = before.some((word, at) => topicBefore.has(word) && (at === 0 || of.has(before[0] ?? '')))
  return topicAfter.has(words[end] ?? '') || (named && text !== 'asap')
}

/** "Urgent ? Non." */
const saysNo = (next: Clause | undefined) =>
  next !== undefined && next.length === 1 && ['non', 'no', 'nope', 'pas'].includes(next[0]?.text ?? '')

function isDeadline(words: readonly string[], { start, end }: Marker, asks: boolean): boolean {
  const before = words[start - 1] ?? ''
  if (of.has(before)) return false
  const closes = end === words.length && !words.some((word) => telling.has(word))
  return by.has(before) || asks || closes
}
