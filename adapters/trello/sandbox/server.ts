import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { acceptJson } from '../../sandbox/json-body.ts'
import { refusalOf } from '../../sandbox/refusal.ts'
import { type Arrival, addRoutes } from '../../sandbox/routes.ts'
import { accountRoutes } from './account-routes.ts'
import { boardRoutes } from './board-routes.ts'
import { cardRoutes } from './card-routes.ts'
import { commentRoutes } from './comment-routes.ts'
import { addGate, type GateOptions, pathOf } from './gate.ts'
import { readParams } from './params.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Routes, Visit } from './route.ts'
import { webhookRoutes } from './webhook-routes.ts'
import type { Member } from './world.ts'

/** What the server needs beside the gate's. */
export interface ServerOptions extends Omit<GateOptions, 'isInside'> {
  /** Who owns the token: everything done through the API is done in their name. */
  readonly owner: Member
  /** The application's id, shown as `appCreator`. */
  readonly appId: string
}

const maxBodyBytes = 256 * 1024
const maxBatch = 10
const batchHeader = 'x-sandbox-batch'

/** Trello's API below `/1`, not listening yet. */
export function createServer(options: ServerOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: maxBodyBytes,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
  })
  // Known only here, so that nobody outside can pass for a request inside a batch.
  const pass = randomUUID()
  const isInside = (request: FastifyRequest) => request.headers[batchHeader] === pass
  addBodyParsers(app)
  addErrors(app, options)
  addGate(app, { ...options, isInside })
  const all = { ...accountRoutes, ...boardRoutes, ...cardRoutes, ...commentRoutes, ...webhookRoutes }
  addRoutes<Routes[string]>(app, '/1', all, (answer, arrival) => answer(visitOf(options, arrival)))
  app.get('/1/batch', (request) => answerBatch(app, request, pass))
  return app
}

function visitOf(options: ServerOptions, { request, path, at }: Arrival): Visit {
  if (path.startsWith('/tokens/:token') && at('token') !== options.credentials.token) {
    refuse(401, 'invalid token')
  }
  const mark = request.headers['x-trello-client-identifier']
  const cause = {
    member: options.owner,
    app: options.appId,
    clientIdentifier: typeof mark === 'string' ? mark : null,
    actions: 0,
  }
  return { world: options.world, cause, params: readParams(request.query, request.body), at }
}

/** Up to ten reads in one request; each answer is wrapped in its status. */
async function answerBatch(app: FastifyInstance, request: FastifyRequest, pass: string): Promise<unknown> {
  const urls = readParams(request.query, {})
    .needText('urls')
    .split(/,(?=\/)/)
  if (urls.length > maxBatch || urls.some((url) => !url.startsWith('/')))
    refuse(400, 'invalid value for urls')
  return Promise.all(
    urls.map(async (url) => {
      const inner = await app.inject({ method: 'GET', url: `/1${url}`, headers: { [batchHeader]: pass } })
      const isJson = String(inner.headers['content-type']).startsWith('application/json')
      return { [inner.statusCode]: isJson ? inner.json() : inner.body }
    }),
  )
}

/** Trello reads JSON and forms, and does not mind a content type without content. */
function addBodyParsers(app: FastifyInstance): void {
  acceptJson(app, {}, () => refuse(400, 'Invalid JSON'))
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => Object.fromEntries(new URLSearchParams(body)),
  )
}

function addErrors(app: FastifyInstance, { logger }: ServerOptions): void {
  app.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    const refusal = refusalOf<Refusal>(error)
    if (refusal === null) {
      const status = error.statusCode ?? 500
      if (status >= 500) logger?.error({ err: error }, 'trello sandbox failed')
      return reply.code(status).type('text/plain; charset=utf-8').send(error.message)
    }
    const { status, body } = refusal
    if (typeof body !== 'string') return reply.code(status).send(body)
    return reply.code(status).type('text/plain; charset=utf-8').send(body)
  })
  app.setNotFoundHandler(async (request, reply) =>
    reply
      .code(404)
      .type('text/plain; charset=utf-8')
      .send(`Cannot ${request.method} /1${pathOf(request)}`),
  )
}
