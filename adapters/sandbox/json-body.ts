import type { FastifyInstance } from 'fastify'

/** Reads bodies of JSON. Some requests say that they carry JSON and carry nothing: that is `empty`. */
export function acceptJson(app: FastifyInstance, empty: unknown, refuse: () => never): void {
  const parse = async (_request: unknown, body: string | Buffer): Promise<unknown> => {
    const text = String(body)
    if (text === '') return empty
    try {
      return JSON.parse(text)
    } catch {
      return refuse()
    }
  }
  app.addContentTypeParser('application/json', { parseAs: 'string' }, parse)
}
