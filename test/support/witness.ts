import { subscribe } from 'node:diagnostics_channel'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { afterEach } from 'vitest'
import { createAnswerCheck, type GivenAnswer } from './documented.ts'
import type { ApiDocument } from './openapi.ts'

/**
 * Stands at the door of every service that runs in a test's process and compares each answer of the admin API, whoever
 * asked for it, with the service's own document. A test during which an answer was not as documented fails.
 */

const complaints = new Set<string>()
const answered = new Set<string>()

/** Has an operation answered with a status since this file's tests began? */
export const wasAnswered = (method: string, path: string, status: number): boolean =>
  answered.has(`${method} ${path} ${status}`)

afterEach(() => {
  if (complaints.size === 0) return
  const found = [...complaints]
  complaints.clear()
  throw new Error(['answers are not as /api/v1/openapi.json says:', ...found].join('\n  '))
})

subscribe('fastify.initialization', (message) => {
  const { fastify: app } = message as { readonly fastify: FastifyInstance }
  let isReading = false
  let check: ReturnType<typeof createAnswerCheck> | undefined
  /** Before anybody is answered: it takes a third of a second, in which a service under way would seem overloaded. */
  const readDocument = async () => {
    check = createAnswerCheck(app.swagger() as unknown as ApiDocument)
  }
  function compare(answer: GivenAnswer): void {
    answered.add(`${answer.method} ${answer.path} ${answer.status}`)
    for (const complaint of check?.(answer) ?? ['the document was not read']) complaints.add(complaint)
  }

  /** The last hook before an answer is sent: all headers are set by then. */
  async function witness(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
    const answer = {
      method: request.method,
      path: (request.routeOptions.url ?? '').replace(/:(\w+)/gu, '{$1}'),
      status: reply.statusCode,
      headers: reply.getHeaders(),
    }
    if (payload instanceof Readable)
      return Readable.from(passedOn(payload, (body) => compare({ ...answer, body })))
    compare({ ...answer, body: reply.statusCode === 204 ? '' : String(payload ?? '') })
    return payload
  }

  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/v1/') || route.method === 'HEAD' || route.schema?.hide) return
    route.onSend = [...[route.onSend ?? []].flat(), witness]
    // Not sooner: what makes the document gets ready first.
    if (!isReading) app.addHook('onReady', readDocument)
    isReading = true
  })
})

/** A stream as it is, whose whole text is told when it ends. */
async function* passedOn(stream: Readable, tell: (text: string) => void): AsyncGenerator<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk))
    yield chunk
  }
  tell(Buffer.concat(chunks).toString('utf8'))
}
