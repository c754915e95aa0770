import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A webhook as it went over the wire. */
export interface Heard {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** What became of it. */
  readonly answer: string
}

/** Somebody on the way who passes everything on unchanged and keeps a copy. */
export interface Eavesdropper {
  readonly url: string
  readonly heard: Heard[]
  /** Where what arrives is passed on to. */
  passTo(url: string): void
  close(): Promise<void>
}

export async function startEavesdropper(): Promise<Eavesdropper> {
  const heard: Heard[] = []
  let target = ''
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { url: path = '', method = '' } = request
    const headers = endToEnd(request.headers)
    const body = Buffer.concat(chunks)
    const sent = method === 'POST' ? new Uint8Array(body) : null
    const passed = await fetch(`${target}${path}`, { method, headers, body: sent })
    const answer = await passed.text()
    if (method === 'POST') heard.push({ path, headers, body, answer })
    response.writeHead(passed.status).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    passTo: (url) => {
      target = url
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Without what concerns this one connection. */
function endToEnd(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' &&
      !['host', 'connection', 'content-length', 'transfer-encoding', 'expect'].includes(entry[0]),
  )
  return Object.fromEntries(kept)
}
