import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { effectivePolicy, originsOf } from '#policies/effective.ts'
import { Policy } from '#policies/schema.ts'
import type { Clock } from '../../clock.ts'
import type { ClientStore } from '../../store/clients.ts'
import type { PolicyStore } from '../../store/policies.ts'
import { policyExample } from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier } from '../schemas.ts'

export interface ClientPolicyRoutes {
  readonly clients: ClientStore
  readonly policies: PolicyStore
  readonly now: Clock
}

const View = z
  .object({
    clientId: z.string(),
    policyId: z.string(),
    version: z.int(),
    plan: z.string().nullable(),
    document: Policy,
    origins: z.record(z.string(), z.enum(['default', 'policy', 'plan', 'client'])).meta({
      description: 'Where each value was written, by path; services by their id. `default`: built in',
      example: {
        'billing.hourlyRate': 'client',
        'urgency.capPercent': 'plan',
        'billing.currency': 'default',
      },
    }),
  })
  .meta({
    id: 'ClientPolicy',
    example: {
      clientId: 'cli_3Zk0Qb7NfXr1aLwe',
      policyId: 'my-rules',
      version: 3,
      plan: null,
      document: policyExample,
      origins: { 'billing.hourlyRate': 'client', 'billing.currency': 'default' },
    },
  })

/** What holds for one client, and who said so. */
export const clientPolicyRoutes: FastifyPluginAsyncZod<ClientPolicyRoutes> = async (app, deps) => {
  const { clients, policies, now } = deps

  app.get(
    '/clients/:clientId/policy',
    {
      schema: {
        operationId: 'getClientPolicy',
        summary: 'The policy as it holds for a client, with the origin of each value',
        description: "The version in force, then the client's plan, then their own terms.",
        tags: ['Clients'],
        params: z.object({ clientId: Identifier }),
        response: { 200: View, 404: Problem, 422: Problem, ...problems },
      },
    },
    async (request) => {
      const client = await clients.get(request.params.clientId)
      const {
        id: policyId,
        version,
        document: policy,
        source,
      } = await policies.inForce(client.policyId, now())
      const document = effectivePolicy(policy, client)
      const origins = originsOf(source, policy, client)
      return { clientId: client.id, policyId, version, plan: client.plan, document, origins }
    },
  )
}
