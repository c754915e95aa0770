import type { Money, MoneyRange } from '#model/decision.ts'

/** Factors are counted to a ten-thousandth: shares in basis points are ten-thousandths. */
const partsPerWhole = 10_000

const locales = { fr: 'fr-FR', en: 'en-GB' } as const
export type MoneyLanguage = keyof typeof locales

/**
 * An amount.
 * @param minor cents, or whatever the currency's smallest unit is
 * @throws RangeError unless `minor` is a whole number of at least 0 that can be counted exactly
 */
export function moneyOf(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor) || minor < 0) throw new RangeError(`${minor} is no amount in minor units`)
  return { minor, currency }
}

/**
 * An amount as a policy writes it, in whole units: `94.5` euros are 9450 cents. Exact, by its decimal digits.
 * @throws RangeError for more decimals than the currency has, or what is no amount
 */
export function moneyFrom(units: number, currency: string): Money {
  const [whole = '', decimals = ''] = String(units).split('.')
  const digits = minorDigits(currency)
  if (!/^\d+$/u.test(whole) || decimals.length > digits) {
    throw new RangeError(`${units} is no amount in ${currency}`)
  }
  return moneyOf(Number(whole + decimals.padEnd(digits, '0')), currency)
}

/** How many decimals amounts of a currency have: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  const known = digitsOf.get(currency)
  if (known !== undefined) return known
  const format = formatterOf('en-GB', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  digitsOf.set(currency, digits)
  return digits
}

/** Is this currency called so: by its code, its sign, or `euro`? `$` is the sign of every dollar. */
export function isNamed(name: string, currency: string): boolean {
  const word = name.toLowerCase()
  if (word === currency.toLowerCase() || (/^euros?$/u.test(word) && currency === 'EUR')) return true
  const sign = formatterOf('en-GB', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return sign.formatToParts(0).some(({ type, value }) => type === 'currency' && value === name)
}

/** Asking a formatter takes longer than to write an amount. */
const digitsOf = new Map<string, number>()

/** Making a formatter costs more than a whole judgement; there are as many as languages times currencies in use. */
const formatters = new Map<string, Intl.NumberFormat>()

function formatterOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.currency ?? ''} ${options.currencyDisplay ?? ''}`
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, options)
  formatters.set(key, known)
  return known
}

/** A range of amounts; one amount twice when it is known exactly. */
export function rangeOf(min: Money, max: Money = min): MoneyRange {
  return { min, max }
}

/**
 * `amount` times a number, rounded half up to the minor unit.
 * @throws RangeError for a negative or uncountable factor
 */
export function times(amount: Money, factor: number): Money {
  const parts = Math.round(factor * partsPerWhole)
  if (!Number.isSafeInteger(parts) || parts < 0) throw new RangeError(`${factor} is no factor for an amount`)
  return fractionOf(amount, parts, partsPerWhole)
}

/**
 * What some minutes cost at the rate of an hour, rounded half up to the minor unit. Exact: 40 minutes are no round
 * number of hours.
 * @throws RangeError for what is no whole number of at least 0
 */
export function minutesAt(rate: Money, minutes: number): Money {
  if (!Number.isSafeInteger(minutes) || minutes < 0)
    throw new RangeError(`${minutes} is no number of minutes`)
  return fractionOf(rate, minutes, 60)
}

function fractionOf({ minor, currency }: Money, parts: number, perWhole: number): Money {
  const whole = BigInt(perWhole)
  return moneyOf(Number((BigInt(minor) * BigInt(parts) * 2n + whole) / (2n * whole)), currency)
}

/** @throws RangeError when the currencies differ */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${a.currency} to ${b.currency}`)
  return moneyOf(a.minor + b.minor, a.currency)
}

/** @throws RangeError when the currencies differ, or `b` is more than `a` */
export function subtract(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot subtract ${b.currency} from ${a.currency}`)
  return moneyOf(a.minor - b.minor, a.currency)
}

/** Both ends added. */
export function addRanges(a: MoneyRange, b: MoneyRange): MoneyRange {
  return { min: add(a.min, b.min), max: add(a.max, b.max) }
}

/** A share of both ends, rounded half up, each at least `minimum`. `basisPoints`: 35 % = 3500. */
export function shareOf(range: MoneyRange, basisPoints: number, minimum: Money): MoneyRange {
  const share = (amount: Money) => {
    const exact = times(amount, basisPoints / partsPerWhole)
    return exact.minor < minimum.minor ? minimum : exact
  }
  return { min: share(range.min), max: share(range.max) }
}

/** Numbers already written: they are few, and a judgement writes each of its own several times. */
const written = new Map<string, string>()
const mostWritten = 1_000

/** Ordinary spaces only, so that the same number is always the same text. */
function writtenOnce(key: string, write: () => string): string {
  const known = written.get(key)
  if (known !== undefined) return known
  const text = write().replace(/[\u00A0\u202F]/gu, ' ')
  if (written.size >= mostWritten) written.clear()
  written.set(key, text)
  return text
}

/** For a person: `1 234,50 €` or `€1,234.50`. */
export function formatMoney(amount: Money, language: MoneyLanguage): string {
  const { minor, currency } = amount
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  return writtenOnce(`${language} ${minor} ${currency}`, () =>
    formatterOf(locales[language], options).format(decimalOf(amount) as `${number}`),
  )
}

/** For a person: the amount, or `entre 47,25 € et 141,75 €`. */
export function formatRange({ min, max }: MoneyRange, language: MoneyLanguage): string {
  const [low, high] = [formatMoney(min, language), formatMoney(max, language)]
  if (min.minor === max.minor) return low
  return language === 'fr' ? `entre ${low} et ${high}` : `between ${low} and ${high}`
}

/** For a number field: `94.50`, with as many decimals as the currency has. */
export function decimalOf({ minor, currency }: Money): string {
  const digits = minorDigits(currency)
  const padded = String(minor).padStart(digits + 1, '0')
  const split = padded.length - digits
  return digits === 0 ? padded : `${padded.slice(0, split)}.${padded.slice(split)}`
}

/** A number of hours for a person: `1,5` or `1.5`. */
export function formatNumber(value: number, language: MoneyLanguage): string {
  return writtenOnce(`${language} ${value}`, () =>
    formatterOf(locales[language], { maximumFractionDigits: 2 }).format(value),
  )
}

/** Percent for a person: `35 %`, `8,5 %` or `35%`. */
export function formatPercent(percent: number, language: MoneyLanguage): string {
  const number = formatNumber(percent, language)
  return language === 'fr' ? `${number} %` : `${number}%`
}
