import type { Finding, Price } from '#model/decision.ts'
import type { Complexity } from '#model/task.ts'
import { complexityOf } from './complexity.ts'
import { deposit } from './deposit.ts'
import { price, quotedPrice } from './price.ts'
import { offeredWords } from './price-words.ts'
import { type Case, isSure } from './rule.ts'
import { isYesVoid } from './ruling.ts'
import { serviceIdsOf } from './services.ts'
import { surchargeOf } from './surcharge.ts'

/** What a request costs. The surcharge is known before the amount is. */
export interface Bill {
  readonly complexity: Complexity
  readonly price: Price | null
  readonly surchargePercent: number
  /** What the work would cost more as asked for now, also where nothing is priced: for a way out that a message offers. */
  readonly offeredPercent: number
  /** What the price itself leads to. */
  readonly found: readonly Finding[]
}

/** Nothing is known to be paid. */
export const unbilled: Bill = {
  complexity: 'medium',
  price: null,
  surchargePercent: 0,
  offeredPercent: 0,
  found: [],
}

/**
 * What a request costs and leads to. Only what is surely covered has a price by itself, or surely on quote, for a first
 * idea; all else is looked at first. A price that the assistant named goes before, and one that was accepted stays, if it
 * is of any use.
 */
export function billOf(request: Case): Bill {
  const complexity = complexityOf(request)
  const { accepted, quote, choice } = request.facts.answers
  // What is not urgent has nothing to decline: its price stays as it was agreed.
  const isDeclined = request.found.some(({ evidence }) => evidence.declined === true)
  if (accepted !== null && !(isDeclined && isYesVoid(request.facts)))
    return billFor(request, complexity, acceptedPrice(request, accepted))
  if (!isSure(request.found) || choice === 'refuse') return { ...unbilled, complexity }
  if (quote !== null) return billFor(request, complexity, quotedPrice(request, quote))
  const surcharge = surchargeOf(request, complexity)
  if (isPriced(request.found))
    return billFor(request, complexity, price(request, surcharge), surcharge.percent)
  return { ...unbilled, complexity, offeredPercent: surcharge.percent }
}

function billFor(
  request: Case,
  complexity: Complexity,
  price: Price | null,
  percent = (price?.surchargeBasisPoints ?? 0) / 100,
): Bill {
  const found = deposit(request, price)
  // Nothing is added to what is given away.
  const surchargePercent = price?.isOffered ? 0 : percent
  return { complexity, price, surchargePercent, offeredPercent: surchargePercent, found }
}

/** As it was accepted; the assistant may still give it away. */
function acceptedPrice({ policy, facts }: Case, accepted: Price): Price {
  if (accepted.isOffered || !facts.account.isOffered) return accepted
  return { ...accepted, isOffered: true, formula: offeredWords(policy, accepted.formula) }
}

/** Several services, of which only some are on quote, have no price that would be the whole. */
function isPriced(found: readonly Finding[]): boolean {
  const quoted = found.find(({ code }) => code === 'quote_needed')
  if (quoted === undefined) return found.some(({ code }) => code === 'in_scope')
  const { included } = quoted.evidence
  return serviceIdsOf([quoted]).length > 0 && (!Array.isArray(included) || included.length === 0)
}
