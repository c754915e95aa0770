import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ClientRequest } from '#model/request.ts'
import { type RecordRequestDeps, recordRequest } from '../../pipeline/record-request.ts'
import type { AuditLog } from '../../store/audit.ts'
import { createBoardStore } from '../../store/boards.ts'
import { createClientStore } from '../../store/clients.ts'
import type { Also } from '../../store/database.ts'
import { by } from '../authenticate.ts'
import { PageQuery, pageOf, pageOfRows, placeOf, placeOfCreated } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier } from '../schemas.ts'
import { NewRequest, RequestRow, RequestView, requestRow, requestView, toldOf } from './request-shapes.ts'

export interface RequestRoutes extends RecordRequestDeps {
  readonly audit: AuditLog
}

const tags = ['Requests']

/** What clients ask by other ways than their boards: a message, a call, an e-mail. */
export const requestRoutes: FastifyPluginAsyncZod<RequestRoutes> = async (app, deps) => {
  app.post(
    '/requests',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'createRequest',
        summary: 'Write down what a client asked by another channel',
        description:
          'It is judged at once by the rules in force for the client, or of whoever stands in for their assistant. If it is wished, it is put on their board as a card, which is then judged and labelled as any other.',
        tags,
        body: NewRequest,
        response: { 201: RequestView, 404: Problem, 409: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { actor } = by(request)
      const told = { ...toldOf(request.body, deps.now()), actor: { id: actor.id, name: actor.name } }
      const note: Also<ClientRequest> = async (trx, asked) => {
        const after = await shown(asked, { clients: createClientStore(trx), boards: createBoardStore(trx) })
        const entry = { action: 'request.create', subject: asked.id, before: null, after }
        await deps.audit.add({ ...by(request), ...entry }, deps.now(), trx)
      }
      const view = await shown(await recordRequest(told, note, deps))
      return reply.code(201).header('location', `/api/v1/requests/${view.id}`).send(view)
    },
  )

  app.get(
    '/requests',
    {
      schema: {
        operationId: 'listRequests',
        summary: 'Requests that came by other channels, newest first',
        tags,
        querystring: PageQuery.extend({ clientId: Identifier.optional() }),
        response: { 200: pageOf(RequestRow), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const rows = await deps.requests.page(filter, limit + 1, placeOf(cursor))
      return pageOfRows(rows, limit, { at: placeOfCreated, view: requestRow })
    },
  )

  app.get(
    '/requests/:id',
    {
      schema: {
        operationId: 'getRequest',
        summary: 'A request that came by another channel, and what became of it',
        tags,
        params: z.object({ id: Identifier }),
        response: { 200: RequestView, 404: Problem, ...problems },
      },
    },
    async (request) => shown(await deps.requests.get(request.params.id)),
  )

  async function shown(
    request: ClientRequest,
    { clients, boards }: Pick<RequestRoutes, 'clients' | 'boards'> = deps,
  ) {
    const client = await clients.get(request.clientId)
    return requestView(request, client, await boards.ofClient(client.id))
  }
}
