import type { TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { sign } from '#adapters/trello/webhook.ts'
import { plainRules } from '../support/plain-rules.ts'
import type { Answer } from '../support/service.ts'

/** One request to the admin API of a service. */
export type Api = (method: string, path: string, body?: unknown) => Promise<Answer>

/** Where webhooks of a board go, and the board. */
export interface Watched {
  readonly callbackUrl: string
  readonly boardId: string
  readonly secret: string
}

/** A board that is watched but off: only a webhook leads to a look, no sweep finds what a lost one should have told. */
export async function watchBoard(api: Api, sandbox: TrelloSandbox): Promise<Watched> {
  sandbox.faults.dropNextWebhooks(1_000_000)
  const made = sandbox.board('Claire', { lists: ['Demandes'] })
  const { body: connection } = await api('POST', '/api/v1/connections', {
    tool: 'trello',
    name: 'T',
    credentials: sandbox.credentials,
  })
  const { body: preset } = await api('GET', '/api/v1/presets/webmarketing')
  await api('POST', '/api/v1/policies', { id: 'rules', document: plainRules(preset) })
  const { body: client } = await api('POST', '/api/v1/clients', {
    name: 'C',
    language: 'fr',
    policyId: 'rules',
  })
  const { status, body } = await api('POST', '/api/v1/boards', {
    connectionId: connection.id,
    containerId: made.id,
    clientId: client.id,
    mode: 'off',
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return { callbackUrl: connection.callbackUrl, boardId: made.id, secret: sandbox.credentials.secret }
}

/** Makes a card and tells of it by a signed webhook. @returns the request's id, and the answer; 0 when there was none */
export async function tellOfCard(
  sandbox: TrelloSandbox,
  { callbackUrl, boardId, secret }: Watched,
): Promise<{ id: string; status: number }> {
  const card = sandbox.people.client.createCard({ board: boardId, list: 'Demandes', title: 'Newsletter' })
  const body = JSON.stringify({
    action: {
      id: `action-${card}`,
      type: 'updateCard',
      date: '2026-11-23T21:00:00.000Z',
      data: { card: { id: card }, board: { id: boardId } },
    },
  })
  const id = `webhook-${card}`
  const headers = {
    'content-type': 'application/json',
    'x-trello-webhook': sign(body, callbackUrl, secret),
    'x-request-id': id,
  }
  const status = await fetch(callbackUrl, { method: 'POST', body, headers }).then(
    (answer) => answer.status,
    () => 0,
  )
  return { id, status }
}

/** Of the requests that have led to a run, with how many runs each. */
export async function requestsLookedAt(api: Api): Promise<Map<string, number>> {
  const runs = new Map<string, number>()
  let next: string | null = ''
  while (next !== null) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`
    const { status, body }: Answer = await api('GET', `/api/v1/runs?limit=200${cursor}`)
    // Whoever asks for every page again and again is soon asked to wait, and so is everybody on a busy machine.
    // Whoever asks for every page again and again is soon asked to wait, and on a busy machine everybody is.
    if (status === 429 || status === 503) {
      await new Promise((resolve) => setTimeout(resolve, 5_000))
      continue
    }
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
    for (const { requestId } of body.items) runs.set(requestId, (runs.get(requestId) ?? 0) + 1)
    next = body.nextCursor
  }
  return runs
}

/** Of these requests, those that have not led to a run. */
export async function notLookedAt(api: Api, ids: readonly string[]): Promise<string[]> {
  const seen = await requestsLookedAt(api)
  return ids.filter((id) => !seen.has(id))
}
