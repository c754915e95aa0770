import type { Language } from '#model/board.ts'
import { formatPeriod } from '../calendar.ts'
import { ended, hoursWords, localized } from '../documents/words.ts'
import { formatPercent } from '../money.ts'
import type { Policy } from '../schema.ts'
import { type Change, changeOf, type Difference, quoted, type Sides } from './change.ts'
import { hoursOfDay } from './day-words.ts'
import { patternOf } from './pattern.ts'

type Need = Policy['services'][number]['needs'][number]
type Referral = Policy['services'][number]['referrals'][number]
type Exception = NonNullable<Policy['hours']>['exceptions'][number]
type Leave = NonNullable<Policy['hours']>['leave'][number]

/** A list of things that are known by something of their own rather than by their place. */
interface KeyedList {
  readonly fr: string
  readonly en: string
  /** Entries with the same key are the same thing. */
  readonly key: (entry: never) => string
  readonly name: (entry: never, policy: Policy, language: Language) => string
}

const lists: Readonly<Record<string, KeyedList>> = {
  'hours.leave': {
    fr: 'Congés',
    en: 'Leave',
    key: ({ from, until }: Leave) => `${from} ${until}`,
    name: ({ from, until, substitute }: Leave, _policy, language) => {
      const period = formatPeriod(from, until, language)
      if (substitute === undefined) return period
      return language === 'fr'
        ? `${period}, remplacement : ${substitute}`
        : `${period}, substitute: ${substitute}`
    },
  },
  'hours.exceptions': {
    fr: 'Date particulière',
    en: 'Special date',
    key: ({ date }: Exception) => date,
    name: ({ date, open }: Exception, _policy, language) => {
      const closed = language === 'fr' ? 'fermé' : 'closed'
      return `${formatPeriod(date, date, language)} (${open.length === 0 ? closed : hoursOfDay(open, language)})`
    },
  },
  'urgency.tiers': {
    fr: 'Palier de majoration',
    en: 'Surcharge tier',
    key: ({ underHours }: Policy['urgency']['tiers'][number]) => String(underHours),
    name: ({ underHours, percent }: Policy['urgency']['tiers'][number], _policy, language) => {
      const [hours, share] = [hoursWords(underHours, language), formatPercent(percent, language)]
      return language === 'fr' ? `${share} à moins de ${hours}` : `${share} under ${hours}`
    },
  },
  'billing.mentions': {
    fr: 'Mention légale',
    en: 'Legal mention',
    key: ({ text }: Policy['billing']['mentions'][number]) => text,
    name: ({ text, from, until }: Policy['billing']['mentions'][number], _policy, language) => {
      const dates = [from, until].filter((day) => day !== undefined).join(' – ')
      return dates === '' ? quoted(text, language) : `${quoted(text, language)} (${dates})`
    },
  },
  notes: {
    fr: 'Note',
    en: 'Note',
    key: ({ title }: Policy['notes'][number]) => title,
    name: ({ title, text }: Policy['notes'][number], _policy, language) =>
      `${quoted(title, language)} — ${quoted(text, language)}`,
  },
  'services.*.needs': {
    fr: 'élément à fournir',
    en: 'thing to be supplied',
    key: ({ name }: Need) => JSON.stringify(name),
    name: ({ name }: Need, policy, language) => quoted(localized(name, policy, language), language),
  },
  'services.*.referrals': {
    fr: 'autre prestataire',
    en: 'other provider',
    key: ({ name }: Referral) => JSON.stringify(name),
    name: ({ name, contact }: Referral, policy, language) => {
      const who = localized(name, policy, language)
      return quoted(contact === undefined ? who : `${who}, ${contact}`, language)
    },
  },
}

const words = {
  fr: {
    added: (what: string, name: string) => ended(`${what}, ajout : ${name}`),
    removed: (what: string, name: string) => ended(`${what}, retrait : ${name}`),
    changed: (what: string, name: string, before: string) =>
      name === before
        ? ended(`${what}, changement : ${name}`)
        : `${what}, changement : ${name} (avant : ${before}).`,
  },
  en: {
    added: (what: string, name: string) => ended(`${what} added: ${name}`),
    removed: (what: string, name: string) => ended(`${what} taken out: ${name}`),
    changed: (what: string, name: string, before: string) =>
      name === before ? ended(`${what} changed: ${name}`) : `${what} changed: ${name} (before: ${before}).`,
  },
} as const

/** Is it a list whose entries are known by something of their own? */
export const isKeyedList = (path: string) => Object.hasOwn(lists, patternOf(path))

/** One change for each entry that came, went or is another. A new order alone is no change. */
export function keyedListChanges({ path, before, after }: Difference, sides: Sides): Change[] {
  const list = lists[patternOf(path)]
  if (list === undefined) return []
  const { language } = sides
  const said = words[language]
  const [from, to] = [keyed(list, before), keyed(list, after)]
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((key): Change[] => {
    const [old, now] = [from.get(key), to.get(key)]
    if (JSON.stringify(old) === JSON.stringify(now)) return []
    const oldName = old === undefined ? '' : list.name(old, sides.before, language)
    const name = now === undefined ? oldName : list.name(now, sides.after, language)
    const difference = { path, before: old, after: now }
    if (old === undefined) return [changeOf(difference, said.added(list[language], name))]
    if (now === undefined) return [changeOf(difference, said.removed(list[language], name))]
    return [changeOf(difference, said.changed(list[language], name, oldName))]
  })
}

/** Entries by their key; of several with the same one, each by which of them it is. */
function keyed({ key }: KeyedList, side: unknown): ReadonlyMap<string, never> {
  const groups = Map.groupBy(Array.isArray(side) ? (side as never[]) : [], key)
  return new Map(
    [...groups].flatMap(([name, entries]) =>
      entries.map((entry, index) => [`${index} ${name}`, entry] as const),
    ),
  )
}
