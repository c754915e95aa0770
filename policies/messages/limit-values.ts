import type { Finding } from '#model/decision.ts'
import { formatNumber } from '../money.ts'
import { balanceOf } from '../rules/limits.ts'
import type { Case } from '../rules/rule.ts'
import type { MessageValues } from './liquid.ts'

type Language = 'fr' | 'en'

/** The limit that a request goes beyond, and what is left of the hours paid in advance. */
export function limitValues(request: Case, finding: Finding): Pick<MessageValues, 'limit' | 'balance'> {
  const { language } = request.policy
  const left = finding.reason === 'package-hours' ? balanceOf(request) : null
  return {
    limit: finding.code === 'over_limit' ? limitWords(finding, language) : '',
    balance: left === null ? '' : `${formatNumber(left / 60, language)} h`,
  }
}

function limitWords({ reason, evidence }: Finding, language: Language): string {
  const number = (value: unknown) => formatNumber(Number(value), language)
  const isFrench = language === 'fr'
  switch (reason) {
    case 'requests': {
      const count = Number(evidence.limit)
      const per = evidence.per === 'week' ? (isFrench ? 'semaine' : 'week') : isFrench ? 'mois' : 'month'
      const noun = isFrench ? (count > 1 ? 'demandes' : 'demande') : count > 1 ? 'requests' : 'request'
      return isFrench ? `${number(count)} ${noun} par ${per}` : `${number(count)} ${noun} a ${per}`
    }
    case 'revisions': {
      const count = Number(evidence.included)
      if (count === 0) return isFrench ? 'retouches non comprises' : 'changes not included'
      if (isFrench) return `${number(count)} ${count > 1 ? 'séries' : 'série'} de retouches`
      return `${number(count)} ${count === 1 ? 'round' : 'rounds'} of changes`
    }
    default: {
      const hours = number(Number(evidence.limitMinutes) / 60)
      return isFrench ? `${hours} h par mois` : `${hours} ${hours === '1' ? 'hour' : 'hours'} a month`
    }
  }
}
