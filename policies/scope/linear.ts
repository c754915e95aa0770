import type { Vector } from './vocabulary.ts'

/** Scores of a vector for all classes, from weights that lie feature after feature. */
export function scoresOf({ ids, values }: Vector, weights: Float32Array, classes: number): Float64Array {
  const scores = new Float64Array(classes)
  for (let at = 0; at < ids.length; at += 1) {
    const value = values[at] ?? 0
    const start = (ids[at] ?? 0) * classes
    for (let own = 0; own < classes; own += 1) {
      scores[own] = (scores[own] ?? 0) + value * (weights[start + own] ?? 0)
    }
  }
  return scores
}

/** Shares that sum to 1. */
export function softmax(scores: Float64Array | readonly number[], sharpness = 1): Float64Array {
  const shares = new Float64Array(scores)
  let top = Number.NEGATIVE_INFINITY
  for (let at = 0; at < shares.length; at += 1) top = Math.max(top, shares[at] ?? 0)
  let total = 0
  for (let at = 0; at < shares.length; at += 1) {
    const share = Math.exp(sharpness * ((shares[at] ?? 0) - top))
    shares[at] = share
    total += share
  }
  for (let at = 0; at < shares.length; at += 1) shares[at] = (shares[at] ?? 0) / total
  return shares
}

/** What each feature weighs on average over the classes. */
export function meansOf(weights: Float32Array, classes: number): Float32Array {
  const means = new Float32Array(weights.length / classes)
  for (let cell = 0; cell < weights.length; cell += 1) {
    const id = Math.floor(cell / classes)
    means[id] = (means[id] ?? 0) + (weights[cell] ?? 0) / classes
  }
  return means
}
