import type { Decision, FindingCode, MoneyRange } from '#model/decision.ts'
import type { CompiledPolicy } from '../compile.ts'
import { decimalOf } from '../money.ts'
import type { Expected } from './case.ts'
import { differenceWords, type What } from './difference-words.ts'

/** One thing that came out otherwise than a case expects, for machines and in words. */
export interface Difference {
  readonly what: What | 'plan' | 'terms'
  readonly expected: unknown
  readonly actual: unknown
  readonly fr: string
  readonly en: string
}

/** Everything in which a decision differs from what was expected of it; in lists, the order does not matter. */
export function differencesOf(expected: Expected, decision: Decision, policy: CompiledPolicy): Difference[] {
  const { says, neverSays, ...values } = expected
  const actual = readable(decision)
  const differing = Object.entries(values).flatMap(([key, wanted]) => {
    const what = key as keyof typeof values
    if (wanted === undefined || isSame(wanted, actual[what])) return []
    return [differenceOf(what, wanted, actual[what], policy)]
  })
  const { message } = decision
  return [
    ...differing,
    ...says
      .filter((words) => !message.includes(words))
      .map((words) => differenceOf('says', words, message, policy)),
    ...neverSays
      .filter((words) => message.includes(words))
      .map((words) => differenceOf('neverSays', words, message, policy)),
  ]
}

function differenceOf(what: What, expected: unknown, actual: unknown, policy: CompiledPolicy): Difference {
  const { fr, en } = differenceWords(what, expected, actual, policy.document)
  return { what, expected, actual, fr, en }
}

/** A decision in the words of a case. */
function readable(decision: Decision): Record<Exclude<What, 'says' | 'neverSays'>, unknown> {
  const { headline, labels, service, complexity, status, announce, price, findings } = decision
  const reasonOf = (...codes: FindingCode[]) =>
    findings.find(({ code }) => codes.includes(code))?.reason ?? null
  return {
    headline,
    labels,
    findings: findings.map(({ code }) => code),
    private: decision.privateFindings.map(({ code }) => code),
    service,
    reason: reasonOf('in_scope', 'out_of_scope', 'quote_needed', 'to_review'),
    urgency: reasonOf('urgent_confirm', 'urgent_confirmed'),
    complexity,
    price: price === null ? null : amountOf(price.total),
    deposit: price?.deposit ? amountOf(price.deposit) : null,
    triggers: price?.triggers ?? [],
    status,
    announce,
  }
}

function amountOf({ min, max }: MoneyRange): string {
  const [low, high] = [decimalOf(min), decimalOf(max)]
  return low === high ? low : `${low}–${high}`
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: unknown) => (Array.isArray(value) ? value.toSorted() : value)
