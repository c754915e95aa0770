import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { type Call, type CallLog, isWrite } from './calls.ts'
import type { Fault, FaultPlan } from './faults.ts'
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
  const { plan, log, logger } = options
  const under = new WeakMap<FastifyRequest, { call: Call; fault: Fault | null }>()
  const actors = new WeakMap<FastifyRequest, User>()

  app.addHook('onRequest', async () => {
    if (plan.faults.latencyMs > 0) await sleep(plan.faults.latencyMs)
  })

  app.addHook('preHandler', async (request, reply) => {
    const call = callOf(options.world, request)
    log.add(call)
    const fault = plan.take({ write: isWrite(request.method), path: pathOf(request) })
    under.set(request, { call, fault })
    const rate = options.checkRate(request.headers.authorization ?? '')
    reply.headers(rate.headers)
    if (fault !== null && !fault.afterCommit) return misbehave(fault, request, reply)
    if (rate.exceeded) refuse(429, rateLimitBody.err, rateLimitBody.ECODE)
    actors.set(request, authenticate(options.world, request.headers.authorization))
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const fault = under.get(request)?.fault
    if (!fault?.afterCommit) return payload
    if (fault.kind !== 'answer') return misbehave(fault, request, reply)
    reply
      .code(fault.status)
      .type(typeOf(fault.body))
      .headers(fault.headers ?? {})
    return fault.body
  })

  app.addHook('onResponse', async (request, reply) => {
    const call = under.get(request)?.call
    if (call === undefined) return
    log.finish(call, reply.statusCode)
    const { method, path } = call
    logger?.debug({ method, path, status: reply.statusCode }, 'clickup sandbox answered')
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

async function misbehave(fault: Fault, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (fault.kind === 'answer') {
    return reply
      .code(fault.status)
      .type(typeOf(fault.body))
      .headers(fault.headers ?? {})
      .send(fault.body)
  }
  if (fault.kind === 'cut') request.raw.socket.destroy()
  // Nobody will ever answer; closing the server closes the connection.
  return new Promise(() => undefined)
}

function typeOf(body: string): string {
  return body.startsWith('{') ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8'
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
