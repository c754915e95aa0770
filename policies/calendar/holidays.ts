import HolidayRules, { type HolidaysTypes } from 'date-holidays'
import type { Language } from '#model/board.ts'
import { type DayNumber, dateOf, dayNumber, yearOf } from './days.ts'
import { type HolidaySettings, minutesOf } from './working-hours.ts'

export type Bilingual = Readonly<Record<Language, string>>

export interface PublicHoliday {
  readonly day: DayNumber
  /** Minute of the day from which it holds: 0, or 780 for an Icelandic Christmas Eve. */
  readonly fromMinute: number
  readonly name: Bilingual
  /** She works on it all the same, so it closes nothing. */
  readonly worked: boolean
}

export interface PublicHolidays {
  /** The holidays of a day, worked or not; most days have none. */
  on(day: DayNumber): readonly PublicHoliday[]
  /** The holidays of a year by date. */
  inYear(year: number): readonly PublicHoliday[]
}

type Rule = Pick<HolidaysTypes.HolidayRule, 'rule' | 'name' | 'type'>

const none: PublicHolidays = { on: () => [], inYear: () => [] }
/** No country's holidays are known for longer, and looking them up takes milliseconds a year. */
const firstYear = 1900
const lastYear = 2200
const yearsKept = 64
const longestDays = 10

/** The public holidays of a country, each year looked up when first asked for, and kept. */
export function compileHolidays(settings: HolidaySettings | null | undefined): PublicHolidays {
  if (settings === null || settings === undefined) return none
  const worked = settings.worked.map(folded)
  const kept = new Map<number, ReadonlyMap<DayNumber, PublicHoliday[]>>()
  let rules: HolidayRules | undefined

  function startingIn(year: number): ReadonlyMap<DayNumber, PublicHoliday[]> {
    const known = kept.get(year)
    if (known !== undefined) return known
    rules ??= rulesOf(settings as HolidaySettings)
    const found = year < firstYear || year > lastYear ? [] : lookUp(rules, year, worked)
    const byDay = new Map<DayNumber, PublicHoliday[]>()
    for (const holiday of found) byDay.set(holiday.day, [...(byDay.get(holiday.day) ?? []), holiday])
    if (kept.size >= yearsKept) kept.clear()
    kept.set(year, byDay)
    return byDay
  }

  function on(day: DayNumber): readonly PublicHoliday[] {
    const year = yearOf(day)
    const own = startingIn(year).get(day) ?? []
    // A feast of several days may have begun in the old year.
    const older = yearOf(day - longestDays) < year ? (startingIn(year - 1).get(day) ?? []) : []
    return older.length === 0 ? own : [...older, ...own]
  }

  function inYear(year: number): readonly PublicHoliday[] {
    return [year - 1, year]
      .flatMap((start) => [...startingIn(start).values()].flat())
      .filter(({ day }) => yearOf(day) === year)
      .sort((a, b) => a.day - b.day || a.fromMinute - b.fromMinute)
  }

  return { on, inYear }
}

/** Countries whose holidays are known, by code. */
export function knownCountries(): Readonly<Record<string, string>> {
  return new HolidayRules().getCountries()
}

/** Regions of a country by code, as a policy may write them: `57`, `LA`, `LA-NO`. */
export function knownRegions(country: string): string[] {
  const known = new HolidayRules()
  return Object.keys(known.getStates(country) ?? {}).flatMap((state) => [
    state,
    ...Object.keys(known.getRegions(country, state) ?? {}).map((region) => `${state}-${region}`),
  ])
}

/**
 * Can an entry of `worked` ever mean a holiday of this country? Does not depend on today, so that a policy that was
 * once valid stays valid. A date must be a holiday in its own year; `05-01` and a name must belong to a rule.
 */
export function meansHoliday(entry: string, settings: HolidaySettings): boolean {
  const alone = { ...settings, worked: [entry] }
  if (/^\d{4}-\d{2}-\d{2}$/u.test(entry)) {
    return compileHolidays(alone)
      .inYear(Number(entry.slice(0, 4)))
      .some(({ worked }) => worked)
  }
  const rules = rulesOf(settings)
  return publicRules(rules).some((rule) => isNamed([folded(entry)], rule, namesOf(rules, rule)))
}

/** The names of a country's holidays, as many as say enough. */
export function holidayNames(settings: HolidaySettings, language: Language, atMost: number): string[] {
  const rules = rulesOf(settings)
  const names = publicRules(rules).map((rule) => said(namesOf(rules, rule))[language])
  return [...new Set(names)].slice(0, atMost)
}

/** UTC, so that neither the machine's zone nor the country's moves a day. */
function rulesOf({ country, region }: HolidaySettings): HolidayRules {
  const [state, part] = region?.split('-') ?? []
  const place = { country, ...(state && { state }), ...(part && { region: part }) }
  return new HolidayRules(place, { types: ['public'], timezone: 'UTC' })
}

/** Its own types leave out what a rule holds. */
function publicRules(rules: HolidayRules): Rule[] {
  return (rules.getRules() as unknown as Rule[]).filter(({ type }) => type === 'public')
}

function lookUp(rules: HolidayRules, year: number, worked: readonly string[]): PublicHoliday[] {
  const named = new Map(publicRules(rules).map((rule) => [rule.rule, { rule, name: namesOf(rules, rule) }]))
  // Never pass a language here: the library would remember it for the next call.
  return rules.getHolidays(year).flatMap((found) => {
    const known = named.get(found.rule)
    if (known === undefined || found.type !== 'public') return []
    const name = found.substitute ? substituteOf(said(known.name)) : said(known.name)
    const byName = isNamed(worked, known.rule, known.name)
    return daysOf(found).map((day, index) => ({
      day,
      fromMinute: index === 0 ? startMinute(found) : 0,
      name,
      worked: byName || worked.includes(dateOf(day)) || worked.includes(dateOf(day).slice(5)),
    }))
  })
}

function daysOf({ date, start, end }: HolidaysTypes.Holiday): DayNumber[] {
  const first = dayNumber(date.slice(0, 10))
  // A Turkish feast lasts 90 hours, of which the first are the evening before: three whole days.
  const length = Math.max(1, Math.floor((end.getTime() - start.getTime()) / (24 * 60 * 60_000)))
  return Array.from({ length }, (_, index) => first + index)
}

/** The library reckons in the machine's zone, where a spring night may begin at 1:00: only what starts by day is meant. */
function startMinute({ date }: HolidaysTypes.Holiday): number {
  const minute = minutesOf(date.slice(11, 16))
  return minute < 6 * 60 ? 0 : minute
}

/** As people say it where the library does not. */
function said({ fr, en }: Bilingual): Bilingual {
  return { fr: fr === 'Fête Nationale de la France' ? 'Fête nationale' : fr, en }
}

function substituteOf(name: Bilingual): Bilingual {
  return { fr: `${name.fr} (jour de remplacement)`, en: `${name.en} (substitute day)` }
}

/** Does one of the entries say this rule: by name, by the rule itself, or by the fixed day that it speaks of? */
function isNamed(entries: readonly string[], { rule }: Rule, name: Bilingual): boolean {
  const fixedDay = /^(?:substitutes )?(\d{2}-\d{2})(?!-|\d)/u.exec(rule)?.[1]
  return entries.some(
    (entry) =>
      [name.fr, said(name).fr, name.en, rule].some((known) => entry === folded(known)) || entry === fixedDay,
  )
}

/** In each language: as the country itself says it, else as the language does, else in English, else as it is. */
function namesOf(rules: HolidayRules, { name, rule }: Rule): Bilingual {
  if (typeof name === 'string') return { fr: name, en: name }
  const spoken = rules.getLanguages()
  const say = (language: Language) => {
    const own = spoken.filter((each) => each.startsWith(`${language}-`))
    const found = [...own, language, 'en', ...spoken].find((each) => name[each] !== undefined)
    return (found && name[found]) ?? Object.values(name)[0] ?? rule
  }
  return { fr: say('fr'), en: say('en') }
}

/** `Fête du Travail` and `fete du travail` are the same to a person. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").trim().toLowerCase()
}
