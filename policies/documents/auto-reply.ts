import type { Language } from '#model/board.ts'
import {
  type Calendar,
  closure,
  compileCalendar,
  endOfDay,
  formatDay,
  formatStart,
  holidaysIn,
  minutesBefore,
  nextOpening,
  workingMinutes,
} from '../calendar.ts'
import { workingHoursOf } from '../schema/hours.ts'
import type { Policy } from '../schema.ts'
import { calendarOf } from './calendar-of.ts'
import { weekSentence } from './clauses/hours.ts'
import { type ReplyChannel, replyChannels } from './reply-channels.ts'
import { type ReplyFacts, type ReplyWhen, replyTexts } from './reply-texts.ts'
import { oneLine } from './words.ts'

/** A text ready to be pasted where a channel answers by itself. */
export interface AutoReply {
  readonly when: ReplyWhen
  readonly channel: ReplyChannel
  readonly text: string
}

type Hours = NonNullable<Policy['hours']>

/**
 * Texts for outside working hours, for the leave that holds on a day or comes next, and for the next public holiday on
 * which she does not work: one for each channel, within its limit. None without working hours.
 */
export function autoReplies(policy: Policy, language: Language, day: string): readonly AutoReply[] {
  const { hours } = policy
  if (hours === undefined) return []
  const calendar = calendarOf(hours)
  const shared = {
    name: oneLine(policy.assistant?.name ?? ''),
    week: weekSentence(policy, language),
    day: '',
    until: '',
    isReplaced: false,
    back: '',
  }
  const occasions: [ReplyWhen, ReplyFacts | null][] = [
    ['outside_hours', shared],
    ['leave', nextLeave(hours, calendar, shared, language, day)],
    ['holiday', nextHoliday(hours, calendar, shared, language, day)],
  ]
  return occasions.flatMap(([when, facts]) =>
    facts === null
      ? []
      : replyChannels.map((channel) => ({
          when,
          channel,
          text: fittingText(channel, when, facts, language),
        })),
  )
}

/** The fullest wording that the channel takes. */
function fittingText(channel: ReplyChannel, when: ReplyWhen, facts: ReplyFacts, language: Language): string {
  const texts = replyTexts(channel.id, when, facts, language).map((text) =>
    channel.id === 'sms' ? forPhone(text) : text,
  )
  const shortest = texts.at(-1) ?? ''
  return texts.find((text) => text.length <= channel.maxLength) ?? shortest.slice(0, channel.maxLength)
}

/** The leave that holds or comes next, with leaves that follow it day by day; back when answers are next given. */
function nextLeave(hours: Hours, calendar: Calendar, shared: ReplyFacts, language: Language, day: string) {
  const [leave] = hours.leave
    .filter(({ until }) => until >= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (leave === undefined) return null
  const until = closure(calendar, endOfDay(leave.until, hours.timeZone))?.until ?? leave.until
  const together = hours.leave.filter((each) => each.from <= until && each.until >= leave.from)
  const isReplaced = together.every(({ substitute }) => substitute !== undefined)
  const facts = { ...shared, until: formatDay(until, language), isReplaced }
  return backAfter(until, hours, calendar, facts, language)
}

/** The next holiday that really costs a working day: not at a weekend, within a leave or opened by way of exception. */
function nextHoliday(hours: Hours, calendar: Calendar, shared: ReplyFacts, language: Language, day: string) {
  const otherwise = compileCalendar({ ...workingHoursOf(hours), holidays: null })
  const year = Number(day.slice(0, 4))
  const holiday = [year, year + 1]
    .flatMap((each) => holidaysIn(calendar, each, language))
    .filter(({ date, worked }) => date >= day && !worked)
    .find(({ date }) => workOn(date, hours, otherwise) > 0 && workOn(date, hours, calendar) === 0)
  if (holiday === undefined) return null
  const name = `${formatDay(holiday.date, language)} (${holiday.name})`
  return backAfter(holiday.date, hours, calendar, { ...shared, day: name }, language)
}

/** Working minutes of a day; its first hours are left aside, for a day on which the clocks change may lack one. */
function workOn(date: string, { timeZone }: Hours, calendar: Calendar): number {
  const end = endOfDay(date, timeZone)
  return workingMinutes(calendar, minutesBefore(end, 22 * 60), end)
}

function backAfter(
  date: string,
  { timeZone }: Hours,
  calendar: Calendar,
  facts: ReplyFacts,
  language: Language,
) {
  const opening = nextOpening(calendar, endOfDay(date, timeZone), 'answers')
  return opening === null ? null : { ...facts, back: formatStart(opening, timeZone, language) }
}

/** What a phone shows in the short alphabet of text messages; a single other character would more than halve the room. */
function forPhone(text: string): string {
  return text
    .replace(/[’‘]/gu, "'")
    .replace(/[–—]/gu, '-')
    .replace(/«\s?|\s?»|[“”]/gu, '"')
    .replace(/œ/gu, 'oe')
    .replace(/Œ/gu, 'OE')
    .replace(/[^\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà¡]/gu, (other) => {
      const bare = other.normalize('NFD').replace(/\p{M}/gu, '')
      return /^[\x20-\x7e]+$/u.test(bare) ? bare : ''
    })
}
