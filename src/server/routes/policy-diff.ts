import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type CompareDeps, comparePolicies } from '../../pipeline/compare-policies.ts'
import { ByPolicy, LanguageQuery, VersionNumber } from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'

const State = z.union([z.literal('draft'), VersionNumber])
const StateView = z.union([z.literal('draft'), z.int()])
const Change = z
  .object({
    path: z.string().meta({ example: 'billing.hourlyRate' }),
    kind: z.enum(['added', 'removed', 'changed']),
    before: z.unknown(),
    after: z.unknown(),
    words: z.string().meta({ example: 'Le tarif horaire passe de 35,00 € à 40,00 €.' }),
  })
  .meta({ id: 'PolicyChange' })

const diffExample = {
  from: 2,
  to: 'draft',
  changes: [
    {
      path: 'billing.hourlyRate',
      kind: 'changed',
      before: 35,
      after: 40,
      words: 'Le tarif horaire passe de 35,00 € à 40,00 €.',
    },
  ],
}

/** What a new version changes, for whoever decides on it. */
export const policyDiffRoutes: FastifyPluginAsyncZod<CompareDeps> = async (app, deps) => {
  app.get(
    '/policies/:id/diff',
    {
      schema: {
        operationId: 'diffPolicy',
        summary: 'What changes between two states of a policy, in words',
        description:
          'Sentences to the assistant, in French or English. Services are known by their id, wherever they stand; a default that is written down is no change. 422 while the draft has problems.',
        tags: ['Policies'],
        params: ByPolicy,
        querystring: LanguageQuery.extend({
          from: State.optional().meta({ description: 'A version, or `draft`; left out: the one in force' }),
          to: State.default('draft').meta({ description: 'A version, or `draft`' }),
        }),
        response: {
          200: z
            .object({ from: StateView, to: StateView, changes: z.array(Change) })
            .meta({ id: 'PolicyDiff', example: diffExample }),
          404: Problem,
          422: Problem,
          ...problems,
        },
      },
    },
    async (request) => {
      const { to } = request.query
      const { from, changes } = await comparePolicies(request.params.id, request.query, deps)
      return { from, to, changes: [...changes] }
    },
  )
}
