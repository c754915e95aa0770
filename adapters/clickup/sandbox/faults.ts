import { STATUS_CODES } from 'node:http'
import { rateHeaders, rateLimitBody, usualRateLimits } from './rate-limit.ts'

/** Which requests a fault is for. */
export interface FaultMatch {
  /** Reads pass unharmed and are not counted. */
  readonly onlyWrites?: boolean
  /** Tested against the path below `/api`, e.g. `/v2/task/86d000001/comment`. */
  readonly path?: RegExp
  /** The request is carried out and only its answer is spoiled: the caller cannot know that it was. */
  readonly afterCommit?: boolean
}

/** An answer to give instead of the real one. */
export interface FailedAnswer extends FaultMatch {
  /** 503 by default. */
  readonly status?: number
  /** By default what ClickUp says with that status. */
  readonly body?: string
  /** In place of the usual ones; a 429 says by default that nothing remains until the next second. */
  readonly headers?: Readonly<Record<string, string>>
}

/** What goes wrong with a request: an answer, silence, or a broken connection. */
export type Fault =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly body: string
      readonly headers: Readonly<Record<string, string>> | undefined
      readonly afterCommit: boolean
    }
  | { readonly kind: 'hang' | 'cut'; readonly afterCommit: boolean }

/** Switches by which the sandbox misbehaves. All of them may be changed while it runs. */
export interface Faults {
  /** Every request waits this long first. */
  latencyMs: number
  /** Every webhook leaves this much later. */
  delayWebhooksMs: number
  /** Webhooks of one moment leave in random order. */
  shuffle: boolean
  /** The next `times` matching requests get this answer. */
  failNext(times: number, answer?: FailedAnswer): void
  /** The next `times` matching requests get no answer at all. */
  hangNext(times: number, match?: FaultMatch): void
  /** The next `times` matching requests find their connection closed. */
  cutNext(times: number, match?: FaultMatch): void
  /** The next `times` webhooks are lost and never tried again. One change makes two or three. */
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
  /** Made when it happens: what a 429 says depends on the time. */
  readonly fault: () => Fault
  readonly match: FaultMatch
  left: number
}

const noFaults = { latencyMs: 0, delayWebhooksMs: 0, shuffle: false }

/** Switches with nothing wrong but `settings`. `onResume` is called when webhooks may leave again. */
export function createFaultPlan(settings: FaultSettings, onResume: () => void): FaultPlan {
  const planned: Planned[] = []
  const webhooks = { drop: 0, double: 0, paused: false }
  const plan = (times: number, match: FaultMatch, fault: () => Fault) => {
    planned.push({ fault, match, left: times })
  }
  const silence = (kind: 'hang' | 'cut', times: number, match: FaultMatch) =>
    plan(times, match, () => ({ kind, afterCommit: match.afterCommit === true }))
  const faults: Faults = {
    ...noFaults,
    ...settings,
    failNext: (times, answer = {}) => plan(times, answer, () => answerFault(answer)),
    hangNext: (times, match = {}) => silence('hang', times, match),
    cutNext: (times, match = {}) => silence('cut', times, match),
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

function answerFault({ status = 503, body, headers, afterCommit }: FailedAnswer): Fault {
  const usual = status === 429 ? rateHeaders(usualRateLimits.perToken, 0, Date.now()) : undefined
  return {
    kind: 'answer',
    status,
    body: body ?? usualBody(status),
    headers: headers ?? usual,
    afterCommit: afterCommit === true,
  }
}

function usualBody(status: number): string {
  if (status === 429) return JSON.stringify(rateLimitBody)
  // Behind ClickUp stands a proxy that answers for it when it is down, and not in JSON.
  return `<html><body><h1>${status} ${STATUS_CODES[status] ?? ''}</h1></body></html>`
}

function takeFault(planned: Planned[], request: { write: boolean; path: string }): Fault | null {
  const entry = planned.find(
    ({ left, match }) =>
      left > 0 &&
      (request.write || match.onlyWrites !== true) &&
      (match.path === undefined || match.path.test(request.path)),
  )
  if (entry === undefined) return null
  entry.left -= 1
  if (entry.left === 0) planned.splice(planned.indexOf(entry), 1)
  return entry.fault()
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
