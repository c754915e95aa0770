import { lengthOf, type Vector, type Vocabulary, withoutParts } from './vocabulary.ts'

/**
 * Texts to compare others with, without parts of words: what is left compares texts as a person would. Their vectors lie
 * one after another, so that going through all of them is cheap.
 */
export interface LikenessIndex {
  /** Lengths of the vectors, text by text. */
  readonly lengths: Float64Array
  /** By text: where its features begin in `ids` and `values`; the end of all comes last. */
  readonly starts: Uint32Array
  readonly ids: Uint32Array
  readonly values: Float64Array
}

/** Index the vectors of texts. */
export function indexLikeness(vectors: readonly Vector[], vocabulary: Vocabulary): LikenessIndex {
  const told = vectors.map((vector) => withoutParts(vector, vocabulary))
  const starts = new Uint32Array(told.length + 1)
  for (const [text, { ids }] of told.entries()) starts[text + 1] = (starts[text] ?? 0) + ids.length
  const ids = new Uint32Array(starts[told.length] ?? 0)
  const values = new Float64Array(ids.length)
  for (const [text, vector] of told.entries()) {
    ids.set(vector.ids, starts[text])
    values.set(vector.values, starts[text])
  }
  return { lengths: Float64Array.from(told, lengthOf), starts, ids, values }
}

/** How like each of the texts a vector is, 0 to 1. */
export function likenesses(
  vector: Vector,
  vocabulary: Vocabulary,
  { lengths, starts, ids, values }: LikenessIndex,
): Float64Array {
  const whole = withoutParts(vector, vocabulary)
  const length = lengthOf(whole)
  const dense = vocabulary.scratch
  for (let at = 0; at < whole.ids.length; at += 1) dense[whole.ids[at] ?? 0] = whole.values[at] ?? 0
  const alike = lengths.map((own, text) => {
    let product = 0
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
      product += (values[at] ?? 0) * (dense[ids[at] ?? 0] ?? 0)
    }
    return product / (length * own)
  })
  for (const id of whole.ids) dense[id] = 0
  return alike
}
