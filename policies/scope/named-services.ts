import type { KeywordHit } from './keyword-hits.ts'
import type { RequestClause, RequestText, RequestWord } from './request-text.ts'
import type { ScopeModel } from './scope-model.ts'
import { isHollow } from './stop-words.ts'

/** Services that a request names by their keywords, as work that is asked for. By position in the catalogue. */
export interface NamedServices {
  readonly covered: readonly number[]
  readonly excluded: readonly number[]
  /** Named as equals, side by side: "newsletter + 1 visuel", "un article et un logo". */
  readonly lists: readonly (readonly number[])[]
  /** By sentence that asks for something, or may ask for excluded work. */
  readonly asked: readonly (readonly number[])[]
}

/** A clause with the keywords found in it. */
interface Found {
  readonly clause: RequestClause
  readonly hits: readonly KeywordHit[]
}

/** A keyword at its place among the words of its sentence. `clause`: which of the clauses it stands in. */
interface Placed extends KeywordHit {
  readonly clause: number
}

/** Equals, work and what it is done to, or nothing to do with each other. */
type Link = 'joined' | 'object' | 'apart'

/** Between two works these words make them equals; between work and thing they do not stand. */
const joining = new Set(['et', 'and', '+', 'puis', 'then', 'plus', 'ainsi', 'also', 'ou', 'or'])

/** Words that may stand between two keywords that belong together. */
const reach = 5

/** Weight of a word from which it is asked for. What is described as there already can still be handled. */
const askedFrom = { in: 0.5, out: 0.9 } as const

/**
 * Find the services that a request plainly names. Linear in its length.
 * @param hits keywords found, clause by clause
 */
export function namedServices(
  model: ScopeModel,
  { clauses }: RequestText,
  hits: readonly (readonly KeywordHit[])[],
): NamedServices {
  const found = clauses.map((clause, at) => ({ clause, hits: hits[at] ?? [] }))
  const sentences = Map.groupBy(found, ({ clause: { inTitle, sentence } }) => (inTitle ? -1 : sentence))
  const isExcluded = (service: number) => model.classes[service]?.side === 'out'
  const named = [...sentences.values()].map((sentence) => ({ sentence, runs: runsIn(model, sentence) }))
  const runs = named.flatMap((each) => each.runs)
  const asked = named
    .map(({ sentence, runs }) => ({ sentence, services: [...new Set(runs.flat())] }))
    .filter(({ sentence, services }) => asks(sentence) || (mayAsk(sentence) && services.every(isExcluded)))
  const all = [...new Set(runs.flat())]
  return {
    covered: all.filter((service) => model.classes[service]?.side === 'in'),
    excluded: all.filter(isExcluded),
    lists: runs.map((run) => [...new Set(run)]).filter((run) => run.length > 1),
    asked: asked.map(({ services }) => services).filter((services) => services.length > 0),
  }
}

const asks = (sentence: readonly Found[]) => sentence.some(({ clause }) => clause.role === 'ask')

/** Words of what is sent along, "Logo en pièce jointe", "New logo in the drive": nobody asks for that. */
const enclosing = new Set([
  'joint',
  'jointe',
  'joints',
  'jointes',
  'pj',
  'annexe',
  'drive',
  'dropbox',
  'attached',
  'attachment',
  'enclosed',
])

/** May this be an order whose verb is not known, "mets aussi 150 € de pub"? A title says what all is about. */
const mayAsk = (sentence: readonly Found[]) =>
  sentence.every(
    ({ clause: { role, inTitle, words } }) =>
      role === 'plain' && !inTitle && !words.some(({ text }) => enclosing.has(text)),
  )

/** The services of a sentence, those that stand side by side together. */
function runsIn(model: ScopeModel, clauses: readonly Found[]): number[][] {
  const words = clauses.flatMap(({ clause }) => clause.words)
  const runs: number[][] = []
  let before: Placed | null = null
  let wasObject = false
  for (const hit of placedIn(model, clauses)) {
    const link: Link = before === null ? 'apart' : linkOf(before, hit, words)
    wasObject = link === 'object' || (link === 'joined' && wasObject)
    before = hit
    if (wasObject) continue
    const last = runs.at(-1)
    if (link === 'joined' && last !== undefined) last.push(hit.service)
    else runs.push([hit.service])
  }
  return runs
}

function placedIn(model: ScopeModel, clauses: readonly Found[]): Placed[] {
  let offset = 0
  return clauses.flatMap(({ clause, hits }, at) => {
    const start = offset
    offset += clause.words.length
    return hits
      .filter(
        ({ service, weight }) => weight >= askedFrom[model.classes[service]?.side === 'in' ? 'in' : 'out'],
      )
      .map((hit) => ({ ...hit, clause: at, start: hit.start + start, end: hit.end + start }))
  })
}

/** How a keyword stands to the next one. */
function linkOf(first: Placed, second: Placed, words: readonly RequestWord[]): Link {
  const between = words.slice(first.end, second.start).map(({ text }) => text)
  if (between.length > reach) return 'apart'
  if (!between.every((word) => isHollow(word) || joining.has(word))) return 'apart'
  return first.clause !== second.clause || between.some((word) => joining.has(word)) ? 'joined' : 'object'
}
