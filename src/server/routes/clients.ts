import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Client } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { effectivePolicy } from '#policies/effective.ts'
import type { Clock } from '../../clock.ts'
import type { ClientStore } from '../../store/clients.ts'
import { newId } from '../../store/id.ts'
import type { PolicyStore } from '../../store/policies.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment } from '../schemas.ts'

export interface ClientRoutes {
  readonly clients: ClientStore
  readonly policies: PolicyStore
  readonly now: Clock
}

const timeZone = z.string().refine(isTimeZone, 'is not an IANA time zone such as Europe/Paris')

const Terms = z.record(z.string(), z.unknown()).meta({
  description:
    'What was agreed with this client alone, in the shape of the policy; services by their id: `{"billing": {"hourlyRate": 40}}`',
})

const ClientDraft = z.strictObject({
  name: z.string().min(1).max(200),
  language: z.enum(['fr', 'en']),
  address: z.enum(['tu', 'vous']).default('vous').meta({ description: 'How to address them in French' }),
  timeZone: timeZone.default('Europe/Paris').meta({ description: 'IANA; dates are shown to them in it' }),
  policyId: Identifier,
  plan: z.string().nullable().default(null).meta({ description: "One of the policy's plans" }),
  terms: Terms.default({}),
  acceptedAt: Moment.nullable()
    .default(null)
    .meta({ description: 'When they accepted your terms; some policies want that before anything is done' }),
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
      const client = { id: newId('cli'), ...request.body }
      await checkTerms(client, policies, now())
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
          plan: z.string().nullable().optional(),
          terms: Terms.optional(),
          acceptedAt: Moment.nullable().optional(),
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
      await checkTerms(client, policies, now())
      await clients.update(client)
      return client
    },
  )
}

/** The policy must exist and have the plan, and must still be one with what was agreed with this client. */
async function checkTerms(client: Client, policies: PolicyStore, now: Instant): Promise<void> {
  const { document } = await policies.inForce(client.policyId, now)
  const { plan } = client
  if (plan !== null && !Object.hasOwn(document.plans, plan)) {
    const known = Object.keys(document.plans).join(', ') || 'none'
    const remedy = `use one of its plans (${known}), or null`
    const details = [{ path: 'plan', message: `the policy has no plan "${plan}"`, remedy }]
    throw new AppError('REQUEST_INVALID', 'the plan is unknown', { details })
  }
  effectivePolicy(document, client)
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
