import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TrelloSandbox } from '#adapters/trello/sandbox.ts'

/** What came back: JSON where it was JSON, else the text. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  // Bodies are asserted on piece by piece; a wrong guess at their shape fails the assertion.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any
}

export interface CallOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Speaks plain HTTP with a sandbox, in the name of its token: `call('GET', '/cards/…?fields=name')`. */
export function callerOf({ url, credentials }: TrelloSandbox) {
  const { apiKey, token } = credentials
  const authorization = `OAuth oauth_consumer_key="${apiKey}", oauth_token="${token}"`
  return (method: string, path: string, { body, headers, signal }: CallOptions = {}): Promise<Answer> =>
    request(`${url}${path}`, {
      method,
      headers: {
        authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
}

/** One request without any credentials but those in `url` and `init`. */
export async function request(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

/** A webhook as it arrived. */
export interface Arrival {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly raw: string
  // biome-ignore lint/suspicious/noExplicitAny: as with answers
  readonly body: any
}

/** Receives webhooks on a port of its own. */
export interface Receiver {
  readonly url: string
  /** POSTs only, in order of arrival. */
  readonly arrivals: Arrival[]
  readonly heads: Arrival[]
  /** Statuses for the next POSTs; 200 when there are none left. */
  readonly answers: number[]
  /** What a HEAD is answered. */
  headStatus: number
  types(): string[]
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const arrivals: Arrival[] = []
  const heads: Arrival[] = []
  const answers: number[] = []
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { method = '', headers } = incoming
      const raw = Buffer.concat(chunks).toString()
      const arrival = { method, headers, raw, body: raw === '' ? null : JSON.parse(raw) }
      if (method === 'HEAD') {
        heads.push(arrival)
        outgoing.writeHead(receiver.headStatus).end()
        return
      }
      arrivals.push(arrival)
      outgoing.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    heads,
    answers,
    headStatus: 200,
    types: () => arrivals.map(({ body }) => body.action.type),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return receiver
}
