import type { Language } from '#model/board.ts'
import { formatMoney, formatNumber, moneyFrom } from '../money.ts'
import type { Localized } from '../schema/fields.ts'
import type { Policy } from '../schema.ts'

/** The longest sentence that a comment quotes. */
export const quotable = 240

/** Names longer than this are cut, so that a sentence with one can still be quoted. */
const longestName = 100

/** On one line, whatever somebody wrote. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** In the language asked for, else in the policy's own, else in the one there is. */
export function localized(text: Localized, { language: own }: Policy, language: Language): string {
  return text[language] ?? text[own] ?? text.fr ?? text.en ?? ''
}

/** A name for use within a sentence: on one line, and not too long. */
export function nameOf(text: Localized, policy: Policy, language: Language): string {
  const name = oneLine(localized(text, policy, language))
  if (name.length <= longestName) return name
  const cut = name.slice(0, longestName)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestName / 2)).trimEnd()}…`
}

/** `a, b et c`; `a, b and c`. */
export function listOf(items: readonly string[], language: Language, word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  const joint = language === 'fr' ? { and: 'et', or: 'ou' }[word] : word
  return `${items.slice(0, -1).join(', ')} ${joint} ${last}`
}

/** The first wording that is short enough to be quoted; the last one must be. */
export function fitting(...wordings: readonly string[]): string {
  return wordings.find((wording) => wording.length <= quotable) ?? wordings.at(-1) ?? ''
}

/** Ended by a full stop, unless it already ends in a way of its own. */
export function ended(text: string): string {
  return /[.!?…] ?["»”')]?$/u.test(text) ? text : `${text}.`
}

export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}

/** `2 heures`, `1,5 heure`, `1.5 hours`. French counts in the plural from two on. */
export function hoursWords(hours: number, language: Language): string {
  if (language === 'fr') return `${formatNumber(hours, language)} ${hours < 2 ? 'heure' : 'heures'}`
  return `${formatNumber(hours, language)} ${hours === 1 ? 'hour' : 'hours'}`
}

/** An amount in the policy's currency, as the policy writes it. */
export function amountWords(units: number, { billing }: Policy, language: Language): string {
  return formatMoney(moneyFrom(units, billing.currency), language)
}

/** What was said, without what was not. */
export function paragraph(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** Paragraphs, without empty ones. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

/** A list with one item a line. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
