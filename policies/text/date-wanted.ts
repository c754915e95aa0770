import * as lexicon from './date-lexicon.ts'
import { monthsEn, weekdaysEn, weekdaysFr } from './date-names.ts'
import type { SaidDate } from './date-said.ts'
import type { DateWord } from './date-text.ts'

/** What stands around a date, with a space on either side of each word. */
interface Around {
  /** In its clause; of the clause before when nothing stands before it in its own. */
  readonly before: string
  readonly beforeSaid: string
  readonly after: string
  readonly afterSaid: string
  /** Nothing stands before it in its own clause. */
  readonly isFragment: boolean
  /** The clause after. */
  readonly next: string
}

interface Cue {
  /** `by`: must be there by then. `for`: is for then. `bare`: nothing says so but what is asked. */
  readonly kind: 'by' | 'for' | 'bare'
  /** How many words before the date belong to it. */
  readonly words: number
}

/** How much of a clause is looked at on either side of a date. */
const reach = { before: 40, after: 12, listed: 4, list: 16 }
/** A date in a clause of its own belongs to the clause before only if little else is said: "…, jeudi 18 h si possible". */
const mostAfterFragment = 4

/**
 * Where the words begin by which a text asks for something to be done by this date; null when it does not, or when that
 * is not sure. "Le webinaire de jeudi" does not ask for anything by Thursday.
 */
export function wantedFrom(date: SaidDate, plain: string, words: readonly DateWord[]): number | null {
  const first = words.findIndex(({ start }) => start >= date.start)
  const here = words[first]
  if (date.refused || here === undefined || here.quoted) return null
  const later = words.findIndex(({ start }) => start >= date.end)
  const after = later === -1 ? words.length : later
  const around = aroundOf(words, first, after)
  const cue = cueOf(date, around, plain.slice(words[first - 1]?.end ?? 0, here.start))
  if (cue === null || isDenied(around) || isAboutElse(around, cue)) return null
  if (isAttribute(date, cue, plain, words[after])) return null
  if (!isAsked(date, cue, around, plain)) return null
  return words[first - cue.words]?.start ?? date.start
}

function aroundOf(words: readonly DateWord[], first: number, after: number): Around {
  const here = words[first]
  const before = words[first - 1]
  const isFragment = before?.clause !== here?.clause
  let from = first
  if (before?.sentence === here?.sentence) {
    do from = clauseStart(words, from, words[from - 1]?.clause)
    while (isFragment && isListed(words, from, first) && words[from - 1]?.sentence === here?.sentence)
  }
  const end = clauseEnd(words, after, words[after - 1]?.clause)
  const left = words.slice(from, first)
  const right = words.slice(after, end)
  return {
    before: spaced(left.map(({ text }) => text)),
    beforeSaid: spaced(left.map(({ said }) => said)),
    after: spaced(right.map(({ text }) => text)),
    afterSaid: spaced(right.map(({ said }) => said)),
    isFragment,
    next: spaced(words.slice(end, clauseEnd(words, end, words[end]?.clause)).map(({ text }) => text)),
  }
}

/** "Programmer les posts : lundi 9 h, jeudi 18 h": what is short may be another of the dates. */
function isListed(words: readonly DateWord[], from: number, first: number): boolean {
  return first - from < reach.list && clauseEnd(words, from, words[from]?.clause) - from < reach.listed
}

function clauseStart(words: readonly DateWord[], end: number, clause: number | undefined): number {
  let start = end
  while (start > Math.max(0, end - reach.before) && words[start - 1]?.clause === clause) start -= 1
  return start
}

function clauseEnd(words: readonly DateWord[], from: number, clause: number | undefined): number {
  let end = from
  while (end < Math.min(words.length, from + reach.after) && words[end]?.clause === clause) end += 1
  return end
}

const spaced = (words: readonly string[]) => (words.length === 0 ? ' ' : ` ${words.join(' ')} `)
const count = (spacedWords: string) => spacedWords.split(' ').length - 2

/** A text without its last word, as long as that is one of these. */
function without(endings: RegExp, text: string): string {
  let rest = text
  while (endings.test(rest)) rest = rest.replace(endings, ' ')
  return rest
}

function cueOf(date: SaidDate, { before, after, isFragment }: Around, gap: string): Cue | null {
  const cue = (kind: Cue['kind'], lead: string, ending: RegExp): Cue => {
    const words = count(before) - count(lead) + count(ending.exec(lead)?.[0] ?? '  ')
    return { kind, words: isFragment && !gap.includes(':') ? 0 : words }
  }
  const bare: Cue = { kind: date.manner === 'by' || lexicon.lastMoment.test(after) ? 'by' : 'bare', words: 0 }
  if (isFragment && !gap.includes(':')) return bare
  const lead = without(lexicon.fillers, before)
  const noun = without(lexicon.copulas, lead)
  if (lexicon.deadlines.test(noun)) return cue('by', noun, lexicon.deadlines)
  if (lexicon.by.test(lead)) return cue('by', lead, lexicon.by)
  if (lexicon.until.test(lead)) return lexicon.given.test(before) ? cue('by', lead, lexicon.until) : null
  if (lexicon.wantedFor.test(lead)) {
    return { ...cue('for', lead, lexicon.wantedFor), kind: bare.kind === 'by' ? 'by' : 'for' }
  }
  return lexicon.linking.test(lead) || (spanning.test(before) && dayBefore.test(lead)) ? null : bare
}

/** "Du 1er au 15 août", "lundi à vendredi". */
const spanning = / (?:au|a) (?:le )?$/u
const dayBefore = new RegExp(` (?:\\d[a-z0-9]*|${weekdaysFr}) $`, 'u')

function isDenied({ before, after, next }: Around): boolean {
  const pressed = before.replace(lexicon.pressing, ' ')
  const followed = after.replace(lexicon.pressing, ' ').split(lexicon.conditionAfter)[0] ?? ''
  if (lexicon.denials.test(pressed) || lexicon.deniedAfter.test(`${followed} `)) return true
  return after === ' ' && lexicon.refusal.test(next)
}

/** The clause tells of something: what was, what others do, what happens, what recurs. */
function isAboutElse({ before, after }: Around, cue: Cue): boolean {
  const tells = [
    lexicon.past,
    lexicon.condition,
    lexicon.recurring,
    lexicon.statements,
    lexicon.othersDeeds,
    ...lexicon.passedOn,
  ]
  if (tells.some((pattern) => pattern.test(before)) || lexicon.recurring.test(after) || isToldBy(before))
    return true
  return lexicon.moving.test(before) && (cue.kind !== 'by' || lexicon.occasions.test(before))
}

const first = new Set(['je', 'j', 'i', 'we'])
const second = new Set(['tu', 'vous', 'you'])
const third = new Set(['il', 'elle', 'ils', 'elles', 'he', 'she', 'they'])

/** Somebody else does it: the last to be named before the date decides, and so does what is asked after that. */
function isToldBy(before: string): boolean {
  const words = before.trim().split(' ')
  const isGiven = lexicon.until.test(without(lexicon.fillers, before))
  let isTold = false
  for (const [at, word] of words.entries()) {
    const rest = spaced(words.slice(at + 1, at + 7))
    if (first.has(word) || (word === 'nous' && at === 0)) isTold = !lexicon.wishes.test(rest)
    else if (word === 'on' && lexicon.ourDeeds.test(rest)) isTold = true
    else if (word === 'you' && lexicon.asksYou.has(words[at - 1] ?? '')) isTold = false
    else if (second.has(word) && lexicon.promises.test(rest)) isTold = !isGiven
    else if (word === 'tu') isTold = false
    else if (third.has(word)) isTold = !lexicon.obligations.test(rest)
    else if (word === 'will' || word === 'll') isTold = words[at + 1] !== 'you'
    else if (lexicon.asks.has(word)) isTold = false
  }
  return isTold
}

const english = new RegExp(`\\b(?:${weekdaysEn}|${monthsEn}|today|tomorrow|tonight|noon|[ap]m)\\b`, 'u')

/** "The Friday call", "for Tuesday visitors". */
function isAttribute(date: SaidDate, { kind }: Cue, plain: string, next: DateWord | undefined): boolean {
  if (next === undefined || plain.slice(date.end, next.start) !== ' ' || lexicon.mayFollow.has(next.text))
    return false
  const hasArticle = plain.slice(0, date.start).endsWith('the ')
  return (
    english.test(plain.slice(date.start, date.end)) &&
    (kind !== 'by' || hasArticle) &&
    !lexicon.lastMoment.test(` ${next.text} `)
  )
}

function isAsked(date: SaidDate, { kind }: Cue, around: Around, plain: string): boolean {
  const { before, after, isFragment } = around
  const isNeed = lexicon.needs.some((pattern) => pattern.test(before))
  const isDeed = isNeed || lexicon.deeds.some((pattern) => pattern.test(around.beforeSaid))
  const isPolite = lexicon.polite.test(before) || lexicon.polite.test(after)
  const isHappening = lexicon.occasions.test(before)
  if (kind === 'by') {
    if (lexicon.billDue.test(before)) return false
    return (
      isDeed ||
      isPolite ||
      lexicon.errands.test(before) ||
      lexicon.announced.test(before) ||
      !(isHappening || lexicon.topics.test(before))
    )
  }
  const lead = without(lexicon.fillers, before)
  if (isHabit(date, plain) || isWeekend(date) || lexicon.booking.test(before)) return false
  if (kind === 'for') {
    if (lexicon.notWantedFor.test(lead) || lexicon.andAnother.test(after)) return false
    return !isHappening || (isDeed && !lexicon.occasionFor.test(lead))
  }
  // "Les tarifs au 1er janvier" are those of that day.
  if (isHappening || lexicon.presence.test(before) || before.endsWith(' au ')) return false
  if (!isNeed && lexicon.done.test(without(lexicon.fillers, around.beforeSaid))) return false
  const isClosing = date.time?.kind === 'part' && date.time.part === 'closing'
  const isHourAlone = date.day === null && date.minutes === null && !isClosing
  if (isHourAlone && !lexicon.beforeHour.test(before)) return false
  if (before === ' ') return isLeading(around) || (!isHourAlone && lexicon.onlyPolite.test(after))
  if (isFragment && count(after) > mostAfterFragment) return false
  return isDeed || (isPolite && (date.manner === 'within' || isClosing || isToday(date, plain)))
}

/** "Demain, publie le post": the day first, then what is to be done. */
function isLeading({ after, afterSaid }: Around): boolean {
  const isDeed = lexicon.deeds.some((pattern) => pattern.test(afterSaid))
  return isDeed && !isToldBy(after) && !lexicon.occasions.test(after) && !lexicon.past.test(after)
}

/** "Le lundi" is every Monday; "publie-le lundi" is not. */
const isHabit = ({ start, day }: SaidDate, plain: string) =>
  day?.kind === 'weekday' && /(?:^|[^-])\ble $/u.test(plain.slice(Math.max(0, start - 4), start))

/** Work wanted "for the weekend" may be wanted before it or in it. */
const isWeekend = ({ day }: SaidDate) => day?.kind === 'end of' && day.what === 'weekend'

const todays = /^(?:aujourd|ce |cet|this |today|tonight|dans l)/u
const isToday = ({ start, day }: SaidDate, plain: string) =>
  day?.kind === 'day' && todays.test(plain.slice(start, start + 10))
