import type { Language } from '#model/board.ts'
import type { FindingCode } from '#model/decision.ts'
import type { Channel } from '#model/task.ts'
import { channelName } from '../documents/clauses/channels.ts'
import { oneLine } from '../documents/words.ts'
import { labelName } from '../labels.ts'
import { formatPercent } from '../money.ts'
import { quoted, type Wording } from './change.ts'
import { patternOf } from './pattern.ts'

interface ListName {
  readonly fr: string
  readonly en: string
  /** An entry as a person says it; as it is written, if left out. */
  readonly item?: (value: string, language: Language) => string
}

const languageNames: Readonly<Record<string, Record<Language, string>>> = {
  fr: { fr: 'français', en: 'French' },
  en: { fr: 'anglais', en: 'English' },
}
const asWritten = (value: string, language: Language) => quoted(value, language)

const lists: Readonly<Record<string, ListName>> = {
  languages: {
    fr: 'Langues dans lesquelles tu travailles',
    en: 'Languages you work in',
    item: (value, language) => languageNames[value]?.[language] ?? value,
  },
  'channels.refused': {
    fr: 'Canaux refusés',
    en: 'Refused channels',
    item: (value, language) => channelName(value as Channel, language),
  },
  'hours.holidays.worked': {
    fr: 'Jours fériés travaillés',
    en: 'Public holidays you work on',
    item: oneLine,
  },
  'urgency.markers.fr': {
    fr: "Mots d'urgence en français",
    en: 'Words of urgency in French',
    item: asWritten,
  },
  'urgency.markers.en': {
    fr: "Mots d'urgence en anglais",
    en: 'Words of urgency in English',
    item: asWritten,
  },
  'billing.package.warnAtPercent': {
    fr: 'Parts du forfait auxquelles tu es prévenue',
    en: 'Shares of the package at which you are told',
    item: (value, language) => formatPercent(Number(value), language),
  },
  'billing.payment.methods': {
    fr: 'Moyens de paiement',
    en: 'Ways to pay',
    item: (value, language) => methods[value]?.[language] ?? value,
  },
  'messages.commentWhen': {
    fr: 'Verdicts commentés au client',
    en: 'Verdicts that the client gets a comment on',
    item: (value, language) => quoted(labelName(value as FindingCode, language), language),
  },
  'services.*.keywords.fr': { fr: 'mots-clés français', en: 'keywords in French', item: asWritten },
  'services.*.keywords.en': { fr: 'mots-clés anglais', en: 'keywords in English', item: asWritten },
  'services.*.examples.fr': { fr: 'exemples français', en: 'examples in French', item: asWritten },
  'services.*.examples.en': { fr: 'exemples anglais', en: 'examples in English', item: asWritten },
}

const methods: Readonly<Record<string, Record<Language, string>>> = {
  transfer: { fr: 'virement', en: 'bank transfer' },
  card: { fr: 'carte', en: 'card' },
  paypal: { fr: 'PayPal', en: 'PayPal' },
  stripe: { fr: 'Stripe', en: 'Stripe' },
  check: { fr: 'chèque', en: 'cheque' },
  direct_debit: { fr: 'prélèvement', en: 'direct debit' },
  cash: { fr: 'espèces', en: 'cash' },
}

const words = {
  fr: {
    added: (items: string) => `ajouté ${items}`,
    removed: (items: string) => `retiré ${items}`,
    order: "l'ordre a changé",
    about: (name: string, what: string) => `${name} : ${what}.`,
  },
  en: {
    added: (items: string) => `added ${items}`,
    removed: (items: string) => `taken out ${items}`,
    order: 'the order has changed',
    about: (name: string, what: string) => `${name}: ${what}.`,
  },
} as const

/** Is it a list of plain values? */
export const isList = (path: string) => Object.hasOwn(lists, patternOf(path))

/** What was added to a list of plain values, and what was taken out. */
export const listWords: Wording = ({ path, before, after }, { language }) => {
  const list = lists[patternOf(path)]
  if (list === undefined) return null
  const [from, to] = [before, after].map((value) => (Array.isArray(value) ? value.map(String) : []))
  const said = words[language]
  const named = (items: readonly string[]) =>
    items.map((item) => (list.item === undefined ? item : list.item(item, language))).join(', ')
  const added = (to ?? []).filter((item) => !from?.includes(item))
  const removed = (from ?? []).filter((item) => !to?.includes(item))
  const what = [
    ...(added.length === 0 ? [] : [said.added(named(added))]),
    ...(removed.length === 0 ? [] : [said.removed(named(removed))]),
  ]
  return said.about(
    list[language],
    what.length === 0 ? said.order : what.join(language === 'fr' ? ' ; ' : '; '),
  )
}
