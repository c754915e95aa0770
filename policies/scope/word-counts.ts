import { concepts } from './lexicon/lexicon.ts'
import type { Concept } from './lexicon/parse.ts'
import type { RequestClause, RequestText } from './request-text.ts'
import type { ScopeModel } from './scope-model.ts'
import { knownWord } from './vocabulary.ts'

/** How many words and concepts of each sort a request has. */
export interface Counts {
  /** Words that say something, and those of them that the catalogue knows. */
  words: number
  known: number
  /** Words that do not count: denied, done, of somebody else. */
  denied: number
  asks: number
  actions: number
  things: number
  /** Things that some service speaks of, and things that none does. */
  covered: number
  uncovered: number
  vague: number
  chat: number
  /** "The text is ready", "I have no text": whose work the writing is. */
  supplied: number
  missing: number
  physical: number
}

/** Below this a word is denied rather than weakened. */
const countsFrom = 0.3

/** Count the words and concepts of a request. */
export function countsOf(model: ScopeModel, request: RequestText): Counts {
  const counts: Counts = {
    ...{ words: 0, known: 0, denied: 0, asks: 0, actions: 0, things: 0, covered: 0, uncovered: 0 },
    ...{ vague: 0, chat: 0, supplied: 0, missing: 0, physical: 0 },
  }
  for (const clause of request.clauses) {
    if (clause.role === 'ask') counts.asks += 1
    countWords(model, clause, counts)
    for (const { concept, start } of clause.mentions) {
      const named = concepts[concept]
      const isDenied = (clause.words[start]?.weight ?? 1) < countsFrom
      if (named !== undefined && !isDenied) countConcept(named, model.coveredConcepts.has(concept), counts)
    }
  }
  return counts
}

function countWords({ vocabulary }: ScopeModel, { words }: RequestClause, counts: Counts): void {
  for (const word of words) {
    if (word.weight < countsFrom) counts.denied += 1
    if (word.hollow) continue
    counts.words += 1
    if (knownWord(word, vocabulary).whole >= 0) counts.known += 1
  }
}

function countConcept({ kind, parents }: Concept, isCovered: boolean, counts: Counts): void {
  if (parents.includes('physical')) counts.physical += 1
  const sort = sortOf(kind, parents)
  counts[sort] += 1
  if (sort === 'things') counts[isCovered ? 'covered' : 'uncovered'] += 1
}

function sortOf(kind: Concept['kind'], parents: readonly string[]) {
  if (parents.includes('supplied')) return 'supplied'
  if (parents.includes('missing')) return 'missing'
  if (kind === 'talk') return parents.includes('vague') ? 'vague' : 'chat'
  return kind === 'action' ? 'actions' : 'things'
}
