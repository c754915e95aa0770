import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError, isAppError } from '#model/error.ts'
import type { Clock } from '../../clock.ts'
import { callbackUrlAt } from '../../pipeline/callback-url.ts'
import type { Connections } from '../../pipeline/connect.ts'
import { changeCredentials, checkCredentials, userOf } from '../../pipeline/credentials.ts'
import type { Refusals } from '../../pipeline/refusals.ts'
import { type ResumeDeps, resumeConnection } from '../../pipeline/resume-connection.ts'
import { type SubscribeDeps, subscribeBoard, unsubscribeBoard } from '../../pipeline/subscribe-board.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { BoardStore } from '../../store/boards.ts'
import type { Connection } from '../../store/connections.ts'
import { newId } from '../../store/id.ts'
import { newAttempt } from '../attempt.ts'
import { by } from '../authenticate.ts'
import { checkMatch, IfMatch } from '../etag.ts'
import { PageQuery, pageOf, pageOfRows, placeOf, placeOfCreated } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Tool } from '../schemas.ts'
import {
  ConnectionPatch,
  ConnectionView,
  etagOfConnection,
  NewConnection,
  viewConnection,
} from './connection-shapes.ts'

export interface ConnectionRoutes extends SubscribeDeps, ResumeDeps {
  readonly boards: BoardStore
  readonly connections: Connections
  readonly audit: AuditLog
  readonly refusals: Pick<Refusals, 'forget'>
  /** Where the tools reach us; undefined when they cannot. */
  readonly publicUrl: string | undefined
  readonly now: Clock
}

const ById = z.object({ connectionId: Identifier })
const tags = ['Connections']
const toolProblems = { 502: Problem, 504: Problem }

/** Accounts in the tools. Credentials are tried before they are kept, and are never shown again. */
export const connectionRoutes: FastifyPluginAsyncZod<ConnectionRoutes> = async (app, deps) => {
  const { connectionStore: store, connections, audit, now } = deps

  app.post(
    '/connections',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'createConnection',
        summary: 'Connect an account of a tool',
        tags,
        body: NewConnection,
        response: { 201: ConnectionView, 409: Problem, 422: Problem, ...toolProblems, ...problems },
      },
    },
    async (request, reply) => {
      const { tool, name } = request.body
      const id = newId('con')
      const updates = request.body.updates ?? (deps.publicUrl === undefined ? 'poll' : 'webhook')
      const credentials = checkCredentials(connections.moduleOf(tool), request.body.credentials)
      const callbackUrl = callbackUrlOf({ id, tool, updates })
      const draft = { id, tool, name, userId: '', credentials, updates, callbackUrl, createdAt: now() }
      const userId = await userOf(connections.connect(draft).adapter, newAttempt())
      const connection: Connection = { ...draft, userId }
      const after = viewConnection(connection)
      const entry = { ...by(request), action: 'connection.create', subject: id, before: null, after }
      await store.insert(connection, (trx) => audit.add(entry, now(), trx))
      void reply.header('etag', etagOfConnection(connection)).header('location', `/api/v1/connections/${id}`)
      return reply.code(201).send(after)
    },
  )

  app.get(
    '/connections',
    {
      schema: {
        operationId: 'listConnections',
        summary: 'Connections, newest first',
        tags,
        querystring: PageQuery.extend({ tool: Tool.optional() }),
        response: { 200: pageOf(ConnectionView), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const rows = await store.page(filter, limit + 1, placeOf(cursor))
      return pageOfRows(rows, limit, { at: placeOfCreated, view: viewConnection })
    },
  )

  app.get(
    '/connections/:connectionId',
    {
      schema: {
        operationId: 'getConnection',
        summary: 'One connection',
        tags,
        params: ById,
        response: { 200: ConnectionView, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const connection = await store.get(request.params.connectionId)
      return reply.header('etag', etagOfConnection(connection)).send(viewConnection(connection))
    },
  )

  app.patch(
    '/connections/:connectionId',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'updateConnection',
        summary: 'Rename a connection, change its credentials, or how it learns of changes',
        description:
          'Credentials given are merged with those kept; what had failed for good because the tool refused the old ones is tried again, and all boards are swept. To rotate a webhook secret, send the new one as `secret` and the old one as `previousSecret`; send an empty `previousSecret` when the rotation is over. `updates: webhook` also moves the webhooks to the present PUBLIC_URL; if the tool refuses that, they stay where they are, and so does `updates`.',
        tags,
        params: ById,
        headers: IfMatch,
        body: ConnectionPatch,
        response: {
          200: ConnectionView,
          404: Problem,
          409: Problem,
          412: Problem,
          422: Problem,
          ...toolProblems,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const known = await store.get(request.params.connectionId)
      checkMatch(request, etagOfConnection(known)) // before the tool is asked in vain
      const { name, credentials, updates } = request.body
      const module = connections.moduleOf(known.tool)
      const withGiven = ({ credentials: kept }: Connection) =>
        checkCredentials(module, changeCredentials(kept, credentials ?? {}))
      const userId =
        credentials === undefined
          ? known.userId
          : await userOf(
              connections.connect({ ...known, credentials: withGiven(known) }).adapter,
              newAttempt(),
            )
      const change = (fresh: Connection) => {
        checkMatch(request, etagOfConnection(fresh))
        return {
          ...(name !== undefined && { name }),
          ...(credentials !== undefined && { credentials: withGiven(fresh), userId }),
          ...(updates !== undefined && { updates, callbackUrl: callbackUrlOf({ ...fresh, updates }) }),
        }
      }
      const edited = await store.edit(known.id, change, (trx, { before, after }) => {
        // That they were changed is told; what they are is masked.
        const changed = { ...viewConnection(after), ...(credentials !== undefined && { credentials }) }
        const entry = { action: 'connection.update', subject: known.id, before: viewConnection(before) }
        return audit.add({ ...by(request), ...entry, after: changed }, now(), trx)
      })
      connections.forget(known.id)
      if (credentials !== undefined || updates !== undefined) deps.refusals.forget(known.id)
      try {
        if (updates !== undefined) await moveWebhooks(edited.after)
      } catch (error) {
        await putBack(edited, request)
        throw error
      } finally {
        if (credentials !== undefined) await resumeConnection(known.id, deps)
      }
      // Of one moment, whoever has changed it since: who sends this tag back has seen what it stands for.
      const stored = await store.get(known.id)
      return reply.header('etag', etagOfConnection(stored)).send(viewConnection(stored))
    },
  )

  app.delete(
    '/connections/:connectionId',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'deleteConnection',
        summary: 'Forget a connection, its boards and what is known of their tasks',
        description: 'Our webhooks are removed from the tool. Nothing else in the tool is touched.',
        tags,
        params: ById,
        headers: IfMatch,
        response: { 204: z.null(), 404: Problem, 412: Problem, ...toolProblems, ...problems },
      },
    },
    async (request, reply) => {
      const { connection, adapter } = await connections.get(request.params.connectionId)
      checkMatch(request, etagOfConnection(connection))
      for (const board of await deps.boards.ofConnection(connection.id))
        await unsubscribeBoard(board, adapter, deps, newAttempt())
      const entry = { action: 'connection.delete', subject: connection.id, after: null }
      const before = viewConnection(connection)
      await store.remove(connection.id, (trx) => audit.add({ ...by(request), ...entry, before }, now(), trx))
      connections.forget(connection.id)
      return reply.code(204).send(null)
    },
  )

  /** @throws AppError PUBLIC_URL_MISSING */
  function callbackUrlOf(connection: Pick<Connection, 'id' | 'tool' | 'updates'>): string | null {
    if (connection.updates === 'poll') return null
    if (deps.publicUrl !== undefined) return callbackUrlAt(deps.publicUrl, connection)
    throw new AppError(
      'PUBLIC_URL_MISSING',
      'webhooks need a PUBLIC_URL: set it, or choose `"updates": "poll"`',
    )
  }

  /** Move all webhooks of a connection to where it is told of changes now, or take them away. */
  async function moveWebhooks(connection: Connection): Promise<void> {
    const { adapter } = connections.connect(connection)
    for (const board of await deps.boards.ofConnection(connection.id)) {
      if (connection.updates === 'webhook') {
        await subscribeBoard(board, { connection, adapter }, deps, newAttempt())
        continue
      }
      await unsubscribeBoard(board, adapter, deps, newAttempt())
    }
  }

  /** What could not be had leaves what there was: Trello signs with the address that a webhook has, not with the one kept here. */
  async function putBack(
    { before, after }: { before: Connection; after: Connection },
    request: FastifyRequest,
  ): Promise<void> {
    const { updates, callbackUrl } = before
    const change = (fresh: Connection) =>
      fresh.updates === after.updates && fresh.callbackUrl === after.callbackUrl
        ? { updates, callbackUrl }
        : {} // somebody else has moved them meanwhile
    const { after: restored } = await store.edit(after.id, change, (trx, { before, after }) => {
      const entry = { action: 'connection.update', subject: after.id, before: viewConnection(before) }
      return audit.add({ ...by(request), ...entry, after: viewConnection(after) }, now(), trx)
    })
    connections.forget(after.id)
    try {
      await moveWebhooks(restored)
    } catch (error) {
      // The tool refuses this as well: the sweep repairs what is missing, and the doctor names it.
      if (!isAppError(error)) throw error
      request.log.warn({ connectionId: after.id, code: error.code }, 'webhooks could not be put back')
    }
  }
}
