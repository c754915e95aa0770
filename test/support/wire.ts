import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'

export interface WireRequest {
  readonly method: string
  /** As it goes over the wire: nothing of it is tidied up. */
  readonly target: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | undefined
  /** Gives up waiting for the answer. */
  readonly signal?: AbortSignal
}

/** What came back over the wire. */
export interface WireAnswer {
  readonly status: number
  /** The content type. */
  readonly type: string
  readonly text: string
  readonly headers: IncomingHttpHeaders
}

/** One request as somebody careless or hostile sends it, and all of the answer. */
export function exchange(
  origin: string,
  { method, target, headers = {}, body, signal }: WireRequest,
): Promise<WireAnswer> {
  const { hostname, port } = new URL(origin)
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, method, path: target, headers: { ...headers, ...length }, ...(signal && { signal }) },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('error', reject)
        response.on('end', () => {
          const { statusCode: status = 0, headers } = response
          resolve({ status, type: headers['content-type'] ?? '', text, headers })
        })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
