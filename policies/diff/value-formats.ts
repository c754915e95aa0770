import type { Language } from '#model/board.ts'
import type { Status } from '#model/task.ts'
import { amountWords, hoursWords, localized } from '../documents/words.ts'
import { formatNumber, formatPercent } from '../money.ts'
import type { HourRange, Localized, Terms } from '../schema/fields.ts'
import type { Policy } from '../schema.ts'
import { statusNames } from '../status-names.ts'
import { quoted } from './change.ts'

/** How a value of a policy is said. */
export type Format =
  | 'amount'
  | 'hours'
  | 'term'
  | 'hourRange'
  | 'percent'
  | 'share'
  | 'minutes'
  | 'days'
  | 'count'
  | 'code'
  | 'text'
  | 'texts'
  | 'status'

/** Each takes the value as the policy writes it. */
export const formats: Readonly<Record<Format, (value: never, policy: Policy, language: Language) => string>> =
  {
    amount: (value: number, policy, language) => amountWords(value, policy, language),
    hours: (value: number, _policy, language) => hoursWords(value, language),
    term: (value: Terms['expireAfterHours'], _policy, language) => {
      if (value === 'never') return quoted(language === 'fr' ? 'jamais' : 'never', language)
      const hours = hoursWords(value, language)
      return language === 'fr' ? `${hours} de travail` : `${hours} of working time`
    },
    hourRange: (value: HourRange, _policy, language) => {
      if (typeof value === 'number') return hoursWords(value, language)
      const [min, max] = [formatNumber(value.min, language), hoursWords(value.max, language)]
      return language === 'fr' ? `${min} à ${max}` : `${min} to ${max}`
    },
    percent: (value: number, _policy, language) => formatPercent(value, language),
    share: (value: number, _policy, language) => formatPercent(Math.round(value * 100), language),
    minutes: (value: number) => `${value} ${value === 1 ? 'minute' : 'minutes'}`,
    days: (value: number, _policy, language) => {
      const [one, more] = language === 'fr' ? ['jour', 'jours'] : ['day', 'days']
      return `${value} ${value === 1 ? one : more}`
    },
    count: (value: number, _policy, language) => formatNumber(value, language),
    code: (value: string) => value,
    text: (value: string, _policy, language) => quoted(value, language),
    texts: (value: Localized, policy, language) => quoted(localized(value, policy, language), language),
    status: (value: Status, _policy, language) => quoted(statusNames[language][value], language),
  }
