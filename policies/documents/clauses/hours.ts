import type { Language } from '#model/board.ts'
import { formatPeriod, formatTime, formatWeek, holidaysIn } from '../../calendar.ts'
import { formatNumber } from '../../money.ts'
import { workingHoursOf } from '../../schema/hours.ts'
import type { Policy } from '../../schema.ts'
import { calendarOf } from '../calendar-of.ts'
import { holidayPlace, zoneWords } from '../places.ts'
import {
  bullets,
  capitalized,
  fitting,
  hoursWords,
  listOf,
  oneLine,
  paragraph,
  paragraphs,
} from '../words.ts'
import { type ClauseWriter, clause, type SentenceWriter } from './clause.ts'

type Hours = NonNullable<Policy['hours']>

const wording = {
  fr: {
    hours: 'Horaires',
    answers: 'Délai de réponse',
    week: (week: string, zone: string) => `Je travaille ${week} (${zone}).`,
    weekInShort: 'Je travaille uniquement pendant les horaires indiqués dans mes conditions.',
    noWeek: "Je n'ai pas d'horaires fixes : je travaille aux dates et aux heures annoncées.",
    outside: 'Une demande reçue en dehors de ces horaires est prise en compte à la reprise.',
    focus: (week: string) => `Je travaille sans répondre aux messages ${week}.`,
    focusInShort: 'Je réserve certaines heures de travail à la concentration, sans répondre aux messages.',
    holidays: (place: string) => `Je ne travaille pas les jours fériés (${place}).`,
    worked: (names: string) => `Je travaille toutefois les jours fériés suivants : ${names}.`,
    leave: 'Pendant mes congés, je ne travaille pas ; je réponds à mon retour.',
    leaves: 'Congés annoncés :',
    covered: ' ; le relais est assuré',
    exceptions:
      "À certaines dates, mes horaires sont différents : ceux du jour l'emportent alors sur tous les autres.",
    dates: 'Dates annoncées :',
    closed: 'fermé',
    interval: (from: string, to: string) => `de ${from} à ${to}`,
    within: (hours: string, one: boolean) =>
      `Je réponds aux messages dans un délai de ${hours} ${one ? 'ouvrée' : 'ouvrées'}.`,
  },
  en: {
    hours: 'Working hours',
    answers: 'Response time',
    week: (week: string, zone: string) => `I work ${week} (${zone}).`,
    weekInShort: 'I work only during the hours set out in my terms.',
    noWeek: 'I have no fixed hours: I work on the dates and at the times announced.',
    outside: 'A request received outside these hours is dealt with when I am back at work.',
    focus: (week: string) => `I work without answering messages ${week}.`,
    focusInShort: 'I keep some working hours for focused work, without answering messages.',
    holidays: (place: string) => `I do not work on public holidays (${place}).`,
    worked: (names: string) => `I do, however, work on the following public holidays: ${names}.`,
    leave: 'While I am on leave I do not work; I answer when I am back.',
    leaves: 'Leave announced:',
    covered: '; a colleague stands in',
    exceptions:
      'On some dates my hours are different: the hours given for that day then override all others.',
    dates: 'Dates announced:',
    closed: 'closed',
    interval: (from: string, to: string) => `${from}–${to}`,
    within: (hours: string, one: boolean) =>
      `I answer messages within ${hours} working ${one ? 'hour' : 'hours'}.`,
  },
} as const

/** When she works and answers; leave and special dates from a day on. */
export const hoursClauses: ClauseWriter = (policy, language, day) => {
  const { hours } = policy
  if (hours === undefined) return []
  const words = wording[language]
  const rule = (write: SentenceWriter) => write(policy, language)
  return [
    ...clause(
      'hours',
      words.hours,
      paragraphs(
        paragraph(
          rule(weekSentence),
          weekBeside(hours, language),
          words.outside,
          rule(focusSentence),
          focusBeside(hours, language),
        ),
        paragraph(rule(holidaysSentence), workedHolidays(hours, language, day)),
        announced(rule(leaveSentence), words.leaves, leaves(hours, language, day)),
        announced(rule(exceptionsSentence), words.dates, exceptions(hours, language, day)),
      ),
    ),
    ...clause('answers', words.answers, rule(answerSentence)),
  ]
}

export const weekSentence: SentenceWriter = ({ hours }, language) =>
  hours === undefined ? '' : fitting(wholeWeek(hours, language), wording[language].weekInShort)

/** For where the whole week would be too long. */
export const weekInShort = (language: Language): string => wording[language].weekInShort

export const focusSentence: SentenceWriter = ({ hours }, language) =>
  hours === undefined ? '' : fitting(wholeFocus(hours, language), wording[language].focusInShort)

export const holidaysSentence: SentenceWriter = ({ hours }, language) =>
  hours?.holidays === undefined ? '' : wording[language].holidays(holidayPlace(hours.holidays, language))

export const leaveSentence: SentenceWriter = ({ hours }, language) =>
  hours === undefined || hours.leave.length === 0 ? '' : wording[language].leave

export const exceptionsSentence: SentenceWriter = ({ hours }, language) =>
  hours === undefined || hours.exceptions.length === 0 ? '' : wording[language].exceptions

export const answerSentence: SentenceWriter = ({ hours }, language) => {
  const within = hours?.answerWithinHours
  if (within === undefined) return ''
  if (language === 'fr') return wording.fr.within(hoursWords(within, 'fr'), within < 2)
  return wording.en.within(formatNumber(within, 'en'), within === 1)
}

/** `du lundi au vendredi de 9 h à 18 h (heure de Paris)` as a sentence, however long. */
function wholeWeek(hours: Hours, language: Language): string {
  const words = wording[language]
  if (!isOpenSometime(hours.week)) return words.noWeek
  return words.week(weekWords(hours.week, language), zoneWords(hours.timeZone, language))
}

function wholeFocus(hours: Hours, language: Language): string {
  return isOpenSometime(hours.focus) ? wording[language].focus(weekWords(hours.focus, language)) : ''
}

/** What is too long to be quoted follows the short wording. */
function weekBeside(hours: Hours, language: Language): string {
  const whole = wholeWeek(hours, language)
  return fitting(whole, '') === '' ? whole : ''
}

function focusBeside(hours: Hours, language: Language): string {
  const whole = wholeFocus(hours, language)
  return fitting(whole, '') === '' ? whole : ''
}

const isOpenSometime = (week: Hours['week']) => Object.values(week).some((day) => (day ?? []).length > 0)

/** A week in words: `du lundi au vendredi de 9 h à 18 h`. */
export function weekWords(week: Hours['week'], language: Language): string {
  const only = { timeZone: 'UTC', week, focus: {}, leave: [], exceptions: [] }
  return formatWeek(workingHoursOf(only), language)
}

function announced(rule: string, intro: string, dates: readonly string[]): string {
  if (dates.length === 0) return rule
  return `${paragraph(rule, intro)}\n${bullets(dates)}`
}

function leaves({ leave }: Hours, language: Language, day: string): string[] {
  return leave
    .filter(({ until }) => until >= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, until, substitute }) => {
      const period = capitalized(formatPeriod(from, until, language))
      return substitute === undefined ? period : `${period}${wording[language].covered}`
    })
}

function exceptions({ exceptions }: Hours, language: Language, day: string): string[] {
  const words = wording[language]
  return exceptions
    .filter(({ date }) => date >= day)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, open }) => {
      const intervals = open.map((interval) => {
        const [from = '', to = ''] = interval.split('-').map((time) => formatTime(time, language))
        return words.interval(from, to)
      })
      const what = intervals.length === 0 ? words.closed : listOf(intervals, language)
      return `${capitalized(formatPeriod(date, date, language))}${language === 'fr' ? ' :' : ':'} ${what}`
    })
}

/** By the names that they have in the year of a day and the next; as they were written when no such year has them. */
function workedHolidays(hours: Hours, language: Language, day: string): string {
  const written = hours.holidays?.worked ?? []
  if (written.length === 0) return ''
  const calendar = calendarOf(hours)
  const year = Number(day.slice(0, 4))
  const found = [year, year + 1].flatMap((each) => holidaysIn(calendar, each, language))
  const names = [...new Set(found.filter(({ worked }) => worked).map(({ name }) => name))]
  return wording[language].worked(listOf(names.length > 0 ? names : written.map(oneLine), language))
}
