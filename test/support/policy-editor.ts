import { type Answer, adminKey, type TestService } from './service.ts'

/** An answer with its headers; `text` is the body as it was sent. */
export interface WholeAnswer extends Answer {
  readonly etag: string
  readonly location: string
  readonly type: string
  readonly text: string
}

export interface Sent {
  readonly body?: unknown
  readonly type?: string
  readonly accept?: string
  readonly ifMatch?: string
  readonly key?: string
}

/** Somebody who edits policies over HTTP, with headers and all. */
export interface PolicyEditor {
  send(method: string, path: string, sent?: Sent): Promise<WholeAnswer>
  /** The ETag of the draft as it is now. */
  tag(policyId: string): Promise<string>
  /** Change the draft by a merge patch on what is there now. */
  patch(policyId: string, patch: unknown): Promise<WholeAnswer>
  publish(policyId: string, request?: unknown): Promise<WholeAnswer>
}

export function policyEditor(service: TestService): PolicyEditor {
  async function send(method: string, path: string, sent: Sent = {}): Promise<WholeAnswer> {
    const { body, type = 'application/json', accept, ifMatch, key = adminKey } = sent
    const response = await fetch(`${service.url}/api/v1/policies${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': type }),
        ...(accept !== undefined && { accept }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const header = (name: string) => response.headers.get(name) ?? ''
    const isJson = header('content-type').includes('json')
    return {
      status: response.status,
      body: isJson && text !== '' ? JSON.parse(text) : null,
      etag: header('etag'),
      location: header('location'),
      type: header('content-type'),
      text,
    }
  }
  const tag = async (policyId: string) => (await send('GET', `/${policyId}/draft`)).etag
  return {
    send,
    tag,
    patch: async (policyId, patch) =>
      send('PATCH', `/${policyId}/draft`, {
        ...{ body: patch, type: 'application/merge-patch+json', ifMatch: await tag(policyId) },
      }),
    publish: async (policyId, request = {}) =>
      send('POST', `/${policyId}/draft/publish`, { body: request, ifMatch: await tag(policyId) }),
  }
}
