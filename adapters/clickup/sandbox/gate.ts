import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { fallSilent, watchRequests } from '../../sandbox/gate.ts'
import type { Call, CallLog } from './calls.ts'
import type { Answer, FaultPlan } from './faults.ts'
import { type RateCheck, rateLimitBody } from './rate-limit.ts'
import { refuse } from './refusal.ts'
import type { User, World } from './world.ts'

/** What every request has to pass. */
export interface GateOptions {
  readonly world: World
  readonly plan: FaultPlan
  readonly checkRate: (token: string) => RateCheck
  readonly log: CallLog
  readonly logger: Logger | undefined
}

/**
 * Logs requests, makes them wait, fail or hang as told, checks who asks, and how often. Returns how a route learns who
 * asks.
 */
export function addGate(app: FastifyInstance, options: GateOptions): (request: FastifyRequest) => User {
  const requests = watchRequests(app, { tool: 'clickup', ...options })
  const actors = new WeakMap<FastifyRequest, User>()

  app.addHook('preHandler', async (request, reply) => {
    const fault = requests.note(request, callOf(options.world, request))
    const rate = options.checkRate(request.headers.authorization ?? '')
    reply.headers(rate.headers)
    if (fault !== null && !fault.afterCommit)
      return fault.kind === 'answer'
        ? head(reply, fault.answer).send(fault.answer.body)
        : fallSilent(fault.kind, request)
    if (rate.exceeded) refuse(429, rateLimitBody.err, rateLimitBody.ECODE)
    actors.set(request, authenticate(options.world, request.headers.authorization))
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = requests.find(request)?.fault
    if (!fault?.afterCommit) return payload
    if (fault.kind !== 'answer') return fallSilent(fault.kind, request)
    head(reply, fault.answer)
    return fault.answer.body
  })

  return (request) => actors.get(request) ?? refuse(401, 'Token invalid', 'OAUTH_025')
}

/** The path below `/api`. */
export function pathOf(request: FastifyRequest): string {
  const [path = ''] = request.url.split('?')
  return path.replace(/^\/api/, '')
}

/**
 * Personal tokens (`pk_…`) come as they are, those of OAuth apps after `Bearer`; the other way round a token is "not
 * found" (ClickUp's pages "Authentication" and "Common errors").
 */
function authenticate(world: World, header: string | undefined): User {
  if (!header) refuse(400, 'Authorization header required', 'OAUTH_017')
  const [, bearer] = /^Bearer (.*)$/i.exec(header) ?? []
  const token = bearer ?? header
  const user = world.tokens.get(token) ?? refuse(401, 'Token invalid', 'OAUTH_025')
  const isPersonal = token.startsWith('pk_')
  if (isPersonal !== (bearer === undefined)) refuse(401, 'Oauth token not found', 'OAUTH_019')
  return user
}

function head(reply: FastifyReply, { status, body, headers }: Answer): FastifyReply {
  const isJson = body.startsWith('{')
  return reply
    .code(status)
    .type(isJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8')
    .headers(headers)
}

function callOf(world: World, request: FastifyRequest): Call {
  const path = pathOf(request)
  const query: unknown = request.query
  return {
    method: request.method,
    path,
    query: typeof query === 'object' && query !== null ? { ...query } : {},
    body: request.body ?? null,
    taskId: taskOf(world, path),
    at: world.now(),
    status: null,
  }
}

function taskOf(world: World, path: string): string | null {
  const [, comment] = /^\/v2\/comment\/(\d+)/.exec(path) ?? []
  if (comment !== undefined) return world.comments.get(Number(comment))?.taskId ?? null
  const [, task] = /^\/(?:v2\/task|v3\/workspaces\/[^/]+\/tasks)\/([^/]+)/.exec(path) ?? []
  return task ?? null
}
