import type { Vector } from './vocabulary.ts'

/** What a class is taken to have said of every feature it never said. */
const smoothing = 0.05

/** Puts the weights on a scale where vectors of length 1 score between 0 and 1. */
const scale = 10

/**
 * Multinomial naive Bayes: how likely each class is to say each feature, in logarithms. With a few sentences a class
 * it does as well as anything, and it is learned in one pass.
 * @returns weights feature after feature, in each the classes one by one
 */
export function naiveBayes(
  vectors: readonly Vector[],
  classes: readonly number[],
  classCount: number,
  featureCount: number,
): Float32Array {
  const said = new Float64Array(featureCount * classCount)
  const texts = Float64Array.from(
    { length: classCount },
    (_, own) => classes.filter((each) => each === own).length,
  )
  vectors.forEach(({ ids, values }, at) => {
    const own = classes[at] ?? 0
    ids.forEach((id, place) => {
      const cell = id * classCount + own
      said[cell] = (said[cell] ?? 0) + (values[place] ?? 0) / Math.sqrt(texts[own] ?? 1)
    })
  })
  return logarithms(said, classCount, featureCount)
}

function logarithms(said: Float64Array, classCount: number, featureCount: number): Float32Array {
  const totals = new Float64Array(classCount)
  said.forEach((value, cell) => {
    totals[cell % classCount] = (totals[cell % classCount] ?? 0) + value
  })
  return Float32Array.from(said, (value, cell) => {
    const total = (totals[cell % classCount] ?? 0) + smoothing * featureCount
    return Math.log((value + smoothing) / total) / scale
  })
}
