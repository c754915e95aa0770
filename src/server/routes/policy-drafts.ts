import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { asDocument } from '#policies/document.ts'
import { type JsonPatch, patchDocument } from '#policies/json-patch.ts'
import { type Json, patchPolicy } from '#policies/merge-patch.ts'
import type { Clock } from '../../clock.ts'
import type { Draft, DraftChange, DraftCheck, PolicyDrafts } from '../../pipeline/policy-drafts.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { Also } from '../../store/database.ts'
import { by } from '../authenticate.ts'
import { checkMatch } from '../etag.ts'
import { mergeType, PatchBody, patchType, takePatches } from '../patch-body.ts'
import { ByPolicy, DraftView, IfMatch, Source } from '../policy-schemas.ts'
import { draftTag, draftView } from '../policy-views.ts'
import { Problem, problems } from '../problem.ts'
import { documentOr, expectType, takeYaml, Yaml, yamlType } from '../yaml-body.ts'

export interface PolicyDraftRoutes {
  readonly policyDrafts: PolicyDrafts
  readonly audit: AuditLog
  readonly now: Clock
}

const tags = ['Policy drafts']
const written = { 404: Problem, 412: Problem, 413: Problem, 415: Problem, 428: Problem, ...problems }

/** The draft of a policy: written in pieces, by whoever, without anybody's edit getting lost. */
export const policyDraftRoutes: FastifyPluginAsyncZod<PolicyDraftRoutes> = async (app, deps) => {
  const { policyDrafts, audit, now } = deps
  takeYaml(app)
  takePatches(app)

  app.get(
    '/policies/:id/draft',
    {
      schema: {
        operationId: 'getPolicyDraft',
        summary: 'The draft of a policy, with its problems and warnings',
        description:
          'Every policy has one: until something is saved, it reads like the version in force. As YAML (`Accept: application/yaml`): the document alone, to be edited and put back.',
        tags,
        params: ByPolicy,
        response: {
          200: {
            description: 'The draft',
            content: { 'application/json': { schema: DraftView }, [yamlType]: { schema: Yaml } },
          },
          404: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const draft = await policyDrafts.get(request.params.id)
      void reply.header('etag', draftTag(draft))
      return documentOr(request, reply, draft.source, draftView(draft, now()))
    },
  )

  app.put(
    '/policies/:id/draft',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'replacePolicyDraft',
        summary: 'Write the whole draft anew',
        description:
          'The document may have problems; the answer names them. From here on the draft changes the version now in force. Comments in YAML are not kept.',
        tags,
        params: ByPolicy,
        headers: IfMatch,
        consumes: ['application/json', yamlType],
        body: Source,
        response: { 200: DraftView, ...written },
      },
    },
    async (request, reply) => {
      expectType(request, ['application/json', yamlType])
      const { id } = request.params
      const source = asDocument(request.body)
      return answer(reply, await policyDrafts.replace(id, isSeenBy(request), source, record(request)))
    },
  )

  app.patch(
    '/policies/:id/draft',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'patchPolicyDraft',
        summary: 'Change parts of the draft',
        description: `As \`${mergeType}\` or \`${patchType}\`. All of the patch is applied or, with 409, nothing.`,
        tags,
        params: ByPolicy,
        headers: IfMatch,
        consumes: [mergeType, patchType],
        body: PatchBody,
        response: { 200: DraftView, 409: Problem, ...written },
      },
    },
    async (request, reply) => {
      expectType(request, [Array.isArray(request.body) ? patchType : mergeType])
      const { id } = request.params
      const { body } = request
      const edit = (source: Json) => edited(source, body)
      return answer(reply, await policyDrafts.patch(id, isSeenBy(request), edit, record(request)))
    },
  )

  app.delete(
    '/policies/:id/draft',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'discardPolicyDraft',
        summary: 'Throw the draft away',
        description: 'It reads like the version in force again. A policy that was never published is gone.',
        tags,
        params: ByPolicy,
        headers: IfMatch,
        response: { 204: z.null(), 404: Problem, 412: Problem, 428: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      await policyDrafts.discard(id, isSeenBy(request), (trx, draft) => {
        const entry = { action: 'policy.draft.discard', subject: id, before: writtenIn(draft), after: null }
        return audit.add({ ...by(request), ...entry }, now(), trx)
      })
      return reply.code(204).send(null)
    },
  )

  function record(request: FastifyRequest): Also<DraftChange> {
    return (trx, { before, after }) => {
      const entry = { action: 'policy.draft.edit', subject: after.policyId }
      const change = { before: writtenIn(before), after: writtenIn(after) }
      return audit.add({ ...by(request), ...entry, ...change }, now(), trx)
    }
  }

  async function answer(reply: FastifyReply, { after }: DraftChange) {
    void reply.header('etag', draftTag(after))
    return draftView(after, now())
  }
}

const writtenIn = ({ basedOn, source }: Draft) => ({ basedOn, source })

/** Every change of a draft needs `If-Match`. */
export function isSeenBy(request: FastifyRequest): DraftCheck {
  return (draft) => checkMatch(request, draftTag(draft), { isRequired: true })
}

function edited(source: Json, patch: Json | JsonPatch): Json {
  return Array.isArray(patch) ? patchDocument(source, patch) : asDocument(patchPolicy(source, patch as Json))
}
