import { rateLimited } from './rate-limit.ts'
import type { Refusal } from './refusal.ts'

/** Which requests a fault is for. */
export interface FaultMatch {
  /** Reads pass unharmed and are not counted. Queries and searches are reads. */
  readonly onlyWrites?: boolean
  /** Tested against the path below `/v1`, e.g. `/pages/…`. */
  readonly path?: RegExp
  /** The request is carried out and only its answer is spoiled: the caller cannot know that it was. */
  readonly afterCommit?: boolean
}

/** An answer to give instead of the real one. */
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

/** What goes wrong with a request: an answer, silence, or a broken connection. */
export type Fault =
  | { readonly kind: 'answer'; readonly refusal: Refusal; readonly afterCommit: boolean }
  | { readonly kind: 'hang' | 'cut'; readonly afterCommit: boolean }

/** Switches by which the sandbox misbehaves. All of them may be changed while it runs. */
export interface Faults {
  /** Every request waits this long first. */
  latencyMs: number
  /** Every webhook leaves this much later. */
  delayWebhooksMs: number
  /** Webhooks of one moment leave in random order, as Notion promises none. */
  shuffle: boolean
  /** The next `times` matching requests get this answer. */
  failNext(times: number, answer?: FailedAnswer): void
  /** The next `times` matching requests get no answer at all. */
  hangNext(times: number, match?: FaultMatch): void
  /** The next `times` matching requests find their connection closed. */
  cutNext(times: number, match?: FaultMatch): void
  /** The next `times` webhooks are lost and never tried again. */
  dropNextWebhooks(times: number): void
  /** The next `times` webhooks are sent twice. */
  doubleNextWebhooks(times: number): void
  /** Webhooks are held back… */
  pauseWebhooks(): void
  /** …and all sent now. */
  resumeWebhooks(): void
  /** Everything works again; webhooks held back are sent. */
  clear(): void
}

/** The settings among the switches, as a sandbox may be started with. */
export type FaultSettings = Partial<Pick<Faults, 'latencyMs' | 'delayWebhooksMs' | 'shuffle'>>

/** The switches, and how the server asks them. */
export interface FaultPlan {
  readonly faults: Faults
  /** The fault for this request, if one is due; it is then used up. */
  take(request: { readonly write: boolean; readonly path: string }): Fault | null
  /** How many copies of the next webhook to send: 0, 1 or 2. */
  copies(): number
  isPaused(): boolean
}

interface Planned {
  readonly fault: Fault
  readonly match: FaultMatch
  left: number
}

const noFaults = { latencyMs: 0, delayWebhooksMs: 0, shuffle: false }

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

/** Switches with nothing wrong but `settings`. `onResume` is called when webhooks may leave again. */
export function createFaultPlan(settings: FaultSettings, onResume: () => void): FaultPlan {
  const planned: Planned[] = []
  const webhooks = { drop: 0, double: 0, paused: false }
  const plan = (times: number, fault: Fault, match: FaultMatch) => {
    if (times > 0) planned.push({ fault, match, left: times })
  }
  const afterCommitOf = (match: FaultMatch) => match.afterCommit === true
  const faults: Faults = {
    ...noFaults,
    ...settings,
    failNext(times, answer = {}) {
      plan(times, { kind: 'answer', refusal: refusalFor(answer), afterCommit: afterCommitOf(answer) }, answer)
    },
    hangNext(times, match = {}) {
      plan(times, { kind: 'hang', afterCommit: afterCommitOf(match) }, match)
    },
    cutNext(times, match = {}) {
      plan(times, { kind: 'cut', afterCommit: afterCommitOf(match) }, match)
    },
    dropNextWebhooks(times) {
      webhooks.drop = times
    },
    doubleNextWebhooks(times) {
      webhooks.double = times
    },
    pauseWebhooks() {
      webhooks.paused = true
    },
    resumeWebhooks() {
      webhooks.paused = false
      onResume()
    },
    clear() {
      planned.length = 0
      Object.assign(webhooks, { drop: 0, double: 0 })
      Object.assign(faults, noFaults)
      faults.resumeWebhooks()
    },
  }
  return {
    faults,
    take: (request) => takeFault(planned, request),
    copies: () => takeCopies(webhooks),
    isPaused: () => webhooks.paused,
  }
}

function refusalFor({ status = 503, code, retryAfterSeconds = 1, rateLimitReason }: FailedAnswer): Refusal {
  if (status === 429) {
    const refusal = rateLimited(retryAfterSeconds, rateLimitReason)
    return code === undefined ? refusal : { ...refusal, code }
  }
  const [usualCode, message] = usualCodes[status] ?? ['internal_server_error', 'Unexpected error occurred.']
  const headers = status === 529 ? { 'retry-after': String(retryAfterSeconds) } : {}
  return { status, code: code ?? usualCode, message, headers }
}

function takeFault(planned: Planned[], request: { write: boolean; path: string }): Fault | null {
  const entry = planned.find(
    ({ match }) =>
      (request.write || match.onlyWrites !== true) &&
      (match.path === undefined || match.path.test(request.path)),
  )
  if (entry === undefined) return null
  entry.left -= 1
  if (entry.left === 0) planned.splice(planned.indexOf(entry), 1)
  return entry.fault
}

function takeCopies(webhooks: { drop: number; double: number }): number {
  if (webhooks.drop > 0) {
    webhooks.drop -= 1
    return 0
  }
  if (webhooks.double === 0) return 1
  webhooks.double -= 1
  return 2
}
