import type { Instant } from '#model/task.ts'
import { localDate, minutesAfter } from '../calendar.ts'
import { languageOf } from '../scope/language.ts'
import { type Moment, momentOf } from './date-moment.ts'
import { mayHoldDate, saidDates } from './date-said.ts'
import { readable, wordsIn } from './date-text.ts'
import { wantedFrom } from './date-wanted.ts'

/** A moment by which a text seems to want something. Assumed: nothing is billed on it before a person has looked. */
export interface AssumedDeadline {
  /** The end of the day when no time is said. */
  readonly at: Instant
  /** The words it was read from, as they stand in the text, cut to 80 characters. */
  readonly words: string
  readonly precision: 'minute' | 'day'
}

/** Of a longer text only the beginning is read. */
const mostRead = 4000
const mostWords = 80

/** Where 6/5 is the fifth of June. */
const monthFirstZones =
  /^(?:US\/|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Sitka|Nome|Adak|Menominee|Indiana\/|Kentucky\/|North_Dakota\/)|Pacific\/Honolulu)/

/**
 * The earliest moment by which a text asks for something, in French or English. Days and hours are those of the
 * client: "demain" is the day after the one on which it was written where the client is. The date of something else
 * ("le webinaire de jeudi"), a denied, past or quoted one, and one that may mean two moments give null: nothing is
 * guessed. "Avant vendredi" lasts until the end of Friday, so that nobody is called late who is not.
 * @throws RangeError for what is no moment or zone
 * @example
 * // submitted on Tuesday 2026-11-24 in Paris
 * assumedDeadline({ title: 'Newsletter', text: 'À envoyer avant vendredi midi.' }, submittedAt, 'Europe/Paris')
 * // { at: '2026-11-27T11:00:00.000Z', words: 'avant vendredi midi', precision: 'minute' }
 */
export function assumedDeadline(
  { title, text }: { readonly title: string; readonly text: string },
  submittedAt: Instant,
  timeZone: string,
): AssumedDeadline | null {
  const { said, plain } = readable(beginningOf(`${title.slice(0, mostRead)}\n${text.slice(0, mostRead)}`))
  if (!mayHoldDate(plain)) return null
  const words = wordsIn({ said, plain })
  const today = localDate(submittedAt, timeZone)
  const at = minutesAfter(submittedAt, 0)
  const isEnglish = () =>
    languageOf(
      words.map((word) => word.text),
      'en',
    ) === 'en'
  const monthFirst = monthFirstZones.test(timeZone) && isEnglish()
  let earliest: { readonly moment: Moment; readonly words: string } | null = null
  let isOtherDay = false
  for (const date of saidDates(plain, { today, monthFirst })) {
    // "À envoyer jeudi. Avant 18 h." An hour alone is one of today, unless another day has been named.
    const isHourAlone = date.day === null && date.minutes === null
    isOtherDay ||= date.day !== null && !(date.day.kind === 'day' && date.day.day === today)
    const from = isHourAlone && isOtherDay ? null : wantedFrom(date, plain, words)
    const moment = from === null ? null : momentOf(date, { at, today, timeZone })
    if (from === null || moment === null || (earliest !== null && moment.at >= earliest.moment.at)) continue
    earliest = { moment, words: said.slice(from, date.end).slice(0, mostWords) }
  }
  return earliest === null ? null : { ...earliest.moment, words: earliest.words }
}

/** The beginning of a text, without a word or number that the cut would leave half. */
function beginningOf(text: string): string {
  return text.length <= mostRead ? text : text.slice(0, mostRead).replace(/\S{0,100}$/, '')
}
