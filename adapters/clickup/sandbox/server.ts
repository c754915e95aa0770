import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { acceptJson } from '../../sandbox/json-body.ts'
import { refusalOf } from '../../sandbox/refusal.ts'
import { addRoutes } from '../../sandbox/routes.ts'
import { accountRoutes } from './account-routes.ts'
import { commentRoutes } from './comment-routes.ts'
import { addGate, type GateOptions, pathOf } from './gate.ts'
import { moveRoutes } from './move-routes.ts'
import { readParams } from './params.ts'
import { placeRoutes } from './place-routes.ts'
import { type Refusal, refuse, undocumentedCode } from './refusal.ts'
import { noContent, type Routes } from './route.ts'
import { taskRoutes } from './task-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'

const maxBodyBytes = 1024 * 1024

/** ClickUp's API below `/api`, versions 2 and 3, not listening yet. */
export function createServer(options: GateOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: maxBodyBytes,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
  })
  acceptJson(app, {}, () => refuse(400, 'Unexpected token in JSON'))
  addErrors(app, options)
  const actorOf = addGate(app, options)
  const all = {
    ...accountRoutes,
    ...placeRoutes,
    ...taskRoutes,
    ...moveRoutes,
    ...commentRoutes,
    ...webhookRoutes,
  }
  addRoutes<Routes[string]>(app, '/api', all, (answer, { request, reply, at }) => {
    const query = readParams(request.query)
    const visit = { world: options.world, actor: actorOf(request), query, body: request.body ?? {}, at }
    const body = answer(visit)
    return body === noContent ? reply.code(204).send() : body
  })
  return app
}

function addErrors(app: FastifyInstance, { logger, world }: GateOptions): void {
  const bodyFor = (request: FastifyRequest, { status, err, code }: Refusal) =>
    pathOf(request).startsWith('/v3/')
      ? { status, message: err, trace_id: null, timestamp: world.now().getTime() }
      : { err, ECODE: code }

  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    const refusal = refusalOf<Refusal>(error) ?? { status, err: error.message, code: undocumentedCode }
    if (refusal.status >= 500) logger?.error({ err: error }, 'clickup sandbox failed')
    return reply.code(refusal.status).send(bodyFor(request, refusal))
  })
  app.setNotFoundHandler(async (request, reply) => {
    const refusal = { status: 404, err: 'Route not found', code: 'APP_001' }
    return reply.code(404).send(bodyFor(request, refusal))
  })
}
