import type { Probability } from './decision.ts'
import type { Neighbor } from './evidence.ts'
import type { ScopeModel } from './scope-model.ts'

/** From this likeness on a ruling bears on a request, and from that on it settles it. */
const [bearsFrom, settlesFrom] = [0.45, 0.8]

/** How far a person's ruling on a like request decides this one, 0 to 1. */
export function pullOf(ruling: Neighbor | null): number {
  // What the policy gives as an example settles what is just like it, and bears on nothing else.
  if (ruling === null || (!ruling.text.learned && ruling.likeness < settlesFrom)) return 0
  return Math.min(1, Math.max(0, (ruling.likeness - bearsFrom) / (settlesFrom - bearsFrom)))
}

/** The probability of the verdicts, drawn toward the ruling as far as the requests are alike. */
export function drawnTo(model: ScopeModel, ruling: Neighbor | null, probability: Probability): Probability {
  const pull = pullOf(ruling)
  const side = model.classes[ruling?.text.class ?? -1]?.side
  const share = (verdict: boolean, own: number) => own * (1 - pull) + (verdict ? pull : 0)
  return {
    in: share(side === 'in', probability.in),
    out: share(side === 'out' || side === 'other', probability.out),
    review: share(side === 'talk', probability.review),
  }
}

/** How much a ruling that settles a request counts among the scores of the classes. */
const rulingScore = 8

/** The scores of the classes, that of the ruling's class raised as far as the requests are alike. */
export function raisedBy(ruling: Neighbor | null, scores: readonly number[]): number[] {
  const pull = pullOf(ruling)
  return scores.map((score, own) => (own === ruling?.text.class ? score + pull * rulingScore : score))
}
