import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An answer that no tool gives. */
export interface OddAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

export interface OddServer {
  readonly url: string
  close(): Promise<void>
}

/** Gives one and the same answer to everything; `echo` adds what it was asked, headers and all. */
export async function startOddServer(answer: OddAnswer, echo = false): Promise<OddServer> {
  const server = createServer((request, response) => {
    request.resume()
    const told = echo ? `${request.method} ${request.url} ${JSON.stringify(request.headers)}` : ''
    response.writeHead(answer.status, { 'content-type': answer.type }).end(`${answer.body}${told}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
