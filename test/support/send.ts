import { adminKey, type TestService } from './service.ts'

/** One request with headers of its own, and all of the answer. */
export async function send(
  service: TestService,
  method: string,
  path: string,
  { body, ifMatch, key = adminKey }: { body?: unknown; ifMatch?: string; key?: string } = {},
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect, and fail where it is not there
): Promise<{ status: number; etag: string; location: string | null; text: string; body: any }> {
  const response = await fetch(`${service.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    etag: response.headers.get('etag') ?? '',
    location: response.headers.get('location'),
    text,
    body: text === '' ? null : JSON.parse(text),
  }
}
