import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { asDocument } from '#policies/document.ts'
import { reviewPolicy } from '#policies/review.ts'
import type { Clock } from '../../clock.ts'
import { Review, Source } from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'
import { expectType, takeYaml, yamlType } from '../yaml-body.ts'

/** Is this a policy? Nothing is kept. */
export const policyValidationRoutes: FastifyPluginAsyncZod<{ readonly now: Clock }> = async (
  app,
  { now },
) => {
  takeYaml(app)

  app.post(
    '/policies/validate',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'validatePolicy',
        summary: 'What is wrong or odd with a policy document',
        description:
          'Problems and warnings in French and English, with path and remedy. 200 for every document that can be read.',
        tags: ['Policies'],
        consumes: ['application/json', yamlType],
        body: Source,
        response: { 200: Review, 413: Problem, 415: Problem, ...problems },
      },
    },
    async (request) => {
      expectType(request, ['application/json', yamlType])
      const { isPublishable, problems: found, warnings } = reviewPolicy(asDocument(request.body), now())
      return { isPublishable, problems: [...found], warnings: [...warnings] }
    },
  )
}
