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
export function estimateWords(request: Case, { formula }: Price, now: Instant): string {
  const words = wording[request.policy.language]
  const isIndicative = request.found.some(({ code }) => code === 'contract_pending')
  const mentions = mentionsOn(request, now)
  return [`${words.estimate} ${formula}.`, ...(isIndicative ? [words.indicative] : []), ...mentions].join(' ')
}

/** A price that was named or accepted: how it is made up, and what the law wants beside an amount on that day. */
export function priceLine(request: Case, { formula }: Price, now: Instant): string {
  const line = `${formula.charAt(0).toUpperCase()}${formula.slice(1)}.`
  return [line, ...mentionsOn(request, now)].join(' ')
}

function mentionsOn({ policy }: Case, now: Instant): string[] {
  const today = localDate(now, policy.timeZone)
  return policy.document.billing.mentions
    .filter(({ from, until }) => (from ?? today) <= today && today <= (until ?? today))
    .map((mention) => mention.text)
}
