import type { Complexity } from '#model/task.ts'
import { elapsedMinutes } from '#policies/calendar.ts'
import { readComplexity } from '#policies/scope/complexity.ts'
import type { ScopeWeights } from '#policies/scope/decision.ts'
import type { ComplexityWeights } from '#policies/scope/effort.ts'
import { readScope, type ScopeReading, verdictOf } from '#policies/scope/read-scope.ts'
import type { ScopeModel } from '#policies/scope/scope-model.ts'
import { compileMarkers } from '#policies/urgency/markers.ts'
import { urgentWords } from '#policies/urgency/urgent-words.ts'
import type { LabelledRequest } from './read-input.ts'

/** The weights to judge with; absent: the shipped ones. */
export interface Weights {
  readonly scope?: ScopeWeights
  readonly complexity?: ComplexityWeights
}

/** A request with what the product says of it. */
export interface Judged {
  readonly request: LabelledRequest
  readonly reading: ScopeReading
  readonly urgent: boolean
  readonly complexity: Complexity
  /** Time that reading its scope took. */
  readonly microseconds: number
}

export type Verdict = ScopeReading['verdict']

const markers = compileMarkers({ fr: [], en: [] })
const dayMinutes = 24 * 60

/** Judge a request as the product does, at a strictness. */
export function judge(
  model: ScopeModel,
  request: LabelledRequest,
  strictness: number,
  weights: Weights,
): Judged {
  const { title, description } = request
  const text = description ?? ''
  const before = performance.now()
  const reading = readScope(model, title, text, strictness, weights.scope)
  const microseconds = (performance.now() - before) * 1000
  const complexity = readComplexity(title, text, null, model.defaultLanguage, weights.complexity).level
  return { request, reading, urgent: isUrgent(request), complexity, microseconds }
}

function isUrgent({ title, description, createdAt, dueAt }: LabelledRequest): boolean {
  const isShort = createdAt != null && dueAt != null && elapsedMinutes(createdAt, dueAt) < dayMinutes
  return isShort || urgentWords(`${title}\n${description ?? ''}`, markers).length > 0
}

/**
 * The verdict at another strictness. What a request plainly names may have turned its verdict to review whatever the
 * probability; that stays.
 */
export function verdictAt({ reading }: Judged, lenient: Judged, strictness: number): Verdict {
  return lenient.reading.verdict === 'review' ? 'review' : verdictOf(reading.probability, strictness)
}
