import type { RequestClause, RequestText, RequestWord } from './request-text.ts'
import type { ScopeModel } from './scope-model.ts'
import { knownConcept, knownWord, type Vocabulary } from './vocabulary.ts'
import { kindVocabulary, leaningTo } from './work-kinds.ts'

/** What the request says that speaks for its verdict, as a person reads it. */
export interface Term {
  readonly term: string
  /** Share of all that speaks for it. */
  readonly weight: number
}

/** As many as a person reads, and the words looked at for them. */
const [mostTerms, mostLooked] = [5, 30]

/** Words that weigh less do not count for the verdict and are no reason for it. */
const countsFrom = 0.5

/** The words of a request that speak most for a class, the strongest first. */
export function termsOf(model: ScopeModel, { clauses }: RequestText, own: number): Term[] {
  const leaning = leaningTo(model.kindShares[own])
  const found = new Map<string, number>()
  for (const { term, word, concept } of clauses.flatMap(candidatesIn).slice(0, mostLooked)) {
    const ofCatalogue = sumOf(word, concept, model.vocabulary, (id) => leadOf(model, id, own))
    const ofKind = sumOf(word, concept, kindVocabulary(), leaning)
    found.set(term, Math.max(found.get(term) ?? 0, ofCatalogue + ofKind))
  }
  const positive = [...found].filter(([, weight]) => weight > 0)
  const total = positive.reduce((sum, [, weight]) => sum + weight, 0) || 1
  return positive
    .toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, mostTerms)
    .map(([term, weight]) => ({ term, weight: Math.round((weight / total) * 1000) / 1000 }))
}

/** A word, or a mention of a concept by its first word, as it is written. */
interface Candidate {
  readonly term: string
  readonly word: RequestWord
  readonly concept: number | null
}

/** The mentions of a clause as they are written, and the words outside them. */
function candidatesIn({ words, mentions }: RequestClause): Candidate[] {
  const startingAt = new Map(mentions.map((mention) => [mention.start, mention]))
  let inside = 0
  return words.flatMap((word, at): Candidate[] => {
    const mention = startingAt.get(at)
    const isCounted = word.weight >= countsFrom
    if (mention === undefined) {
      return !isCounted || word.hollow || at < inside ? [] : [{ term: word.text, word, concept: null }]
    }
    inside = mention.end
    const said = words.slice(at, mention.end).map(({ text }) => text)
    return isCounted ? [{ term: said.join(' '), word, concept: mention.concept }] : []
  })
}

/** Word and concept weighed by their rarity; those that the vocabulary lacks say nothing. */
function sumOf(
  word: RequestWord,
  concept: number | null,
  vocabulary: Vocabulary,
  lead: (id: number) => number,
): number {
  const ofConcept = concept === null ? -1 : knownConcept(concept, vocabulary).whole
  const wholes = [knownWord(word, vocabulary).whole, ofConcept]
  return wholes.reduce((sum, id) => (id < 0 ? sum : sum + (vocabulary.rarity[id] ?? 0) * lead(id)), 0)
}

/** How far a feature speaks for a class rather than for the average of all. */
const leadOf = ({ ridge, ridgeMeans, classes }: ScopeModel, id: number, own: number) =>
  (ridge[id * classes.length + own] ?? 0) - (ridgeMeans[id] ?? 0)
