import type { Finding, Price } from '#model/decision.ts'
import type { Complexity } from '#model/task.ts'
import { complexityOf } from './complexity.ts'
import { deposit } from './deposit.ts'
import { price } from './price.ts'
import { type Case, isSure } from './rule.ts'
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

/** What a request costs and leads to. Only what is surely covered has a price, or surely on quote, for a first idea; all else is looked at first. */
export function billOf(request: Case): Bill {
  const complexity = complexityOf(request)
  if (!isSure(request.found)) return { ...unbilled, complexity }
  const surcharge = surchargeOf(request, complexity)
  const offeredPercent = surcharge.percent
  if (!isPriced(request.found)) return { ...unbilled, complexity, offeredPercent }
  const amount = price(request, surcharge)
  return {
    complexity,
    price: amount,
    surchargePercent: surcharge.percent,
    offeredPercent,
    found: deposit(request, amount),
  }
}

/** Several services, of which only some are on quote, have no price that would be the whole. */
function isPriced(found: readonly Finding[]): boolean {
  const quoted = found.find(({ code }) => code === 'quote_needed')
  if (quoted === undefined) return found.some(({ code }) => code === 'in_scope')
  const { included } = quoted.evidence
  return serviceIdsOf([quoted]).length > 0 && (!Array.isArray(included) || included.length === 0)
}
