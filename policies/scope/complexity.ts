import { type Complexity, complexities } from '#model/task.ts'
import { complexityWeights } from './complexity-weights.ts'
import { type ComplexityWeights, effortOf } from './effort.ts'
import { softmax } from './linear.ts'

/** How long a request takes: up to 30 minutes, up to half a day, more. */
export interface ComplexityReading {
  readonly level: Complexity
  /** False when the words say too little and the usual level of the service stands in, where it is known. */
  readonly sure: boolean
  /** The words it rests on, at most five. */
  readonly evidence: readonly string[]
}

/** Share of probability from which the words decide. */
const sureFrom = 0.6

/**
 * Working time of a request, from its words.
 * @param usual level of the service that is asked for, for words that say too little; null where not known
 * @param language of a text that does not tell its own
 */
export function readComplexity(
  title: string,
  text: string,
  usual: Complexity | null = null,
  language: 'fr' | 'en' = 'fr',
  weights: ComplexityWeights = complexityWeights,
): ComplexityReading {
  const { values, evidence } = effortOf(title, text, language)
  const score = (own: readonly number[]) =>
    own.reduce((sum, weight, at) => sum + weight * (at < values.length ? (values[at] ?? 0) : 1), 0)
  const shares = softmax(complexities.map((level) => score(weights[level])))
  const best = shares.indexOf(shares.reduce((most, share) => Math.max(most, share), 0))
  const sure = (shares[best] ?? 0) >= sureFrom
  return {
    level: sure ? (complexities[best] ?? 'medium') : (usual ?? complexities[best] ?? 'medium'),
    sure,
    evidence,
  }
}
