import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '#model/error.ts'
import { type CreatePolicyDeps, createPolicy, type Origin } from '../../pipeline/create-policy.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { PolicyList } from '../../store/policy-list.ts'
import { by } from '../authenticate.ts'
import { exampleOf } from '../example.ts'
import { PageQuery, pageOf } from '../page.ts'
import { ByPolicy, DraftView, Source, VersionView } from '../policy-schemas.ts'
import { draftView } from '../policy-views.ts'
import { Problem, problems } from '../problem.ts'
import { Moment } from '../schemas.ts'
import { documentOr, Yaml, yamlType } from '../yaml-body.ts'

export interface PolicyRoutes extends CreatePolicyDeps {
  readonly list: PolicyList
  readonly audit: AuditLog
}

const Summary = z
  .object({
    id: z.string(),
    name: z.string(),
    version: z.int().nullable().meta({ description: 'In force now; null when there is only a draft' }),
    effectiveAt: Moment.nullable(),
    hasDraft: z.boolean(),
  })
  .meta({
    id: 'PolicySummary',
    example: {
      id: 'my-rules',
      name: 'Mes règles',
      version: 3,
      effectiveAt: '2027-01-01T00:00:00.000Z',
      hasDraft: false,
    },
  })
const NewPolicy = z
  .strictObject({
    id: ByPolicy.shape.id,
    preset: z.string().optional().meta({ description: 'The name of a preset' }),
    document: Source.optional(),
    clone: z
      .strictObject({ policyId: z.string(), version: z.int().positive().max(1_000_000).optional() })
      .optional()
      .meta({ description: 'Another policy; the version in force, if none is named' }),
    publish: z.boolean().default(true).meta({ description: 'false: only a draft, which may have problems' }),
    withCases: z
      .boolean()
      .default(false)
      .meta({ description: 'Also take the cases of the preset or policy' }),
  })
  .meta({ id: 'NewPolicy', example: { id: 'my-rules', preset: 'webmarketing', withCases: true } })
const tags = ['Policies']

/** Policies as a whole: what there is, and how a new one begins. */
export const policyRoutes: FastifyPluginAsyncZod<PolicyRoutes> = async (app, deps) => {
  const { policies, list, audit, now } = deps

  app.post(
    '/policies',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'createPolicy',
        summary: 'Create a policy, from a preset, a document or another policy',
        description:
          'Version 1 is in force at once. With `"publish": false` there is only a draft to go on with.',
        tags,
        body: NewPolicy,
        response: {
          201: z.union([VersionView, DraftView]).meta({ example: exampleOf(VersionView) }),
          404: Problem,
          409: Problem,
          422: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { id, publish, withCases, preset, document, clone } = request.body
      const after = { publish, preset, clone, withCases }
      const entry = { ...by(request), action: 'policy.create', subject: id, before: null, after }
      const made = await createPolicy(
        { id, from: originOf({ preset, document, clone }), publish, withCases },
        (trx) => audit.add(entry, now(), trx),
        deps,
      )
      const view = 'version' in made ? made.version : draftView(made.draft, now())
      const path = `/api/v1/policies/${id}`
      return reply
        .code(201)
        .header('location', publish ? path : `${path}/draft`)
        .send(view)
    },
  )

  app.get(
    '/policies',
    {
      schema: {
        operationId: 'listPolicies',
        summary: 'Policies, by id',
        description: 'Each with the version in force; also those of which there is only a draft.',
        tags,
        querystring: PageQuery,
        response: { 200: pageOf(Summary), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor = '' } = request.query
      const items = await list.page(now(), limit, cursor)
      return { items, nextCursor: items.length < limit ? null : (items.at(-1)?.id ?? null) }
    },
  )

  app.get(
    '/policies/:id',
    {
      schema: {
        operationId: 'getPolicy',
        summary: 'A policy: the version in force',
        description: 'As YAML (`Accept: application/yaml`): the document as it was written.',
        tags,
        params: ByPolicy,
        response: {
          200: {
            description: 'The version in force',
            content: { 'application/json': { schema: VersionView }, [yamlType]: { schema: Yaml } },
          },
          404: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const version = await policies.inForce(request.params.id, now())
      return documentOr(request, reply, version.source, version)
    },
  )
}

type Given = Pick<z.infer<typeof NewPolicy>, 'preset' | 'document' | 'clone'>

function originOf({ preset, document, clone }: Given): Origin {
  const given: Origin[] = [
    ...(preset === undefined ? [] : [{ preset }]),
    ...(document === undefined ? [] : [{ document }]),
    ...(clone === undefined ? [] : [{ clone }]),
  ]
  const [origin] = given
  if (origin === undefined || given.length > 1)
    throw new AppError('REQUEST_INVALID', 'give one of `preset`, `document` and `clone`')
  return origin
}
