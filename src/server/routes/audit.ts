import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AuditLog } from '../../store/audit.ts'
import { PageQuery, pageOf, pageOfRows, placeOf } from '../page.ts'
import { problems } from '../problem.ts'
import { Identifier, Moment } from '../schemas.ts'

export interface AuditRoutes {
  readonly audit: Pick<AuditLog, 'page'>
}

const AuditEntry = z
  .object({
    id: z.string(),
    at: Moment,
    actor: z.object({
      id: z.string().meta({ description: "A key's id, or `environment` for CADRE_ADMIN_KEY" }),
      name: z.string(),
    }),
    action: z.string().meta({ example: 'key.rotate' }),
    subject: z.string().meta({ description: 'The id of what was changed' }),
    before: z
      .unknown()
      .meta({ description: 'As the API showed it, secrets masked; null if there was nothing' }),
    after: z.unknown(),
    requestId: z.string().meta({ description: 'As it stands in the logs' }),
  })
  .meta({
    id: 'AuditEntry',
    example: {
      id: 'aud_4Wd8JqPz1NcVtB6x',
      at: '2026-11-23T08:00:00.000Z',
      actor: { id: 'key_5Rt2MnQz7XcVbA3k', name: 'console' },
      action: 'client.update',
      subject: 'cli_3Zk0Qb7NfXr1aLwe',
      before: { address: 'vous' },
      after: { address: 'tu' },
      requestId: 'ed6a3657-a18c-4fc6-9ef5-337aed24042e',
    },
  })

/** Who changed what. There is no way to change or remove an entry. */
export const auditRoutes: FastifyPluginAsyncZod<AuditRoutes> = async (app, { audit }) => {
  app.get(
    '/audit',
    {
      schema: {
        operationId: 'listAudit',
        summary: 'Every change made through the API, newest first',
        tags: ['Audit'],
        querystring: PageQuery.extend({
          subject: Identifier.optional(),
          action: z
            .string()
            .max(100)
            .optional()
            .meta({ description: 'The kind of thing, a dot, a verb', example: 'key.create' }),
          actorId: Identifier.optional(),
          since: Moment.optional(),
          until: Moment.optional().meta({ description: 'Before this moment' }),
        }),
        response: { 200: pageOf(AuditEntry), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const entries = await audit.page(filter, limit + 1, placeOf(cursor))
      return pageOfRows(entries, limit, { at: (entry) => entry, view: (entry) => entry })
    },
  )
}
