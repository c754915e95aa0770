import type { Vector } from './vocabulary.ts'

/** What a class is taken to have said of every feature it never said. */
const smoothing = 0.01

/** Puts the weights on a scale where vectors of length 1 score between 0 and 1. */
const scale = 10

/**
 * How each feature speaks for each class. A class that never said a feature has the same weight for all of those, and
 * few classes say any one: only what was said is kept, feature after feature, so that scoring a text costs the same
 * however many classes and features there are.
 */
export interface NaiveBayes {
  /** By class: the weight of a feature that it never said. */
  readonly unsaid: Float32Array
  /** By feature: where what was said of it begins in `classes` and `weights`; the end of all comes last. */
  readonly starts: Uint32Array
  /** In ascending order for each feature. */
  readonly classes: Uint16Array
  readonly weights: Float32Array
  /** By feature: what it weighs on average over the classes. */
  readonly means: Float32Array
}

/** A feature that a class said. */
interface Said {
  readonly id: number
  readonly own: number
  readonly weight: number
}

/**
 * Multinomial naive Bayes: how likely each class is to say each feature, in logarithms. With a few sentences a class
 * it does as well as anything, and it is learned in one pass.
 */
export function naiveBayes(
  vectors: readonly Vector[],
  classes: readonly number[],
  classCount: number,
  featureCount: number,
): NaiveBayes {
  const byClass = Map.groupBy(vectors, (_, at) => classes[at] ?? 0)
  const amounts = new Float64Array(featureCount)
  const unsaid = new Float32Array(classCount)
  const all: Said[] = []
  for (let own = 0; own < classCount; own += 1) {
    const ids = addUp(byClass.get(own) ?? [], amounts)
    const total = ids.reduce((sum, id) => sum + (amounts[id] ?? 0), 0) + smoothing * featureCount
    const weightOf = (amount: number) => Math.log((amount + smoothing) / total) / scale
    unsaid[own] = weightOf(0)
    for (const id of ids) all.push({ id, own, weight: weightOf(amounts[id] ?? 0) })
    for (const id of ids) amounts[id] = 0
  }
  const inOrder = all.toSorted((a, b) => a.id - b.id)
  const said = {
    unsaid,
    starts: startsOf(inOrder, featureCount),
    classes: Uint16Array.from(inOrder, ({ own }) => own),
    weights: Float32Array.from(inOrder, ({ weight }) => weight),
  }
  return { ...said, means: meansOf(said) }
}

/** Add up what the texts of one class say. Returns the features that they say, in ascending order. */
function addUp(vectors: readonly Vector[], amounts: Float64Array): Int32Array {
  const said = new Set<number>()
  for (const { ids, values } of vectors) {
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0
      said.add(id)
      amounts[id] = (amounts[id] ?? 0) + (values[at] ?? 0) / Math.sqrt(vectors.length)
    }
  }
  return Int32Array.from(said).sort()
}

function startsOf(inOrder: readonly Said[], featureCount: number): Uint32Array {
  const starts = new Uint32Array(featureCount + 1)
  for (const { id } of inOrder) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  for (let id = 0; id < featureCount; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
  return starts
}

function meansOf({ unsaid, starts, classes, weights }: Omit<NaiveBayes, 'means'>): Float32Array {
  const means = new Float32Array(starts.length - 1)
  for (let id = 0; id < means.length; id += 1) {
    let place = starts[id] ?? 0
    for (let own = 0; own < unsaid.length; own += 1) {
      const isSaid = place < (starts[id + 1] ?? 0) && classes[place] === own
      means[id] = (means[id] ?? 0) + ((isSaid ? weights[place] : unsaid[own]) ?? 0) / unsaid.length
      if (isSaid) place += 1
    }
  }
  return means
}

/** Scores of a vector for all classes. */
export function likelihoods(
  { ids, values }: Vector,
  { unsaid, starts, classes, weights }: NaiveBayes,
): Float64Array {
  const scores = new Float64Array(unsaid.length)
  let total = 0
  for (let at = 0; at < ids.length; at += 1) {
    const [id, value] = [ids[at] ?? 0, values[at] ?? 0]
    total += value
    for (let place = starts[id] ?? 0; place < (starts[id + 1] ?? 0); place += 1) {
      const own = classes[place] ?? 0
      scores[own] = (scores[own] ?? 0) + value * ((weights[place] ?? 0) - (unsaid[own] ?? 0))
    }
  }
  return scores.map((score, own) => score + total * (unsaid[own] ?? 0))
}

/** How far a feature speaks for a class rather than for the average of all. */
export function leadOf(
  { unsaid, starts, classes, weights, means }: NaiveBayes,
  id: number,
  own: number,
): number {
  const said = classes.subarray(starts[id], starts[id + 1]).indexOf(own)
  const weight = said < 0 ? unsaid[own] : weights[(starts[id] ?? 0) + said]
  return (weight ?? 0) - (means[id] ?? 0)
}
