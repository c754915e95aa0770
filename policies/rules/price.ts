import type { MinuteRange, Money, MoneyRange, Price } from '#model/decision.ts'
import type { CompiledPolicy } from '../compile.ts'
import { addRanges, minutesAt, moneyFrom, moneyOf, rangeOf, shareOf } from '../money.ts'
import type { Service } from '../schema.ts'
import { durationOf } from './duration.ts'
import { balanceOf, beyond, isIncludedRound, isPrepaid } from './limits.ts'
import { type PricedPart, priceWords } from './price-words.ts'
import type { Case } from './rule.ts'
import { areFixed, isBesideAgreed, servicesOf } from './services.ts'
import type { Surcharge } from './surcharge.ts'

/**
 * Estimate what work costs that is covered or on quote: fixed prices, and billable time × rate for the rest; a range
 * where the time is not known. Time that was paid in advance costs nothing more, until it is used up, nor does a round
 * of changes that is included. A surcharge is counted on the whole value of the work, also where the work itself costs
 * nothing. Work on quote takes no time paid in advance, and no deposit before the quote is accepted.
 *
 * @returns null when neither the request nor the policy says how long it takes
 * @throws RangeError for hours that cannot be counted
 * @example
 * price(request, { percent: 35, triggers: ['short-notice'] })?.formula
 * // '35,00 €/h × 2 h = 70,00 € ; majoration 35 % = 24,50 € ; total 94,50 €'
 */
export function price(request: Case, { percent, triggers }: Surcharge): Price | null {
  const { policy, facts } = request
  const work = workOf(request)
  if (work === null) return null
  const { currency } = policy.document.billing
  const { minimum } = policy.document.urgency
  const least = percent > 0 ? moneyFrom(minimum ?? 0, currency) : moneyOf(0, currency)
  const base = sum(work.parts.map(({ cost }) => cost))
  const value = sum(work.parts.map((part) => part.value))
  const surcharge = shareOf(value, percent * 100, least)
  const total = addRanges(base, surcharge)
  const deposit = isBesideAgreed(request.found) ? null : depositOf(policy, work.services, total)
  const { isOffered } = facts.account
  const { balance } = work
  const amounts = { base, value, surcharge, total, deposit, balance, isOffered }
  return {
    base,
    surchargeBasisPoints: percent * 100,
    surcharge,
    total,
    triggers,
    formula: priceWords(policy, work.parts, percent, amounts),
    deposit,
    balance,
    isOffered,
  }
}

/** The price that the assistant named for this request: all of it, with no surcharge on top. */
export function quotedPrice({ policy, facts, found }: Case, amount: Money): Price {
  const cost = rangeOf(amount)
  const nothing = rangeOf(moneyOf(0, amount.currency))
  const { isOffered } = facts.account
  const deposit = depositOf(policy, servicesOf(policy, found), cost)
  const amounts = {
    base: cost,
    value: cost,
    surcharge: nothing,
    total: cost,
    deposit,
    balance: null,
    isOffered,
  }
  const { value: _, ...price } = amounts
  const formula = priceWords(policy, [{ kind: 'quoted', cost, value: cost }], 0, amounts)
  return { ...price, surchargeBasisPoints: 0, triggers: [], formula }
}

interface Work {
  readonly services: readonly Service[]
  readonly parts: readonly PricedPart[]
  readonly balance: Price['balance']
}

function workOf(request: Case): Work | null {
  const work = chargedWork(request)
  if (work === null || !isIncludedRound(request)) return work
  const value = sum(work.parts.map((part) => part.value))
  const cost = rangeOf(moneyOf(0, request.policy.document.billing.currency))
  return { ...work, parts: [{ kind: 'included', cost, value }], balance: null }
}

/** As if nothing of it were in the price of earlier work. */
function chargedWork(request: Case): Work | null {
  const { policy, found } = request
  const services = servicesOf(policy, found)
  const revision = revisionPart(request)
  if (revision !== null) return { services, parts: [revision], balance: null }
  const fixed = services.flatMap((service) => fixedPart(policy, service))
  if (areFixed(services)) return { services, parts: fixed, balance: null }
  const duration = durationOf(request)
  if (duration === null) return null
  const isTaken = isPrepaid(policy.document.billing) && !isBesideAgreed(found)
  const hourly = isTaken ? prepaidPart(request, duration) : hourlyPart(policy, duration)
  return { services, parts: [...fixed, hourly.part], balance: hourly.balance }
}

interface TimePart {
  readonly part: PricedPart
  readonly balance: Price['balance']
}

function fixedPart(policy: CompiledPolicy, { id, price }: Service): PricedPart[] {
  if (price === undefined) return []
  const cost = rangeOf(moneyFrom(price, policy.document.billing.currency))
  return [{ kind: 'fixed', name: policy.names.get(id) ?? id, cost, value: cost }]
}

/** A round of changes beyond the included ones, where the policy has a price for it. */
function revisionPart({ policy, found }: Case): PricedPart | null {
  const { limits, billing } = policy.document
  const isExtra = found.some(({ code, reason }) => code === 'over_limit' && reason === 'revisions')
  if (!isExtra || limits.revisions?.price === undefined) return null
  const cost = rangeOf(moneyFrom(limits.revisions.price, billing.currency))
  return { kind: 'revision', cost, value: cost }
}

function hourlyPart(policy: CompiledPolicy, minutes: MinuteRange): TimePart {
  const rate = hourlyRate(policy)
  const cost = costOf(rate, minutes)
  return { part: { kind: 'time', rate, minutes, cost, value: cost }, balance: null }
}

/** Of time paid in advance, only what goes beyond it costs; without a record of what is used, nothing does. */
function prepaidPart(request: Case, minutes: MinuteRange): TimePart {
  const { policy } = request
  const rate = hourlyRate(policy)
  const { overageRate } = policy.document.billing.package ?? {}
  const overage = overageRate === undefined ? rate : moneyFrom(overageRate, rate.currency)
  const left = balanceOf(request)
  const extra = left === null ? { min: 0, max: 0 } : beyond(minutes, left)
  const leaves =
    left === null ? null : { min: Math.max(0, left - minutes.max), max: Math.max(0, left - minutes.min) }
  return {
    part: {
      kind: 'prepaid',
      rate: overage,
      minutes,
      extra,
      cost: costOf(overage, extra),
      value: costOf(rate, minutes),
    },
    balance: { takes: minutes, leaves },
  }
}

/** What is to be paid before work starts; null when nothing is. */
function depositOf(
  { document }: CompiledPolicy,
  services: readonly Service[],
  total: MoneyRange,
): MoneyRange | null {
  const { deposit, mode, currency } = document.billing
  if (deposit === undefined || total.max.minor === 0) return null
  const isOneOff = mode === 'one_off' || services.some(({ oneOff }) => oneOff)
  if (deposit.when === 'one_off' && !isOneOff) return null
  if (deposit.above !== undefined && total.max.minor <= moneyFrom(deposit.above, currency).minor) return null
  return shareOf(total, deposit.percent * 100, moneyOf(0, currency))
}

const hourlyRate = ({ document }: CompiledPolicy): Money =>
  moneyFrom(document.billing.hourlyRate, document.billing.currency)

const costOf = (rate: Money, { min, max }: MinuteRange): MoneyRange =>
  rangeOf(minutesAt(rate, min), minutesAt(rate, max))

const sum = (ranges: readonly MoneyRange[]): MoneyRange => ranges.reduce(addRanges)
