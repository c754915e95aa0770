import { setTimeout as sleep } from 'node:timers/promises'
import { clickupPlace, type Desk, notionPlace, type Place, trelloPlace } from './places.ts'
import type { Asker } from './requests.ts'

/** One request to the admin API. @throws Error with the problem, for the demo must not go on without it */
export type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>

/** How often something is asked for that a busy service turns away. */
const mostTries = 20

/** Speak with a service by its public API only; what it turns away for now is asked again when it says. */
export function createCall(url: string, key: string): Call {
  return async function call<T>(method: string, path: string, body?: unknown, tries = 1): Promise<T> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const retryAfter = response.headers.get('retry-after')
    if (response.status === 503 && retryAfter !== null && tries < mostTries) {
      await sleep(Number(retryAfter) * 1_000)
      return call(method, path, body, tries + 1)
    }
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return (text === '' ? null : JSON.parse(text)) as T
  }
}

/** The three tools, each with one client's board; the assistant may have hers in Trello. */
export async function openPlaces(): Promise<Record<Asker, Place> & { claire: { desk(): Desk } }> {
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

/** What the API knows a client's board by. */
export interface Known {
  readonly boardId: string
  readonly connectionId: string
}

/**
 * What a person does on the first day, as README tells it.
 * @param ofBoards what else each board is to have, as the API takes it
 */
export async function setUp(
  places: Record<Asker, Place>,
  call: Call,
  ofBoards: { readonly hourlyWriteLimit?: number } = {},
): Promise<Record<Asker, Known>> {
  const preset = await call<object>('GET', '/presets/webmarketing')
  await call('POST', '/policies', { id: 'demo-rules', document: { ...preset, hours: atAnyHour } })
  const join = async (who: Asker): Promise<Known> => {
    const { tool, credentials, containerId, subscribe } = places[who]
    const client = await call<{ id: string }>('POST', '/clients', { ...people[who], policyId: 'demo-rules' })
    const connection = await call<Connection>('POST', '/connections', { tool, name: tool, credentials })
    const added = await call<{ board: { id: string } }>('POST', '/boards', {
      connectionId: connection.id,
      containerId,
      clientId: client.id,
      ...ofBoards,
    })
    const tokenPath = `/connections/${connection.id}/verification-token`
    const tokenOf = async () =>
      (await call<{ verificationToken: string }>('GET', tokenPath)).verificationToken
    await subscribe(connection.callbackUrl, tokenOf)
    await call('PATCH', `/boards/${added.board.id}`, { mode: 'apply' })
    return { boardId: added.board.id, connectionId: connection.id }
  }
  return { claire: await join('claire'), tom: await join('tom'), riviere: await join('riviere') }
}

/** The assistant works on a board of her own, in Trello: it is tied to those of two clients in other tools. */
export async function tieDesk(desk: Desk, known: Record<Asker, Known>, call: Call): Promise<void> {
  const ines = { name: 'Ines', language: 'fr', address: 'tu', timeZone: 'Europe/Paris' }
  const { id: clientId } = await call<{ id: string }>('POST', '/clients', {
    ...ines,
    policyId: 'demo-rules',
  })
  const { board } = await call<{ board: { id: string } }>('POST', '/boards', {
    connectionId: known.claire.connectionId,
    containerId: desk.containerId,
    clientId,
    role: 'assistant',
  })
  await call('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  for (const { boardId } of [known.riviere, known.tom])
    await call('PATCH', `/boards/${boardId}`, { twinBoardId: board.id, relays: true })
}
