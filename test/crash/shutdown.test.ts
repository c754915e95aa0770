import { describe, expect, it, onTestFinished } from 'vitest'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { sign } from '#adapters/trello/webhook.ts'
import { plainRules } from '../support/plain-rules.ts'
import { type Answer, eventually, startTestService, type TestService } from '../support/service.ts'
import { freshPlace, storeKinds } from '../support/stores.ts'

describe.each(storeKinds)('a service that is told to stop, on %s', (kind) => {
  it('looks after its restart at every task of which it acknowledged a webhook', {
    timeout: 120_000,
  }, async () => {
    const { config: place, remove } = await freshPlace(kind)
    const sandbox = await startTrelloSandbox()
    onTestFinished(async () => {
      await sandbox.close()
      await remove()
    })
    const settings = { TRELLO_API_URL: sandbox.url }
    const first = await startTestService({ place, settings })
    const { callbackUrl, boardId } = await setUp(first, sandbox)
    sandbox.faults.dropNextWebhooks(1_000)

    const post = async (cardId: string) => {
      const body = JSON.stringify({
        action: {
          id: `action-${cardId}`,
          type: 'updateCard',
          date: '2026-11-23T21:00:00.000Z',
          data: { card: { id: cardId }, board: { id: boardId } },
        },
      })
      const headers = {
        'content-type': 'application/json',
        'x-trello-webhook': sign(body, callbackUrl, sandbox.credentials.secret),
        'x-request-id': `webhook-${cardId}`,
      }
      const status = await fetch(callbackUrl, { method: 'POST', body, headers }).then(
        (answer) => answer.status,
        () => 0,
      )
      return { cardId, status }
    }
    const title = 'Newsletter'
    const cards = Array.from({ length: 60 }, () =>
      sandbox.people.client.createCard({ board: boardId, list: 'Demandes', title }),
    )
    const posted: Promise<{ cardId: string; status: number }>[] = []
    let closing = Promise.resolve()
    for (const [n, cardId] of cards.entries()) {
      if (n === 20) closing = first.close()
      posted.push(post(cardId))
      await new Promise((resolve) => setTimeout(resolve, 4))
    }
    const answers = await Promise.all(posted)
    await closing
    const acknowledged = answers.filter(({ status }) => status === 200).map(({ cardId }) => cardId)
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(acknowledged.length).toBeLessThan(cards.length)

    const second = await startTestService({ place, settings })
    onTestFinished(() => second.close())
    const unseen = await eventually(
      async () => {
        const seen = await requestIds(second)
        return acknowledged.filter((cardId) => !seen.has(`webhook-${cardId}`))
      },
      (missing) => missing.length === 0,
    )
    expect(unseen).toEqual([])
  })
})

/** Of the requests that have led to a run. */
async function requestIds(service: TestService): Promise<Set<string>> {
  const ids = new Set<string>()
  let next: string | null = ''
  while (next !== null) {
    const { body }: Answer = await service.api(
      'GET',
      `/api/v1/runs?limit=200${next === '' ? '' : `&cursor=${next}`}`,
    )
    for (const { requestId } of body.items) ids.add(requestId)
    next = body.nextCursor
  }
  return ids
}

async function setUp(service: TestService, sandbox: Awaited<ReturnType<typeof startTrelloSandbox>>) {
  const made = sandbox.board('Claire', { lists: ['Demandes'] })
  const { body: connection } = await service.api('POST', '/api/v1/connections', {
    tool: 'trello',
    name: 'T',
    credentials: sandbox.credentials,
  })
  const { body: preset, status } = await service.api('GET', '/api/v1/presets/webmarketing')
  if (status !== 200) throw new Error(JSON.stringify(preset))
  await service.api('POST', '/api/v1/policies', { id: 'rules', document: plainRules(preset) })
  const { body: client } = await service.api('POST', '/api/v1/clients', {
    name: 'C',
    language: 'fr',
    policyId: 'rules',
  })
  await service.api('POST', '/api/v1/boards', {
    connectionId: connection.id,
    containerId: made.id,
    clientId: client.id,
    // So that no sweep finds what a lost webhook should have told.
    mode: 'off',
  })
  return { callbackUrl: connection.callbackUrl as string, boardId: made.id }
}
