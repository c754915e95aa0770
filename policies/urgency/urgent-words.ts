import { type Clause, clausesOf } from '../text/clauses.ts'
import { occasions, statements } from '../text/date-lexicon.ts'
import { weekdaysEn, weekdaysFr } from '../text/date-names.ts'
import { ownWords } from '../text/own-words.ts'
import { phraseAt, phraseIndex } from '../text/phrase.ts'
import { isDenied, isDeniedAfter } from './denied.ts'
import type { Marker, Markers } from './markers.ts'

/** How far a time reaches, in words. */
const reach = 4
/** How far before a moment stands what happens then, in words. */
const told = 40

const setOf = (words: string) => new Set(words.trim().split(/\s+/u))

/** What is called urgent without being asked for: a name, a topic, a marking. */
const topicAfter = setOf(
  `climatique climatiques sanitaire humanitaire sociale medicale medicales vitale vitales pediatrique care clinic emails
  email messages requests tickets calls enquiries inquiries room exit exits column columns tag tags label labels folder
  apres after s`,
)
const topicBefore = setOf(
  `cas numero numeros sortie trousse kit plan procedure contact contacts service services sentiment effet sense objet
  subject tag tags label libelle etiquette colonne column mot mots word words emails mails messages appels demandes hopital
  mention etat fiche formulaire form intitule intitulee marque marquee marked titled headed`,
)

/** "Vu l'urgence" presses; any other "l'urgence" is what is spoken of. */
const given = setOf('vu donne face')
const overAlready = setOf('passee finie terminee')
const yesterdays = setOf('hier yesterday')

/** Something is asked for in this clause. */
const asking = setOf(
  `peux pouvez pourrais pourriez faut faudrait besoin merci svp stp prie dois doit please pls can could need needs needed
  must want asap urgent possible publier envoyer programmer voudrais voudrait voudrions veux veut voulons aimerais
  aimerions souhaite souhaiterais souhaitons attends attendons compte laisse would`,
)
/** Something is told in this clause. */
const telling = setOf('ai avons ont suis sommes serai ve have i we am are je j')
/** Before a moment: somebody else does something then, or something was said then. */
const toldOf = setOf(
  `il elle ils elles he she they comme as parle voit voyons verra retrouve dispo disponible libre around available free vus
  discute discussed spoke talked`,
)
/** Before a moment, these make it a deadline. */
const by = setOf('pour avant ici des by before for until due')
/** In the midst of a clause these only lead on: "il faudrait maintenant les appeler". */
const idle = setOf('maintenant')
const politely = setOf('stp svp please max maxi maximum dernier delai')
/** After a moment, these tell how it was: "today was great". */
const happened = setOf('was were went etait fut')
/** "Merci pour", "thanks for" thank; "merci de" asks. */
const thanking = setOf('merci thanks')

/** An order with its pronoun, "vire-le maintenant", after which nothing else need ask. */
const ordered = setOf('le la les')

/** Say no day but that something follows something else without delay. */
const atOnce = new Set([
  ...[
    'immediatement',
    'tout de suite',
    'sans attendre',
    'sans delai',
    'sur le champ',
    'dans la minute',
    'dans l heure',
  ],
  ...[
    'immediately',
    'right away',
    'straight away',
    'straightaway',
    'without delay',
    'within the hour',
    'right now',
  ],
])
/** Tell of what happens again and again: "quand quelqu'un achète", "once a client pays". */
const whenever = phraseIndex(
  [
    ...[
      'quand',
      'lorsque',
      'lorsqu',
      'des que',
      'des qu',
      'chaque fois que',
      'chaque fois qu',
      'when',
      'once',
    ],
    ...['whenever', 'as soon as', 'each time', 'every time'],
  ].flatMap((when) =>
    ['quelqu un', 'un', 'une', 'someone', 'somebody', 'anyone', 'a', 'an'].map((who) => `${when} ${who}`),
  ),
)
/** The next step of a sequence: "le deuxième trois jours après". */
const later =
  /^(?:et |and )?(?:le |la |the )?(?:deuxieme|2e|2eme|second|seconde|2nd|suivante?|next one) [a-z0-9 ]{0,60}(?:minute|heure|jour|semaine|hour|day|week)s? (?:apres|plus tard|later|after|afterwards)(?: |$)/u

/** Before a moment, these make it the time of something else: "le webinaire de ce soir". */
const of = setOf('de du d of from since depuis')

/**
 * The words by which a text says that it is urgent: whole words that are not denied, not about the past, not quoted,
 * not of a mail passed on and not a topic. Folded, in the order of the text, each once. Linear in the length of the text.
 */
export function urgentWords(text: string, markers: Markers): string[] {
  const clauses = clausesOf(ownWords(text))
  let first: Clause = []
  const found = clauses.flatMap((clause, at) => {
    if (first[0]?.sentence !== clause[0]?.sentence) first = clause
    const next = clauses[at + 1]
    return inClause(clause, next, markers).filter(
      (marker) => !(atOnce.has(marker) && isRelative(first, next)),
    )
  })
  return [...new Set(found)]
}

function inClause(clause: Clause, next: Clause | undefined, markers: Markers): string[] {
  const words = clause.map((word) => word.text)
  // What a card is called is what is wanted.
  const isTitle = clause[0]?.sentence === 0 && !words.some((word) => telling.has(word))
  const asks = isTitle || words.some((word, at) => asksAt(words, at) || isWish(word, words[at + 1]))
  const found: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const phrase = phraseAt(markers.phrases, words, at)
    if (phrase === null) continue
    const marker: Marker = { start: at, end: at + phrase.length, text: phrase.join(' ') }
    at = marker.end - 1
    const isMoment = markers.moments.has(marker.text)
    if (clause[marker.start]?.quoted || isDenied(words, marker) || isTopic(words, marker, isMoment)) continue
    if (isDeniedAfter(words, marker, next) || isOfOtherDay(words, marker)) continue
    if (isMoment && !isDeadline(words, marker, asks)) continue
    found.push(marker.text)
  }
  return found
}

const thanksAt = (words: readonly string[], at: number) =>
  ['pour', 'for'].includes(words[at + 1] ?? '') &&
  (thanking.has(words[at] ?? '') || (words[at] === 'you' && words[at - 1] === 'thank'))

const asksAt = (words: readonly string[], at: number) => asking.has(words[at] ?? '') && !thanksAt(words, at)

/** "I'd like this today". */
const isWish = (word: string, next: string | undefined) =>
  word === 'd' && (next === 'like' || next === 'love')

function isTopic(words: readonly string[], { start, end, text }: Marker, isMoment: boolean): boolean {
  const [first = '', second = ''] = [words[start - 1], words[start - 2]]
  const isNamed = topicBefore.has(first) || (of.has(first) && topicBefore.has(second))
  const [after = '', next = ''] = words.slice(end, end + 2)
  const isAttribute = topicAfter.has(after) && next !== 'il'
  const isOver = (after === 'est' && overAlready.has(next)) || yesterdays.has(after)
  const isSpokenOf = text === 'urgence' && first === 'l' && !given.has(second)
  return isAttribute || isOver || isSpokenOf || (isNamed && !isMoment && text !== 'asap')
}

/** The end of a day, and the earliest that something can be. */
const ofDay = /(?:eod|cob|close of business|end of (?:the )?day|fin de (?:la )?journee|au plus tot)$/u
const days = setOf(`${weekdaysFr} ${weekdaysEn} demain tomorrow semaine week`.replaceAll('|', ' '))
const dayOfMonth = /^\d{1,2}(?:er|st|nd|rd|th)?$/u
const dayLinks = setOf('on of by before at le la de pour en next prochain prochaine')

/** "By EOD Friday", « demain avant la fin de journée », « lundi au plus tôt »: of another day than this one. */
function isOfOtherDay(words: readonly string[], { start, end, text }: Marker): boolean {
  if (!ofDay.test(text)) return false
  const before = words.slice(Math.max(0, start - reach), start).findLast((word) => !dayLinks.has(word)) ?? ''
  const [after = '', unit = ''] = words.slice(end, end + reach).filter((word) => !dayLinks.has(word))
  return days.has(before) || days.has(after) || (dayOfMonth.test(after) && !unit.startsWith('h'))
}

/** Is "at once" said of a step of something that runs by itself, and of no day? */
function isRelative(first: Clause, next: Clause | undefined): boolean {
  const textsOf = (clause: Clause) => clause.map((word) => word.text)
  return phraseAt(whenever, textsOf(first), 0) !== null || later.test(textsOf(next ?? []).join(' '))
}

/** Nothing follows but a courtesy. */
const endsAt = (words: readonly string[], end: number) =>
  words.length - end <= reach && words.slice(end).every((word) => politely.has(word))

function isDeadline(words: readonly string[], { start, end, text }: Marker, asks: boolean): boolean {
  const before = words[start - 1] ?? ''
  if (of.has(before) || happened.has(words[end] ?? '')) return false
  if (words.slice(0, start).some((_, at) => thanksAt(words, at))) return false
  if (ordered.has(before) && !words.some((word) => telling.has(word))) return true
  if (idle.has(text) && !by.has(before) && (before === 'a' || !endsAt(words, end))) return false
  const said = ` ${words.slice(Math.max(0, start - told), start).join(' ')} `
  const isTold = () => words.some((word) => telling.has(word) || toldOf.has(word))
  // "The webinar is tonight", "l'offre se termine ce soir".
  const happens = () => occasions.test(said) || statements.test(said)
  const closes = endsAt(words, end) && !isTold() && !happens()
  return by.has(before) || asks || closes
}
