import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { AppError, type ErrorCode, errorCodes } from '#model/error.ts'

/** What a request may bear. A body that is a text goes as it is, everything else as JSON. */
export interface Sent {
  readonly body?: unknown
  /** Media type of the body. */
  readonly type?: string
  readonly accept?: string
  /** The entity tag of what is about to be changed. */
  readonly ifMatch?: string
}

/** What the service answered. */
export interface Answer {
  /** As it came: YAML, JSON or nothing. */
  readonly text: string
  readonly etag: string
}

/**
 * Speaks with a running service by its own API; for the command line. Everything throws AppError UNAUTHORIZED,
 * SERVICE_UNREACHABLE when nobody answers, and what the API refuses under its own code, with every detail.
 */
export interface ApiClient {
  get<T>(path: string, shape: z.ZodType<T>): Promise<T>
  post<T>(path: string, body: unknown, shape: z.ZodType<T>, sent?: Sent): Promise<T>
  /** Any request. @param path below `/api/v1` */
  send(method: string, path: string, sent?: Sent): Promise<Answer>
}

const Refusal = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z
    .array(
      z.object({
        path: z.string(),
        message: z.string(),
        remedy: z.string().optional(),
        fr: z.object({ message: z.string(), remedy: z.string() }).optional(),
      }),
    )
    .default([]),
})

/** How often a request is sent again that the service had no time for, and the longest wait before it, in seconds. */
const patience = { repeats: 2, seconds: 30 }

/** What turned a request away before anything was done. */
const turnedAway = ['OVERLOADED', 'RATE_LIMITED']

/**
 * @param url of the service, e.g. `http://127.0.0.1:3000`
 * @param onWait told before a request is sent again, as the service asked for, after so many seconds
 */
export function createApiClient(
  url: string,
  key: string | undefined,
  onWait: (seconds: number) => void,
): ApiClient {
  async function send(method: string, path: string, sent: Sent = {}): Promise<Answer> {
    if (key === undefined) throw new AppError('UNAUTHORIZED', 'set CADRE_KEY to a key of the API')
    const request = { method, headers: headersOf(key, sent), ...bodyOf(sent) }
    for (let repeated = 0; ; repeated += 1) {
      const response = await reach(url, `/api/v1${path}`, request)
      const text = await response.text()
      if (response.ok) return { text, etag: response.headers.get('etag') ?? '' }
      const refusal = refusalOf(url, response.status, text)
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
      const isSafe = method === 'GET' || turnedAway.includes(refusal.code)
      if (!isSafe || repeated === patience.repeats || !(seconds <= patience.seconds)) throw refusal
      onWait(seconds)
      await sleep(seconds * 1000)
    }
  }

  return {
    send,
    get: async (path, shape) => parsed(shape, (await send('GET', path)).text, url),
    post: async (path, body, shape, sent) =>
      parsed(shape, (await send('POST', path, { ...sent, body })).text, url),
  }
}

function headersOf(
  key: string,
  { body, type = 'application/json', accept, ifMatch }: Sent,
): Record<string, string> {
  return {
    authorization: `Bearer ${key}`,
    ...(body !== undefined && { 'content-type': type }),
    ...(accept !== undefined && { accept }),
    ...(ifMatch !== undefined && { 'if-match': ifMatch }),
  }
}

const bodyOf = ({ body }: Sent) =>
  body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }

async function reach(url: string, path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(`${url}${path}`, request)
  } catch (cause) {
    throw new AppError('SERVICE_UNREACHABLE', `no service answers at ${url}: is it running?`, { cause })
  }
}

function refusalOf(url: string, status: number, text: string): AppError {
  const refusal = Refusal.safeParse(jsonOf(text))
  if (!refusal.success) return new AppError('INTERNAL', `${url} answered ${status}, and not as Cadre does`)
  const { code, detail, errors } = refusal.data
  const details = errors.map(({ path, message, remedy, fr }) => ({
    ...{ path, message },
    ...(remedy !== undefined && { remedy }),
    ...(fr !== undefined && { fr }),
  }))
  return new AppError(isKnown(code) ? code : 'INTERNAL', detail, { details })
}

const isKnown = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code)

function parsed<T>(shape: z.ZodType<T>, text: string, url: string): T {
  const found = shape.safeParse(jsonOf(text))
  if (found.success) return found.data
  throw new AppError(
    'INTERNAL',
    `${url} answered what this command does not understand: is it another version?`,
    {
      cause: found.error,
    },
  )
}

/** What a text says in JSON; undefined for what is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
