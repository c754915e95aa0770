import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { localDate } from '#policies/calendar.ts'
import { type DocumentName, documents } from '#policies/documents/documents.ts'
import type { Clock } from '../../clock.ts'
import type { PolicyStore } from '../../store/policies.ts'
import { LanguageQuery } from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier } from '../schemas.ts'

export interface DocumentRoutes {
  readonly policies: PolicyStore
  readonly now: Clock
}

const names = Object.keys(documents) as [DocumentName, ...DocumentName[]]
const View = z
  .object({ title: z.string(), mediaType: z.enum(['text/markdown', 'text/html']), text: z.string() })
  .meta({
    id: 'PolicyDocument',
    example: {
      title: 'Signature e-mail',
      mediaType: 'text/html',
      text: '<p><strong>Assistante virtuelle webmarketing</strong></p>',
    },
  })
const tags = ['Policies']

/** A policy as prose: what judges the requests also writes the contract. */
export const documentRoutes: FastifyPluginAsyncZod<DocumentRoutes> = async (app, { policies, now }) => {
  app.get(
    '/policies/:id/documents/:name',
    {
      schema: {
        operationId: 'writeDocument',
        summary: 'A document written from the version of a policy in force',
        description:
          'The written procedure, contract clauses, service list, e-mail signature, automatic replies, checklist.',
        tags,
        params: z.object({ id: Identifier, name: z.enum(names) }),
        querystring: LanguageQuery,
        response: { 200: View, 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { id, name } = request.params
      const { document } = await policies.inForce(id, now())
      const today = localDate(now(), document.hours?.timeZone ?? 'UTC')
      return documents[name](document, request.query.language ?? document.language, today)
    },
  )
}
