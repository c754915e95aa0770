import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '#model/error.ts'
import { presets } from '#policies/presets/presets.ts'
import { Policy } from '#policies/schema.ts'
import type { Clock } from '../../clock.ts'
import type { PolicyStore, PolicyVersion } from '../../store/policies.ts'
import { Problem, problems } from '../problem.ts'
import { Moment } from '../schemas.ts'

export interface PolicyRoutes {
  readonly policies: PolicyStore
  readonly now: Clock
}

const PolicyId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'use small letters, digits and hyphens')
const PolicyView = z
  .object({ id: z.string(), version: z.int(), effectiveAt: Moment, document: Policy })
  .meta({ id: 'PolicyVersion' })
const PolicySummary = z.object({ id: z.string(), version: z.int(), effectiveAt: Moment, name: z.string() })
/** Checked by `parsePolicy`, which reports every problem with a remedy. */
const Draft = z
  .record(z.string(), z.unknown())
  .meta({ description: 'A policy document; GET /presets/{name} shows one' })
const tags = ['Policies']

/** Policies are append-only: a change is a new version, so that every decision can be explained and replayed. */
export const policyRoutes: FastifyPluginAsyncZod<PolicyRoutes> = async (app, { policies, now }) => {
  app.get(
    '/presets',
    {
      schema: {
        operationId: 'listPresets',
        summary: 'Policies ready to use',
        tags,
        response: { 200: z.array(z.object({ name: z.string(), title: z.string() })), ...problems },
      },
    },
    async () => Object.entries(presets).map(([name, { name: title }]) => ({ name, title })),
  )

  app.get(
    '/presets/:name',
    {
      schema: {
        operationId: 'getPreset',
        summary: 'One preset, as a policy document',
        tags,
        params: z.object({ name: z.string() }),
        response: { 200: Policy, 404: Problem, ...problems },
      },
    },
    async (request) => presetOf(request.params.name),
  )

  app.post(
    '/policies',
    {
      schema: {
        operationId: 'createPolicy',
        summary: 'Create a policy, from a preset or from a document',
        tags,
        body: z.strictObject({ id: PolicyId, preset: z.string().optional(), document: Draft.optional() }),
        response: { 201: PolicyView, 404: Problem, 409: Problem, 422: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { id, preset, document } = request.body
      if ((preset === undefined) === (document === undefined)) {
        throw new AppError('REQUEST_INVALID', 'give either `preset` or `document`')
      }
      const source = preset === undefined ? document : presetOf(preset)
      return reply.code(201).send(await policies.append(id, source, 0, now()))
    },
  )

  app.get(
    '/policies',
    {
      schema: {
        operationId: 'listPolicies',
        summary: 'The newest version of each policy',
        tags,
        response: { 200: z.array(PolicySummary), ...problems },
      },
    },
    async () => (await policies.list()).map(summary),
  )

  app.get(
    '/policies/:id',
    {
      schema: {
        operationId: 'getPolicy',
        summary: 'The newest version of a policy',
        tags,
        params: z.object({ id: PolicyId }),
        response: { 200: PolicyView, 404: Problem, ...problems },
      },
    },
    (request) => policies.get(request.params.id),
  )

  app.get(
    '/policies/:id/versions',
    {
      schema: {
        operationId: 'listPolicyVersions',
        summary: 'All versions of a policy, oldest first',
        tags,
        params: z.object({ id: PolicyId }),
        response: { 200: z.array(PolicySummary), 404: Problem, ...problems },
      },
    },
    async (request) => {
      const versions = await policies.versions(request.params.id)
      if (versions.length === 0) throw new AppError('NOT_FOUND', `there is no policy ${request.params.id}`)
      return versions.map(summary)
    },
  )

  app.get(
    '/policies/:id/versions/:version',
    {
      schema: {
        operationId: 'getPolicyVersion',
        summary: 'One version of a policy',
        tags,
        params: z.object({ id: PolicyId, version: z.coerce.number().int().positive().max(1_000_000) }),
        response: { 200: PolicyView, 404: Problem, ...problems },
      },
    },
    (request) => policies.get(request.params.id, request.params.version),
  )

  app.post(
    '/policies/:id/versions',
    {
      schema: {
        operationId: 'appendPolicyVersion',
        summary: 'Publish a new version, in force at once',
        description:
          '`after` is the version that you changed: if another has been published since, nothing is lost and you get a 409.',
        tags,
        params: z.object({ id: PolicyId }),
        body: z.strictObject({ after: z.int().positive(), document: Draft }),
        response: { 201: PolicyView, 404: Problem, 409: Problem, 422: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { after, document } = request.body
      await policies.get(id, after)
      return reply.code(201).send(await policies.append(id, document, after, now()))
    },
  )
}

function presetOf(name: string): Policy {
  const preset = presets[name]
  if (preset === undefined) throw new AppError('NOT_FOUND', `there is no preset ${name}`)
  return preset
}

const summary = ({ id, version, effectiveAt, document }: PolicyVersion) => ({
  id,
  version,
  effectiveAt,
  name: document.name,
})
