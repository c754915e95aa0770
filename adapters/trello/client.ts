import type { Client, SendRequestOptions } from 'trello.js/core'
import type { Attempt, ToolCall } from '#model/adapter.ts'
import {
  createToolHttp,
  inMemory,
  type Limiter,
  type LimiterFactory,
  parseJson,
  type ToolRequest,
} from '../http.ts'
import { limiterKey } from '../limiter-key.ts'
import { clientIdentifier } from './webhook.ts'

/** Trello's two limits, counted over all connections of the process that share a key or a token. */
export interface TrelloLimiters {
  readonly perKey: Limiter
  readonly perToken: Limiter
}

export interface TrelloClientOptions {
  readonly connectionId: string
  readonly apiKey: string
  readonly token: string
  /** Webhook secrets: never sent, but never to be shown either. */
  readonly secrets: readonly string[]
  readonly apiUrl: string | null
  readonly limiters: TrelloLimiters
  readonly onCall?: ((call: ToolCall) => void) | undefined
}

const defaultApiUrl = 'https://api.trello.com/1'

/** Trello's edge answers 414 to URLs from about 8,200 characters on (mheap/trello-cli#241). */
const longestUrl = 8_000

/** 300 requests per 10 s and API key, 100 per 10 s and token (rate limits guide, January 2026). */
export function createTrelloLimiters(limiterOf: LimiterFactory = inMemory): TrelloLimiters {
  return {
    perKey: limiterOf({ name: 'trello-key', points: 300, seconds: 10 }),
    perToken: limiterOf({ name: 'trello-token', points: 100, seconds: 10 }),
  }
}

/**
 * trello.js' seam: everything it sends goes through our own door instead of its own, which would put key and token
 * into every URL, has no timeout, and repeats by itself. What it passes as `schema` is ignored: its schemas throw when
 * Trello grows; ours check what we read.
 */
export function createTrelloClient(options: TrelloClientOptions): (attempt: Attempt) => Client {
  const { apiKey, token, secrets, limiters } = options
  const baseUrl = options.apiUrl ?? defaultApiUrl
  const http = createToolHttp({
    tool: 'trello',
    baseUrl,
    headers: {
      authorization: `OAuth oauth_consumer_key="${apiKey}", oauth_token="${token}"`,
      'x-trello-client-identifier': clientIdentifier(options.connectionId),
    },
    limits: [
      { limiter: limiters.perKey, key: limiterKey(apiKey) },
      { limiter: limiters.perToken, key: limiterKey(token) },
    ],
    secrets: [apiKey, token, ...secrets],
    rateLimit: waitOf,
    onCall: options.onCall,
  })

  return (attempt) => ({
    async sendRequest<T>(sent: SendRequestOptions<T>): Promise<T> {
      const { headers, text, route } = await http.request(toolRequestOf(sent, baseUrl, attempt))
      const isJson = headers.get('content-type')?.includes('json') ?? false
      // Like trello.js itself: what is not JSON is nothing. Whoever reads it finds the shape wrong.
      return (isJson ? parseJson(text, route) : undefined) as T
    },
  })
}

/**
 * Trello answers 429 without `Retry-After`, but every answer says how long each window is and what is left of it
 * (rate limits guide). The whole window, because its beginning is not told.
 */
function waitOf(headers: Headers): number | null {
  const windows = ['key', 'token'].map((scope) => ({
    intervalMs: Number(headers.get(`x-rate-limit-api-${scope}-interval-ms`)),
    remaining: headers.get(`x-rate-limit-api-${scope}-remaining`),
  }))
  const known = windows.filter(({ intervalMs }) => intervalMs > 0)
  const usedUp = known.filter(({ remaining }) => remaining === '0')
  const waits = (usedUp.length > 0 ? usedUp : known).map(({ intervalMs }) => intervalMs)
  return waits.length === 0 ? null : Math.max(...waits)
}

function toolRequestOf(sent: SendRequestOptions, baseUrl: string, attempt: Attempt): ToolRequest {
  const request = { method: methodOf(sent.method), path: sent.url, attempt }
  const query = queryOf(sent.searchParams ?? {})
  if (sent.body !== undefined) return { ...request, query, body: sent.body }
  const urlLength = baseUrl.length + sent.url.length + 1 + new URLSearchParams(query).toString().length
  // Trello takes the same parameters from a JSON body (n8n-io/n8n#10189), though its specification names the query.
  if (request.method !== 'GET' && urlLength > longestUrl) return { ...request, body: query }
  return { ...request, query }
}

function methodOf(method = 'GET'): ToolRequest['method'] {
  if (method === 'POST' || method === 'PUT' || method === 'DELETE') return method
  return 'GET'
}

function queryOf(searchParams: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(searchParams).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}
