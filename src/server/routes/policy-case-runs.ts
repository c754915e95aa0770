import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { parsePolicy } from '#policies/schema.ts'
import type { CaseRunner } from '../../pipeline/case-runner.ts'
import type { PolicyDrafts } from '../../pipeline/policy-drafts.ts'
import type { PolicyStore } from '../../store/policies.ts'
import { exampleOf } from '../example.ts'
import { ByPolicy } from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'
import { FindingCode } from '../schemas.ts'

export interface PolicyCaseRunRoutes {
  readonly policies: PolicyStore
  readonly policyDrafts: PolicyDrafts
  readonly runCases: CaseRunner
}

const Result = z
  .object({
    id: z.string(),
    name: z.string(),
    passed: z.boolean(),
    headline: FindingCode.nullable().meta({ description: 'Null when the client of the case does not fit' }),
    differences: z.array(
      z.object({
        what: z.string().meta({ example: 'headline' }),
        expected: z.unknown(),
        actual: z.unknown(),
        fr: z.string().meta({ example: 'Verdict : attendu « Hors cadre », obtenu « Dans le cadre ».' }),
        en: z.string(),
      }),
    ),
  })
  .meta({
    id: 'PolicyCaseResult',
    example: {
      id: 'cas_8Lm3TqRz5XcVbN2w',
      name: 'Un article de blog est hors cadre',
      passed: false,
      headline: 'in_scope',
      differences: [
        {
          what: 'headline',
          expected: 'out_of_scope',
          actual: 'in_scope',
          fr: 'Verdict : attendu « Hors cadre », obtenu « Dans le cadre ».',
          en: 'Verdict: expected “Out of scope”, got “In scope”.',
        },
      ],
    },
  })

const Results = z.object({ passed: z.int(), failed: z.int(), results: z.array(Result) }).meta({
  example: { passed: 0, failed: 1, results: [exampleOf(Result)] },
})

/** Try a policy on its cases, whenever somebody wants to know. */
export const policyCaseRunRoutes: FastifyPluginAsyncZod<PolicyCaseRunRoutes> = async (app, deps) => {
  const { policies, policyDrafts, runCases } = deps

  app.post(
    '/policies/:id/cases/run',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'runPolicyCases',
        summary: 'Run the cases against the draft or a version',
        description: 'Nothing is written. Every difference from what is expected is told in words.',
        tags: ['Policy cases'],
        params: ByPolicy,
        body: z
          .strictObject({ version: z.int().positive().max(1_000_000).optional() })
          .nullable()
          .meta({ description: 'Left out: the draft', example: { version: 1 } }),
        response: {
          200: Results,
          404: Problem,
          422: Problem,
          ...problems,
        },
      },
    },
    async (request) => {
      const { id } = request.params
      const version = request.body?.version
      const document =
        version === undefined
          ? parsePolicy((await policyDrafts.get(id)).source)
          : (await policies.get(id, version)).document
      const runs = await runCases(id, version ?? 0, document)
      const passed = runs.filter((run) => run.passed).length
      const results = runs.map(({ decision, differences, ...run }) => ({
        ...{ ...run, differences: [...differences], headline: decision?.headline ?? null },
      }))
      return { passed, failed: runs.length - passed, results }
    },
  )
}
