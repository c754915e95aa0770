import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scopes } from '#model/actor.ts'
import { errorCodes } from '#model/error.ts'
import { type ApiLife, startApiLife } from '../support/api-life.ts'
import { chosenIn, createVisitor, type Visited } from '../support/api-visitor.ts'
import { createAnswerCheck } from '../support/documented.ts'
import type { JsonSchema, Operation } from '../support/openapi.ts'
import { freshService } from '../support/service.ts'
import { wasAnswered } from '../support/witness.ts'

/** Requests without a key that one address may send in a minute. */
const failuresAllowed = 60

/**
 * Every operation of the document, asked as its examples show. The witness compares each answer with the document; what
 * is said here is only which answers there are.
 */
describe('every operation', () => {
  let life: ApiLife
  let operations: readonly Operation[]
  beforeAll(async () => {
    life = await startApiLife()
    operations = life.visitor.operations
  })
  afterAll(() => life.close())

  it('shows what there is to whoever may see it', async () => {
    const reading = operations.filter(({ method }) => method === 'GET')
    // Lists first: they name what there is.
    const inOrder = reading.toSorted((a, b) => chosenIn(a).length - chosenIn(b).length)
    for (const operation of inOrder) await life.done(operation.id)
  })

  it('asks for a key', async () => {
    for (let from = 0; from < operations.length; from += failuresAllowed) {
      const other = await freshService()
      const stranger = await createVisitor(other)
      Object.assign(stranger.known, life.visitor.known)
      for (const operation of operations.slice(from, from + failuresAllowed))
        expectProblem(operation, await stranger.visit(operation, { key: '' }), 401, 'UNAUTHORIZED')
      await other.close()
    }
  })

  it('asks for the scope that it names', async () => {
    const keys: Record<string, string> = {}
    for (const scope of scopes) {
      const others = scopes.filter((each) => each !== scope && each !== 'admin')
      keys[scope] = (
        await life.done('createKey', { body: { name: `not ${scope}`, scopes: others } })
      ).body.key
    }
    for (const operation of operations.filter(({ scope }) => scope !== 'read')) {
      const answer = await life.visitor.visit(operation, { key: keys[operation.scope] ?? '' })
      expectProblem(operation, answer, 403, 'FORBIDDEN')
    }
  })

  it('says what it cannot read, in the body and in the query', async () => {
    for (const operation of operations) {
      if (Object.keys(operation.body).length > 0) {
        expectProblem(operation, await life.visitor.visit(operation, { raw: '{' }), 400, 'REQUEST_INVALID')
        const otherwise = await life.visitor.visit(operation, { type: 'text/plain' })
        expectProblem(operation, otherwise, 415, 'MEDIA_TYPE_UNSUPPORTED')
      }
      if (operation.parameters.some((parameter) => parameter.in === 'query')) {
        const answer = await life.visitor.visit(operation, { query: '?nobody=knows' })
        expectProblem(operation, answer, 400, 'REQUEST_INVALID')
      }
    }
  })

  it('says that it knows nothing of what is not there', async () => {
    for (const operation of operations.filter(({ responses }) => responses[404] !== undefined)) {
      for (const { collection, parameter } of chosenIn(operation)) {
        const id = missingIn(parameter.schema)
        if (id === undefined) continue
        const answer = await life.visitor.visit(operation, { ids: { [collection]: id } })
        expectProblem(operation, answer, 404, 'NOT_FOUND')
      }
    }
  })

  it('does what it says', async () => {
    await life.work()
    const silent = operations.filter(({ method, path, responses }) => {
      const successes = Object.keys(responses).filter((status) => status.startsWith('2'))
      return !successes.some((status) => wasAnswered(method, path, Number(status)))
    })
    expect(silent.map(({ id }) => id)).toEqual([])
  })
})

describe('a witness', () => {
  it('notices an answer that is not as documented', async () => {
    const service = await freshService()
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
