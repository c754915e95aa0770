import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { scopeOf } from '../authenticate.ts'
import { withAnswers } from './answers.ts'
import { withBodyExamples } from './bodies.ts'
import { tags } from './tags.ts'
import { withoutUnused } from './unused.ts'

const description = `Set up and understand Cadre.

Errors are RFC 9457 problems with a stable \`code\`. Lists are \`{ items, nextCursor }\`, newest first. Every POST may bear an
\`Idempotency-Key\` and is then safe to repeat. Every answer has an \`X-Request-Id\`, yours if you sent one. A key may send
600 requests a minute; \`X-RateLimit-*\` says how many are left, and a 429 says when to go on.`

/** Describes every route that is registered after it. */
export async function addOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cadre admin API',
        version: '1',
        description,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'The service that shows this document' }],
      tags,
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key: `cadre_…`. Each operation names the scope that it needs.',
          },
        },
      },
      security: [{ key: [] }],
    },
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input)
      const { method, config } = input.route
      return { schema: { ...schema, security: [{ key: [scopeOf(method, config)] }] }, url }
    },
    transformObject: (document) =>
      withoutUnused(withBodyExamples(withAnswers(jsonSchemaTransformObject(document)))),
  })
}
