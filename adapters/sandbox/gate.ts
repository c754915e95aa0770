import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { AnyCall, CallLog } from './calls.ts'
import type { Fault, FaultMatch, FaultPlan } from './faults.ts'

/** What is kept of every request. */
export interface WatchOptions<Call extends AnyCall, Answer> {
  readonly plan: Pick<FaultPlan<FaultMatch, Answer>, 'take' | 'shown'> & {
    readonly faults: { readonly latencyMs: number }
  }
  readonly log: CallLog<Call>
  readonly logger: Logger | undefined
  readonly tool: string
}

/** A request that is in the log, and what is to go wrong with it. */
export interface Watched<Call extends AnyCall, Answer> {
  readonly call: Call
  readonly fault: Fault<Answer> | null
}

/** How a gate notes a request, and finds again what it noted. */
export interface Watch<Call extends AnyCall, Answer> {
  note(request: FastifyRequest, call: Call): Fault<Answer> | null
  /** Undefined for a request that was never noted. */
  find(request: FastifyRequest): Watched<Call, Answer> | undefined
}

/** Makes requests wait as told, logs those that a gate notes, and logs how they ended. */
export function watchRequests<Call extends AnyCall, Answer>(
  app: FastifyInstance,
  { plan, log, logger, tool }: WatchOptions<Call, Answer>,
  isInside: (request: FastifyRequest) => boolean = () => false,
): Watch<Call, Answer> {
  const under = new WeakMap<FastifyRequest, Watched<Call, Answer>>()

  app.addHook('onRequest', async (request) => {
    if (plan.faults.latencyMs > 0 && !isInside(request)) await sleep(plan.faults.latencyMs)
  })

  app.addHook('preSerialization', async (_request, _reply, payload) => plan.shown(payload))

  app.addHook('onResponse', async (request, reply) => {
    const call = under.get(request)?.call
    if (call === undefined) return
    log.finish(call, reply.statusCode)
    const { method, path } = call
    logger?.debug({ method, path, status: reply.statusCode }, `${tool} sandbox answered`)
  })

  return {
    note(request, call) {
      log.add(call)
      const fault = plan.take({ write: log.isWrite(call), path: call.path })
      under.set(request, { call, fault })
      return fault
    },
    find: (request) => under.get(request),
  }
}

/** Nobody will ever answer; closing the server closes the connection, and a cut closes it now. */
export function fallSilent(kind: 'hang' | 'cut', request: FastifyRequest): Promise<never> {
  if (kind === 'cut') request.raw.socket.destroy()
  return new Promise(() => undefined)
}
