import { Client } from '@notionhq/client'
import type { Attempt, ToolCall } from '#model/adapter.ts'
import { AppError, isAppError } from '#model/error.ts'
import {
  createToolHttp,
  inMemory,
  type Limiter,
  type LimiterFactory,
  parseJson,
  refusalOf,
  type ToolRequest,
} from '../http.ts'
import { limiterKey } from '../limiter-key.ts'

/** Notion's limit, counted over all connections of the process that share a token, and how it is spread. */
export interface NotionLimiters {
  readonly perMinute: Limiter
  /** A quarter of the limit for a quarter of the time: a burst then waits seconds, not the rest of the minute. */
  readonly burst: Limiter
}

export interface NotionClientOptions {
  readonly token: string
  /** Webhook secrets: never sent, but never to be shown either. */
  readonly secrets: readonly string[]
  readonly apiUrl: string | null
  readonly limiters: NotionLimiters
  readonly onCall?: ((call: ToolCall) => void) | undefined
}

const defaultApiUrl = 'https://api.notion.com'

/** The version whose shapes `schema.ts` describes: trash instead of archive, pages in data sources. */
const notionVersion = '2026-03-11'

/**
 * 180 requests per 60 s and connection (request limits, September 2026). Business and Enterprise workspaces may have
 * 600, but nothing tells us which plan a workspace is on.
 */
export function createNotionLimiters(limiterOf: LimiterFactory = inMemory): NotionLimiters {
  return {
    perMinute: limiterOf({ name: 'notion-minute', points: 180, seconds: 60 }),
    burst: limiterOf({ name: 'notion-burst', points: 45, seconds: 15 }),
  }
}

/**
 * @notionhq/client's seam: everything it sends goes through our own door. Its own would repeat by itself, cut
 * `Retry-After` at a minute and know no limits. It never sees the token, and our errors pass through it unchanged.
 */
export function createNotionClient(options: NotionClientOptions): (attempt: Attempt) => Client {
  const { token, secrets, limiters } = options
  const key = limiterKey(token)
  const http = createToolHttp({
    tool: 'notion',
    baseUrl: options.apiUrl ?? defaultApiUrl,
    headers: { authorization: `Bearer ${token}`, 'notion-version': notionVersion },
    limits: [
      { limiter: limiters.perMinute, key },
      { limiter: limiters.burst, key },
    ],
    secrets: [token, ...secrets],
    onCall: options.onCall,
  })

  return (attempt) =>
    new Client({
      notionVersion,
      retry: false,
      // What it would log, our errors say too, and they are logged once.
      logger: () => undefined,
      fetch: async (url, { method, body } = {}) => {
        try {
          const answer = await http.request(toolRequestOf({ url, method, body }, attempt))
          // The library would let the parser's own error out, which quotes the text.
          parseJson(answer.text, answer.route)
          return { ok: true, status: answer.status, headers: answer.headers, text: async () => answer.text }
        } catch (error) {
          throw precise(error)
        }
      },
    })
}

interface Sent {
  readonly url: string
  readonly method: string | undefined
  readonly body: unknown
}

/** The library's idea of the host is dropped: `http` knows where to. */
function toolRequestOf({ url, method, body }: Sent, attempt: Attempt): ToolRequest {
  const { pathname, searchParams } = new URL(url)
  return {
    method: method === 'POST' || method === 'PATCH' ? method : 'GET',
    path: pathname,
    isQuery: /\/(query|search)$/.test(pathname),
    query: Object.fromEntries(searchParams),
    ...(typeof body === 'string' && { body: parseJson(body, `notion: ${pathname}`) }),
    attempt,
  }
}

/**
 * Two refusals mean something else in Notion than their status says (status codes and request limits pages): 409 is a
 * collision with somebody's edit, which a repeat gets past, and a 429 may be a ban, which a repeat does not.
 * 529, an overload of all of Notion, is TOOL_UNAVAILABLE like any 5xx: not our share of a limit, so tries count.
 */
function precise(error: unknown): unknown {
  const refusal = refusalOf(error)
  if (!isAppError(error) || refusal === null) return error
  const { status, text } = refusal
  if (status === 409) return new AppError('TOOL_UNAVAILABLE', error.message, { cause: refusal })
  if (status === 429 && text.includes('public_api_request_blocked'))
    return new AppError('TOOL_FORBIDDEN', error.message, { cause: refusal })
  return error
}
