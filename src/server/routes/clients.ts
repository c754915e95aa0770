import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Client } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Clock } from '../../clock.ts'
import { type ChangeClientDeps, type ChangedClient, changeClient } from '../../pipeline/change-client.ts'
import { checkClient } from '../../pipeline/check-plan.ts'
import type { Connections } from '../../pipeline/connect.ts'
import { deletion } from '../../pipeline/erase-client.ts'
import { forgetBoard } from '../../pipeline/forget-board.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { BoardStore } from '../../store/boards.ts'
import { type ClientStore, createClientStore } from '../../store/clients.ts'
import type { Db } from '../../store/database.ts'
import { newId } from '../../store/id.ts'
import { newAttempt } from '../attempt.ts'
import { by } from '../authenticate.ts'
import { checkMatch, etagOf, IfMatch } from '../etag.ts'
import { PageQuery, pageOf, pageOfRows, placeOf } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Flag, Identifier } from '../schemas.ts'
import { viewBoard } from './board-shapes.ts'
import { ClientChange, ClientView, given, NewClient, viewClient } from './client-shapes.ts'

export interface ClientRoutes extends ChangeClientDeps {
  readonly clients: ClientStore
  readonly boards: BoardStore
  readonly connections: Connections
  readonly audit: AuditLog
  readonly now: Clock
}

const ById = z.object({ clientId: Identifier })
const tags = ['Clients']

/** The assistant's customers: how to speak to each, and by which policy they are served. */
export const clientRoutes: FastifyPluginAsyncZod<ClientRoutes> = async (app, deps) => {
  const { clients, audit, now } = deps

  app.post(
    '/clients',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'createClient',
        summary: 'Add a client',
        tags,
        body: NewClient,
        response: { 201: ClientView, 404: Problem, 409: Problem, 422: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { like, ...body } = request.body
      const client = complete(body, like === undefined ? null : await clients.get(like))
      const after = viewClient(client)
      const entry = { ...by(request), action: 'client.create', subject: client.id, before: null, after }
      await audit.changing(
        now(),
        async (trx) => {
          await checkClient(client, trx, now())
          await createClientStore(trx).insert(client, now())
        },
        () => entry,
      )
      void reply.header('etag', etagOf(after)).header('location', `/api/v1/clients/${client.id}`)
      return reply.code(201).send(after)
    },
  )

  app.get(
    '/clients',
    {
      schema: {
        operationId: 'listClients',
        summary: 'Clients, newest first',
        tags,
        querystring: PageQuery.extend({ policyId: Identifier.optional() }),
        response: { 200: pageOf(ClientView), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const rows = await clients.page(filter, limit + 1, placeOf(cursor))
      return pageOfRows(rows, limit, {
        at: ({ client, createdAt }) => ({ at: createdAt, id: client.id }),
        view: ({ client }) => viewClient(client),
      })
    },
  )

  app.get(
    '/clients/:clientId',
    {
      schema: {
        operationId: 'getClient',
        summary: 'One client',
        tags,
        params: ById,
        response: { 200: ClientView, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const client = viewClient(await clients.get(request.params.clientId))
      return reply.header('etag', etagOf(client)).send(client)
    },
  )

  app.patch(
    '/clients/:clientId',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'updateClient',
        summary: 'Change a client',
        description:
          'Tasks already judged keep their verdict until the request itself changes; new texts are in the new language. When they accepted the terms is taken in by their open requests at once.',
        tags,
        params: ById,
        headers: IfMatch,
        body: ClientChange,
        response: { 200: ClientView, 404: Problem, 409: Problem, 412: Problem, 422: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { clientId } = request.params
      const change = (known: Client) => {
        checkMatch(request, etagOf(viewClient(known)))
        return { ...known, ...given(request.body) }
      }
      const note = (trx: Db, edited: ChangedClient) => {
        const [before, after] = [viewClient(edited.before), viewClient(edited.after)]
        const entry = { action: 'client.update', subject: clientId, before, after }
        return audit.add({ ...by(request), ...entry }, now(), trx)
      }
      const after = viewClient((await changeClient(clientId, change, note, deps)).after)
      return reply.header('etag', etagOf(after)).send(after)
    },
  )

  app.delete(
    '/clients/:clientId',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'deleteClient',
        summary: 'Forget a client',
        description:
          'Refused while boards are watched for them. To remove every trace of a client, erase them, instead or afterwards.',
        tags,
        params: ById,
        headers: IfMatch,
        querystring: z.strictObject({
          force: Flag.meta({ description: 'Stop watching their boards first' }),
        }),
        response: {
          204: z.null(),
          404: Problem,
          409: Problem,
          412: Problem,
          502: Problem,
          504: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { clientId } = request.params
      const before = viewClient(await clients.get(clientId))
      checkMatch(request, etagOf(before))
      const watched = request.query.force ? await deps.boards.ofClient(clientId) : []
      for (const board of watched) {
        const entry = { action: 'board.delete', subject: board.id, before: viewBoard(board), after: null }
        const note = (trx: Db) => audit.add({ ...by(request), ...entry }, now(), trx)
        await forgetBoard(board, note, deps, newAttempt())
      }
      const entry = { action: deletion, subject: clientId, before, after: null }
      await clients.remove(clientId, (trx) => audit.add({ ...by(request), ...entry }, now(), trx))
      return reply.code(204).send(null)
    },
  )
}

/** A client with all that was not said, filled in. @throws AppError REQUEST_INVALID for what nobody can guess */
function complete({ name, ...body }: Omit<NewClient, 'like'>, like: Client | null): Client {
  const { language = like?.language, policyId = like?.policyId } = body
  if (language === undefined || policyId === undefined) {
    const details = Object.entries({ language, policyId })
      .filter(([, value]) => value === undefined)
      .map(([field]) => ({
        path: `body.${field}`,
        message: 'is required',
        remedy: 'say it, or name a client to copy by `like`',
      }))
    throw new AppError('REQUEST_INVALID', 'the request is not valid', { details })
  }
  return {
    id: newId('cli'),
    name,
    language,
    address: body.address ?? like?.address ?? 'vous',
    timeZone: body.timeZone ?? like?.timeZone ?? 'Europe/Paris',
    policyId,
    // A plan belongs to its policy.
    plan: body.plan ?? (policyId === like?.policyId ? like.plan : null),
    terms: body.terms ?? like?.terms ?? {},
    acceptedAt: body.acceptedAt ?? null,
  }
}
