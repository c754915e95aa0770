import { distantDay } from './date-chrono.ts'
import { type DateOptions, readDay, type SaidDay } from './date-day.ts'
import { monthsEn, monthsFr, weekdaysEn, weekdaysFr, weekdaysShort } from './date-names.ts'
import { type SaidTime, timeAfterDay, timeAlone } from './date-time.ts'

/** A day or a time that stands in a text. */
export interface SaidDate {
  readonly start: number
  readonly end: number
  readonly day: SaidDay | null
  readonly time: SaidTime | null
  /** "dans 2 h": minutes from now, in place of a day and a time. */
  readonly minutes: number | null
  /** `distance`: "in two weeks", which may be when something happens. `within`: "sous 48 h". `by`: "d'ici 2 jours". */
  readonly manner: 'plain' | 'distance' | 'within' | 'by'
  /** Read, but no moment to come that we can tell: last Monday, a span, the time of somewhere else. */
  readonly refused: boolean
}

const number = String.raw`\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|dix|an?|one|two|three|four|five|six|seven|eight|ten`
const unit = `minutes?|min|mn|hours?|hrs?|heures?|h|jours?|j|days?|semaines?|weeks?|mois|months?`
const distance = String.raw`(?<lead>dans|in|sous|within|d'ici|avant)(?: a\b)?(?<span>(?: les?| l'| the)?(?: next| prochaines?)?)[ ]?(?:(?<count>${number})[ ]?(?<unit>${unit})|(?<half>half an hour|une demi-heure)|(?<=l'|the )(?:heure|hour))\b`

/** Where a day or a time may begin. A text without any of these is looked at no further. */
const heads = new RegExp(
  [
    String.raw`\b(?:(?:ce|this|next|last|past) )?(?:${weekdaysFr}|${weekdaysEn}|${weekdaysShort})\b`,
    String.raw`\b(?:aujourd'? ?hui|apres[- ]demain|demain|ce (?:soir|midi|matin)|cet(?:te)? (?:apres[- ]midi|aprem))\b`,
    String.raw`\b(?:(?:the )?day after tomorrow|tomorrow|tmrw?|today|tonight|this (?:morning|afternoon|evening))\b`,
    String.raw`\bdans (?:la (?:matinee|journee|soiree)|l'apres-midi)\b`,
    String.raw`\b(?:(?:la |the |cette )?(?:fin|end|close) (?:d[eu]\b|d'|of\b)|fin (?:${monthsFr}|la semaine|semaine)\b|(?:e(?:od|ow|om|ob)|cob)\b|(?:(?:ce|le|this|the) )?week-? ?end\b)`,
    String.raw`\b(?:midi|minuit|noon|midday|midnight)\b`,
    String.raw`\b${distance.replace(/\?<\w+>/g, '?:')}`,
    String.raw`\b(?:${monthsEn})\.? \d{1,2}(?:st|nd|rd|th)?\b`,
    String.raw`\b(?:le|the) \d{1,2}(?:er|st|nd|rd|th)?\b`,
    String.raw`(?<![\w/.,:+#-])\d{1,4}(?=[ ]?(?:h|heures?|am|pm|[ap]\.m|o'?[ ]?clock)\b|h\d\d\b|[:/.-]\d|(?:er|st|nd|rd|th)\b|[ ]?(?:of )?(?:${monthsFr}|${monthsEn})\b)`,
  ].join('|'),
  'g',
)

/** Can there be a date in this text at all? */
export function mayHoldDate(plain: string): boolean {
  heads.lastIndex = 0
  return heads.test(plain)
}

/** A request has a handful; a timetable pasted into one need not be read to its end. */
const mostRead = 24
const pieceLength = 48

/** The days and times that stand in a plain text, in its order, none within another. */
export function saidDates(plain: string, options: DateOptions): SaidDate[] {
  const found: SaidDate[] = []
  heads.lastIndex = 0
  for (let head = heads.exec(plain); head !== null && found.length < mostRead; head = heads.exec(plain)) {
    const said = readAt(plain, head.index, options)
    if (said !== null) found.push(said)
    heads.lastIndex = said?.end ?? head.index + 1
  }
  return found
}

const nothing = { day: null, time: null, minutes: null, manner: 'plain', refused: false } as const

function readAt(plain: string, start: number, options: DateOptions): SaidDate | null {
  const read =
    readDistance(plain, start, options) ??
    readDayFirst(plain, start, options) ??
    readTimeFirst(plain, start, options)
  if (read === null) return null
  return {
    ...read,
    refused: read.refused || isRefusedBy(plain.slice(read.end, read.end + pieceLength), read),
  }
}

/** "15 déc. 18 h": the point belongs to the month. */
const shortMonth = /(?:janv?|fevr?|feb|mar|avr|apr|juil|ju[ln]|aug|sept?|oct|nov|dec)\.$/

function readDayFirst(plain: string, start: number, options: DateOptions): SaidDate | null {
  const reading = readDay(pieceAt(plain, start), options)
  if (reading === null) return null
  const { day, part } = reading
  const end = start + reading.length
  const time = timeAfterDay(plain, shortMonth.test(plain.slice(start, end + 1)) ? end + 1 : end, part)
  return { ...nothing, start, end: time?.end ?? end, day, time: time?.time ?? null, refused: day === null }
}

const dayJoint = /^[ ]{0,3},?[ ]{0,3}(?:(?:on|le|de|for|pour) |d')?/

/** "18 h jeudi", "noon on Friday", "18 h ce soir". */
function readTimeFirst(plain: string, start: number, options: DateOptions): SaidDate | null {
  const reading = timeAlone(plain, start)
  if (reading === null) return null
  const { time, end } = reading
  const joint = dayJoint.exec(pieceAt(plain, end))?.[0] ?? ''
  // "18 h le 15": the article belongs to the day.
  const from = [end + joint.length, end + joint.replace(/le $/, '').length]
  for (const at of from) {
    const then = readDay(pieceAt(plain, at), options)
    if (then === null) continue
    return { ...nothing, start, end: at + then.length, day: then.day, time, refused: then.day === null }
  }
  return { ...nothing, start, end, time }
}

const pieceAt = (plain: string, at: number) => plain.slice(at, at + pieceLength).split('\n', 1)[0] ?? ''

const distanceHere = new RegExp(`^${distance}`)
const counts: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, un: 1, une: 1, one: 1, deux: 2, two: 2, trois: 3, three: 3, quatre: 4, four: 4 },
  ...{ cinq: 5, five: 5, six: 6, sept: 7, seven: 7, huit: 8, eight: 8, dix: 10, ten: 10 },
}

/** "dans 2 h", "within 3 days", "d'ici une semaine". */
function readDistance(plain: string, start: number, { today }: DateOptions): SaidDate | null {
  const match = distanceHere.exec(pieceAt(plain, start))
  const groups = match?.groups
  if (match === null || groups === undefined) return null
  const { lead = '', span = '', count = '1', half } = groups
  const amount = half === undefined ? (counts[count] ?? Number(count)) : 0.5
  const end = start + match[0].length
  const manner = mannerOf(lead, span)
  if (groups.unit === undefined || /^(?:h|m(?!o))/.test(groups.unit)) {
    const isMinutes = groups.unit?.startsWith('m') ?? false
    const isHourOfDay = manner === 'by' && !isMinutes ? hourOrHours(lead, amount) : 'hours'
    if (isHourOfDay === 'hour') return null
    const minutes = isMinutes ? amount : amount * 60
    return { ...nothing, start, end, minutes, manner, refused: isHourOfDay === 'unclear' }
  }
  if (lead === 'avant') return null
  const isFrench = /^(?:j|s|mo?is)/.test(groups.unit)
  const words = isFrench
    ? `dans ${count} ${groups.unit.replace(/^j$/, 'jours')}`
    : `in ${count} ${groups.unit}`
  const day = distantDay(words, isFrench ? 'fr' : 'en', today)
  if (day === null) return null
  const time = timeAfterDay(plain, end, null)
  return {
    ...nothing,
    start,
    end: time?.end ?? end,
    day: { kind: 'day', day },
    time: time?.time ?? null,
    manner,
  }
}

function mannerOf(lead: string, span: string): SaidDate['manner'] {
  if (lead === "d'ici" || lead === 'avant') return 'by'
  return lead === 'sous' || lead === 'within' || span !== '' ? 'within' : 'distance'
}

/** "d'ici 18 h" is an hour of the day, "d'ici 2 h" and "d'ici 48 h" are hours from now, "d'ici 10 h" may be either. */
function hourOrHours(lead: string, amount: number): 'hour' | 'hours' | 'unclear' {
  if (amount >= 24) return 'hours'
  if (lead === 'avant' || amount > 12) return 'hour'
  return amount < 7 ? 'hours' : 'unclear'
}

const someDay = `\\d|${weekdaysFr}|${weekdaysEn}|demain|tomorrow|midi|noon|minuit|midnight|${monthsFr}|${monthsEn}`
/** What makes a date a price, a rate, a span, one of two or somebody's: "jeudi's", "9h-17h", "18h/semaine". */
const refusing = [
  /^(?:[/%€$£]|'s?\b|-[a-z\d])/,
  /^ ?- ?\d{1,2} ?(?:h|:|am|pm|er |th )/,
  new RegExp(`^ (?:au|a|to|until|till|through|thru|jusqu'?(?:a|au)?) (?:le |the )?(?:${someDay})\\b`),
  new RegExp(`^ ?- ?(?:${weekdaysFr}|${weekdaysEn})\\b`),
  new RegExp(
    `^ (?:ou|or)(?: bien)?(?: le| the| a| at| on| by| for| pour)? (?:${someDay}|mon|tue|wed|thu|fri|sat|sun)`,
  ),
  /^ (?:au plus tot|at the earliest|onwards?|minimum|or (?:later|after)|ou (?:plus tard|apres))\b/,
  /^ (?:ouvres?|ouvrables?|business|working)\b/,
]
/** An hour of somewhere else, or of who knows where. */
const elsewhere =
  /^ ?\(?(?:(?:utc|gmt|cest|cet|bst|[ecmp][sd]t)\b|heure (?:de |d')|(?!my\b|our\b|local\b)\w{1,20} time\b)/
/** What makes a length of time the distance from something else: "1 h avant". */
const refusingTime = /^ (?:avant|before|apres|after|prior|earlier|later|plus (?:tard|tot)|ago|of|de|d')\b/

function isRefusedBy(after: string, { day, time, minutes }: SaidDate): boolean {
  if (refusing.some((pattern) => pattern.test(after))) return true
  if (time?.kind === 'clock' && elsewhere.test(after)) return true
  return (day === null || minutes !== null) && refusingTime.test(after)
}
