import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '#model/error.ts'
import type { Clock } from '../../clock.ts'
import type { Publisher } from '../../pipeline/publish-policy.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { PolicyStore } from '../../store/policies.ts'
import { by } from '../authenticate.ts'
import { pageOf } from '../page.ts'
import { ByPolicy, NumberedPage, VersionNumber, VersionSummary, VersionView } from '../policy-schemas.ts'
import { versionSummary } from '../policy-views.ts'
import { Problem, problems } from '../problem.ts'
import { documentOr, Yaml, yamlType } from '../yaml-body.ts'

export interface PolicyVersionRoutes {
  readonly policies: PolicyStore
  readonly publisher: Publisher
  readonly audit: AuditLog
  readonly now: Clock
}

const ByVersion = ByPolicy.extend({ version: VersionNumber })
const tags = ['Policy versions']

/** What was published, and taking back what is not in force yet. */
export const policyVersionRoutes: FastifyPluginAsyncZod<PolicyVersionRoutes> = async (app, deps) => {
  const { policies, publisher, audit, now } = deps

  app.get(
    '/policies/:id/versions',
    {
      schema: {
        operationId: 'listPolicyVersions',
        summary: 'The versions of a policy, newest first',
        description:
          'In force is the version whose `effectiveAt` came last; of several with the same moment, the highest number. A pending version comes into force at its moment even if others are published before.',
        tags,
        params: ByPolicy,
        querystring: NumberedPage,
        response: { 200: pageOf(VersionSummary), 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params
      const { limit, cursor = null } = request.query
      if ((await policies.newestNumber(id)) === 0) throw new AppError('NOT_FOUND', `there is no policy ${id}`)
      const moment = now()
      const inForce = await policies.versionAt(id, moment)
      const versions = await policies.versions(id, limit, cursor)
      const last = versions.length < limit ? undefined : versions.at(-1)
      const items = versions.map((version) => versionSummary(version, inForce, moment))
      return { items, nextCursor: last === undefined ? null : String(last.version) }
    },
  )

  app.get(
    '/policies/:id/versions/:version',
    {
      schema: {
        operationId: 'getPolicyVersion',
        summary: 'One version of a policy',
        description:
          'It never changes. As YAML (`Accept: application/yaml`): the document as it was written.',
        tags,
        params: ByVersion,
        response: {
          200: {
            description: 'The version',
            content: { 'application/json': { schema: VersionView }, [yamlType]: { schema: Yaml } },
          },
          404: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const version = await policies.get(request.params.id, request.params.version)
      return documentOr(request, reply, version.source, version)
    },
  )

  app.delete(
    '/policies/:id/versions/:version',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'cancelPolicyVersion',
        summary: 'Take back a version that is not in force yet',
        description: 'Its number is not used again. What has been in force stays for ever: 409.',
        tags,
        params: ByVersion,
        response: { 204: z.null(), 404: Problem, 409: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { id, version } = request.params
      await publisher.cancel(id, version, (trx, { effectiveAt, note }) => {
        const before = { version, effectiveAt, note }
        const entry = { action: 'policy.cancel', subject: id, before, after: null }
        return audit.add({ ...by(request), ...entry }, now(), trx)
      })
      return reply.code(204).send(null)
    },
  )
}
