import type { MinuteRange, Money, MoneyRange, Price } from '#model/decision.ts'
import type { CompiledPolicy } from '../compile.ts'
import {
  addRanges,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRange,
  moneyFrom,
  moneyOf,
  shareOf,
} from '../money.ts'

/** A part of the price before surcharges. `cost`: what is to be paid for it; `value`: what a surcharge is counted on. */
export type PricedPart =
  | { readonly kind: 'fixed'; readonly name: string; readonly cost: MoneyRange; readonly value: MoneyRange }
  | { readonly kind: 'quoted'; readonly cost: MoneyRange; readonly value: MoneyRange }
  | { readonly kind: 'revision' | 'included'; readonly cost: MoneyRange; readonly value: MoneyRange }
  | {
      readonly kind: 'time'
      readonly rate: Money
      readonly minutes: MinuteRange
      readonly cost: MoneyRange
      readonly value: MoneyRange
    }
  | {
      readonly kind: 'prepaid'
      /** For time beyond what was paid in advance. */
      readonly rate: Money
      readonly minutes: MinuteRange
      readonly extra: MinuteRange
      readonly cost: MoneyRange
      readonly value: MoneyRange
    }

/** The amounts that a calculation arrives at. */
export interface Amounts
  extends Pick<Price, 'base' | 'surcharge' | 'total' | 'deposit' | 'balance' | 'isOffered'> {
  readonly value: MoneyRange
}

const wording = {
  fr: {
    separator: ' ; ',
    to: 'à',
    surcharge: 'majoration',
    on: 'sur',
    raised: ' (minimum appliqué)',
    quoted: 'prix proposé',
    revision: 'retouche supplémentaire',
    included: 'retouche comprise',
    prepaid: 'sur le forfait',
    left: (hours: string) => `reste ${hours}`,
    beyond: 'au-delà du forfait',
    gross: 'TTC',
    deposit: 'acompte',
    offered: 'offert cette fois',
  },
  en: {
    separator: '; ',
    to: 'to',
    surcharge: 'surcharge',
    on: 'on',
    raised: ' (minimum applied)',
    quoted: 'price offered',
    revision: 'extra round of changes',
    included: 'included round of changes',
    prepaid: 'from the package',
    left: (hours: string) => `${hours} left`,
    beyond: 'beyond the package',
    gross: 'incl. VAT',
    deposit: 'deposit',
    offered: 'free of charge this time',
  },
} as const

/**
 * A calculation in the client's words, each step after the other.
 * @example `35,00 €/h × 2 h = 70,00 € ; majoration 35 % = 24,50 € ; total 94,50 €`
 */
export function priceWords(
  policy: CompiledPolicy,
  parts: readonly PricedPart[],
  percent: number,
  amounts: Amounts,
): string {
  const { language } = policy
  const words = wording[language]
  const steps = [baseWords(policy, parts, amounts)]
  if (percent > 0) {
    const total = `total ${formatRange(amounts.total, language)}`
    steps.push(surchargeWords(policy, parts, percent, amounts), total)
  }
  const gross = grossOf(policy, amounts.total)
  if (gross !== null) steps.push(`${words.gross} ${formatRange(gross, language)}`)
  if (amounts.isOffered) steps.push(words.offered)
  else if (amounts.deposit !== null) steps.push(`${words.deposit} ${formatRange(amounts.deposit, language)}`)
  return steps.join(words.separator)
}

/** A calculation whose result is given away after all. */
export function offeredWords({ language }: CompiledPolicy, formula: string): string {
  return `${formula}${wording[language].separator}${wording[language].offered}`
}

function baseWords(policy: CompiledPolicy, parts: readonly PricedPart[], { base, balance }: Amounts): string {
  const calculation = parts.map((part) => partWords(policy, part, balance)).join(' + ')
  const needsSum = parts.length > 1 || calculation.includes('×')
  return needsSum ? `${calculation} = ${formatRange(base, policy.language)}` : calculation
}

function partWords({ language }: CompiledPolicy, part: PricedPart, balance: Price['balance']): string {
  const words = wording[language]
  switch (part.kind) {
    case 'fixed':
      return `${part.name} ${formatRange(part.cost, language)}`
    case 'quoted':
    case 'revision':
    case 'included':
      return `${words[part.kind]} ${formatRange(part.cost, language)}`
    case 'time':
      return `${formatMoney(part.rate, language)}/h × ${hours(part.minutes, language)}`
    case 'prepaid': {
      const leaves = balance?.leaves ?? null
      const left = leaves === null ? '' : ` (${words.left(hours(leaves, language))})`
      const taken = `${hours(part.minutes, language)} ${words.prepaid}${left}`
      if (part.extra.max === 0) return taken
      return `${formatMoney(part.rate, language)}/h × ${hours(part.extra, language)} ${words.beyond}`
    }
  }
}

function surchargeWords(
  policy: CompiledPolicy,
  parts: readonly PricedPart[],
  percent: number,
  { value, surcharge }: Amounts,
): string {
  const { language, document } = policy
  const words = wording[language]
  const unraised = shareOf(value, percent * 100, moneyOf(0, document.billing.currency))
  const raised = unraised.min.minor < surcharge.min.minor ? words.raised : ''
  const isHidden = parts.some(({ kind }) => kind === 'prepaid' || kind === 'included')
  const on = isHidden ? ` ${words.on} ${formatRange(value, language)}` : ''
  return `${words.surcharge} ${formatPercent(percent, language)}${on}${raised} = ${formatRange(surcharge, language)}`
}

/** With VAT, where it is charged; null where amounts are final. */
function grossOf({ document }: CompiledPolicy, total: MoneyRange): MoneyRange | null {
  const { vat, currency } = document.billing
  if (vat?.mode !== 'standard' || vat.ratePercent === undefined) return null
  return addRanges(total, shareOf(total, vat.ratePercent * 100, moneyFrom(0, currency)))
}

function hours({ min, max }: MinuteRange, language: CompiledPolicy['language']): string {
  const [low, high] = [formatNumber(min / 60, language), formatNumber(max / 60, language)]
  return low === high ? `${low} h` : `${low} ${wording[language].to} ${high} h`
}
