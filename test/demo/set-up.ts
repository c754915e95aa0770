import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import type { TrelloSandbox } from '#adapters/trello/sandbox.ts'
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

interface WithId {
  readonly id: string
}

const lists = { claire: ['Demandes', 'En cours', 'Terminé'], tom: ['Requests', 'In progress', 'Done'] }
const people = {
  claire: { name: 'Claire · Studio Bien-être', language: 'fr', address: 'tu', timeZone: 'Europe/Paris' },
  tom: { name: 'Tom Baker Coaching', language: 'en', timeZone: 'Europe/London' },
}

/** What a person does on the first day, as README tells it. Claire's board has fields for the estimate, Tom's has none. */
export async function setUp(sandbox: TrelloSandbox, call: Call): Promise<Record<Asker, MadeBoard>> {
  const fields = [
    { name: 'Estimation', type: 'number' },
    { name: 'Majoration', type: 'number' },
  ] as const
  const boards = {
    claire: sandbox.board(people.claire.name, { lists: lists.claire, customFields: fields }),
    tom: sandbox.board(people.tom.name, { lists: lists.tom }),
  }
  const credentials = sandbox.credentials
  const connection = await call<WithId>('POST', '/connections', {
    tool: 'trello',
    name: 'Trello',
    credentials,
  })
  await call('POST', '/policies', { id: 'my-rules', preset: 'webmarketing' })
  for (const who of ['claire', 'tom'] as const) {
    const client = await call<WithId>('POST', '/clients', { ...people[who], policyId: 'my-rules' })
    const containerId = boards[who].id
    const added = await call<{ board: WithId }>('POST', '/boards', {
      connectionId: connection.id,
      containerId,
      clientId: client.id,
    })
    await call('PATCH', `/boards/${added.board.id}`, { mode: 'apply' })
  }
  return boards
}
