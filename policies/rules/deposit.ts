import type { Finding, Money, MoneyRange, Price } from '#model/decision.ts'
import { formatMoney, formatRange, type MoneyLanguage, moneyOf, rangeOf, subtract } from '../money.ts'
import type { Case } from './rule.ts'

/**
 * Is a deposit due that has not been received whole? A part of it does not free the request. On a price that was named
 * none is due before the client agrees to it: nothing starts before.
 * @returns one finding, or none; `evidence.rest` and `evidence.received` once there is a part of it
 */
export function deposit({ policy: { language }, facts }: Case, price: Price | null): Finding[] {
  const due = price?.deposit ?? null
  const received = facts.account.depositMinor
  const { quote, accepted } = facts.answers
  if (quote !== null && accepted === null) return []
  if (due === null || price?.isOffered || received >= due.min.minor) return []
  const part = received > 0 ? partOf(due, moneyOf(received, due.min.currency), language) : {}
  const evidence = { due: formatRange(due, language), receivedMinor: received, ...part }
  return [{ code: 'deposit_due', reason: 'deposit', evidence, clause: 'billing.deposit' }]
}

function partOf({ min, max }: MoneyRange, received: Money, language: MoneyLanguage) {
  const rest = rangeOf(subtract(min, received), subtract(max, received))
  return { received: formatMoney(received, language), rest: formatRange(rest, language) }
}
