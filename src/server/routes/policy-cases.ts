import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PolicyCase } from '#policies/cases/case.ts'
import { checkKept } from '#policies/document.ts'
import type { Clock } from '../../clock.ts'
import { type CaseChange, type CaseChanges, type CaseCheck, found } from '../../pipeline/change-cases.ts'
import type { PolicyDrafts } from '../../pipeline/policy-drafts.ts'
import type { AuditEntry, AuditLog } from '../../store/audit.ts'
import type { Also, Db } from '../../store/database.ts'
import type { CaseStore, StoredCase } from '../../store/policy-cases.ts'
import { by } from '../authenticate.ts'
import { checkMatch, etagOf, IfMatch } from '../etag.ts'
import { pageOf } from '../page.ts'
import { ByPolicy, NumberedPage } from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment } from '../schemas.ts'

export interface PolicyCaseRoutes {
  readonly cases: CaseStore
  readonly caseChanges: CaseChanges
  readonly policyDrafts: PolicyDrafts
  readonly audit: AuditLog
  readonly now: Clock
}

const example = {
  name: 'Un article de blog est hors cadre',
  now: '2026-11-23T08:00:00.000Z',
  request: { title: 'Article de blog 1 500 mots' },
  expect: { headline: 'out_of_scope', says: ['devis à part'] },
}
const Draft = PolicyCase.meta({ id: 'PolicyCase', example })
const View = PolicyCase.extend({ id: z.string(), createdAt: Moment }).meta({
  id: 'StoredPolicyCase',
  example: {
    id: 'cas_8Lm3TqRz5XcVbN2w',
    createdAt: '2026-11-23T08:00:00.000Z',
    ...PolicyCase.parse(example),
  },
})
const ByCase = ByPolicy.extend({ caseId: Identifier })
const tags = ['Policy cases']
const changed = { 404: Problem, 412: Problem, ...problems }

/** Requests with what must come of them: a policy that no longer keeps them is not published by mistake. */
export const policyCaseRoutes: FastifyPluginAsyncZod<PolicyCaseRoutes> = async (app, deps) => {
  const { cases, caseChanges, policyDrafts, audit, now } = deps

  app.get(
    '/policies/:id/cases',
    {
      schema: {
        operationId: 'listPolicyCases',
        summary: 'The cases of a policy, newest first',
        tags,
        params: ByPolicy,
        querystring: NumberedPage,
        response: { 200: pageOf(View), 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { limit, cursor = null } = request.query
      const { id } = request.params
      await policyDrafts.get(id) // there must be such a policy
      const stored = await cases.page(id, limit, cursor)
      const last = stored.length < limit ? undefined : stored.at(-1)
      return { items: stored.map(viewOf), nextCursor: last === undefined ? null : String(last.position) }
    },
  )

  app.post(
    '/policies/:id/cases',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'addPolicyCase',
        summary: 'Add a case',
        description:
          'A request and what must come of it. Left out of `expect`: not checked. Publishing runs all cases; one that fails holds it back.',
        tags,
        params: ByPolicy,
        body: Draft,
        response: { 201: View, 404: Problem, 409: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      checkKept(request.body)
      const note: Also<StoredCase> = (trx, added) =>
        record(request, 'policy.case.add', { before: null, after: viewOf(added) }, trx)
      const added = viewOf(await caseChanges.add(id, request.body, note))
      const place = `/api/v1/policies/${id}/cases/${added.id}`
      return reply.code(201).header('location', place).header('etag', etagOf(added)).send(added)
    },
  )

  app.get(
    '/policies/:id/cases/:caseId',
    {
      schema: {
        operationId: 'getPolicyCase',
        summary: 'One case',
        tags,
        params: ByCase,
        response: { 200: View, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { id, caseId } = request.params
      const view = viewOf(found(await cases.find(id, caseId), caseId))
      void reply.header('etag', etagOf(view))
      return view
    },
  )

  app.put(
    '/policies/:id/cases/:caseId',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'replacePolicyCase',
        summary: 'Write a case anew',
        tags,
        params: ByCase,
        headers: IfMatch,
        body: Draft,
        response: { 200: View, ...changed },
      },
    },
    async (request, reply) => {
      const { id, caseId } = request.params
      checkKept(request.body)
      const note: Also<CaseChange> = (trx, { before, after }) =>
        record(request, 'policy.case.update', { before: viewOf(before), after: viewOf(after) }, trx)
      const { after } = await caseChanges.replace(id, caseId, isSeenBy(request), request.body, note)
      const view = viewOf(after)
      void reply.header('etag', etagOf(view))
      return view
    },
  )

  app.delete(
    '/policies/:id/cases/:caseId',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'removePolicyCase',
        summary: 'Remove a case',
        tags,
        params: ByCase,
        headers: IfMatch,
        response: { 204: z.null(), ...changed },
      },
    },
    async (request, reply) => {
      const { id, caseId } = request.params
      await caseChanges.remove(id, caseId, isSeenBy(request), (trx, removed) =>
        record(request, 'policy.case.remove', { before: viewOf(removed), after: null }, trx),
      )
      return reply.code(204).send(null)
    },
  )

  function record(
    request: FastifyRequest,
    action: string,
    change: Pick<AuditEntry, 'before' | 'after'>,
    trx: Db,
  ) {
    const { id: subject } = ByPolicy.loose().parse(request.params)
    return audit.add({ ...by(request), action, subject, ...change }, now(), trx)
  }
}

const viewOf = ({ id, document, createdAt }: StoredCase) => ({ id, createdAt, ...PolicyCase.parse(document) })

function isSeenBy(request: FastifyRequest): CaseCheck {
  return (known) => checkMatch(request, etagOf(viewOf(known)))
}
