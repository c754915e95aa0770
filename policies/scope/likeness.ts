import { lengthOf, type Vector, type Vocabulary, withoutParts } from './vocabulary.ts'

/**
 * Texts by the features that they have, without parts of words: what is left compares texts as a person would. To
 * compare a text with all of them takes as long as what they have in common.
 */
export interface LikenessIndex {
  /** Lengths of the vectors, text by text. */
  readonly lengths: Float64Array
  /** By feature: where the texts that have it begin in `texts` and `values`; the end of all comes last. */
  readonly starts: Uint32Array
  readonly texts: Uint32Array
  readonly values: Float64Array
}

/** Index the vectors of texts. */
export function indexLikeness(vectors: readonly Vector[], vocabulary: Vocabulary): LikenessIndex {
  const told = vectors.map((vector) => withoutParts(vector, vocabulary))
  const features = vocabulary.names.length
  const starts = new Uint32Array(features + 1)
  for (const { ids } of told) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  for (let id = 0; id < features; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
  const texts = new Uint32Array(starts[features] ?? 0)
  const values = new Float64Array(texts.length)
  const next = starts.slice()
  for (const [text, vector] of told.entries()) {
    for (const [at, id] of vector.ids.entries()) {
      const place = next[id] ?? 0
      next[id] = place + 1
      texts[place] = text
      values[place] = vector.values[at] ?? 0
    }
  }
  return { lengths: Float64Array.from(told, lengthOf), starts, texts, values }
}

/** How like each of the texts a vector is, 0 to 1. */
export function likenesses(
  vector: Vector,
  vocabulary: Vocabulary,
  { lengths, starts, texts, values }: LikenessIndex,
): Float64Array {
  const whole = withoutParts(vector, vocabulary)
  const alike = new Float64Array(lengths.length)
  for (let at = 0; at < whole.ids.length; at += 1) {
    const [id, value] = [whole.ids[at] ?? 0, whole.values[at] ?? 0]
    for (let place = starts[id] ?? 0; place < (starts[id + 1] ?? 0); place += 1) {
      const text = texts[place] ?? 0
      alike[text] = (alike[text] ?? 0) + value * (values[place] ?? 0)
    }
  }
  const length = lengthOf(whole)
  return alike.map((product, text) => product / (length * (lengths[text] ?? 1)))
}
