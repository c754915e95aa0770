import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { ConnectionError, FastifyBaseLogger } from 'fastify'
import { AppError } from '#model/error.ts'
import { problemOf } from './problem.ts'

/** Node's own refusals, by their code. */
const refusals: Readonly<Record<string, () => AppError>> = {
  HPE_HEADER_OVERFLOW: () => new AppError('HEADERS_TOO_LARGE', 'address and headers are longer than 16 KiB'),
  ERR_HTTP_REQUEST_TIMEOUT: () => new AppError('REQUEST_TOO_SLOW', 'the request did not arrive in time'),
}

/**
 * Answers what cannot be read as HTTP, or not in time: it never becomes a request, yet whoever sent it gets a problem as
 * from everywhere else. The connection is closed, for nobody knows where a next request would begin.
 */
export function answerUnreadable({ code }: ConnectionError, socket: Socket, log: FastifyBaseLogger): void {
  if (code === 'ECONNRESET' || !socket.writable) return
  const refusal = refusals[code]?.() ?? new AppError('REQUEST_INVALID', 'this is not HTTP')
  const problem = problemOf(refusal, randomUUID())
  log.debug({ code: problem.code, requestId: problem.instance }, 'request unreadable')
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${problem.instance}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  // What is still on its way is let go by, or the answer would be lost with it.
  socket.resume()
}
