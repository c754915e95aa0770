import type { FaultMatch, Faults as FaultsOf, FaultPlan as PlanOf } from '../../sandbox/faults.ts'
import { rateLimited } from './rate-limit.ts'
import type { Refusal } from './refusal.ts'

/** An answer to give instead of the real one. Queries and searches are reads. */
export interface FailedAnswer extends FaultMatch {
  /** 503 by default. */
  readonly status?: number
  /** By default what Notion says with that status. */
  readonly code?: string
  /** Of a 429 and a 529; 1 by default. */
  readonly retryAfterSeconds?: number
  /** Of a 429: which limit was exceeded. */
  readonly rateLimitReason?: string
}

/** Switches by which the sandbox misbehaves. */
export type Faults = FaultsOf<FailedAnswer>

/** The switches, and how the server asks them. */
export type FaultPlan = PlanOf<FailedAnswer, Refusal>

/** What Notion says with which status (reference, "Status codes"). */
const usualCodes: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['validation_error', 'body failed validation.'],
  401: ['unauthorized', 'API token is invalid.'],
  403: ['restricted_resource', 'Insufficient permissions for this endpoint.'],
  404: ['object_not_found', 'Could not find the object.'],
  409: ['conflict_error', 'Conflict occurred while saving. Please try again.'],
  500: ['internal_server_error', 'Unexpected error occurred.'],
  502: ['bad_gateway', 'Bad gateway.'],
  503: ['service_unavailable', 'Public API service is temporarily unavailable, please try again later.'],
  504: ['gateway_timeout', 'Notion timed out while attempting to complete this request.'],
  529: ['service_overload', 'The service is overloaded, please try again later.'],
}

/** What a request that is to fail is told, with what Notion says by default. */
export function refusalFor({
  status = 503,
  code,
  retryAfterSeconds = 1,
  rateLimitReason,
}: FailedAnswer = {}): Refusal {
  if (status === 429) {
    const refusal = rateLimited(retryAfterSeconds, rateLimitReason)
    return code === undefined ? refusal : { ...refusal, code }
  }
  const [usualCode, message] = usualCodes[status] ?? ['internal_server_error', 'Unexpected error occurred.']
  const headers = status === 529 ? { 'retry-after': String(retryAfterSeconds) } : {}
  return { status, code: code ?? usualCode, message, headers }
}
