import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '#model/error.ts'
import type { Clock } from '../../clock.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { Db } from '../../store/database.ts'
import { createExampleStore, type ExampleStore } from '../../store/examples.ts'
import type { PolicyStore } from '../../store/policies.ts'
import { by } from '../authenticate.ts'
import { exampleOf } from '../example.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment } from '../schemas.ts'

export interface ExampleRoutes {
  readonly examples: ExampleStore
  readonly policies: PolicyStore
  readonly audit: AuditLog
  readonly now: Clock
}

const Draft = z
  .strictObject({
    title: z.string().min(1).max(1000),
    text: z.string().max(10_000).default(''),
    scope: z.enum(['in', 'out', 'review']),
    service: z.string().nullable().default(null),
  })
  .meta({ id: 'ExampleDraft', example: { title: 'Le mot du jeudi', scope: 'in', service: 'newsletter' } })
const View = z
  .object({
    id: z.string(),
    revision: z.int().meta({ description: 'From which revision on it counts' }),
    title: z.string(),
    text: z.string(),
    scope: z.enum(['in', 'out', 'review']),
    service: z.string().nullable(),
    taskId: z.string().nullable().meta({ description: 'The task whose correction it was' }),
    createdAt: Moment,
  })
  .meta({
    id: 'Example',
    example: {
      id: 'exa_1Pq6WzNm4XcVbT8r',
      revision: 4,
      title: 'Le mot du jeudi',
      text: '',
      scope: 'in',
      service: 'newsletter',
      taskId: null,
      createdAt: '2026-11-23T08:00:00.000Z',
    },
  })
const Examples = z
  .object({ revision: z.int(), examples: z.array(View) })
  .meta({ example: { revision: 4, examples: [exampleOf(View)] } })
const ById = z.object({ id: Identifier })
const tags = ['Policies']

/** What corrections have taught about a policy: to see, to add by hand, to take back. */
export const exampleRoutes: FastifyPluginAsyncZod<ExampleRoutes> = async (app, deps) => {
  const { examples, policies, audit, now } = deps

  app.get(
    '/policies/:id/examples',
    {
      schema: {
        operationId: 'listExamples',
        summary: 'What corrections have taught',
        tags,
        params: ById,
        response: {
          200: Examples,
          404: Problem,
          ...problems,
        },
      },
    },
    async (request) => {
      const { id } = request.params
      await policies.versionAt(id, now())
      const revision = await examples.revision(id)
      return { revision, examples: await examples.at(id, revision) }
    },
  )

  app.post(
    '/policies/:id/examples',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'addExample',
        summary: 'Teach by an example',
        description: 'Counts for every request that is judged from now on. Verdicts already given stay.',
        tags,
        params: ById,
        body: Draft,
        response: { 201: View, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { document } = await policies.inForce(id, now())
      checkService(request.body, document.services)
      const added = await audit.changing(
        now(),
        (trx) =>
          createExampleStore(trx).add({ ...request.body, policyId: id, taskId: null, clientId: null }, now()),
        (after) => ({ ...by(request), action: 'example.add', subject: id, before: null, after }),
      )
      return reply.code(201).header('location', `/api/v1/policies/${id}/examples`).send(added)
    },
  )

  app.delete(
    '/policies/:id/examples/:exampleId',
    {
      config: { scope: 'policy' },
      schema: {
        operationId: 'removeExample',
        summary: 'Take back what an example taught',
        tags,
        params: ById.extend({ exampleId: Identifier }),
        response: { 204: z.null(), 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { id, exampleId } = request.params
      const remove = async (trx: Db) => {
        if (!(await createExampleStore(trx).remove(id, exampleId)))
          throw new AppError('NOT_FOUND', `policy ${id} has no example ${exampleId}`)
      }
      const entry = { action: 'example.remove', subject: id, before: { id: exampleId }, after: null }
      await audit.changing(now(), remove, () => ({ ...by(request), ...entry }))
      return reply.code(204).send(null)
    },
  )
}

/** Covered work is covered by a service of the catalogue; other work names an excluded one, or none. */
function checkService(
  { scope, service }: z.infer<typeof Draft>,
  services: readonly { readonly id: string; readonly kind: string }[],
): void {
  const found = services.find(({ id }) => id === service)
  const isIn = found !== undefined && found.kind !== 'excluded'
  const isOut = service === null || found?.kind === 'excluded'
  if (scope === 'in' ? isIn : scope === 'out' ? isOut : service === null) return
  const fitting = services
    .filter(({ kind }) => (kind === 'excluded') === (scope === 'out'))
    .map(({ id }) => id)
  const remedy = scope === 'review' ? 'leave it out' : `use one of ${fitting.join(', ')}`
  const details = [{ path: 'body.service', message: `"${service}" does not fit "${scope}"`, remedy }]
  throw new AppError('REQUEST_INVALID', 'the service does not fit', { details })
}
