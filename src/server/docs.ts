import { createHash } from 'node:crypto'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'

/** A word for its maker stands below the chapters, with a link to them. */
const withoutPromotion = '.darklight-reference a[target="_blank"] { display: none }'

/** A card within a frame. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect x="3" y="3" width="26" height="26" rx="4" fill="#fff" stroke="#1b4d5c" stroke-width="4"/>
<rect x="10" y="11" width="12" height="10" rx="2" fill="#e0a030"/></svg>`

/** The document and the pages to read it on, which load nothing from elsewhere. */
export async function docRoutes(app: FastifyInstance): Promise<void> {
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.get('/favicon.ico', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
  )

  let opened: Promise<FastifyInstance> | null = null
  const show = async ({ url }: FastifyRequest, reply: FastifyReply) => {
    opened ??= openReference()
    const { statusCode, headers, payload } = await (await opened).inject({ url })
    if (statusCode === 404) return reply.callNotFound()
    return reply.code(statusCode).headers(headers).send(payload)
  }
  // Who opens the bare address in a browser wants to know what this is.
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/docs/'))
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
      pageTitle: 'Cadre admin API',
      metaData: { title: 'Cadre admin API' },
      withDefaultFonts: false,
      customCss: withoutPromotion,
      telemetry: false,
      // What its maker offers beside it, on hosts of theirs.
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
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
