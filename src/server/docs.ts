import { createHash } from 'node:crypto'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'

/** The document and the pages to read it on, which load nothing from elsewhere. */
export async function docRoutes(app: FastifyInstance): Promise<void> {
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger())

  let opened: Promise<FastifyInstance> | null = null
  const show = async ({ url }: FastifyRequest, reply: FastifyReply) => {
    opened ??= openReference()
    const { statusCode, headers, payload } = await (await opened).inject({ url })
    return reply.code(statusCode).headers(headers).send(payload)
  }
  app.get('/docs', { schema: { hide: true } }, show)
  app.get('/docs/*', { schema: { hide: true } }, show)
  // The reference styles itself as it runs; its inline scripts are allowed one by one, by what they say.
  app.addHook('onSend', async (_request, reply, payload) => {
    if (typeof payload !== 'string' || !String(reply.getHeader('content-type')).startsWith('text/html'))
      return
    void reply.header('content-security-policy', pagePolicy(payload))
  })
}

/** The pages hold 20 megabytes of memory: a service of its own, made when somebody first reads them. */
async function openReference(): Promise<FastifyInstance> {
  const { default: apiReference } = await import('@scalar/fastify-api-reference')
  const reference = fastify()
  await reference.register(apiReference, {
    routePrefix: '/docs',
    configuration: {
      url: '/api/v1/openapi.json',
      metaData: { title: 'Cadre admin API' },
      withDefaultFonts: false,
      telemetry: false,
    },
  })
  return reference
}

function pagePolicy(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const hashes = scripts.map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
  return [
    "default-src 'none'",
    "object-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
