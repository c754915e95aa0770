import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RawDelivery } from '#model/adapter.ts'

/** Takes webhooks as they come: raw bytes, raw headers. */
export interface Receiver {
  /** An address at this receiver, by another name of this machine if asked. */
  url(path: string, host?: 'localhost' | '127.0.0.1'): string
  /** What was POSTed, in order of arrival. */
  readonly posts: RawDelivery[]
  /** How often it was asked by HEAD. */
  readonly heads: number
  /** The next `times` requests get this status; 200 otherwise. */
  refuse(status: number, times: number): void
  clear(): void
  close(): Promise<void>
}

/** Listens on a free port of this machine. */
export async function startReceiver(): Promise<Receiver> {
  const posts: RawDelivery[] = []
  const statuses: number[] = []
  let heads = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (request.method === 'HEAD') heads += 1
    else posts.push({ headers: flat(request.headers), body: Buffer.concat(chunks) })
    response.writeHead(statuses.shift() ?? 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    posts,
    get heads() {
      return heads
    },
    refuse: (status, times) => {
      statuses.push(...Array<number>(times).fill(status))
    },
    clear() {
      posts.length = 0
      statuses.length = 0
      heads = 0
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function flat(headers: NodeJS.Dict<string | string[]>): RawDelivery['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
}
