import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { BookEntry } from '#model/book.ts'
import { book } from '../../pipeline/book.ts'
import type { Also } from '../../store/database.ts'
import { by } from '../authenticate.ts'
import { Problem, problems } from '../problem.ts'
import { optionalBody } from '../schemas.ts'
import { BookEntryView, Deposit, entryView, Goodwill, Hours } from './book-shapes.ts'
import type { ClientBookRoutes } from './client-books.ts'
import { ById } from './task-shapes.ts'

const tags = ['Books']

/** Shortcuts from a task into the books of its client. */
export const taskBookRoutes: FastifyPluginAsyncZod<ClientBookRoutes> = async (app, deps) => {
  const shortcuts = [
    {
      kind: 'deposit',
      body: Deposit,
      operationId: 'bookDeposit',
      summary: 'A deposit for this request has arrived',
    },
    { kind: 'hours', body: Hours, operationId: 'bookHours', summary: 'Work was done on this request' },
    {
      kind: 'goodwill',
      body: optionalBody(Goodwill),
      operationId: 'bookGoodwill',
      summary: 'Give this request away',
    },
  ] as const
  for (const { kind, body, operationId, summary } of shortcuts) {
    app.post(
      `/tasks/:id/${kind}`,
      {
        config: { scope: 'operate' },
        schema: {
          operationId,
          summary,
          description: 'Makes an entry in the books of its client; the request is looked at again at once.',
          tags,
          params: ById,
          body,
          response: { 201: BookEntryView, 404: Problem, ...problems },
        },
      },
      async (request, reply) => {
        const { actor } = by(request)
        const { id: taskId } = request.params
        const clientId = await deps.tasks.clientOf(taskId)
        const given = { ...request.body, kind, clientId, taskId, actor: { id: actor.id, name: actor.name } }
        const note: Also<BookEntry> = (trx, added) => {
          const entry = { action: `task.${kind}`, subject: taskId, before: null, after: entryView(added) }
          return deps.audit.add({ ...by(request), ...entry }, deps.now(), trx)
        }
        const after = entryView(await book(given, note, deps))
        return reply.code(201).header('location', `/api/v1/clients/${clientId}/book`).send(after)
      },
    )
  }
}
