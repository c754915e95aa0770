import type { Price } from '#model/decision.ts'
import type { Instant } from '#model/task.ts'
import { localDate } from '../calendar.ts'
import type { Case } from '../rules/rule.ts'

const wording = {
  fr: {
    estimate: 'Estimation, qui ne vaut pas devis :',
    indicative: 'Montant donné à titre indicatif, tant que les conditions ne sont pas acceptées.',
  },
  en: {
    estimate: 'Estimate, which is not a quote:',
    indicative: 'The amount is only indicative until the terms are accepted.',
  },
} as const

/** The calculation, the word that it is no quote, and what the law wants beside an amount on that day. */
export function estimateWords({ policy, found }: Case, { formula }: Price, now: Instant): string {
  const { document, language, timeZone } = policy
  const words = wording[language]
  const today = localDate(now, timeZone)
  const mentions = document.billing.mentions
    .filter(({ from, until }) => (from ?? today) <= today && today <= (until ?? today))
    .map((mention) => mention.text)
  const isIndicative = found.some(({ code }) => code === 'contract_pending')
  return [`${words.estimate} ${formula}.`, ...(isIndicative ? [words.indicative] : []), ...mentions].join(' ')
}
