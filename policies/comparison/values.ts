import type { Language } from '#model/board.ts'
import type { MoneyRange, Price } from '#model/decision.ts'
import type { Complexity } from '#model/task.ts'
import { quoted } from '../diff/change.ts'
import { nameOf } from '../documents/words.ts'
import { formatRange } from '../money.ts'
import { statusNames } from '../status-names.ts'
import type { Comparison, Judged } from './judged.ts'

const words = {
  fr: {
    changed: (name: string, before: string, after: string) => `${name} passe de ${before} à ${after}.`,
    added: (name: string, after: string) => `${name} s'ajoute : ${after}.`,
    gone: (name: string, before: string) => `${name} disparaît (avant : ${before}).`,
  },
  en: {
    changed: (name: string, before: string, after: string) => `${name} goes from ${before} to ${after}.`,
    added: (name: string, after: string) => `${name} is added: ${after}.`,
    gone: (name: string, before: string) => `${name} is gone (before: ${before}).`,
  },
} as const

const complexities: Readonly<Record<Language, Readonly<Record<Complexity, string>>>> = {
  fr: { low: 'simple', medium: 'moyenne', high: 'élevée' },
  en: { low: 'low', medium: 'medium', high: 'high' },
}

const offered = { fr: 'offert', en: 'given away' } as const

export const service = valued(
  { fr: 'La prestation reconnue', en: 'The service found' },
  (judged, language) => {
    const id = judged.decision.service
    if (id === null) return null
    const { document } = judged.policy
    const found = document.services.find((each) => each.id === id)
    return quoted(found === undefined ? id : nameOf(found.name, document, language), language)
  },
)

export const complexity = valued({ fr: 'La complexité', en: 'The complexity' }, ({ decision }, language) =>
  quoted(complexities[language][decision.complexity], language),
)

export const price = valued({ fr: "L'estimation", en: 'The estimate' }, ({ decision }, language) =>
  decision.price === null ? null : amountOf(decision.price, language),
)

export const deposit = valued({ fr: "L'acompte", en: 'The deposit' }, ({ decision }, language) => {
  const due: MoneyRange | null = decision.price?.deposit ?? null
  return due === null ? null : formatRange(due, language)
})

export const status = valued({ fr: 'Le statut voulu', en: 'The status wanted' }, ({ decision }, language) =>
  decision.status === null ? null : quoted(statusNames[language][decision.status], language),
)

/** Compare by what a value is called: a service that only has another id is no other service. */
function valued(
  name: Readonly<Record<Language, string>>,
  say: (judged: Judged, language: Language) => string | null,
): Comparison {
  return (before, after) => {
    if (say(before, 'fr') === say(after, 'fr')) return null
    return (language) => {
      const [from, to] = [say(before, language), say(after, language)]
      const said = words[language]
      if (from === null) return said.added(name[language], to ?? '')
      if (to === null) return said.gone(name[language], from)
      return said.changed(name[language], from, to)
    }
  }
}

function amountOf({ total, isOffered }: Price, language: Language): string {
  const amount = formatRange(total, language)
  return isOffered ? `${amount} (${offered[language]})` : amount
}
