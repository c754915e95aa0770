import { clickupPlace, notionPlace, type Place, trelloPlace } from './places.ts'
import type { Asker } from './requests.ts'

/** One request to the admin API. @throws Error with the problem, for the demo must not go on without it */
export type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>

/** Speak with a service by its public API only. */
export function createCall(url: string, key: string): Call {
  return async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return (text === '' ? null : JSON.parse(text)) as T
  }
}

/** The three tools, each with one client's board. */
export async function openPlaces(): Promise<Record<Asker, Place>> {
  const [claire, tom, riviere] = await Promise.all([trelloPlace(), notionPlace(), clickupPlace()])
  return { claire, tom, riviere }
}

const people = {
  claire: { name: 'Claire · Studio Bien-être', language: 'fr', address: 'tu', timeZone: 'Europe/Paris' },
  tom: { name: 'Tom Baker Coaching', language: 'en', timeZone: 'Europe/London' },
  riviere: { name: 'Cabinet Rivière', language: 'fr', address: 'vous', timeZone: 'Europe/Paris' },
}

interface Connection {
  readonly id: string
  readonly callbackUrl: string
}

/** Open day and night, so that the demo looks the same at whatever hour it is run. */
const atAnyHour = {
  week: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
      day,
      ['00:00-24:00'],
    ]),
  ),
}

/** What a person does on the first day, as README tells it. */
export async function setUp(places: Record<Asker, Place>, call: Call): Promise<void> {
  const preset = await call<object>('GET', '/presets/webmarketing')
  await call('POST', '/policies', { id: 'demo-rules', document: { ...preset, hours: atAnyHour } })
  for (const who of ['claire', 'tom', 'riviere'] as const) {
    const { tool, credentials, containerId, subscribe } = places[who]
    const client = await call<{ id: string }>('POST', '/clients', { ...people[who], policyId: 'demo-rules' })
    const connection = await call<Connection>('POST', '/connections', { tool, name: tool, credentials })
    const added = await call<{ board: { id: string } }>('POST', '/boards', {
      connectionId: connection.id,
      containerId,
      clientId: client.id,
    })
    const tokenPath = `/connections/${connection.id}/verification-token`
    const tokenOf = async () =>
      (await call<{ verificationToken: string }>('GET', tokenPath)).verificationToken
    await subscribe(connection.callbackUrl, tokenOf)
    await call('PATCH', `/boards/${added.board.id}`, { mode: 'apply' })
  }
}
