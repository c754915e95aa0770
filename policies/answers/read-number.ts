/** As long as the API lets work take. */
const mostHours = 1000

const unit = '(\\p{Sc}|[a-z]{3}|euros?)'
const amount = new RegExp(`^${unit}?\\s*([\\d.,'’\\s]+?)\\s*${unit}?$`, 'iu')
/** `12 € 50`, as it is said. */
const euroAndCents = /^(\d{1,9})\s*(€|euros?)\s*(\d{2})$/iu
/** Each kind of writing groups thousands by one sign and has its decimals after another. */
const groups = [
  { whole: /^[1-9]\d{0,2}(?:[\s'’]\d{3})+(?=[.,]\d{1,2}$|$)/u, sign: /[\s'’]/gu },
  { whole: /^[1-9]\d{0,2}(?:,\d{3})+(?=\.\d{1,2}$|$)/u, sign: /,/gu },
  { whole: /^[1-9]\d{0,2}(?:\.\d{3})+(?=,\d{1,2}$|$)/u, sign: /\./gu },
]

/** An amount as somebody types it. */
export interface Amount {
  readonly units: number
  /** As it is named, a code or a sign; null where none is. Whether it is the policy's: `isNamed`. */
  readonly currency: string | null
}

/**
 * `2`, `1 200,50 €`, `€1,200.50`, `1.200,50`, `1'200.50 CHF`, `12 € 50`, `120 € HT`: positive, in whole units, and nothing
 * else. Two numbers are none, nor are two currencies: nobody could tell which is meant.
 */
export function amountIn(text: string): Amount | null {
  // Every amount of a policy is without tax.
  const net = text.endsWith('HT') ? text.slice(0, -2).trimEnd() : text
  const [, euros, euro, cents] = euroAndCents.exec(net) ?? []
  if (cents !== undefined) return amountOf(`${euros},${cents}`, euro)
  const [, before, number = '', after] = amount.exec(net) ?? []
  if (before !== undefined && after !== undefined) return null
  const grouped = groups.find(({ whole }) => whole.test(number))
  const plain =
    grouped === undefined ? number : number.replace(grouped.whole, (whole) => whole.replace(grouped.sign, ''))
  return amountOf(plain, before ?? after)
}

function amountOf(number: string, currency: string | null = null): Amount | null {
  const units = decimalIn(number)
  return units === null ? null : { units, currency }
}

const hour = '(?:h|hrs?|hours?|heures?)'
const minute = '(?:m|mn|min|minutes?)'
const hoursOnly = new RegExp(`^([\\d.,]+)\\s*${hour}?$`, 'iu')
const hoursAndMinutes = new RegExp(`^(\\d{1,4})\\s*(?:${hour}|:)\\s*([0-5]?\\d)\\s*${minute}?$`, 'iu')
const minutesOnly = new RegExp(`^(\\d{1,4})\\s*${minute}$`, 'iu')

/** `2`, `2,5 h`, `2h30`, `1 h 15 min`, `45 min`: positive, in hours, and nothing else. */
export function hoursIn(text: string): number | null {
  const [, whole, minutes = minutesOnly.exec(text)?.[1]] = hoursAndMinutes.exec(text) ?? []
  const hours =
    minutes === undefined
      ? decimalIn(hoursOnly.exec(text)?.[1] ?? '')
      : Number(whole ?? 0) + Number(minutes) / 60
  return hours === null || hours <= 0 || hours > mostHours ? null : hours
}

function decimalIn(text: string): number | null {
  if (!/^\d{1,9}(?:[.,]\d{1,2})?$/u.test(text)) return null
  const number = Number(text.replace(',', '.'))
  return number > 0 ? number : null
}
