import { complexities } from '#model/task.ts'
import type { ScopeWeights } from '#policies/scope/decision.ts'
import type { ComplexityWeights } from '#policies/scope/effort.ts'
import { effortOf } from '#policies/scope/effort.ts'
import { type Evidence, evidenceFor, evidenceNames } from '#policies/scope/evidence.ts'
import { type RequestText, readRequest } from '#policies/scope/request-text.ts'
import { buildScopeModel, type ScopeModel } from '#policies/scope/scope-model.ts'
import { scoresFor, signalsOf } from '#policies/scope/signals.ts'
import { fitChoices, fitLogistic } from './logistic.ts'
import type { Catalogue, LabelledRequest } from './read-input.ts'

/** What holds the weights back, and how much a request to review counts for telling classes apart. */
const [evidencePenalty, verdictPenalty, complexityPenalty, reviewWeight] = [0.001, 0.05, 0.02, 0.5]

/** Work that is not covered taken for covered costs an assistant most, so such requests count more. */
const verdictWeight = { in: 1, out: 1.5, review: 1 } as const

const verdicts = ['in', 'out', 'review'] as const

/** A labelled request compared with its catalogue. */
interface Observation {
  readonly model: ScopeModel
  readonly request: RequestText
  readonly evidence: Evidence
  readonly label: LabelledRequest['expected']
}

/** Models of catalogues, by id, without any ruling. */
export function modelsOf(catalogues: readonly Catalogue[]): ReadonlyMap<string, ScopeModel> {
  return new Map(
    catalogues.map(({ id, services, language }) => [id, buildScopeModel(services, [], language)]),
  )
}

/**
 * Fit the decision layer of scope to labelled requests. The same requests give the same weights. Requests that were seen
 * when the kinds of work were written are left out: there the signals look surer than they are.
 */
export function fitScope(
  requests: readonly LabelledRequest[],
  models: ReadonlyMap<string, ScopeModel>,
): ScopeWeights {
  const observations = requests.flatMap((request) => (request.seen ? [] : observe(request, models)))
  const evidence = fitChoices(
    observations.map(({ model, evidence: { byClass }, label }) => ({
      alternatives: byClass,
      right: classOf(model, label),
      weight: label.scope === 'review' ? reviewWeight : 1,
    })),
    evidenceNames.length,
    evidencePenalty,
  )
  const rows = observations.map(({ model, request, evidence: own, label }) => ({
    signals: signalsOf(model, request, own, scoresFor(own, evidence)),
    right: verdicts.indexOf(label.scope),
    weight: verdictWeight[label.scope],
  }))
  const [inside = [], outside = [], review = []] = fitLogistic(rows, verdicts.length, verdictPenalty)
  return { evidence, verdict: { in: inside, out: outside, review } }
}

/** Fit working time to the labelled requests that have one. */
export function fitComplexity(requests: readonly LabelledRequest[]): ComplexityWeights {
  const rows = requests.flatMap(({ title, description, lang, expected: { complexity } }) =>
    complexity == null
      ? []
      : [
          {
            signals: effortOf(title, description ?? '', lang === 'fr' ? 'fr' : 'en').values,
            right: complexities.indexOf(complexity),
            weight: 1,
          },
        ],
  )
  const [low = [], medium = [], high = []] = fitLogistic(rows, complexities.length, complexityPenalty)
  return { low, medium, high }
}

function observe(labelled: LabelledRequest, models: ReadonlyMap<string, ScopeModel>): Observation[] {
  const model = models.get(labelled.policy)
  if (model === undefined) return []
  const request = readRequest(labelled.title, labelled.description ?? '', model.defaultLanguage)
  return [{ model, request, evidence: evidenceFor(model, request), label: labelled.expected }]
}

/** The class that a label means: its service, else other work, else talk. */
function classOf({ classes }: ScopeModel, { scope, service }: LabelledRequest['expected']): number {
  const named = service == null ? -1 : classes.findIndex((each) => each.service === service)
  return named >= 0 ? named : classes.findIndex(({ side }) => side === (scope === 'out' ? 'other' : 'talk'))
}
