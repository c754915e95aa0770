import { setTimeout as sleep } from 'node:timers/promises'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { z } from 'zod'
import type { Attempt, ToolCall } from '#model/adapter.ts'
import { AppError, type ErrorCode, isAppError } from '#model/error.ts'
import type { Tool } from '#model/task.ts'
import { keepable } from './json-text.ts'

/** What is used of rate-limiter-flexible: any of its limiters fits, in memory or shared through PostgreSQL. */
export type Limiter = Pick<RateLimiterAbstract, 'consume' | 'reward' | 'block'>

/** Makes a limiter of `points` requests in `seconds`. `name` keeps its counts apart from others'. */
export type LimiterFactory = (limit: {
  readonly name: string
  readonly points: number
  readonly seconds: number
}) => Limiter

/** Counts in this process alone. Several instances with one token need limits that they share. */
export const inMemory: LimiterFactory = ({ name, points, seconds }) =>
  new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })

/** One published limit. `key` says who is counted; it may be stored, so it must not be a secret itself. */
export interface Limit {
  readonly limiter: Limiter
  readonly key: string
}

export interface ToolHttpOptions {
  readonly tool: Tool
  /** With or without a slash at the end. */
  readonly baseUrl: string
  /** Sent with every request; may hold secrets. */
  readonly headers: Readonly<Record<string, string>>
  /** Widest first. The last one is closed for a while when the tool itself says "too many". */
  readonly limits: readonly Limit[]
  readonly timeoutMs?: number
  /** Never shown: replaced in paths and in the tool's own words before they reach an error. */
  readonly secrets: readonly string[]
  /** How long to wait after a 429 without `Retry-After`, in milliseconds; null when the headers do not say. */
  readonly rateLimit?: (headers: Headers) => number | null
  /** Told of every request that was sent and how it went. */
  readonly onCall?: ((call: ToolCall) => void) | undefined
}

export interface ToolRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `baseUrl`, starting with a slash, segments already encoded. */
  readonly path: string
  /** Undefined values are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** A POST that only asks, such as a query. */
  readonly isQuery?: boolean
  readonly attempt: Attempt
}

/** A 2xx answer. `route` (method and path, without query and secrets) names it in later errors. */
export interface ToolAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly route: string
}

export interface ToolHttp {
  /**
   * One request, one try: the queue decides about repeats. Waits up to two seconds for its turn, counts itself
   * in `attempt` when it is sent, and reads the body as text, because errors are often not JSON.
   * @throws AppError TOOL_UNAVAILABLE, TOOL_TIMEOUT, TOOL_RATE_LIMITED (with `retryAfterMs`), TOOL_UNAUTHORIZED,
   *   TOOL_FORBIDDEN, TOOL_NOT_FOUND, TOOL_REJECTED, TOOL_RESPONSE_INVALID; never with a secret or a query
   */
  request(request: ToolRequest): Promise<ToolAnswer>
}

/** How a tool refused: the `cause` of the error, for adapters that know what its words mean. */
const Refusal = z.object({ status: z.number(), text: z.string() })
export type Refusal = z.infer<typeof Refusal>

const defaultTimeoutMs = 15_000
const longestWaitMs = 2_000
/** When neither `Retry-After` nor the tool's own headers say how long: as long as the longest known short window. */
const unknownWaitMs = 10_000
/** "Now", just after "too many", would be asking in a circle. */
const shortestWaitMs = 1_000
const longestExcerpt = 200
/** Enough for an adapter to read what a tool says in its fields. */
const longestRefusal = 4_000

/** The only door to the tools' HTTP APIs. */
export function createToolHttp(options: ToolHttpOptions): ToolHttp {
  const redact = createRedactor(options.secrets)
  const baseUrl = options.baseUrl.replace(/\/+$/, '')

  async function request(toolRequest: ToolRequest): Promise<ToolAnswer> {
    const { method, attempt } = toolRequest
    const route = `${options.tool}: ${method} ${redact(toolRequest.path)}`
    const url = buildUrl(baseUrl, toolRequest, route)
    await waitForTurn(options.limits, attempt.signal, route)
    const kind = method === 'GET' || method === 'HEAD' || toolRequest.isQuery ? 'read' : 'write'
    attempt[`${kind}s`] += 1
    return told(kind, async () => {
      const answer = await send(url, toolRequest, options, route)
      if (answer.status >= 200 && answer.status < 300) return answer
      throw await refuse(answer, options, redact(answer.text))
    })
  }

  async function told<T>(kind: ToolCall['kind'], work: () => Promise<T>): Promise<T> {
    const start = performance.now()
    let outcome: ToolCall['outcome'] = 'INTERNAL'
    try {
      const answer = await work()
      outcome = 'ok'
      return answer
    } catch (error) {
      if (isAppError(error)) outcome = error.code
      throw error
    } finally {
      options.onCall?.({ tool: options.tool, kind, outcome, milliseconds: performance.now() - start })
    }
  }

  return { request }
}

/** What the tool answered with, if this failure was its answer. `text` is redacted and at most 4,000 characters. */
export function refusalOf(error: unknown): Refusal | null {
  if (!isAppError(error)) return null
  return Refusal.safeParse(error.cause).data ?? null
}

/**
 * The JSON of an answer.
 * @throws AppError TOOL_RESPONSE_INVALID
 */
export function parseJson(text: string, route: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the text.
    throw new AppError('TOOL_RESPONSE_INVALID', `${route}: the answer is not JSON`)
  }
}

/**
 * The part of an answer that we read, in the shape that we expect.
 * @throws AppError TOOL_RESPONSE_INVALID, which says where it differs and never what was there
 */
export function parseShape<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const details = parsed.error.issues
    .slice(0, 10)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.code }))
  const where = details.map((detail) => detail.path || '(root)').join(', ')
  throw new AppError('TOOL_RESPONSE_INVALID', `${what}: unexpected shape at ${where}`, { details })
}

function buildUrl(baseUrl: string, { path, query = {} }: ToolRequest, route: string): string {
  // A segment from outside must not climb to another route.
  if (/[?#\\]|(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path))
    throw new AppError('TOOL_REJECTED', `${route}: not a plain path`)
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return search.size === 0 ? `${baseUrl}${path}` : `${baseUrl}${path}?${search}`
}

async function waitForTurn(limits: readonly Limit[], signal: AbortSignal, route: string): Promise<void> {
  let waitedMs = 0
  for (;;) {
    if (signal.aborted) throw stopped(route)
    const waitMs = await take(limits, route)
    if (waitMs === 0) return
    if (waitedMs + waitMs > longestWaitMs)
      throw new AppError('TOOL_RATE_LIMITED', `${route}: our own share of the limit is used up`, {
        retryAfterMs: waitMs,
      })
    await sleep(waitMs, undefined, { signal }).catch(() => undefined)
    waitedMs += waitMs
  }
}

/** Counts one request against every limit, or against none; how long to wait in the second case. */
async function take(limits: readonly Limit[], route: string): Promise<number> {
  const waits = await Promise.all(limits.map((limit) => consume(limit, route)))
  const waitMs = Math.max(0, ...waits)
  if (waitMs === 0) return 0
  const taken = limits.filter((_, at) => waits[at] === 0)
  await Promise.allSettled(taken.map(({ limiter, key }) => limiter.reward(key)))
  return waitMs
}

async function consume({ limiter, key }: Limit, route: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (rejection) {
    // rate-limiter-flexible rejects with a plain result when the limit is reached, with an Error when it is broken.
    if (rejection instanceof RateLimiterRes) return Math.max(1, rejection.msBeforeNext)
    throw new AppError('TOOL_UNAVAILABLE', `${route}: the rate limiter does not answer`, { cause: rejection })
  }
}

async function send(
  url: string,
  { method, body, attempt }: ToolRequest,
  { headers, timeoutMs = defaultTimeoutMs }: ToolHttpOptions,
  route: string,
): Promise<ToolAnswer> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const content = body === undefined ? {} : { 'content-type': 'application/json' }
  try {
    const response = await fetch(url, {
      method,
      headers: { accept: 'application/json', ...headers, ...content },
      body: body === undefined ? null : JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.any([attempt.signal, timeout]),
    })
    attempt.serverTime = serverTimeOf(response.headers)
    const text = keepable(await response.text())
    return { status: response.status, headers: response.headers, text, route }
  } catch (error) {
    if (attempt.signal.aborted) throw stopped(route)
    if (timeout.aborted) throw new AppError('TOOL_TIMEOUT', `${route}: no answer within ${timeoutMs} ms`)
    // No `cause`: fetch's errors may quote the whole URL.
    throw new AppError('TOOL_UNAVAILABLE', `${route}: no connection (${networkCode(error)})`)
  }
}

/** RFC 9110 §6.6.1: every answer of a server with a clock bears its date. */
function serverTimeOf(headers: Headers): string | undefined {
  const at = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

function stopped(route: string): AppError {
  return new AppError('TOOL_TIMEOUT', `${route}: stopped before it was answered`)
}

const NetworkFailure = z.object({ cause: z.object({ code: z.string() }) })

function networkCode(error: unknown): string {
  return NetworkFailure.safeParse(error).data?.cause.code ?? 'unknown reason'
}

async function refuse(answer: ToolAnswer, options: ToolHttpOptions, safeText: string): Promise<AppError> {
  const { status, route, headers } = answer
  const words = excerpt(safeText, longestExcerpt)
  const message = words === '' ? `${route} answered ${status}` : `${route} answered ${status}: ${words}`
  const cause: Refusal = { status, text: excerpt(safeText, longestRefusal) }
  if (status !== 429) return new AppError(codeOf(status), message, { cause })
  const saidMs = retryAfter(headers) ?? options.rateLimit?.(headers) ?? unknownWaitMs
  const retryAfterMs = Math.max(shortestWaitMs, saidMs)
  // Others with the same credentials would only be refused too, and some tools punish those who keep asking. A limiter
  // that is broken must not hide what the tool said.
  const narrowest = options.limits.at(-1)
  if (narrowest !== undefined)
    await narrowest.limiter.block(narrowest.key, Math.ceil(retryAfterMs / 1000)).catch(() => undefined)
  return new AppError('TOOL_RATE_LIMITED', message, { cause, retryAfterMs })
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'TOOL_UNAUTHORIZED'
  if (status === 403) return 'TOOL_FORBIDDEN'
  if (status === 404) return 'TOOL_NOT_FOUND'
  // RFC 9110 §15.5.9: the request may be repeated.
  if (status === 408) return 'TOOL_TIMEOUT'
  if (status >= 500) return 'TOOL_UNAVAILABLE'
  // Redirects are not followed: they would carry our credentials elsewhere.
  return status >= 400 ? 'TOOL_REJECTED' : 'TOOL_RESPONSE_INVALID'
}

/**
 * `Retry-After` in seconds or as an HTTP date (RFC 9110 §10.2.3), in milliseconds. A date counts from the answer's own
 * `Date`, so that our clock need not agree with the tool's.
 */
function retryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000)
  const waitMs = Date.parse(value) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(waitMs) ? null : Math.max(0, waitMs)
}

function excerpt(text: string, longest: number): string {
  return text
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed()
}

function createRedactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((secret) => secret !== '')
    // A secret may contain another one.
    .sort((a, b) => b.length - a.length)
  return (text) => {
    let safe = text
    for (const secret of known) safe = safe.replaceAll(secret, '[redacted]')
    return safe
  }
}

/** Does an address answer 200 to HEAD, as Trello wants it of a webhook's? Ours, seen from here. */
export async function isReachable(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    })
    return status === 200
  } catch {
    return false
  }
}
