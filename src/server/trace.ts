import { randomUUID } from 'node:crypto'
import type { FastifyInstance, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { Metrics } from '../metrics.ts'
import { withRequestId } from '../request-id.ts'

const wellFormed = /^[\w.:-]{8,128}$/

/** The id that the caller gave, if it is one that may stand in logs; else a new one. */
export function requestIdOf({ headers }: RawRequestDefaultExpression<RawServerDefault>): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID()
}

/** Every answer tells its request id, all that is done for it bears it, and how long it took is logged and counted. */
export function addTrace(app: FastifyInstance, metrics: Pick<Metrics, 'requests'>): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id)
    withRequestId(request.id, done)
  })
  // Reading the body leaves the context of the first hook behind.
  app.addHook('preValidation', (request, _reply, done) => withRequestId(request.id, done))

  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    // As documented, without what stands in it: a webhook's address is a secret, and queries may hold a client's words.
    const route = request.routeOptions.url ?? 'none'
    const status = String(reply.statusCode)
    metrics.requests.observe({ method, route, status }, reply.elapsedTime / 1000)
    const line = {
      method,
      route,
      status,
      milliseconds: Math.round(reply.elapsedTime),
      actor: request.actor?.id,
    }
    if (route.startsWith('/api/')) request.log.info(line, 'request answered')
    else request.log.debug(line, 'request answered')
  })
}
