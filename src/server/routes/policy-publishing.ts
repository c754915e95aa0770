import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { asDocument } from '#policies/document.ts'
import type { Clock } from '../../clock.ts'
import type { Publication as Published, Publisher } from '../../pipeline/publish-policy.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { Also } from '../../store/database.ts'
import type { PolicyStore, PolicyVersion } from '../../store/policies.ts'
import { by } from '../authenticate.ts'
import { exampleOf } from '../example.ts'
import {
  ByPolicy,
  IfMatch,
  Note,
  Publication,
  PublishBody,
  Source,
  sourceExample,
  VersionView,
} from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'
import { isSeenBy } from './policy-drafts.ts'

export interface PolicyPublishingRoutes {
  readonly policies: PolicyStore
  readonly publisher: Publisher
  readonly audit: AuditLog
  readonly now: Clock
}

const tags = ['Policy versions']
const published = { 404: Problem, 409: Problem, 422: Problem, ...problems }

/** How a version comes about: from the draft, from a document, from an old version. */
export const policyPublishingRoutes: FastifyPluginAsyncZod<PolicyPublishingRoutes> = async (app, deps) => {
  const { policies, publisher, audit, now } = deps

  app.post(
    '/policies/:id/draft/publish',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'publishPolicyDraft',
        summary: 'Publish the draft, now or for a moment to come',
        description:
          'Needs `If-Match` with the ETag of the draft. Refused while it has problems (422), when another version came into force since it was begun (409), when a case of the policy fails or too much would change (422; `override`).',
        tags,
        params: ByPolicy,
        headers: IfMatch,
        body: PublishBody.nullable().meta({ example: exampleOf(PublishBody) }),
        response: { 201: Publication, 412: Problem, 428: Problem, ...published },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const note = record(request, await inForce(id))
      const publication = await publisher.publishDraft(id, isSeenBy(request), request.body ?? {}, note)
      return reply
        .code(201)
        .header('location', placeOf(publication.version))
        .send({ ...publication, failedCases: [...publication.failedCases] })
    },
  )

  app.post(
    '/policies/:id/versions',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'appendPolicyVersion',
        summary: 'Publish a document without a draft',
        description:
          '`after` is the number of the newest version, which you changed: if another has been published since, nothing is lost and you get a 409. The same checks hold as for a draft.',
        tags,
        params: ByPolicy,
        body: PublishBody.extend({ after: z.int().positive().max(1_000_000), document: Source }).meta({
          example: { after: 3, document: sourceExample, note: 'Nouveaux tarifs 2027' },
        }),
        response: { 201: VersionView, ...published },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { after, document, ...terms } = request.body
      const before = await inForce(id)
      const source = asDocument(document)
      const { version } = await publisher.publishDocument(id, source, after, terms, record(request, before))
      return reply.code(201).header('location', placeOf(version)).send(version)
    },
  )

  app.post(
    '/policies/:id/rollback',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'rollBackPolicy',
        summary: 'Put the rules of an old version in force again, at once',
        description:
          'They are published as a new version. They have served before, so no cases are run and no impact is measured; they have to fit the clients of today (409). A version that is pending still comes into force at its moment; cancel it if that is not meant.',
        tags,
        params: ByPolicy,
        body: z
          .strictObject({ to: z.int().positive().max(1_000_000), note: Note.default(null) })
          .meta({ example: { to: 1, note: 'Retour aux anciens tarifs' } }),
        response: { 201: VersionView, ...published },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { to, note } = request.body
      const before = await inForce(id)
      const version = await publisher.rollBack(id, to, note, (trx, made) => {
        const after = { ...shortly(made), to }
        return audit.add(
          { ...by(request), action: 'policy.rollback', subject: id, before, after },
          now(),
          trx,
        )
      })
      return reply.code(201).header('location', placeOf(version)).send(version)
    },
  )

  /** What the audit log tells of the version that is replaced. */
  async function inForce(id: string) {
    const isPublished = (await policies.newestNumber(id)) > 0
    return isPublished ? shortly(await policies.inForce(id, now())) : null
  }

  function record(request: FastifyRequest, before: unknown): Also<Published> {
    return (trx, { version, failedCases, impact }) => {
      const after = { ...shortly(version), failedCases, impact }
      const entry = { action: 'policy.publish', subject: version.id, before, after }
      return audit.add({ ...by(request), ...entry }, now(), trx)
    }
  }
}

/** A version never changes, so its number says it all. */
const shortly = ({ version, effectiveAt, note }: PolicyVersion) => ({ version, effectiveAt, note })

const placeOf = ({ id, version }: PolicyVersion) => `/api/v1/policies/${id}/versions/${version}`
