import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startNotionSandbox } from '#adapters/notion/sandbox.ts'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { scopes } from '#model/actor.ts'
import { errorCodes } from '#model/error.ts'
import { chosenIn, createVisitor, type Visit, type Visited, type Visitor } from '../support/api-visitor.ts'
import { createAnswerCheck } from '../support/documented.ts'
import type { JsonSchema, Operation } from '../support/openapi.ts'
import { freshService, type TestService } from '../support/service.ts'
import { untilIdle } from '../support/until-idle.ts'
import { wasAnswered } from '../support/witness.ts'

/** Requests without a key that one address may send in a minute. */
const failuresAllowed = 60
/** A moment that comes after any run of this test. */
const inAYear = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000).toISOString()

type Sandboxes = Awaited<ReturnType<typeof startSandboxes>>
const startSandboxes = async () => ({
  trello: await startTrelloSandbox(),
  notion: await startNotionSandbox(),
})

/**
 * Every operation of the document, asked as its examples show. The witness compares each answer with the document; what
 * is said here is only which answers there are.
 */
describe('every operation', () => {
  let sandboxes: Sandboxes
  let service: TestService
  let visitor: Visitor
  let operations: readonly Operation[]
  beforeAll(async () => {
    sandboxes = await startSandboxes()
    service = await freshService('pglite', {
      TRELLO_API_URL: sandboxes.trello.url,
      NOTION_API_URL: sandboxes.notion.url,
    })
    visitor = await createVisitor(service)
    operations = visitor.operations
    await fill()
  }, 300_000)
  afterAll(async () => {
    await service.close()
    await sandboxes.trello.close()
    await sandboxes.notion.close()
  })

  it('shows what there is to whoever may see it', async () => {
    const reading = operations.filter(({ method }) => method === 'GET')
    // Lists first: they name what there is.
    const inOrder = reading.toSorted((a, b) => chosenIn(a).length - chosenIn(b).length)
    for (const operation of inOrder) await done(operation.id, notionsOwn(operation))
  }, 120_000)

  it('asks for a key', async () => {
    for (let from = 0; from < operations.length; from += failuresAllowed) {
      const other = await freshService('pglite')
      const stranger = await createVisitor(other)
      Object.assign(stranger.known, visitor.known)
      for (const operation of operations.slice(from, from + failuresAllowed))
        expectProblem(operation, await stranger.visit(operation, { key: '' }), 401, 'UNAUTHORIZED')
      await other.close()
    }
  }, 120_000)

  it('asks for the scope that it names', async () => {
    const keys: Record<string, string> = {}
    for (const scope of scopes) {
      const others = scopes.filter((each) => each !== scope && each !== 'admin')
      keys[scope] = (await done('createKey', { body: { name: `not ${scope}`, scopes: others } })).body.key
    }
    for (const operation of operations.filter(({ scope }) => scope !== 'read')) {
      const answer = await visitor.visit(operation, { key: keys[operation.scope] ?? '' })
      expectProblem(operation, answer, 403, 'FORBIDDEN')
    }
  })

  it('says what it cannot read, in the body and in the query', async () => {
    for (const operation of operations) {
      if (Object.keys(operation.body).length > 0) {
        expectProblem(operation, await visitor.visit(operation, { raw: '{' }), 400, 'REQUEST_INVALID')
        const otherwise = await visitor.visit(operation, { type: 'text/plain' })
        expectProblem(operation, otherwise, 415, 'MEDIA_TYPE_UNSUPPORTED')
      }
      if (operation.parameters.some((parameter) => parameter.in === 'query')) {
        const answer = await visitor.visit(operation, { query: '?nobody=knows' })
        expectProblem(operation, answer, 400, 'REQUEST_INVALID')
      }
    }
  })

  it('says that it knows nothing of what is not there', async () => {
    for (const operation of operations.filter(({ responses }) => responses[404] !== undefined)) {
      for (const { collection, parameter } of chosenIn(operation)) {
        const id = missingIn(parameter.schema)
        if (id === undefined) continue
        const answer = await visitor.visit(operation, { ids: { [collection]: id } })
        expectProblem(operation, answer, 404, 'NOT_FOUND')
      }
    }
  })

  it('does what it says', async () => {
    await work()
    const silent = operations.filter(({ method, path, responses }) => {
      const successes = Object.keys(responses).filter((status) => status.startsWith('2'))
      return !successes.some((status) => wasAnswered(method, path, Number(status)))
    })
    expect(silent.map(({ id }) => id)).toEqual([])
  }, 120_000)

  /** Ask, and be answered well. */
  async function done(id: string, visit?: Visit): Promise<Visited> {
    const answer = await visitor.visit(id, visit)
    expect(answer.status, `${id}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
    return answer
  }

  /** Somebody sets everything up, a client asks, and something goes wrong. */
  async function fill(): Promise<void> {
    const { trello, notion } = sandboxes
    const { known } = visitor
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

  /** All that changes something, in an order in which a person might. */
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
    await done('appendPolicyVersion', { body: { after: 2, document: { ...document, name: 'Autrement' } } })
    await done('rollBackPolicy')
    await done('replacePolicyDraft')
    await done('discardPolicyDraft')
    await done('addPolicyCase')
    await done('replacePolicyCase')
    await done('removePolicyCase')
    await done('removeExample')

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

  const settled = () => untilIdle(service, [sandboxes.trello])

  /** Only Notion sends a token, to whoever connected it. */
  const notionsOwn = ({ id }: Operation): Visit =>
    id === 'getVerificationToken' ? { ids: { connections: visitor.known.notion ?? '' } } : {}
})

describe('a witness', () => {
  it('notices an answer that is not as documented', async () => {
    const service = await freshService('pglite')
    const { body: document } = await service.api('GET', '/api/v1/openapi.json', undefined, '')
    await service.close()
    const check = createAnswerCheck(document)
    const headers = { 'content-type': 'application/json; charset=utf-8', etag: '"a"' }
    const client = document.components.schemas.Client.example
    const asked = { method: 'GET', path: '/api/v1/clients/{clientId}', status: 200, headers }
    const said = (change: object) => check({ ...asked, body: JSON.stringify(client), ...change })
    const told = (what: string) => [`GET /api/v1/clients/{clientId} (getClient), ${what}`]

    expect(said({})).toEqual([])
    expect(said({ status: 418 })).toEqual(told('418: the status is not documented'))
    expect(said({ body: JSON.stringify({ ...client, language: 'de' }) })).toEqual(
      told('200: body/language is none of those declared'),
    )
    expect(said({ body: JSON.stringify({ ...client, secret: 'x' }) })).toEqual(
      told('200: body/secret is not declared'),
    )
    expect(said({ headers: { ...headers, etag: undefined } })).toEqual(
      told('200: the header etag is missing'),
    )
    expect(said({ headers: { ...headers, location: '/' } })).toEqual(
      told('200: the header location is not documented'),
    )
    expect(said({ headers: { ...headers, 'content-type': 'text/html' } })).toEqual(
      told('200: a body of type "text/html" is not documented'),
    )
    expect(said({ path: '/api/v1/nothing' })).toEqual(['GET /api/v1/nothing is not documented'])
  })
})

function expectProblem({ id }: Operation, answer: Visited, status: number, code: string): void {
  const { type, requestId, body } = answer
  const seen = {
    id,
    status: answer.status,
    type,
    code: body.code,
    said: body.status,
    instance: body.instance,
  }
  const expected = { id, status, type: 'application/problem+json', code, said: status, instance: requestId }
  expect(seen, JSON.stringify(body)).toEqual(expected)
  expect(errorCodes).toHaveProperty(code)
}

/** Ids that nothing has, as words, as numbers and as such. */
const missing = ['none', '999999', '00000000-0000-4000-8000-000000000000']

/** One of them that is an id by its schema; none where there are only fixed values to choose from. */
function missingIn({ type, pattern = '', enum: values }: JsonSchema): string | undefined {
  const candidates = values === undefined ? missing : []
  return candidates.find((id) => new RegExp(type === 'integer' ? '^\\d+$' : pattern, 'u').test(id))
}
