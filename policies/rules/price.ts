import type { MoneyRange, Price } from '#model/decision.ts'
import type { CompiledPolicy } from '../compile.ts'
import {
  addRanges,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRange,
  moneyOf,
  rangeOf,
  shareOf,
  times,
} from '../money.ts'
import type { Service } from '../schema.ts'

/** What is to be priced. `hours`: what somebody said the whole of it takes, null if nobody did. */
export interface Work {
  readonly services: readonly Service[]
  readonly hours: number | null
  readonly surchargePercent: number
}

/** A part of the price before surcharges, with its calculation in words. */
interface Part {
  readonly words: string
  readonly range: MoneyRange
}

/**
 * Estimate what included work costs: fixed prices, and hours × rate for the rest; a range where hours are not known.
 *
 * @returns null when neither the request nor the policy says how long it takes
 * @throws RangeError for hours that cannot be counted
 * @example
 * price(policy, { services: [newsletter], hours: 2, surchargePercent: 35 })?.formula
 * // '35,00 €/h × 2 h = 70,00 € ; majoration 35 % = 24,50 € ; total 94,50 €'
 */
export function price(policy: CompiledPolicy, work: Work): Price | null {
  const parts = partsOf(policy, work)
  if (parts === null || parts.length === 0) return null
  const { minimumMinor } = policy.document.urgency
  const currency = policy.document.billing.currency
  const base = parts.map((part) => part.range).reduce(addRanges)
  const basisPoints = work.surchargePercent * 100
  const minimum = moneyOf(basisPoints > 0 ? (minimumMinor ?? 0) : 0, currency)
  const surcharge = shareOf(base, basisPoints, minimum)
  const total = addRanges(base, surcharge)
  const formula = formulaOf(policy, work, { parts, base, surcharge, total })
  const triggers = basisPoints > 0 ? ['short-notice'] : []
  return { base, surchargeBasisPoints: basisPoints, surcharge, total, triggers, formula }
}

function partsOf(policy: CompiledPolicy, { services, hours }: Work): Part[] | null {
  const { currency } = policy.document.billing
  const fixed = services.flatMap((service) => {
    if (service.price === undefined) return []
    const range = rangeOf(moneyOf(service.price, currency))
    const name = policy.names.get(service.id) ?? service.id
    return { words: `${name} ${formatRange(range, policy.language)}`, range }
  })
  const hourly = services.filter((service) => service.price === undefined)
  if (hourly.length === 0 && fixed.length > 0) return fixed
  const duration = hours === null ? usualHours(hourly) : { min: hours, max: hours }
  return duration === null ? null : [...fixed, hourlyPart(policy, duration)]
}

/** The usual hours of several services add up; null when one has none. */
function usualHours(services: readonly Service[]): { min: number; max: number } | null {
  let [min, max] = [0, 0]
  for (const { defaultHours } of services) {
    if (defaultHours === undefined) return null
    min += typeof defaultHours === 'number' ? defaultHours : defaultHours.min
    max += typeof defaultHours === 'number' ? defaultHours : defaultHours.max
  }
  return max === 0 ? null : { min, max }
}

function hourlyPart(policy: CompiledPolicy, { min, max }: { min: number; max: number }): Part {
  const { language } = policy
  const { hourlyRateMinor, currency } = policy.document.billing
  const rate = moneyOf(hourlyRateMinor, currency)
  const range = rangeOf(times(rate, min), times(rate, max))
  const [low, high] = [formatNumber(min, language), formatNumber(max, language)]
  const span = low === high ? low : `${low} ${language === 'fr' ? 'à' : 'to'} ${high}`
  return { words: `${formatMoney(rate, language)}/h × ${span} h`, range }
}

function formulaOf(
  policy: CompiledPolicy,
  work: Work,
  amounts: { parts: readonly Part[]; base: MoneyRange; surcharge: MoneyRange; total: MoneyRange },
): string {
  const { language } = policy
  const show = (range: MoneyRange) => formatRange(range, language)
  const calculation = amounts.parts.map((part) => part.words).join(' + ')
  const isPlain = amounts.parts.length === 1 && !calculation.includes('×')
  const sum = isPlain ? calculation : `${calculation} = ${show(amounts.base)}`
  if (work.surchargePercent === 0) return sum
  const words = surchargeWords[language]
  const percent = formatPercent(work.surchargePercent, language)
  const surcharge = `${words.surcharge} ${percent}${isRaised(policy, amounts, work) ? words.raised : ''}`
  return [sum, `${surcharge} = ${show(amounts.surcharge)}`, `total ${show(amounts.total)}`].join(
    words.separator,
  )
}

const surchargeWords = {
  fr: { surcharge: 'majoration', raised: ' (minimum appliqué)', separator: ' ; ' },
  en: { surcharge: 'surcharge', raised: ' (minimum applied)', separator: '; ' },
} as const

/** Was the surcharge lifted to the policy's minimum? */
function isRaised(
  policy: CompiledPolicy,
  { base, surcharge }: { base: MoneyRange; surcharge: MoneyRange },
  { surchargePercent }: Work,
): boolean {
  const nothing = moneyOf(0, policy.document.billing.currency)
  return shareOf(base, surchargePercent * 100, nothing).min.minor < surcharge.min.minor
}
