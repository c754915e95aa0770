import { softmax } from './linear.ts'

/** Fitted numbers of the decision layer. */
export interface ScopeWeights {
  /** What each kind of evidence counts for a class, in the order of `evidenceNames`. */
  readonly evidence: readonly number[]
  /** What each signal counts for each verdict, in the order of `signalNames`, the constant last. */
  readonly verdict: Readonly<Record<'in' | 'out' | 'review', readonly number[]>>
}

/** Shares of the three verdicts; they sum to 1. */
export type Probability = Readonly<Record<'in' | 'out' | 'review', number>>

/** How likely each verdict is, from the signals of a request. */
export function probabilityOf(signals: readonly number[], { verdict }: ScopeWeights): Probability {
  const score = (weights: readonly number[]) =>
    weights.reduce((sum, weight, at) => sum + weight * (at < signals.length ? (signals[at] ?? 0) : 1), 0)
  const [inside = 0, outside = 0, review = 0] = softmax([
    score(verdict.in),
    score(verdict.out),
    score(verdict.review),
  ])
  return { in: inside, out: outside, review }
}
