import { hitsIn, type KeywordHit, keywordWeights } from './keyword-hits.ts'
import { concepts } from './lexicon/lexicon.ts'
import { likenesses } from './likeness.ts'
import { scoresOf } from './linear.ts'
import type { RequestClause, RequestText } from './request-text.ts'
import type { LearnedText, ScopeModel } from './scope-model.ts'
import { type ClauseFeatures, featuresOf, type Vector, vectorOf } from './vocabulary.ts'
import { kinds, kindsOf, workOf } from './work-kinds.ts'

/** What speaks for a class, kind by kind of evidence. The order is that of the fitted weights. */
export const evidenceNames = [
  'ridge',
  'sentence',
  'concepts',
  'neighbor',
  'keyword',
  'kind',
  'excluded',
  'talk',
  'other',
] as const

/** A sentence or title by itself. */
export interface SentenceEvidence {
  /** Ridge scores of the classes. */
  readonly ridge: Float64Array
  /** Shares of the kinds of work; null when its words say nothing. */
  readonly work: Float64Array | null
}

/** An example or ruling with how like the request it is, 0 to 1. */
export interface Neighbor {
  readonly text: LearnedText
  readonly likeness: number
}

/** A request compared with a catalogue. */
export interface Evidence {
  /** Per class, in the order of `evidenceNames`. */
  readonly byClass: readonly (readonly number[])[]
  /** What each kind of work makes up of the whole, in the order of `kinds`. */
  readonly work: Float64Array
  readonly vector: Vector
  /** The sentences that ask for something; all of them when none does. */
  readonly heard: readonly SentenceEvidence[]
  /** The keywords found, clause by clause. */
  readonly hits: readonly (readonly KeywordHit[])[]
  /** Weight of the keywords found, by class. */
  readonly keywords: ReadonlyMap<number, number>
  readonly nearest: Neighbor | null
  /** The nearest of a person's rulings; without any, the nearest example, which is the assistant's own ruling. */
  readonly ruling: Neighbor | null
}

/** Keeps the logarithm of a share finite; what it costs to be of no known kind. */
const leastShare = 0.02

/** Compare a request with every class of a catalogue. */
export function evidenceFor(model: ScopeModel, request: RequestText): Evidence {
  const ofWork = workOf(request)
  const clauses = ofWork.clauses.map(({ clause, features }) => ({
    clause,
    ofCatalogue: featuresOf(clause, model.vocabulary),
    ofKinds: features,
  }))
  const vector = vectorOf(
    clauses.map(({ ofCatalogue }) => ofCatalogue),
    model.vocabulary,
  )
  const ridge = scoresOf(vector, model.ridge, model.classes.length)
  const work = ofWork.shares ?? new Float64Array(kinds.length)
  const heard = heardIn(clauses, request.asksForTwo).flatMap((sentence) => {
    if (sentence.length < clauses.length) return sentenceOf(model, sentence)
    // Most requests are one sentence, which says what the whole does.
    return ofWork.shares === null && vector.ids.length === 0 ? [] : [{ work: ofWork.shares, ridge }]
  })
  const overlap = conceptOverlap(model, request)
  const hits = request.clauses.map((clause) => hitsIn(clause, model.keywords))
  const keywords = keywordWeights(hits.flat())
  const { best, nearest, ruling } = neighborsOf(model, vector)
  const byClass = model.classes.map(({ side }, own) => [
    ridge[own] ?? 0,
    heard.reduce((most, sentence) => Math.max(most, sentence.ridge[own] ?? 0), 0),
    overlap[own] ?? 0,
    best[own] ?? 0,
    keywords.get(own) ?? 0,
    Math.log(leastShare + product(model.kindShares[own], work)),
    side === 'out' ? 1 : 0,
    side === 'talk' ? 1 : 0,
    side === 'other' ? 1 : 0,
  ])
  return { byClass, work, vector, heard, hits, keywords, nearest, ruling }
}

/** Sum of the products of two rows of numbers. */
export function product(a: Float64Array | undefined, b: Float64Array): number {
  if (a === undefined) return 0
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

/** A clause with its features, looked up once for the whole and for its sentence. */
interface Featured {
  readonly clause: RequestClause
  readonly ofCatalogue: ClauseFeatures
  readonly ofKinds: ClauseFeatures
}

/**
 * The sentences, or titles, that ask for something; all of them when none does, and where two things are asked for,
 * which are then told rather than asked ("the first is…").
 */
function heardIn(clauses: readonly Featured[], asksForTwo: boolean): (readonly Featured[])[] {
  const sentences = [
    ...Map.groupBy(clauses, ({ clause }) => (clause.inTitle ? -1 : clause.sentence)).values(),
  ]
  const asking = sentences.filter((sentence) => sentence.some(({ clause }) => clause.role === 'ask'))
  return asking.length > 0 && !asksForTwo ? asking : sentences
}

function sentenceOf(model: ScopeModel, clauses: readonly Featured[]): SentenceEvidence[] {
  const work = kindsOf(clauses.map(({ ofKinds }) => ofKinds))
  const vector = vectorOf(
    clauses.map(({ ofCatalogue }) => ofCatalogue),
    model.vocabulary,
  )
  if (work === null && vector.ids.length === 0) return []
  return [{ work, ridge: scoresOf(vector, model.ridge, model.classes.length) }]
}

function neighborsOf(model: ScopeModel, whole: Vector) {
  const alike = likenesses(whole, model.vocabulary, model.likeness)
  const best = new Float64Array(model.classes.length)
  let nearest: Neighbor | null = null
  let ruling: Neighbor | null = null
  for (let at = 0; at < model.examples.length; at += 1) {
    const text = model.examples[at]
    const likeness = alike[at] ?? 0
    if (text === undefined || likeness === 0) continue
    best[text.class] = Math.max(best[text.class] ?? 0, likeness)
    if (likeness > (nearest?.likeness ?? 0)) nearest = { text, likeness }
    if (text.learned && likeness >= (ruling?.likeness ?? 0)) ruling = { text, likeness }
  }
  return { best, nearest, ruling: ruling ?? nearest }
}

/** What share of the concepts of a request each class speaks of. */
function conceptOverlap(model: ScopeModel, request: RequestText): number[] {
  const named = new Map<number, number>()
  let total = 0
  for (const { mentions, words, role } of request.clauses) {
    for (const { concept, start } of mentions) {
      const weight = (words[start]?.weight ?? 1) * (role === 'tell' ? 0.5 : 1)
      const before = named.get(concept) ?? 0
      if (concepts[concept] === undefined || weight <= before) continue
      named.set(concept, weight)
      total += weight - before
    }
  }
  const weighed = [...named]
  return model.conceptsOf.map((own) => {
    let covered = 0
    for (const [concept, weight] of weighed) if (own.has(concept)) covered += weight
    return total === 0 ? 0 : covered / total
  })
}
