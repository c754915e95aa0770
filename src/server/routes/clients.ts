import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { ClientStore } from '../../store/clients.ts'
import { newId } from '../../store/id.ts'
import type { PolicyStore } from '../../store/policies.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier } from '../schemas.ts'

export interface ClientRoutes {
  readonly clients: ClientStore
  readonly policies: PolicyStore
  readonly now: Clock
}

const timeZone = z.string().refine(isTimeZone, 'is not an IANA time zone such as Europe/Paris')

const ClientDraft = z.strictObject({
  name: z.string().min(1).max(200),
  language: z.enum(['fr', 'en']),
  address: z.enum(['tu', 'vous']).default('vous').meta({ description: 'How to address them in French' }),
  timeZone: timeZone.default('Europe/Paris').meta({ description: 'IANA; dates are shown to them in it' }),
  policyId: Identifier,
})

const ClientView = ClientDraft.extend({ id: z.string() }).meta({ id: 'Client' })
const ById = z.object({ clientId: Identifier })
const tags = ['Clients']

/** The assistant's customers: how to speak to each, and by which policy they are served. */
export const clientRoutes: FastifyPluginAsyncZod<ClientRoutes> = async (app, { clients, policies, now }) => {
  app.post(
    '/clients',
    {
      schema: {
        operationId: 'createClient',
        summary: 'Add a client',
        tags,
        body: ClientDraft,
        response: { 201: ClientView, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      await policies.get(request.body.policyId)
      const client = { id: newId('cli'), ...request.body }
      await clients.insert(client, now())
      return reply.code(201).send(client)
    },
  )

  app.get(
    '/clients',
    {
      schema: {
        operationId: 'listClients',
        summary: 'All clients',
        tags,
        response: { 200: z.array(ClientView), ...problems },
      },
    },
    () => clients.list(),
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
    (request) => clients.get(request.params.clientId),
  )

  app.patch(
    '/clients/:clientId',
    {
      schema: {
        operationId: 'updateClient',
        summary: 'Change a client',
        description:
          'Tasks already judged keep their verdict until the request itself changes; new texts are in the new language.',
        tags,
        params: ById,
        body: z.strictObject({
          name: z.string().min(1).max(200).optional(),
          language: z.enum(['fr', 'en']).optional(),
          address: z.enum(['tu', 'vous']).optional(),
          timeZone: timeZone.optional(),
          policyId: Identifier.optional(),
        }),
        response: { 200: ClientView, 404: Problem, ...problems },
      },
    },
    async (request) => {
      const known = await clients.get(request.params.clientId)
      const given = Object.fromEntries(
        Object.entries(request.body).filter(([, value]) => value !== undefined),
      )
      const client = { ...known, ...given }
      await policies.get(client.policyId)
      await clients.update(client)
      return client
    },
  )
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
