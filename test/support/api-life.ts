import { expect } from 'vitest'
import { startNotionSandbox } from '#adapters/notion/sandbox.ts'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { createVisitor, type Visit, type Visited, type Visitor } from './api-visitor.ts'
import { freshService } from './service.ts'
import { untilIdle } from './until-idle.ts'

/** A service in which there is something of everything, so that each of its operations has something to work on. */
export interface ApiLife {
  readonly visitor: Visitor
  /** Ask, and be answered well. */
  done(id: string, visit?: Visit): Promise<Visited>
  /** All that changes something, in an order in which a person might. */
  work(): Promise<void>
  close(): Promise<void>
}

/** A moment that comes after any run of the tests. */
const inAYear = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000).toISOString()

/** Somebody has set everything up, a client has asked, and something has gone wrong. */
export async function startApiLife(): Promise<ApiLife> {
  const [trello, notion] = [await startTrelloSandbox(), await startNotionSandbox()]
  const settings = { TRELLO_API_URL: trello.url, NOTION_API_URL: notion.url }
  const service = await freshService(settings)
  const visitor = await createVisitor(service)
  const { known } = visitor
  const settled = () => untilIdle(service, [trello])

  async function done(id: string, visit?: Visit): Promise<Visited> {
    // Only Notion sends a token, to whoever connected it.
    const ids = id === 'getVerificationToken' ? { connections: known.notion ?? '' } : {}
    const answer = await visitor.visit(id, { ids, ...visit })
    // All of this in a few seconds is more than Trello allows one account: what a caller does then.
    if (answer.status === 503 && answer.body.code === 'TOOL_RATE_LIMITED') {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      return done(id, visit)
    }
    expect(answer.status, `${id}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
    return answer
  }

  async function fill(): Promise<void> {
    known.presets = 'webmarketing'
    const made = trello.board('Claire', { lists: ['Demandes', 'En cours', 'Terminé'], customFields: false })
    const ask = (title: string) =>
      trello.people.client.createCard({ board: made.id, list: 'Demandes', title })
    known.containers = made.id

    await done('createPolicy')
    await done('listPolicyCases')
    await done('addExample')
    await done('createConnection', {
      body: { tool: 'notion', name: 'Notion', credentials: notion.credentials },
    })
    known.notion = known.connections ?? ''
    await fetch(`${service.url}/webhooks/notion/${known.notion}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ verification_token: 'secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl' }),
    })
    await done('createConnection', {
      body: { tool: 'trello', name: 'Trello', credentials: trello.credentials },
    })
    await done('createClient')
    await done('createBoard', {
      body: { connectionId: known.connections, containerId: made.id, clientId: known.clients },
    })
    known.boards = (await done('listBoards')).body.items[0].id
    await done('updateBoard')
    ask('Newsletter de novembre')
    await settled()
    await done('listTasks')
    known.runs = (await done('listRuns', { query: '?state=applied' })).body.items[0].id
    await done('createRequest')
    await done('bookForClient')
    await done('createKey', { body: { name: 'console', scopes: ['operate'], expiresAt: inAYear } })
    await settled()

    trello.faults.failNext(100, { status: 401, body: 'invalid token' })
    for (const title of ['Visuel Canva', 'Article']) ask(title)
    await settled()
    trello.faults.clear()
  }

  /** The client's board gets one of the assistant's, and each request its twin. */
  async function linkBoards(): Promise<void> {
    const { id: containerId } = trello.board('Marie', { lists: ['Demandes'], customFields: false })
    const { connections: connectionId, clients: clientId, boards = '' } = known
    const body = { connectionId, containerId, clientId, role: 'assistant' }
    const { id: twinBoardId } = (await done('createBoard', { body })).body.board
    await done('updateBoard', { ids: { boards: twinBoardId }, body: { mode: 'apply' } })
    known.boards = boards
    await done('updateBoard', { body: { twinBoardId } })
    await done('lookAtTask')
    await settled()
  }

  async function work(): Promise<void> {
    await done('patchPolicyDraft')
    await done('validatePolicy')
    await done('previewPolicyDraft')
    await done('previewPolicy', { body: { version: 1 } })
    await done('simulateRequest')
    await done('runPolicyCases')
    await done('publishPolicyDraft', {
      body: { effectiveAt: inAYear, override: { cases: true, impact: true } },
    })
    await done('cancelPolicyVersion')
    const document = (await done('getPreset')).body
    // What was taught above may turn a case of the preset.
    await done('appendPolicyVersion', {
      body: { after: 2, document: { ...document, name: 'Autrement' }, override: { cases: true } },
    })
    await done('rollBackPolicy')
    await done('replacePolicyDraft')
    await done('discardPolicyDraft')
    await done('addPolicyCase')
    await done('replacePolicyCase')
    await done('removePolicyCase')
    await done('removeExample')

    await linkBoards()
    await done('partTwin')
    await done('tieTwin')
    for (const id of ['lookAtTask', 'answerTask', 'overrideLabel', 'liftOverride', 'rejudgeTask'])
      await done(id)
    for (const id of ['bookDeposit', 'bookHours', 'bookGoodwill', 'reverseBookEntry']) await done(id)
    await settled()
    for (const id of ['undoRun', 'undoBoard', 'sweepBoard', 'releaseBoard', 'backfillBoard', 'repairWebhook'])
      await done(id)
    await done('replayDelivery')
    await done('replayDeliveries')
    await done('discardDeadLetter')
    await done('redriveDeadLetters')
    await settled()

    await done('runRetention')
    await done('importEverything')
    await done('rotateKey')
    await done('revokeKey')
    await done('checkConnection')
    await done('updateClient')
    await done('updateConnection')
    await done('deleteBoard', { query: '?labels=remove' })
    await settled()
    await done('eraseClient')
    await done('createClient')
    await done('deleteClient')
    await done('deleteConnection')
  }

  await fill()
  return {
    ...{ visitor, done, work },
    async close() {
      await service.close()
      await trello.close()
      await notion.close()
    },
  }
}
