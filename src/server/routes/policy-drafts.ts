import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { asDocument } from '#policies/document.ts'
import { type JsonPatch, patchDocument } from '#policies/json-patch.ts'
import { type Json, patchPolicy } from '#policies/merge-patch.ts'
import type { Clock } from '../../clock.ts'
import type { Draft, DraftChange, DraftCheck, PolicyDrafts } from '../../pipeline/policy-drafts.ts'
import type { AuditLog } from '../../store/audit.ts'
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
      const change = await policyDrafts.replace(id, isSeenBy(request), asDocument(request.body))
      return answer(request, reply, change)
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
      const change = await policyDrafts.patch(id, isSeenBy(request), (source) => edited(source, body))
      return answer(request, reply, change)
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
      const before = writtenIn(await policyDrafts.discard(id, isSeenBy(request)))
      await audit.add(
        { ...by(request), action: 'policy.draft.discard', subject: id, before, after: null },
        now(),
      )
      return reply.code(204).send(null)
    },
  )

  async function answer(request: FastifyRequest, reply: FastifyReply, { before, after }: DraftChange) {
    const entry = { action: 'policy.draft.edit', subject: after.policyId }
    await audit.add({ ...by(request), ...entry, before: writtenIn(before), after: writtenIn(after) }, now())
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
