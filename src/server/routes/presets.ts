import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { presets } from '#policies/presets/presets.ts'
import { presetSummaries } from '#policies/presets/summaries.ts'
import { Policy, parsePolicy } from '#policies/schema.ts'
import { presetSource } from '../../pipeline/create-policy.ts'
import { exampleOf } from '../example.ts'
import { policyExample } from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'
import { documentOr, Yaml, yamlType } from '../yaml-body.ts'

const Texts = z.object({ fr: z.string(), en: z.string() })
const PresetView = z
  .object({
    name: z.string().meta({ example: 'webmarketing' }),
    title: z.string(),
    description: Texts.meta({ description: 'What its rules are, in short' }),
    audience: Texts.meta({ description: 'Who it is for' }),
  })
  .meta({
    id: 'Preset',
    example: {
      name: 'webmarketing',
      title: 'Assistante virtuelle webmarketing',
      description: {
        fr: 'Newsletters, visuels et programmation compris ; rédaction longue exclue.',
        en: 'Newsletters, visuals and scheduling included; long-form writing excluded.',
      },
      audience: {
        fr: 'Une assistante qui aide des indépendantes à communiquer en ligne.',
        en: 'An assistant who helps solo businesses with their online marketing.',
      },
    },
  })
const Presets = z.object({ items: z.array(PresetView), nextCursor: z.null() }).meta({
  example: { items: [exampleOf(PresetView)], nextCursor: null },
})
/** A document on its own, as JSON. */
const Document = Policy.meta({ example: policyExample })
const tags = ['Policies']

/** Policies ready to use: to look at, and to begin with. */
export const presetRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/presets',
    {
      schema: {
        operationId: 'listPresets',
        summary: 'Policies ready to use',
        description: 'Each with what it says and who it is for. `POST /policies` makes one yours.',
        tags,
        response: {
          200: Presets,
          ...problems,
        },
      },
    },
    async () => ({
      items: Object.entries(presetSummaries).map(([name, { description, audience }]) => ({
        ...{ name, title: presets[name]?.name ?? name, description, audience },
      })),
      nextCursor: null,
    }),
  )

  app.get(
    '/presets/:name',
    {
      schema: {
        operationId: 'getPreset',
        summary: 'One preset, as a policy document',
        description:
          'As JSON with everything that is built in filled in; as YAML (`Accept: application/yaml`) as it is written.',
        tags,
        params: z.object({ name: z.string().meta({ example: 'webmarketing' }) }),
        response: {
          200: {
            description: 'The document',
            content: { 'application/json': { schema: Document }, [yamlType]: { schema: Yaml } },
          },
          404: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const source = presetSource(request.params.name, 'params.name')
      return documentOr(request, reply, source, parsePolicy(source))
    },
  )
}
