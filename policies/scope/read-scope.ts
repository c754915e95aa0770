import { type Probability, probabilityOf, type ScopeWeights } from './decision.ts'
import { decisionWeights } from './decision-weights.ts'
import { type Evidence, evidenceFor } from './evidence.ts'
import { concepts } from './lexicon/lexicon.ts'
import { type NamedServices, namedServices } from './named-services.ts'
import { type RequestClause, type RequestText, readRequest } from './request-text.ts'
import { drawnTo, pullOf, raisedBy } from './rulings.ts'
import type { ScopeModel } from './scope-model.ts'
import { scoresFor, signalsOf } from './signals.ts'
import { termsOf } from './terms.ts'

export type Verdict = 'in' | 'out' | 'review'

/**
 * The share of probability that a verdict of in or out needs; below it a person is to look. Chosen on labelled requests
 * with `test/evaluate/evaluate.ts`: lower decides more, higher decides more rightly.
 */
export const defaultStrictness = 0.7

/** What a request asks for, and what says so. */
export interface ScopeReading {
  readonly verdict: Verdict
  /** Shares that sum to 1, to four decimals. */
  readonly probability: Probability
  /** Of the main ask: a covered service when in, the excluded one or null (work of no service) when out, else null. */
  readonly service: string | null
  /** Every covered service that is surely asked for, the main one first. */
  readonly services: readonly string[]
  /** Covered and excluded work asked for together. */
  readonly mixed: { readonly covered: readonly string[]; readonly excluded: readonly string[] } | null
  /** The services that come nearest, at most three; their scores are shares. */
  readonly candidates: readonly { readonly service: string; readonly score: number }[]
  /** Words that decided, at most five, with what they counted. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[]
  /** Clauses set aside: denied, done already, of somebody else, quoted. */
  readonly ignored: readonly string[]
  /** The example that comes nearest. */
  readonly nearest: {
    readonly text: string
    readonly service: string | null
    readonly learned: boolean
  } | null
}

/**
 * Read a request against a catalogue. The same request always reads the same.
 * @param strictness share of probability, 0 to 1, that a verdict of in or out needs
 * @param weights of the decision layer, where others than the shipped ones are to be tried
 */
export function readScope(
  model: ScopeModel,
  title: string,
  text: string,
  strictness: number,
  weights: ScopeWeights = decisionWeights,
): ScopeReading {
  const request = readRequest(title, text, model.defaultLanguage)
  const evidence = evidenceFor(model, request)
  const own = scoresFor(evidence, weights.evidence)
  const signals = signalsOf(model, request, evidence, own)
  const named = namedServices(model, request, evidence.hits)
  const likely = asTitled(request, named, probabilityOf(signals, weights))
  const probability = drawnTo(model, evidence.ruling, likely)
  const scores = raisedBy(evidence.ruling, own)
  const isSettled = pullOf(evidence.ruling) === 1
  const first = verdictOf(probability, strictness)
  const verdict = isSettled ? first : checked(model, request, first, named, probability.in)
  const service = serviceOf(model, scores, verdict, named)
  return {
    verdict,
    probability: rounded(probability),
    service,
    services: verdict === 'in' && service !== null ? servicesOf(model, named, service) : [],
    mixed: verdict === 'review' ? mixedOf(model, named) : null,
    candidates: candidatesOf(model, scores),
    terms: termsOf(model, request, mainClass(model, scores, first)),
    ignored: ignoredIn(request),
    nearest: nearestOf(model, evidence),
  }
}

/** How much of the doubt is left when a request is a title and names a service. */
const doubtLeft = 0.2

/**
 * A title alone says little, but who writes nothing but "Newsletter de mai" means the newsletter, also when the text
 * only tells where its contents lie; and where it names services of one side only, next to nothing speaks for the other.
 */
function asTitled({ clauses }: RequestText, named: NamedServices, probability: Probability): Probability {
  const isTitle = clauses.every((clause) => clause.inTitle || onlySupplies(clause))
  const [isCovered, isExcluded] = [named.covered.length > 0, named.excluded.length > 0]
  if (!isTitle || !(isCovered || isExcluded)) return probability
  const review = probability.review * doubtLeft
  const factor = (1 - review) / (1 - probability.review || 1)
  const [inside, out] = [probability.in * factor, probability.out * factor]
  if (isCovered && isExcluded) return { in: inside, out, review }
  if (isCovered) return { in: inside + out * (1 - doubtLeft), out: out * doubtLeft, review }
  return { in: inside * doubtLeft, out: out + inside * (1 - doubtLeft), review }
}

/** Does a clause say that something is there, and nothing else? */
function onlySupplies({ mentions, role }: RequestClause): boolean {
  const named = mentions.map(({ concept }) => concepts[concept])
  return role !== 'ask' && named.length > 0 && named.every((each) => each?.parents.includes('supplied'))
}

/** "Pas de relance pour Dubois. Il a payé hier." refuses something, tells why, and asks for nothing. */
function isCalledOff({ clauses }: RequestText): boolean {
  const speaking = clauses.filter(({ words }) => words.some(({ hollow }) => !hollow))
  return (
    speaking.some(({ refuses }) => refuses) &&
    speaking.every(({ refuses, role }) => refuses || role === 'tell')
  )
}

/** Excluded work that is named alone is not taken for covered work that is less likely than this. */
const sureDespiteNamed = 0.75

/** What a request plainly says overrules what it is like: called off, equals of both sides, or excluded work alone are not in. */
function checked(
  model: ScopeModel,
  request: RequestText,
  verdict: Verdict,
  named: NamedServices,
  likelyIn: number,
): Verdict {
  if (isCalledOff(request)) return 'review'
  if (named.lists.some((list) => isMixed(model, list)) || isSplit(model, named)) return 'review'
  const isExcludedAlone = named.excluded.length > 0 && named.covered.length === 0
  return verdict === 'in' && isExcludedAlone && likelyIn < sureDespiteNamed ? 'review' : verdict
}

/** Does one sentence ask for covered work only and another for excluded work only? */
function isSplit(model: ScopeModel, { asked }: NamedServices): boolean {
  const only = (side: 'in' | 'out') =>
    asked.some((services) => services.every((own) => model.classes[own]?.side === side))
  return only('in') && only('out')
}

const isMixed = (model: ScopeModel, list: readonly number[]) =>
  (['in', 'out'] as const).every((side) => list.some((own) => model.classes[own]?.side === side))

/** The likelier of in and out where it is likely enough and likelier than neither. */
export function verdictOf(probability: Probability, strictness: number): Verdict {
  const decided = probability.in >= probability.out ? 'in' : 'out'
  const isSure = probability[decided] >= strictness && probability[decided] > probability.review
  return isSure ? decided : 'review'
}

/** The likeliest class of a verdict; of all when it is for a person to review. */
function mainClass(model: ScopeModel, scores: readonly number[], verdict: Verdict): number {
  const sides = { in: ['in'], out: ['out', 'other'], review: ['in', 'out', 'other', 'talk'] }[verdict]
  const score = (own: number) => scores[own] ?? Number.NEGATIVE_INFINITY
  return model.classes.reduce(
    (best, { side }, own) => (sides.includes(side) && score(own) > score(best) ? own : best),
    -1,
  )
}

/** The likeliest service of a verdict. Excluded work that is named is no work of another kind. */
function serviceOf(
  model: ScopeModel,
  scores: readonly number[],
  verdict: Verdict,
  { excluded }: NamedServices,
): string | null {
  if (verdict === 'review') return null
  const best = model.classes[mainClass(model, scores, verdict)]?.service ?? null
  if (verdict === 'in' || best !== null) return best
  const [named] = excluded.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  return named === undefined ? null : (model.classes[named]?.service ?? null)
}

function mixedOf(model: ScopeModel, { covered, excluded }: NamedServices): ScopeReading['mixed'] {
  if (covered.length === 0 || excluded.length === 0) return null
  return { covered: idsOf(model, covered), excluded: idsOf(model, excluded) }
}

/** The main service, and the covered ones that are named as its equals. */
function servicesOf(model: ScopeModel, { lists }: NamedServices, main: string): string[] {
  const equals = lists.filter((list) => idsOf(model, list).includes(main)).flat()
  return [
    ...new Set([
      main,
      ...idsOf(
        model,
        equals.filter((own) => model.classes[own]?.side === 'in'),
      ),
    ]),
  ]
}

const idsOf = (model: ScopeModel, places: readonly number[]) =>
  places.map((own) => model.classes[own]?.service ?? '')

function candidatesOf(model: ScopeModel, scores: readonly number[]): ScopeReading['candidates'] {
  const known = model.classes.flatMap(({ service }, own) =>
    service === null ? [] : [{ service, score: scores[own] ?? 0 }],
  )
  const top = known.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY)
  const raised = known.map(({ service, score }) => ({ service, score: Math.exp(score - top) }))
  const total = raised.reduce((sum, { score }) => sum + score, 0)
  return raised
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ service, score }) => ({ service, score: round(score / total) }))
}

function ignoredIn(request: RequestText): string[] {
  const ignored = request.clauses.filter(({ words }) =>
    words.some(({ weight, hollow }) => weight < 0.4 && !hollow),
  )
  return ignored.slice(0, 5).map(asText)
}

const asText = ({ words }: RequestClause) =>
  words
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 80)

function nearestOf(model: ScopeModel, { nearest }: Evidence): ScopeReading['nearest'] {
  if (nearest === null) return null
  const { text, class: own, learned } = nearest.text
  return { text: text.slice(0, 200), service: model.classes[own]?.service ?? null, learned }
}

const round = (value: number) => Math.round(value * 10_000) / 10_000

const rounded = ({ in: inside, out, review }: Probability): Probability => ({
  in: round(inside),
  out: round(out),
  review: round(review),
})
