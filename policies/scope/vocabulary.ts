import { type Block, blocks, conceptFeatures, type FeatureName, frameName, wordFeatures } from './features.ts'
import { concepts } from './lexicon/lexicon.ts'
import type { RequestClause, RequestWord } from './request-text.ts'

/** A sparse vector: `ids` of features with their `values`. */
export interface Vector {
  readonly ids: Int32Array
  readonly values: Float64Array
}

/** How much each kind of features counts in the likeness of two texts. */
const blockWeights: Readonly<Record<Block, number>> = { word: 1.6, gram: 1, concept: 0.6, frame: 0.1 }

/** The features of a clause as a vocabulary knows them; one may occur several times. */
export interface ClauseFeatures {
  readonly ids: readonly number[]
  readonly weights: readonly number[]
  /** What the clause counts beside others. */
  readonly weight: number
  /** False when every word of it is denied: such clauses alone make no vector. */
  readonly asked: boolean
}

/** Numbers of the features of one word or concept that a catalogue knows. */
interface Known {
  readonly ids: readonly number[]
  /** Of the word or concept itself; -1 when only parts or fields of it are known. */
  readonly whole: number
}

/** The features that occur in a catalogue, and what is remembered about words met before. */
export interface Vocabulary {
  readonly names: readonly string[]
  readonly ids: ReadonlyMap<string, number>
  /** Place in `blocks`, by feature. */
  readonly blockOf: Uint8Array
  /** Rarity of a feature in the catalogue: the rarer, the more it tells. */
  readonly rarity: Float64Array
  /** Known features of concepts and words met before. Memories only: what they hold follows from the concept or word. */
  readonly ofConcept: Map<number, Known>
  readonly ofWord: Readonly<Record<'fr' | 'en', Map<string, Known>>>
  /** Numbers of frames met before, by action and thing. */
  readonly ofFrame: Map<number, number>
  /** Room to add up a text in; all zero between two texts. */
  readonly scratch: Float64Array
}

/** Words remembered by a vocabulary, at most; then the memory starts anew. */
const mostWords = 20_000

/** Learn the vocabulary of the texts of a catalogue. What it learns of a word it remembers for the words of requests. */
export function learnVocabulary(texts: readonly (readonly RequestClause[])[]): Vocabulary {
  const ids = new Map<string, number>()
  const memory = { ofConcept: new Map(), ofWord: { fr: new Map(), en: new Map() }, ofFrame: new Map() }
  const lookUp = (name: string) => {
    const id = ids.get(name) ?? ids.size
    if (id === ids.size) ids.set(name, id)
    return id
  }
  const lastSeen: number[] = []
  const seen: number[] = []
  texts.forEach((clauses, text) => {
    for (const id of clauses.flatMap((clause) => idsOf(clause, memory, lookUp))) {
      if (lastSeen[id] === text) continue
      lastSeen[id] = text
      seen[id] = (seen[id] ?? 0) + 1
    }
  })
  const names = [...ids.keys()]
  return {
    names,
    ids,
    blockOf: Uint8Array.from(names, (name) => blocks.indexOf(name.slice(0, name.indexOf(':')) as Block)),
    rarity: Float64Array.from(seen, (count) => Math.log((1 + texts.length) / (1 + count)) + 1),
    ...memory,
    scratch: new Float64Array(names.length),
  }
}

/** The number of a feature; undefined when the vocabulary has none for it. */
type LookUp = (name: string) => number | undefined

type Memory = Pick<Vocabulary, 'ofConcept' | 'ofWord' | 'ofFrame'>

function idsOf({ words, mentions, frames }: RequestClause, memory: Memory, lookUp: LookUp): number[] {
  return [
    ...words.flatMap((word) => (word.hollow ? [] : recallWord(word, memory, lookUp).ids)),
    ...mentions.flatMap(({ concept }) => recallConcept(concept, memory, lookUp).ids),
    ...frames.map(({ action, thing }) => recallFrame(action, thing, memory, lookUp)),
  ]
}

/** How much a clause counts by what it does. */
const clauseWeights = { ask: 1.4, plain: 1, tell: 0.7 } as const

/** Below this a word is denied. Words are compared by their shares, so that denied ones alone would count in full. */
const deniedBelow = 0.3

/** A part of a word counts as the word does, a wider field less than the concept itself. */
const [partWeight, fieldWeight] = [1, 0.5]

/** Look the features of a clause up. */
export function featuresOf(clause: RequestClause, vocabulary: Vocabulary): ClauseFeatures {
  const [ids, weights]: [number[], number[]] = [[], []]
  const add = (known: Known, weight: number, ofRest: number) => {
    if (weight <= 0) return
    for (const id of known.ids) {
      ids.push(id)
      weights.push(id === known.whole ? weight : weight * ofRest)
    }
  }
  for (const word of clause.words) {
    if (!word.hollow) add(knownWord(word, vocabulary), word.weight, partWeight)
  }
  for (const { concept, start } of clause.mentions) {
    add(knownConcept(concept, vocabulary), clause.words[start]?.weight ?? 1, fieldWeight)
  }
  for (const { action, thing, weight } of clause.frames) {
    const id = recallFrame(action, thing, vocabulary, (name) => vocabulary.ids.get(name))
    if (id < 0) continue
    ids.push(id)
    weights.push(weight)
  }
  const asked = clause.words.some(({ hollow, weight }) => !hollow && weight >= deniedBelow)
  return { ids, weights, weight: clauseWeights[clause.role], asked }
}

/**
 * The vector of clauses, kind by kind of the same length whatever the length of the text. A feature said twice counts
 * the square root of two times as much. Nothing when all that is said is denied.
 */
export function vectorOf(clauses: readonly ClauseFeatures[], vocabulary: Vocabulary): Vector {
  if (!clauses.some(({ asked }) => asked)) return nothing
  const { scratch, rarity, blockOf } = vocabulary
  const touched: number[] = []
  for (const clause of clauses) addClause(clause, scratch, touched)
  const ids = new Int32Array(touched.length)
  const values = new Float64Array(touched.length)
  const squares = new Float64Array(blocks.length)
  for (let at = 0; at < touched.length; at += 1) {
    const id = touched[at] ?? 0
    const value = Math.sqrt(scratch[id] ?? 0) * (rarity[id] ?? 0)
    const block = blockOf[id] ?? 0
    scratch[id] = 0
    ids[at] = id
    values[at] = value
    squares[block] = (squares[block] ?? 0) + value * value
  }
  const factors = blocks.map((block, at) => blockWeights[block] / Math.sqrt(squares[at] || 1))
  for (let at = 0; at < ids.length; at += 1) {
    values[at] = (values[at] ?? 0) * (factors[blockOf[ids[at] ?? 0] ?? 0] ?? 0)
  }
  return { ids, values }
}

const nothing: Vector = { ids: new Int32Array(0), values: new Float64Array(0) }

/** A vector without parts of words. */
export function withoutParts({ ids, values }: Vector, { blockOf }: Vocabulary): Vector {
  const kept = new Int32Array(ids.length)
  const keptValues = new Float64Array(ids.length)
  let count = 0
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0
    if (blockOf[id] === gramBlock) continue
    kept[count] = id
    keptValues[count] = values[at] ?? 0
    count += 1
  }
  return { ids: kept.subarray(0, count), values: keptValues.subarray(0, count) }
}

const gramBlock = blocks.indexOf('gram')

/** The length of a vector, at least a little. */
export function lengthOf({ values }: Vector): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) ** 2
  return Math.sqrt(sum) || 1
}

function addClause({ ids, weights, weight }: ClauseFeatures, scratch: Float64Array, touched: number[]): void {
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0
    const before = scratch[id] ?? 0
    if (before === 0) touched.push(id)
    scratch[id] = before + weight * (weights[at] ?? 0)
  }
}

/** What a vocabulary knows of a word. */
export const knownWord = (word: RequestWord, vocabulary: Vocabulary): Known =>
  recallWord(word, vocabulary, (name) => vocabulary.ids.get(name))

/** What a vocabulary knows of a concept. */
export const knownConcept = (concept: number, vocabulary: Vocabulary): Known =>
  recallConcept(concept, vocabulary, (name) => vocabulary.ids.get(name))

function recallWord({ text, stem, language }: RequestWord, { ofWord }: Memory, lookUp: LookUp): Known {
  const memory = ofWord[language]
  const remembered = memory.get(text)
  if (remembered !== undefined) return remembered
  const known = knownOf(wordFeatures(text, stem), lookUp)
  if (memory.size >= mostWords) memory.clear()
  memory.set(text, known)
  return known
}

function recallConcept(concept: number, { ofConcept }: Memory, lookUp: LookUp): Known {
  const remembered = ofConcept.get(concept)
  if (remembered !== undefined) return remembered
  const known = knownOf(conceptFeatures(concept), lookUp)
  ofConcept.set(concept, known)
  return known
}

/** The number of a frame; -1 when it is not known. */
function recallFrame(action: number, thing: number, { ofFrame }: Memory, lookUp: LookUp): number {
  const key = action * concepts.length + thing
  const remembered = ofFrame.get(key)
  if (remembered !== undefined) return remembered
  const id = lookUp(frameName(action, thing)) ?? -1
  ofFrame.set(key, id)
  return id
}

/** @param features the one of the word or concept itself first */
function knownOf([itself, ...rest]: readonly FeatureName[], lookUp: LookUp): Known {
  const whole = itself === undefined ? undefined : lookUp(itself)
  const others = rest.map(lookUp)
  return { ids: [whole, ...others].filter((id) => id !== undefined), whole: whole ?? -1 }
}
