import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** RFC 7396 and RFC 6902. */
export const mergeType = 'application/merge-patch+json'
export const patchType = 'application/json-patch+json'

/** Whatever applies patches passes over these names: what is meant for such a place would be put above it. */
const passedOver = ['__proto__', 'constructor', 'prototype']
const Pointer = z
  .string()
  .max(500)
  .regex(/^(\/([^~/]|~[01])*)*$/u, 'is not a JSON pointer such as /billing/hourlyRate')
  .refine((path) => !path.split('/').some((name) => passedOver.includes(name)), 'is no place in a document')
const PatchStep = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['add', 'replace', 'test']), path: Pointer, value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), path: Pointer }),
  z.strictObject({ op: z.enum(['move', 'copy']), from: Pointer, path: Pointer }),
])
/** Either kind of patch; which one it is says the type of the body. */
export const PatchBody = z
  .union([
    z
      .record(z.string(), z.unknown())
      .meta({ description: 'JSON Merge Patch (RFC 7396); services by their id' }),
    z.array(PatchStep).max(200).meta({ description: 'JSON Patch (RFC 6902)' }),
  ])
  .meta({ example: { billing: { hourlyRate: 40 }, services: { newsletter: { price: 80 } } } })

/** The same change as the example of the body, step by step. */
export const patchExample = [
  { op: 'replace', path: '/billing/hourlyRate', value: 40 },
  { op: 'add', path: '/services/0/price', value: 80 },
]

/** Let the routes of a plugin take both kinds of patches. */
export function takePatches(app: FastifyInstance): void {
  const parser = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser([mergeType, patchType], { parseAs: 'string' }, parser)
}
