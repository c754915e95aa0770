import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yamlOf } from '#policies/yaml.ts'
import { type ImportDeps, importEverything } from '../../pipeline/import-everything.ts'
import { by } from '../authenticate.ts'
import { EverythingDocument, Imported } from '../everything-schemas.ts'
import { exampleOf } from '../example.ts'
import { Problem, problems } from '../problem.ts'
import { documentOr, yamlType } from '../yaml-body.ts'

const ImportBody = z
  .strictObject({
    document: EverythingDocument,
    dryRun: z.boolean().default(false).meta({ description: 'Say what would be made; write nothing' }),
    onConflict: z
      .enum(['skip', 'fail'])
      .default('skip')
      .meta({ description: 'fail: 409 when anything is there already' }),
  })
  .meta({
    id: 'ImportRequest',
    example: { document: exampleOf(EverythingDocument), dryRun: true },
  })

const tags = ['Export and import']

/** As much as one import may hold, in bytes. */
const bodyLimit = 32 * 1024 * 1024

/** All that people have set up: out of one service, into another. */
export const everythingRoutes: FastifyPluginAsyncZod<ImportDeps> = async (app, deps) => {
  app.get(
    '/export',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'exportEverything',
        summary: 'All policies, clients, accounts and boards in one document',
        description:
          'Policies with every version, draft, case and example. Accounts without their credentials. Requests and what became of them are not part of it. As YAML with `Accept: application/yaml`.',
        tags,
        response: {
          200: {
            description: 'The document',
            content: {
              'application/json': { schema: EverythingDocument },
              [yamlType]: { schema: z.string().meta({ example: yamlOf(exampleOf(EverythingDocument)) }) },
            },
          },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const everything = await deps.everything.read()
      const document = EverythingDocument.parse({
        ...{ format: 'cadre', formatVersion: 1, exportedAt: deps.now() },
        ...everything,
      })
      return documentOr(request, reply, document, document)
    },
  )

  app.post(
    '/import',
    {
      bodyLimit,
      config: { scope: 'admin' },
      schema: {
        operationId: 'importEverything',
        summary: 'Move in what was exported elsewhere',
        description:
          'The whole document is checked first; then all that is missing here is made in one step, with the ids it had. What is there already is never changed. Boards find their account by tool and name, and begin in dry run. Safe to repeat.',
        tags,
        body: ImportBody,
        response: { 200: Imported, 409: Problem, 413: Problem, ...problems },
      },
    },
    async (request) => Imported.parse(await importEverything(request.body, by(request), deps)),
  )
}
