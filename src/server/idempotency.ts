import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import { AppError } from '#model/error.ts'
import type { Clock } from '../clock.ts'
import type { IdempotentRequest, IdempotentRequests, KeptAnswer } from '../store/idempotent-requests.ts'
import { by } from './authenticate.ts'
import { Problem } from './problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** While a request with an Idempotency-Key is at work: what its answer is kept under. */
    claimed: { readonly request: IdempotentRequest; readonly claim: string } | null
  }
}

const headerName = 'idempotency-key'

/** As the draft has it a quoted string; most clients send it bare. */
const Header = z
  .string()
  .regex(/^"?[\x21\x23-\x7e]{1,255}"?$/, 'must be 1 to 255 printable characters without spaces')
  .optional()
  .meta({
    description:
      'Makes a repeat safe (draft-ietf-httpapi-idempotency-key-header): the same request with the same key is answered as the first time, with `Idempotent-Replayed: true`. Kept for 24 hours; what failed (5xx) or is to be asked again (`Retry-After`) is done anew.',
    example: '0f3cbe2a-7a39-4f0e-9a53-3c1d8e6b5f10',
  })

/** The headers of an answer that a repeat needs too. */
const keptHeaders = ['content-type', 'location', 'etag'] as const

/** Milliseconds after which to ask again for what is still at work. */
const askAgainMs = 2_000

/** Makes every POST of a scope safe to repeat, and says so in its documentation. Comes after authentication. */
export function addIdempotency(app: FastifyInstance, requests: IdempotentRequests, now: Clock): void {
  app.decorateRequest('claimed', null)
  app.addHook('onRoute', document)

  app.addHook('preHandler', async (request, reply) => {
    const key = request.method === 'POST' ? keyOf(request) : null
    if (key === null) return
    const asked = { actorId: by(request).actor.id, key, fingerprint: fingerprintOf(request) }
    const found = await requests.claim(asked, now())
    if (found.outcome === 'answered') return replay(reply, found.answer)
    if (found.outcome !== 'claimed') throw refusals[found.outcome]()
    request.claimed = { request: asked, claim: found.claim }
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const { claimed } = request
    if (claimed === null) return
    request.claimed = null
    // What passes by itself is not the answer to a repeat: it says when to ask again.
    if (reply.statusCode >= 500 || reply.hasHeader('retry-after'))
      await requests.drop(claimed.request, claimed.claim)
    else await requests.keep(claimed.request, claimed.claim, answerOf(reply, payload))
  })
}

const refusals = {
  reused: () =>
    new AppError('IDEMPOTENCY_KEY_REUSED', 'this Idempotency-Key was used for another request', {
      details: [
        { path: `headers.${headerName}`, message: 'is taken', remedy: 'use a new one for each new request' },
      ],
    }),
  'in-progress': () =>
    new AppError('REQUEST_IN_PROGRESS', 'the first request with this Idempotency-Key is still at work', {
      retryAfterMs: askAgainMs,
    }),
}

function document(route: RouteOptions): void {
  if (route.method !== 'POST') return
  const { schema = {} } = route
  const given = schema.headers instanceof z.ZodObject ? schema.headers.shape : {}
  const response = schema.response instanceof Object ? schema.response : {}
  route.schema = {
    ...schema,
    headers: z.looseObject({ ...given, [headerName]: Header }),
    response: { 409: Problem, 422: Problem, ...response },
  }
}

function keyOf({ headers }: FastifyRequest): string | null {
  const given = headers[headerName]
  return typeof given === 'string' ? given.replace(/^"(.*)"$/, '$1') : null
}

const fingerprintOf = ({ method, url, body }: FastifyRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([method, url, canonical(body ?? null)]))
    .digest('base64url')

/** The same whatever the order of the fields. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (!(value instanceof Object)) return value
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return fields.map(([name, inner]) => [name, canonical(inner)])
}

function replay(reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply {
  return reply
    .code(status)
    .headers(headers)
    .header('idempotent-replayed', 'true')
    .serializer(asItIs)
    .send(body)
}

/** The body was serialized the first time. */
const asItIs = (body: unknown) => String(body)

function answerOf(reply: FastifyReply, payload: unknown): KeptAnswer {
  const headers: Record<string, string> = {}
  for (const name of keptHeaders) {
    const value = reply.getHeader(name)
    if (value !== undefined) headers[name] = String(value)
  }
  return { status: reply.statusCode, headers, body: typeof payload === 'string' ? payload : '' }
}
