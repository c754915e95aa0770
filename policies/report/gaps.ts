import type { WeekRequest } from '#model/week.ts'
import { type TaxonomyEntry, taxonomy } from '../presets/taxonomy.ts'
import type { Policy } from '../schema.ts'
import { defaultStrictness, readScope } from '../scope/read-scope.ts'
import { buildScopeModel, type ScopeModel } from '../scope/scope-model.ts'
import { contentWords } from './content-words.ts'

/** What requests that the rules do not cover seem to ask for: work that the trade has a name for, or words they share. */
export type Asks =
  | { readonly known: TaxonomyEntry }
  | {
      /** Folded; shared by all of the requests. */
      readonly words: readonly string[]
    }

/** Requests of one kind that the rules do not cover; `asks` is null when nobody can tell what they ask for. */
export interface Gap {
  readonly requests: readonly WeekRequest[]
  readonly asks: Asks | null
}

/**
 * Put requests of one kind together: first those that ask for the same service of the trade, then those that share the
 * same word, commonest first.
 * @param isSurelyWork was it found to be work at all? What is not may be no more than a thank-you.
 */
export function gapsIn(
  requests: readonly WeekRequest[],
  isSurelyWork: (request: WeekRequest) => boolean,
  { language }: Pick<Policy, 'language'>,
): Gap[] {
  if (requests.length === 0) return []
  const named = Map.groupBy(requests, ({ title, text }) => serviceOfTrade(title, text))
  const known = [...named].flatMap(([entry, members]): Gap[] =>
    entry === null ? [] : [{ requests: members, asks: { known: entry } }],
  )
  const others = named.get(null) ?? []
  const unknown = others.filter((request) => !isSurelyWork(request))
  return [
    ...known,
    ...byWords(others.filter(isSurelyWork), language),
    ...unknown.map((request) => ({ requests: [request], asks: null })),
  ]
}

/** The service of the trade that a request asks for; null when it asks for none of them, or for nothing. */
function serviceOfTrade(title: string, text: string): TaxonomyEntry | null {
  const { verdict, candidates } = readScope(modelOfTrade(), title, text, defaultStrictness)
  const [best] = candidates
  if (verdict !== 'in' || best === undefined || best.score < standsOut) return null
  return taxonomy.find(({ id }) => id === best.service) ?? null
}

/**
 * In a catalogue of everything, a text that asks for nothing still lies nearest to something, but to all of it alike. Of
 * the sixty services the one that is meant takes most of the share.
 */
const standsOut = 0.5

let built: ScopeModel | null = null

/** What virtual assistants do, as a catalogue in which all is covered. Takes half a second to build, and is kept. */
function modelOfTrade(): ScopeModel {
  built ??= buildScopeModel(
    taxonomy.map((entry) => ({ ...entry, kind: 'included' as const })),
    [],
    'fr',
  )
  return built
}

/** Requests that share a word, the commonest first; those that share none stand alone. */
function byWords(requests: readonly WeekRequest[], language: Policy['language']): Gap[] {
  const wordsOf = new Map(requests.map((request) => [request, contentWords(request.title, language)]))
  let left = [...requests]
  const gaps: Gap[] = []
  while (left.length > 0) {
    const word = commonest(left.map((request) => wordsOf.get(request) ?? []))
    const members =
      word === null ? left.slice(0, 1) : left.filter((each) => wordsOf.get(each)?.includes(word))
    const own = wordsOf.get(members[0] ?? (requests[0] as WeekRequest)) ?? []
    const shared = own.filter((each) => members.every((member) => wordsOf.get(member)?.includes(each)))
    gaps.push({ requests: members, asks: shared.length === 0 ? null : { words: shared } })
    left = left.filter((request) => !members.includes(request))
  }
  return gaps
}

/** The word that most of the lists hold, if more than one do. */
function commonest(lists: readonly (readonly string[])[]): string | null {
  const counts = new Map<string, number>()
  for (const word of lists.flat()) counts.set(word, (counts.get(word) ?? 0) + 1)
  const [best] = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return best !== undefined && best[1] > 1 ? best[0] : null
}
