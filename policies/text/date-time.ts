/** A part of a day that a text names in place of an hour. */
export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'closing'

/**
 * By when something is wanted that is wanted "in the morning": each is the end of what people mean by the word, so that
 * nobody is called late who is not. `closing` is "fin de journée", "EOD".
 */
export const endOfPart: Readonly<Record<PartOfDay, string>> = {
  morning: '12:00',
  noon: '12:00',
  afternoon: '18:00',
  closing: '18:00',
  evening: '20:00',
}

/**
 * A time of day as it was said. `midnight` is the end of a day; `unclear` an hour of which nobody can tell in which
 * half of the day it is.
 */
export type SaidTime =
  | { readonly kind: 'clock'; readonly time: string }
  | { readonly kind: 'part'; readonly part: PartOfDay }
  | { readonly kind: 'midnight' }
  | { readonly kind: 'unclear' }

export interface TimeReading {
  readonly end: number
  readonly time: SaidTime
}

const partWords: readonly (readonly [PartOfDay, string])[] = [
  [
    'closing',
    `fin de (?:la |ma )?journee|end of (?:the |my )?(?:working |work |business )?day|(?:close|end) of (?:play|business)|eod|cob|eob`,
  ],
  ['morning', 'matin|matinee|morning|(?:a la )?premiere heure|first thing'],
  ['afternoon', 'apres[- ]midi|aprem|afternoon'],
  ['evening', 'soir|soiree|evening|night'],
]
const partLead = `[ -]{0,3},?[ ]?(?:(?:dans|en|au|a|in|le|early|late|debut|fin|courant|de|la|the|by|for|pour|avant|before)[ ]|[dl]'){0,5}`
const patterns = (lead: string) =>
  partWords.map(([part, words]) => [part, new RegExp(`${lead}(?:${words})\\b`, 'y')] as const)
const partAfterDay = patterns(partLead)
const partAlone = patterns('')

const joint = /[ ]{0,3},?[ ]{0,3}(?:-[ ]?|(?:pour|avant|before|by|at|a|vers|around|about)[ ]+)?/y
const clock =
  /(?<hour>\d{1,2})(?:(?<french>[ ]?(?:h(?![a-z])|heures?))(?:[ ]?(?<past>[0-5]\d))?(?:[ ]?min\b)?|:(?<minute>[0-5]\d)(?::\d\d)?)?(?:[ ]?(?<half>[ap])(?:m\b|\.[ ]?m\b\.?))?(?<oclock>[ ]?o'?[ ]?clock\b)?(?![\w/%€$£]|[.,:]\d)/y
const named = /(?<midnight>minuit|midnight)\b|(?:midi|noon|midday)\b/y
/** "8 h du soir", "9 in the evening". */
const halfAfterwards =
  /[ ]{0,2}(?:du |de l'|in the )(?<half>matin|morning|apres-midi|afternoon|soir|evening)\b/y
const notExact = /^ et (?:demie?|quart)\b|^ moins /

/**
 * The time that follows a day: "vendredi|, 18 h", "demain| matin à 9 h".
 * @param known a part of the day that was said together with the day, as in "ce soir"
 */
export function timeAfterDay(plain: string, at: number, known: PartOfDay | null): TimeReading | null {
  const part = known === null ? readPart(partAfterDay, plain, at) : { end: at, part: known }
  const from = part?.end ?? at
  const joined = sticky(joint, plain, from)?.[0] ?? ''
  // "vendredi 5" is a day, "Friday at 5" an hour.
  const mayBeBare = part !== null || /\b(?:at|by|before)[ ]+$/.test(joined)
  const exact = readClock(plain, from + joined.length, sideOf(part?.part), mayBeBare)
  if (exact !== null) return exact
  return readNamed(plain, from + joined.length) ?? asTime(part)
}

/** A time that stands on its own: "18 h", "noon", "EOD". */
export function timeAlone(plain: string, at: number): TimeReading | null {
  return readClock(plain, at, null, false) ?? readNamed(plain, at) ?? asTime(readPart(partAlone, plain, at))
}

interface PartReading {
  readonly end: number
  readonly part: PartOfDay
}

const asTime = (reading: PartReading | null): TimeReading | null =>
  reading === null ? null : { end: reading.end, time: { kind: 'part', part: reading.part } }

function readPart(among: typeof partAlone, plain: string, at: number): PartReading | null {
  for (const [part, pattern] of among) {
    if (sticky(pattern, plain, at) !== null) return { end: pattern.lastIndex, part }
  }
  return null
}

function readNamed(plain: string, at: number): TimeReading | null {
  const match = sticky(named, plain, at)
  if (match === null) return null
  const end = named.lastIndex
  if (notExact.test(plain.slice(end, end + 10))) return { end, time: { kind: 'unclear' } }
  if (match.groups?.midnight !== undefined) return { end, time: { kind: 'midnight' } }
  return { end, time: { kind: 'part', part: 'noon' } }
}

/** @param mayBeBare whether a number alone is an hour here */
function readClock(plain: string, at: number, known: Half | null, mayBeBare: boolean): TimeReading | null {
  const groups = sticky(clock, plain, at)?.groups
  if (groups === undefined) return null
  const { hour = '', french, past, minute, half, oclock } = groups
  const isBare = (french ?? minute ?? half ?? oclock) === undefined
  if (isBare && !mayBeBare) return null
  const said = clock.lastIndex
  const afterwards = sticky(halfAfterwards, plain, said)?.groups?.half
  const end = afterwards === undefined ? said : halfAfterwards.lastIndex
  const side =
    (half as Half | undefined) ?? (afterwards === undefined ? known : /^m/.test(afterwards) ? 'a' : 'p')
  const time = clockTime(Number(hour), past ?? minute ?? '00', side, half !== undefined)
  if (time === null) return null
  const is24Hours = french !== undefined || Number(hour) > 12 || /^0/.test(hour) || (hour === '12' && !isBare)
  const isClear = (side !== null || is24Hours) && !notExact.test(plain.slice(end, end + 10))
  return { end, time: isClear ? { kind: 'clock', time } : { kind: 'unclear' } }
}

type Half = 'a' | 'p'

function sideOf(part: PartOfDay | undefined): Half | null {
  if (part === undefined) return null
  return part === 'morning' ? 'a' : 'p'
}

function clockTime(hour: number, minute: string, half: Half | null, isStrict: boolean): string | null {
  if (hour > 23 || (isStrict && (hour > 12 || hour === 0))) return null
  let full = hour
  if (half === 'p' && hour < 12) full = hour + 12
  if (half === 'a' && hour === 12) full = 0
  return `${String(full).padStart(2, '0')}:${minute}`
}

function sticky(pattern: RegExp, plain: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(plain)
}
