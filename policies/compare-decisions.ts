import type { Language } from '#model/board.ts'
import type { Comparison, Judged } from './comparison/judged.ts'
import { comment, message, secrets } from './comparison/said.ts'
import { complexity, deposit, price, service, status } from './comparison/values.ts'
import { labels, reason, verdict } from './comparison/verdict.ts'

/** Each finds one thing in which two decisions may differ; in the order in which they are told. */
const comparisons = {
  verdict,
  labels,
  reason,
  service,
  complexity,
  price,
  deposit,
  status,
  comment,
  message,
  private: secrets,
} as const satisfies Record<string, Comparison>

/** One thing in which two decisions differ, in sentences to the assistant. */
export interface DecisionDifference extends Readonly<Record<Language, string>> {
  readonly what: keyof typeof comparisons
}

/**
 * Everything in which a second judgement of a request differs from a first one; nothing when it comes out the same.
 * By which versions they were made, and when, is no difference.
 */
export function compareDecisions(before: Judged, after: Judged): DecisionDifference[] {
  return Object.entries(comparisons).flatMap(([what, compare]) => {
    const sentence = compare(before, after)
    if (sentence === null) return []
    return [{ what: what as DecisionDifference['what'], fr: sentence('fr'), en: sentence('en') }]
  })
}

/** What a client would notice. Beside it there are reasons, wordings, and what only the assistant is told. */
const outward = ['verdict', 'labels', 'price', 'deposit', 'status', 'comment'] as const

/** Does a request come out otherwise, to the client's eyes? Much quicker than to say in what. */
export function isOtherwise(before: Judged, after: Judged): boolean {
  return outward.some((what) => comparisons[what](before, after) !== null)
}
