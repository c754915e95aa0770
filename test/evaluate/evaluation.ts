import type { Example } from '#policies/scope/catalogue.ts'
import { buildScopeModel, type ScopeModel } from '#policies/scope/scope-model.ts'
import { fitComplexity, fitScope, modelsOf } from './fit-weights.ts'
import { type Judged, judge, verdictAt, type Weights } from './judge-requests.ts'
import {
  measureComplexity,
  measureCost,
  measureCurve,
  measureGroups,
  measureScope,
  measureService,
  measureUrgency,
} from './measure.ts'
import type { Catalogue, LabelledRequest } from './read-input.ts'

/** What to evaluate, and how. */
export interface Evaluation {
  readonly catalogues: readonly Catalogue[]
  readonly requests: readonly LabelledRequest[]
  readonly strictness: number
  /** Refit the decision layer for each policy on the requests of the others. */
  readonly leaveOnePolicyOut: boolean
  /** More to fit on when a policy is left out; never measured. */
  readonly fitOn: { readonly catalogues: readonly Catalogue[]; readonly requests: readonly LabelledRequest[] }
  /** Replay corrections in order. */
  readonly learn: boolean
}

/** How often each request is read for the cost: the first readings warm the machine up. */
const rounds = 5

/** Judge all requests and measure. */
export function evaluateAll(evaluation: Evaluation) {
  const { catalogues, requests, strictness } = evaluation
  const built = catalogues.map(timedBuild)
  const models = new Map(built.map(({ id, model }) => [id, model]))
  const fitted = new Map([...models, ...modelsOf(evaluation.fitOn.catalogues)])
  const weights = new Map(catalogues.map(({ id }) => [id, weightsFor(evaluation, id, fitted)]))
  const judgeAt = (at: number) =>
    requests.flatMap((request) => {
      const model = models.get(request.policy)
      return model === undefined ? [] : [judge(model, request, at, weights.get(request.policy) ?? {})]
    })
  const judged = judgeAt(strictness)
  const likeliest = judgeAt(0)
  const lenient = new Map(likeliest.map((own) => [own.request, own]))
  const timed = Array.from({ length: rounds }, () => judgeAt(strictness))
    .slice(2)
    .flat()
  return {
    requests: judged.length,
    strictness,
    scope: {
      ...measureScope(judged, likeliest),
      curve: measureCurve(judged, (own, at) => verdictAt(own, lenient.get(own.request) ?? own, at)),
    },
    service: measureService(judged),
    urgency: measureUrgency(judged),
    complexity: measureComplexity(judged),
    cost: measureCost(timed, Math.max(...built.map(({ milliseconds }) => milliseconds))),
    byPolicy: measureGroups(judged, likeliest, ({ request }) => request.policy),
    byLanguage: measureGroups(judged, likeliest, ({ request }) => request.lang),
    bySight: measureGroups(judged, likeliest, ({ request }) => (request.seen ? 'seen' : 'unseen')),
    ...(evaluation.learn ? { learning: replay(evaluation, judged, weights) } : {}),
  }
}

/** The best of several builds: a first one pays for the warming up. */
function timedBuild({ id, services, language }: Catalogue) {
  let milliseconds = Number.POSITIVE_INFINITY
  let model: ScopeModel = buildScopeModel(services, [], language)
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now()
    model = buildScopeModel(services, [], language)
    milliseconds = Math.min(milliseconds, performance.now() - before)
  }
  return { id, model, milliseconds }
}

function weightsFor(
  { requests, fitOn, leaveOnePolicyOut }: Evaluation,
  left: string,
  models: ReadonlyMap<string, ScopeModel>,
): Weights {
  if (!leaveOnePolicyOut) return {}
  const others = [...requests, ...fitOn.requests].filter(({ policy }) => policy !== left)
  return { scope: fitScope(others, models), complexity: fitComplexity(others) }
}

/**
 * Replay in order: a request that is misjudged becomes a ruling after it was judged. `fixed`: corrected requests that
 * read right once they are rulings.
 */
function replay(
  { catalogues, requests, strictness }: Evaluation,
  before: readonly Judged[],
  weights: ReadonlyMap<string, Weights>,
) {
  const models = new Map(modelsOf(catalogues))
  const rulings = new Map<string, Example[]>()
  const judged: Judged[] = []
  let corrected = 0
  let fixed = 0
  for (const request of requests) {
    const catalogue = catalogues.find(({ id }) => id === request.policy)
    const model = models.get(request.policy)
    if (catalogue === undefined || model === undefined) continue
    const own = weights.get(request.policy) ?? {}
    const first = judge(model, request, strictness, own)
    judged.push(first)
    if (isRight(first)) continue
    const examples = [...(rulings.get(request.policy) ?? []), rulingOf(request)]
    rulings.set(request.policy, examples)
    const taught = buildScopeModel(catalogue.services, examples, catalogue.language)
    models.set(request.policy, taught)
    corrected += 1
    if (isRight(judge(taught, request, strictness, own))) fixed += 1
  }
  return { corrected, fixed, before: measureScope(before, before), after: measureScope(judged, judged) }
}

const isRight = ({ request: { expected }, reading }: Judged) =>
  reading.verdict === expected.scope && (expected.scope !== 'in' || reading.service === expected.service)

const rulingOf = ({ title, description, expected }: LabelledRequest): Example => ({
  title,
  text: description ?? '',
  scope: expected.scope,
  service: expected.service ?? null,
})
