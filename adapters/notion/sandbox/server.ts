import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { acceptJson } from '../../sandbox/json-body.ts'
import { refusalOf } from '../../sandbox/refusal.ts'
import { addRoutes } from '../../sandbox/routes.ts'
import { commentRoutes } from './comment-routes.ts'
import { dataSourceRoutes } from './data-source-routes.ts'
import { addGate, type GateOptions } from './gate.ts'
import { pageRoutes } from './page-routes.ts'
import { errorBody, type Refusal, refuse } from './refusal.ts'
import type { Routes } from './route.ts'
import { searchRoutes } from './search-routes.ts'
import { userRoutes } from './user-routes.ts'

/** Notion's limit of one request (reference, "Request limits"). */
const maxBodyBytes = 500 * 1024

/** Notion's API below `/v1`, not listening yet. */
export function createServer(options: GateOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: maxBodyBytes,
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
    exposeHeadRoutes: false,
  })
  acceptJson(app, undefined, () =>
    refuse({ status: 400, code: 'invalid_json', message: 'Error parsing JSON body.' }),
  )
  addErrors(app, options)
  addGate(app, options)
  app.addHook('preSerialization', async (request, reply, payload) => {
    reply.header('x-notion-request-id', request.id)
    return { ...Object(payload), request_id: request.id }
  })
  const all = { ...pageRoutes, ...dataSourceRoutes, ...searchRoutes, ...commentRoutes, ...userRoutes }
  addRoutes<Routes[string]>(app, '/v1', all, (answer, { request: { query, body }, at }) =>
    answer({ world: options.world, user: options.world.bot, query, body, at }),
  )
  return app
}

function addErrors(app: FastifyInstance, { logger }: GateOptions): void {
  app.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    const refusal = refusalOf<Refusal>(error) ?? refusalFor(error)
    if (refusal.status === 500) logger?.error({ err: error }, 'notion sandbox failed')
    return reply
      .code(refusal.status)
      .headers(refusal.headers ?? {})
      .send(errorBody(refusal))
  })
  app.setNotFoundHandler(async () =>
    refuse({ status: 400, code: 'invalid_request_url', message: 'Invalid request URL.' }),
  )
}

/** What fastify itself refuses, such as too large a body. */
function refusalFor({ statusCode = 500, message }: Error & { statusCode?: number }): Refusal {
  return statusCode < 500
    ? { status: 400, code: 'validation_error', message }
    : { status: 500, code: 'internal_server_error', message: 'Unexpected error occurred.' }
}
