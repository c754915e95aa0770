import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type BookEntry, bookKinds } from '#model/book.ts'
import { balanceOf } from '../../pipeline/balance.ts'
import { type BookDeps, book, reverse } from '../../pipeline/book.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { Also } from '../../store/database.ts'
import { by } from '../authenticate.ts'
import { PageQuery, pageOf, pageOfRows, placeOf, placeOfCreated } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier } from '../schemas.ts'
import { AccountView, BookEntryView, entryView, NewBookEntry, note } from './book-shapes.ts'

export interface ClientBookRoutes extends BookDeps {
  readonly audit: AuditLog
}

const ByClient = z.object({ clientId: Identifier })
const tags = ['Books']

/** The assistant's books: hours, deposits, payments and gifts of each client. Nothing in them is changed or removed. */
export const clientBookRoutes: FastifyPluginAsyncZod<ClientBookRoutes> = async (app, deps) => {
  app.post(
    '/clients/:clientId/book',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'bookForClient',
        summary: "Write into a client's books",
        description: 'Open requests on which this bears are looked at again at once.',
        tags,
        params: ByClient,
        body: NewBookEntry,
        response: { 201: BookEntryView, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { actor } = by(request)
      const { clientId } = request.params
      const booking = { ...request.body, clientId, actor: { id: actor.id, name: actor.name } }
      const note: Also<BookEntry> = (trx, added) => {
        const entry = { action: 'client.book', subject: clientId, before: null, after: entryView(added) }
        return deps.audit.add({ ...by(request), ...entry }, deps.now(), trx)
      }
      const after = entryView(await book(booking, note, deps))
      return reply.code(201).header('location', `/api/v1/clients/${clientId}/book`).send(after)
    },
  )

  app.post(
    '/clients/:clientId/book/:entryId/reverse',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'reverseBookEntry',
        summary: 'Take a wrong entry back by another one',
        tags,
        params: ByClient.extend({ entryId: Identifier }),
        body: z
          .strictObject({ note })
          .nullish()
          .meta({ example: { note: 'Noté deux fois' } }),
        response: { 201: BookEntryView, 404: Problem, 409: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { actor } = by(request)
      const { clientId, entryId } = request.params
      const wrong = await deps.books.get(clientId, entryId)
      const given = {
        clientId,
        entryId,
        note: request.body?.note ?? '',
        actor: { id: actor.id, name: actor.name },
      }
      const note: Also<BookEntry> = (trx, added) => {
        const change = { before: entryView(wrong), after: entryView(added) }
        const entry = { action: 'client.reverse', subject: clientId, ...change }
        return deps.audit.add({ ...by(request), ...entry }, deps.now(), trx)
      }
      const after = entryView(await reverse(given, note, deps))
      return reply.code(201).header('location', `/api/v1/clients/${clientId}/book`).send(after)
    },
  )

  app.get(
    '/clients/:clientId/book',
    {
      schema: {
        operationId: 'listBook',
        summary: "A client's books, newest first",
        tags,
        params: ByClient,
        querystring: PageQuery.extend({ kind: z.enum(bookKinds).optional(), taskId: Identifier.optional() }),
        response: { 200: pageOf(BookEntryView), 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { id } = await deps.clients.get(request.params.clientId)
      const { limit, cursor, ...filter } = request.query
      const entries = await deps.books.page(id, filter, limit + 1, placeOf(cursor))
      return pageOfRows(entries, limit, { at: placeOfCreated, view: entryView })
    },
  )

  app.get(
    '/clients/:clientId/account',
    {
      schema: {
        operationId: 'getClientAccount',
        summary: 'How a client stands: hours used and left, payments',
        tags,
        params: ByClient,
        response: { 200: AccountView, 404: Problem, 422: Problem, ...problems },
      },
    },
    async (request) => {
      const client = await deps.clients.get(request.params.clientId)
      const { document } = await deps.clientPolicies.inForceAt(client, deps.now())
      return AccountView.parse(balanceOf(client, document, await deps.books.all(client.id), deps.now()))
    },
  )
}
