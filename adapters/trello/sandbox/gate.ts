import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { fallSilent, watchRequests } from '../../sandbox/gate.ts'
import type { Call, CallLog } from './calls.ts'
import type { Answer, FaultPlan } from './faults.ts'
import { type RateCheck, rateLimitBody } from './rate-limit.ts'
import { refuse } from './refusal.ts'
import type { World } from './world.ts'

/** What lets a caller in. `secret` signs webhooks and is never sent by anyone. */
export interface Credentials {
  readonly apiKey: string
  readonly token: string
  readonly secret: string
}

/** What every request has to pass. */
export interface GateOptions {
  readonly world: World
  readonly credentials: Credentials
  readonly plan: FaultPlan
  readonly checkRate: (() => RateCheck) | null
  readonly log: CallLog
  readonly logger: Logger | undefined
  /** Requests inside a batch have passed already, with the request that carries them. */
  isInside(request: FastifyRequest): boolean
}

/** Logs requests, makes them wait, fail or hang as told, checks who asks, and how often. */
export function addGate(app: FastifyInstance, options: GateOptions): void {
  const requests = watchRequests(app, { tool: 'trello', ...options }, options.isInside)

  app.addHook('preHandler', async (request, reply) => {
    if (options.isInside(request)) return
    const fault = requests.note(request, callOf(options.world, request))
    if (fault !== null && !fault.afterCommit)
      return fault.kind === 'answer'
        ? head(reply, fault.answer).send(fault.answer.body)
        : fallSilent(fault.kind, request)
    authenticate(options.credentials, request)
    const rate = options.checkRate?.()
    if (rate !== undefined) reply.headers(rate.headers)
    if (rate !== undefined && rate.exceeded !== null) refuse(429, rateLimitBody(rate.exceeded))
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = requests.find(request)?.fault
    if (!fault?.afterCommit) return payload
    if (fault.kind !== 'answer') return fallSilent(fault.kind, request)
    head(reply, fault.answer)
    return fault.answer.body
  })
}

/** The path below `/1`, without the token that some paths hold. */
export function pathOf(request: FastifyRequest): string {
  const [path = ''] = request.url.split('?')
  return path.replace(/^\/1/, '').replace(/^\/tokens\/[^/]+/, '/tokens/[token]')
}

function head(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  const isJson = body.startsWith('{')
  return reply.code(status).type(isJson ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8')
}

function authenticate(credentials: Credentials, request: FastifyRequest): void {
  const given = { ...asRecord(request.query), ...asRecord(request.body) }
  const header = request.headers.authorization ?? ''
  const key = /oauth_consumer_key="([^"]*)"/.exec(header)?.[1] ?? given.key
  const token = /oauth_token="([^"]*)"/.exec(header)?.[1] ?? given.token
  const anonymous = request.url.startsWith('/1/cards/')
    ? 'unauthorized card permission requested'
    : 'unauthorized permission requested'
  if (key === undefined && token === undefined) refuse(401, anonymous)
  if (key !== credentials.apiKey) refuse(401, 'invalid key')
  if (token === undefined) refuse(401, anonymous)
  if (token !== credentials.token) refuse(401, 'invalid token')
}

function callOf(world: World, request: FastifyRequest): Call {
  const path = pathOf(request)
  return {
    method: request.method,
    path,
    query: withoutKeys(request.query),
    body: request.body === undefined ? null : withoutKeys(request.body),
    cardId: cardOf(world, path),
    at: world.now(),
    status: null,
  }
}

function cardOf(world: World, path: string): string | null {
  const [, kind, ref = ''] = path.split('/')
  if (kind === 'actions') return world.actions.get(ref)?.idCard ?? null
  if (kind !== 'cards' || ref === '') return null
  if (world.cards.has(ref)) return ref
  for (const card of world.cards.values()) if (card.shortLink === ref) return card.id
  return ref
}

function withoutKeys(values: unknown): Record<string, unknown> {
  const { key: _key, token: _token, ...others } = asRecord(values)
  return others
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
