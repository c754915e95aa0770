import { Readable } from 'node:stream'
import type { FastifyPluginAsync } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { type EraseDeps, eraseClient, erasure } from '../../pipeline/erase-client.ts'
import { exportClient } from '../../pipeline/export-client.ts'
import type { RetentionDeps } from '../../pipeline/retention.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { Erased } from '../../store/client-records.ts'
import type { Also } from '../../store/database.ts'
import { newAttempt } from '../attempt.ts'
import { by } from '../authenticate.ts'
import { exampleOf } from '../example.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment } from '../schemas.ts'
import { ClientView } from './client-shapes.ts'

export interface ClientPrivacyRoutes extends EraseDeps, RetentionDeps {
  readonly audit: AuditLog
  readonly now: Clock
}

const Record = z.looseObject({ id: z.string() })
const Records = z.array(Record)

const ClientExport = z
  .object({
    exportedAt: Moment,
    client: ClientView,
    boards: Records,
    requests: Records.meta({ description: 'Asked by other channels than the boards' }),
    book: Records.meta({ description: "What the assistant's books say of them" }),
    examples: Records.meta({ description: 'Learnt from requests on boards that are no longer watched' }),
    audit: Records.meta({ description: 'What was done to client and boards through this API' }),
    tasks: z.array(
      Record.extend({
        decisions: Records,
        runs: Records,
        answers: Records,
        orders: Records.meta({ description: 'What people wanted done about it' }),
        twins: z.array(z.looseObject({ twinId: z.string().nullable() })).meta({
          description: "Its counterpart on the assistant's own board, if it has one",
        }),
        deliveries: Records.meta({ description: 'Of the task and of its twin' }),
        examples: Records,
        audit: Records,
      }),
    ),
  })
  .meta({
    id: 'ClientExport',
    description: 'Records are as they are stored',
    example: {
      exportedAt: '2026-11-23T08:00:00.000Z',
      client: exampleOf(ClientView),
      boards: [{ id: 'brd_7Hk2PqLz9XcVtB4n', name: 'Claire' }],
      requests: [],
      book: [],
      examples: [],
      audit: [],
      tasks: [
        {
          id: 'tsk_2Xc7VbNm4QwErT9y',
          decisions: [],
          runs: [],
          answers: [],
          orders: [],
          twins: [],
          deliveries: [],
          examples: [],
          audit: [],
        },
      ],
    },
  })

const count = z.int()
const ErasedView = z
  .object({
    boards: count,
    tasks: count,
    decisions: count,
    runs: count,
    answers: count,
    orders: count,
    twins: count.meta({ description: "Links to the assistant's own board; the cards there stay" }),
    deliveries: count,
    jobs: count.meta({ description: 'Looks that waited or failed, and what the queue remembered of others' }),
    examples: count.meta({ description: 'Learnt from their requests' }),
    requests: count.meta({ description: 'Asked by other channels' }),
    bookEntries: count,
    auditEntries: count.meta({
      description: 'Entries whose content was masked; who did what, and when, stays',
    }),
  })
  .meta({
    id: 'Erased',
    example: {
      boards: 1,
      tasks: 42,
      decisions: 51,
      runs: 160,
      answers: 12,
      orders: 4,
      twins: 42,
      deliveries: 230,
      jobs: 1,
      examples: 2,
      requests: 3,
      bookEntries: 17,
      auditEntries: 9,
    },
  })

const ById = z.object({ clientId: Identifier })
const tags = ['Privacy']

/** What a client may ask of whoever keeps data about them: all of it, or that it be gone. */
export const clientPrivacyRoutes: FastifyPluginAsync<ClientPrivacyRoutes> = async (app, deps) => {
  app.get(
    '/clients/:clientId/export',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'exportClient',
        summary: 'Everything that is kept about a client, as one JSON document',
        tags,
        params: ById,
        response: { 200: ClientExport, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const client = await deps.clients.get(ById.parse(request.params).clientId)
      const disposition = `attachment; filename="${client.id}.json"`
      void reply.type('application/json; charset=utf-8').header('content-disposition', disposition)
      return reply.send(Readable.from(exportClient(client, deps.records, deps.now())))
    },
  )

  app.withTypeProvider<ZodTypeProvider>().post(
    '/clients/:clientId/erase',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'eraseClient',
        summary:
          'Erase a client: boards, tasks, verdicts, answers, books, webhooks received, and what was learnt from them',
        description:
          'Also a client who was deleted before. Our webhooks are taken away first. What their boards show stays as it is. What was answered to requests with an Idempotency-Key is kept sealed for a day. Asking twice does no harm.',
        tags,
        params: ById,
        response: { 200: ErasedView, 404: Problem, 502: Problem, 504: Problem, ...problems },
      },
    },
    async (request) => {
      const { clientId } = request.params
      const note: Also<Erased> = (trx, after) => {
        const entry = { action: erasure, subject: clientId, before: null, after }
        return deps.audit.add({ ...by(request), ...entry }, deps.now(), trx)
      }
      return eraseClient(clientId, note, deps, newAttempt())
    },
  )
}
