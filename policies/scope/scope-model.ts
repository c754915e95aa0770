import { type CatalogueService, type CatalogueText, type Example, textsOf } from './catalogue.ts'
import { kernelRidge } from './kernel-ridge.ts'
import { indexKeywords, type Keyword } from './keyword-hits.ts'
import { indexLikeness, type LikenessIndex } from './likeness.ts'
import { meansOf } from './linear.ts'
import { type RequestClause, readRequest } from './request-text.ts'
import { featuresOf, learnVocabulary, type Vector, type Vocabulary, vectorOf } from './vocabulary.ts'
import { kinds, kindsOf, kindVocabulary, talkKinds } from './work-kinds.ts'

/** What a request may turn out to be: a service, or one of the two classes that every catalogue has. */
export interface ScopeClass {
  /** Null for the two built-in classes. */
  readonly service: string | null
  /** `talk`: nothing is asked for. `other`: work that the catalogue does not name. */
  readonly side: 'in' | 'out' | 'talk' | 'other'
}

/** An example of the catalogue or a person's ruling. */
export interface LearnedText {
  readonly text: string
  readonly class: number
  /** Ruled by a person, not written into the catalogue. */
  readonly learned: boolean
}

/** A catalogue ready to be compared with requests. */
export interface ScopeModel {
  readonly defaultLanguage: 'fr' | 'en'
  readonly services: readonly CatalogueService[]
  readonly classes: readonly ScopeClass[]
  readonly vocabulary: Vocabulary
  readonly examples: readonly LearnedText[]
  /** Compares a text with each of the examples. */
  readonly likeness: LikenessIndex
  /** Weight of every feature for every class, feature after feature. */
  readonly ridge: Float32Array
  /** What a feature weighs for a class on average. */
  readonly ridgeMeans: Float32Array
  readonly keywords: ReadonlyMap<string, readonly Keyword[]>
  /** The concepts that each class speaks of, and those that any service does. */
  readonly conceptsOf: readonly ReadonlySet<number>[]
  readonly coveredConcepts: ReadonlySet<number>
  /** For every class what share of it is work of each kind; for every side the most that one of its classes has. */
  readonly kindShares: readonly Float64Array[]
  readonly sideShares: Readonly<Record<ScopeClass['side'], Float64Array>>
}

/** How far the ridge regression may miss its targets. */
const ridgeSlack = 1.5

/** Rulings beyond these do not change much and cost time; the latest are kept. */
const mostExamples = 300

interface Source extends CatalogueText {
  readonly class: number
  readonly learned: boolean
}

/**
 * Make a catalogue ready to be compared with requests. Learns from names, descriptions, keywords, examples, and from
 * the latest 300 rulings.
 */
export function buildScopeModel(
  catalogue: readonly CatalogueService[],
  examples: readonly Example[],
  defaultLanguage: 'fr' | 'en',
): ScopeModel {
  // Sums of floating-point numbers depend on their order; a reading does not depend on that of the catalogue.
  const services = catalogue.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const classes = classesOf(services)
  const sources = sourcesOf(services, examples)
  const readings = sources.map(
    ({ title, text, language }) => readRequest(title, text, defaultLanguage, language).clauses,
  )
  const vocabulary = learnVocabulary(readings)
  const vectors = readings.map((clauses) =>
    vectorOf(
      clauses.map((clause) => featuresOf(clause, vocabulary)),
      vocabulary,
    ),
  )
  const own = sources.map((source) => source.class)
  const dual = kernelRidge(vectors, own, classes.length, vocabulary.names.length, ridgeSlack)
  const ridge = primalOf(dual, vectors, vocabulary.names.length)
  const conceptsOf = classes.map((_, place) =>
    conceptsIn(readings.filter((_reading, at) => own[at] === place)),
  )
  const kindShares = kindSharesOf(classes, readings, own)
  return {
    ...{ defaultLanguage, services, classes, vocabulary, conceptsOf, kindShares },
    examples: sources.filter(({ isExample }) => isExample).map(learnedText),
    likeness: indexLikeness(
      vectors.filter((_, at) => sources[at]?.isExample),
      vocabulary,
    ),
    ridge,
    ridgeMeans: meansOf(ridge, classes.length),
    keywords: indexKeywords(services),
    coveredConcepts: new Set(conceptsOf.slice(0, services.length).flatMap((each) => [...each])),
    sideShares: sideSharesOf(classes, kindShares),
  }
}

const learnedText = ({ title, text, learned, class: own }: Source): LearnedText => ({
  text: title === '' ? text : `${title}\n${text}`,
  class: own,
  learned,
})

function classesOf(services: readonly CatalogueService[]): ScopeClass[] {
  return [
    ...services.map(({ id, kind }) => ({ service: id, side: kind === 'excluded' ? 'out' : 'in' }) as const),
    { service: null, side: 'talk' },
    { service: null, side: 'other' },
  ]
}

function sourcesOf(services: readonly CatalogueService[], examples: readonly Example[]): Source[] {
  const own = services.flatMap((service, place) =>
    textsOf(service).map((text) => ({ ...text, class: place, learned: false })),
  )
  const rulings = examples.slice(-mostExamples).flatMap((example) => rulingOf(services, example))
  return [...own, ...rulings]
}

/** A ruling for a service that is no longer there, or no longer on that side, teaches nothing about it. */
function rulingOf(services: readonly CatalogueService[], { title, text, scope, service }: Example): Source[] {
  const ruling = { title, text, language: null, isExample: true, learned: true }
  if (scope === 'review') return [{ ...ruling, class: services.length }]
  const place = services.findIndex(({ id }) => id === service)
  const isExcluded = services[place]?.kind === 'excluded'
  if (scope === 'out') return [{ ...ruling, class: isExcluded ? place : services.length + 1 }]
  return place >= 0 && !isExcluded ? [{ ...ruling, class: place }] : []
}

/** Weights of the features from the weights of the texts. */
function primalOf(dual: readonly Float64Array[], vectors: readonly Vector[], features: number): Float32Array {
  const primal = new Float32Array(features * dual.length)
  vectors.forEach(({ ids, values }, at) => {
    const weights = dual.map((byText) => byText[at] ?? 0)
    for (let place = 0; place < ids.length; place += 1) {
      const [value, start] = [values[place] ?? 0, (ids[place] ?? 0) * dual.length]
      for (let own = 0; own < weights.length; own += 1) {
        primal[start + own] = (primal[start + own] ?? 0) + value * (weights[own] ?? 0)
      }
    }
  })
  return primal
}

function conceptsIn(readings: readonly (readonly RequestClause[])[]): Set<number> {
  return new Set(
    readings.flatMap((reading) => reading.flatMap(({ mentions }) => mentions.map(({ concept }) => concept))),
  )
}

/** What kinds of work the classes are made of; the class of other work gets what no service does. */
function kindSharesOf(
  classes: readonly ScopeClass[],
  readings: readonly (readonly RequestClause[])[],
  own: readonly number[],
) {
  const works = readings.map((clauses) =>
    kindsOf(clauses.map((clause) => featuresOf(clause, kindVocabulary()))),
  )
  const shares = classes.map((_, place) =>
    meanOf(works.flatMap((work, at) => (own[at] === place ? (work ?? []) : []))),
  )
  const covered = kinds.map((_, kind) =>
    Math.max(
      0,
      ...classes.map(({ service }, place) => (service === null ? 0 : (shares[place]?.[kind] ?? 0))),
    ),
  )
  return classes.map(({ side }, place) => {
    if (side === 'talk') return Float64Array.from(kinds, (kind) => (talkKinds.has(kind) ? 1 : 0))
    if (side !== 'other') return shares[place] ?? new Float64Array(kinds.length)
    return Float64Array.from(kinds, (kind, at) =>
      talkKinds.has(kind) ? 0 : Math.max(0, 1 - 2 * (covered[at] ?? 0)),
    )
  })
}

function sideSharesOf(classes: readonly ScopeClass[], kindShares: readonly Float64Array[]) {
  const of = (wanted: ScopeClass['side']) =>
    Float64Array.from(kinds, (_, kind) =>
      classes.reduce(
        (most, { side }, own) => (side === wanted ? Math.max(most, kindShares[own]?.[kind] ?? 0) : most),
        0,
      ),
    )
  return { in: of('in'), out: of('out'), talk: of('talk'), other: of('other') }
}

function meanOf(rows: readonly Float64Array[]): Float64Array {
  return Float64Array.from(
    kinds,
    (_, kind) => rows.reduce((sum, row) => sum + (row[kind] ?? 0), 0) / (rows.length || 1),
  )
}
