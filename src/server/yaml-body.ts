import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '#model/error.ts'
import { parseYaml, yamlOf } from '#policies/yaml.ts'

/** RFC 9512. */
export const yamlType = 'application/yaml'

/** A document as a person writes it. */
export const Yaml = z.string().meta({
  example:
    'name: Mes règles\nservices:\n  - id: newsletter\n    kind: included\n    name:\n      fr: Newsletters\nbilling:\n  hourlyRate: 35\n',
})

/** Let the routes of a plugin take YAML bodies. Each says by `expectType` whether it does. */
export function takeYaml(app: FastifyInstance): void {
  app.addContentTypeParser(yamlType, { parseAs: 'string' }, async (_request: FastifyRequest, text: string) =>
    parseYaml(text),
  )
}

/** @throws AppError MEDIA_TYPE_UNSUPPORTED unless the body is of one of these types */
export function expectType<T extends string>(request: FastifyRequest, types: readonly T[]): T {
  const given = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const found = types.find((type) => type === given)
  if (found !== undefined) return found
  throw new AppError('MEDIA_TYPE_UNSUPPORTED', `send the body as ${types.join(' or ')}`)
}

/** What to answer: a document as YAML where the caller asks for that (`Accept: application/yaml`), else the whole view. */
export function documentOr<View>(
  request: FastifyRequest,
  reply: FastifyReply,
  document: unknown,
  view: View,
): View | string {
  void reply.header('vary', 'accept')
  if (!request.headers.accept?.toLowerCase().includes(yamlType)) return view
  void reply.type(`${yamlType}; charset=utf-8`)
  return yamlOf(document)
}
