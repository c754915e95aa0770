import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { accountRoutes } from './account-routes.ts'
import { commentRoutes } from './comment-routes.ts'
import { addGate, type GateOptions, pathOf } from './gate.ts'
import { moveRoutes } from './move-routes.ts'
import { readParams } from './params.ts'
import { placeRoutes } from './place-routes.ts'
import { type Refusal, refusalOf, refuse, undocumentedCode } from './refusal.ts'
import { noContent, type Routes } from './route.ts'
import { taskRoutes } from './task-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'
import type { User } from './world.ts'

const maxBodyBytes = 1024 * 1024

/** ClickUp's API below `/api`, versions 2 and 3, not listening yet. */
export function createServer(options: GateOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: maxBodyBytes,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
  })
  addBodyParser(app)
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
  for (const [route, answer] of Object.entries<Routes[string]>(all)) {
    addRoute(app, options, actorOf, route, answer)
  }
  return app
}

function addRoute(
  app: FastifyInstance,
  { world }: GateOptions,
  actorOf: (request: FastifyRequest) => User,
  route: string,
  answer: Routes[string],
): void {
  const [method = '', path = ''] = route.split(' ')
  app.route({
    method,
    url: `/api${path}`,
    handler: async (request, reply) => {
      const variables = new Map<string, unknown>(Object.entries(Object(request.params)))
      const at = (name: string) => String(variables.get(name) ?? '')
      const query = readParams(request.query)
      const body = answer({ world, actor: actorOf(request), query, body: request.body ?? {}, at })
      return body === noContent ? reply.code(204).send() : body
    },
  })
}

/** Some writes must say that they send JSON and send nothing. */
function addBodyParser(app: FastifyInstance): void {
  const parse = async (_request: FastifyRequest, body: string | Buffer): Promise<unknown> => {
    const text = String(body)
    try {
      return text === '' ? {} : JSON.parse(text)
    } catch {
      return refuse(400, 'Unexpected token in JSON')
    }
  }
  app.addContentTypeParser('application/json', { parseAs: 'string' }, parse)
}

function addErrors(app: FastifyInstance, { logger, world }: GateOptions): void {
  const bodyFor = (request: FastifyRequest, { status, err, code }: Refusal) =>
    pathOf(request).startsWith('/v3/')
      ? { status, message: err, trace_id: null, timestamp: world.now().getTime() }
      : { err, ECODE: code }

  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    const refusal = refusalOf(error) ?? { status, err: error.message, code: undocumentedCode }
    if (refusal.status >= 500) logger?.error({ err: error }, 'clickup sandbox failed')
    return reply.code(refusal.status).send(bodyFor(request, refusal))
  })
  app.setNotFoundHandler(async (request, reply) => {
    const refusal = { status: 404, err: 'Route not found', code: 'APP_001' }
    return reply.code(404).send(bodyFor(request, refusal))
  })
}
