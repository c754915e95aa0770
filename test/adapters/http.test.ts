import { once } from 'node:events'
import { createServer } from 'node:http'
import nock from 'nock'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Attempt } from '#model/adapter.ts'
import { AppError } from '#model/error.ts'
import {
  createToolHttp,
  type Limit,
  parseJson,
  parseShape,
  refusalOf,
  type ToolHttpOptions,
} from '../../adapters/http.ts'

const origin = 'https://tool.test'
const secret = 'tok/en+5ecret'

function createAttempt(signal = new AbortController().signal): Attempt {
  return { signal, reads: 0, writes: 0 }
}

function createHttp(options: Partial<ToolHttpOptions> = {}) {
  return createToolHttp({
    tool: 'clickup',
    baseUrl: `${origin}/api/`,
    headers: { authorization: secret },
    limits: [],
    secrets: [secret],
    ...options,
  })
}

function createLimit(points: number, seconds: number): Limit {
  return { limiter: new RateLimiterMemory({ points, duration: seconds }), key: 'k' }
}

async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`)
  return error
}

/** An address where nobody listens any more. */
async function closedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

/** Everything of an error that a log could show. */
function shownOf(error: AppError): string {
  return `${error.message}\n${error.stack}\n${JSON.stringify(error.cause)}\n${JSON.stringify(error.details)}`
}

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('a request', () => {
  it('sends headers, query and JSON body, and gives the answer as text', async () => {
    nock(origin, { reqheaders: { authorization: secret, 'content-type': 'application/json' } })
      .put('/api/task/1', { name: 'Été' })
      .query({ a: 'x y', n: 3 })
      .reply(200, 'fine', { 'x-seen': 'yes' })
    const answer = await createHttp().request({
      method: 'PUT',
      path: '/task/1',
      query: { a: 'x y', n: 3, left: undefined },
      body: { name: 'Été' },
      attempt: createAttempt(),
    })
    expect(answer).toMatchObject({ status: 200, text: 'fine', route: 'clickup: PUT /task/1' })
    expect(answer.headers.get('x-seen')).toBe('yes')
  })

  it('counts reads and writes, failed ones too', async () => {
    const attempt = createAttempt()
    const http = createHttp()
    nock(origin)
      .get('/api/a')
      .reply(200)
      .get('/api/b')
      .reply(500)
      .post('/api/c')
      .reply(400)
      .delete('/api/d')
      .reply(204)
    await http.request({ method: 'GET', path: '/a', attempt })
    await failureOf(http.request({ method: 'GET', path: '/b', attempt }))
    await failureOf(http.request({ method: 'POST', path: '/c', attempt }))
    await http.request({ method: 'DELETE', path: '/d', attempt })
    expect([attempt.reads, attempt.writes]).toEqual([2, 2])
  })

  it.each(['/a/../b', '/..', '/a/%2E%2e/b', '/a?x=1', '/a#b', '/a\\..\\b'])(
    'with the path %s is not sent at all',
    async (path) => {
      const attempt = createAttempt()
      const error = await failureOf(createHttp().request({ method: 'GET', path, attempt }))
      expect(error.code).toBe('TOOL_REJECTED')
      expect(attempt.reads).toBe(0)
    },
  )
})

describe('an answer of failure', () => {
  it.each([
    [400, 'TOOL_REJECTED', 'never'],
    [401, 'TOOL_UNAUTHORIZED', 'never'],
    [403, 'TOOL_FORBIDDEN', 'never'],
    [404, 'TOOL_NOT_FOUND', 'backoff'],
    [409, 'TOOL_REJECTED', 'never'],
    [429, 'TOOL_RATE_LIMITED', 'after'],
    [408, 'TOOL_TIMEOUT', 'backoff'],
    [500, 'TOOL_UNAVAILABLE', 'backoff'],
    [504, 'TOOL_UNAVAILABLE', 'backoff'],
    [302, 'TOOL_RESPONSE_INVALID', 'backoff'],
  ] as const)('%i is %s, to be retried: %s', async (status, code, retry) => {
    nock(origin).get('/api/a').reply(status, 'plain words', { location: 'https://elsewhere.test/' })
    const error = await failureOf(
      createHttp().request({ method: 'GET', path: '/a', attempt: createAttempt() }),
    )
    expect(error).toMatchObject({ code, retry })
    expect(error.message).toBe(`clickup: GET /a answered ${status}: plain words`)
    expect(refusalOf(error)).toEqual({ status, text: 'plain words' })
  })

  it('quotes at most 200 characters of the tool, without control characters', async () => {
    nock(origin)
      .get('/api/a')
      .reply(400, `bad\r\n\u0007\u001b[31mthing ${'😀'.repeat(300)}`)
    const error = await failureOf(
      createHttp().request({ method: 'GET', path: '/a', attempt: createAttempt() }),
    )
    const { message } = error
    expect(message).toMatch(/: bad \[31mthing 😀/)
    expect(message.length - message.indexOf('bad')).toBe(200)
    expect(message.isWellFormed()).toBe(true)
    expect(refusalOf(error)?.text).toMatch(/^bad \[31mthing (😀){300}$/u)
  })

  it('shows no secret, neither from the path nor from the answer', async () => {
    const encoded = encodeURIComponent(secret)
    nock(origin)
      .get(`/api/tokens/${encoded}/webhooks`)
      .query(true)
      .reply(401, `${'-'.repeat(190)}${secret} and ${encoded}`)
    const error = await failureOf(
      createHttp().request({
        method: 'GET',
        path: `/tokens/${encoded}/webhooks`,
        query: { text: 'a client wrote this' },
        attempt: createAttempt(),
      }),
    )
    expect(error.code).toBe('TOOL_UNAUTHORIZED')
    expect(error.message).toContain('/tokens/[redacted]/webhooks')
    expect(shownOf(error)).not.toMatch(/tok.{1,3}en|5ecret|client wrote/)
  })
})

describe('no answer', () => {
  /** Whoever waits for it waits in vain. */
  const tooLongMs = 3_600_000
  afterEach(() => nock.abortPendingRequests())

  it('for want of a connection is TOOL_UNAVAILABLE, with the reason and without the address', async () => {
    nock.enableNetConnect('127.0.0.1')
    const baseUrl = await closedAddress()
    const http = createHttp({ baseUrl })
    const error = await failureOf(
      http.request({ method: 'GET', path: '/a', query: { q: secret }, attempt: createAttempt() }),
    )
    expect(error).toMatchObject({ code: 'TOOL_UNAVAILABLE', retry: 'backoff' })
    expect(error.message).toBe('clickup: GET /a: no connection (ECONNREFUSED)')
    expect(error.cause).toBeUndefined()
    expect(shownOf(error)).not.toMatch(/5ecret|127\.0\.0\.1/)
  })

  it('in time is TOOL_TIMEOUT', async () => {
    nock(origin).get('/api/a').delay(tooLongMs).reply(200)
    const work = createHttp({ timeoutMs: 30 }).request({
      method: 'GET',
      path: '/a',
      attempt: createAttempt(),
    })
    const error = await failureOf(work)
    expect(error.code).toBe('TOOL_TIMEOUT')
    expect(error.message).toContain('within 30 ms')
  })

  it('because the caller stopped is TOOL_TIMEOUT too, at once', async () => {
    nock(origin).get('/api/a').delay(tooLongMs).reply(200)
    const controller = new AbortController()
    const work = createHttp().request({
      method: 'GET',
      path: '/a',
      attempt: createAttempt(controller.signal),
    })
    setTimeout(() => controller.abort(), 20)
    const error = await failureOf(work)
    expect(error.code).toBe('TOOL_TIMEOUT')
    expect(error.message).toContain('stopped')
  })
})

describe('too many requests', () => {
  const refusedWith = async (headers: Record<string, string>, options: Partial<ToolHttpOptions> = {}) => {
    nock(origin).get('/api/a').reply(429, 'slow down', headers)
    return failureOf(createHttp(options).request({ method: 'GET', path: '/a', attempt: createAttempt() }))
  }

  it('waits as many seconds as Retry-After says', async () => {
    expect((await refusedWith({ 'retry-after': '7' })).retryAfterMs).toBe(7_000)
  })

  it('waits for a moment at least, whatever Retry-After says', async () => {
    expect((await refusedWith({ 'retry-after': '0' })).retryAfterMs).toBe(1_000)
  })

  it('waits until the date in Retry-After, by the clock of the tool', async () => {
    const headers = { date: 'Mon, 06 Jul 2026 10:00:00 GMT', 'retry-after': 'Mon, 06 Jul 2026 10:00:42 GMT' }
    expect((await refusedWith(headers)).retryAfterMs).toBe(42_000)
  })

  it('asks the tool-specific reading only without Retry-After', async () => {
    const rateLimit = (headers: Headers) => Number(headers.get('x-window'))
    expect((await refusedWith({ 'x-window': '1500' }, { rateLimit })).retryAfterMs).toBe(1_500)
    expect((await refusedWith({ 'x-window': '1500', 'retry-after': '2' }, { rateLimit })).retryAfterMs).toBe(
      2_000,
    )
  })

  it('waits ten seconds when nobody says how long', async () => {
    expect((await refusedWith({}, { rateLimit: () => null })).retryAfterMs).toBe(10_000)
    expect((await refusedWith({ 'retry-after': 'soon' })).retryAfterMs).toBe(10_000)
  })

  it('closes the narrowest limit, so that nobody else runs into the same refusal', async () => {
    const limits = [createLimit(100, 10), createLimit(100, 10)]
    await refusedWith({ 'retry-after': '3600' }, { limits })
    const attempt = createAttempt()
    const error = await failureOf(createHttp({ limits }).request({ method: 'GET', path: '/a', attempt }))
    expect(error.code).toBe('TOOL_RATE_LIMITED')
    expect(error.retryAfterMs).toBeGreaterThan(3_000_000)
    expect(attempt.reads).toBe(0)
  })
})

it('too many requests are reported even when the limiter cannot note it', async () => {
  const limit = createLimit(5, 10)
  limit.limiter.block = () => Promise.reject(new Error('the database is gone'))
  nock(origin).get('/api/a').reply(429, 'slow down', { 'retry-after': '3' })
  const http = createHttp({ limits: [limit] })
  const error = await failureOf(http.request({ method: 'GET', path: '/a', attempt: createAttempt() }))
  expect(error).toMatchObject({ code: 'TOOL_RATE_LIMITED', retryAfterMs: 3_000 })
})

describe('our own limits', () => {
  it('hold a request back when the wait is short', async () => {
    const http = createHttp({ limits: [createLimit(1, 0.3)] })
    nock(origin).get('/api/a').twice().reply(200)
    const attempt = createAttempt()
    const startedAt = performance.now()
    await http.request({ method: 'GET', path: '/a', attempt })
    await http.request({ method: 'GET', path: '/a', attempt })
    expect(performance.now() - startedAt).toBeGreaterThan(250)
    expect(attempt.reads).toBe(2)
  })

  it('send it back to the queue when the wait is long, and say how long', async () => {
    const http = createHttp({ limits: [createLimit(1, 3600)] })
    nock(origin).get('/api/a').reply(200)
    const attempt = createAttempt()
    await http.request({ method: 'GET', path: '/a', attempt })
    const error = await failureOf(http.request({ method: 'GET', path: '/a', attempt }))
    expect(error).toMatchObject({ code: 'TOOL_RATE_LIMITED', retry: 'after' })
    expect(error.retryAfterMs).toBeGreaterThan(3_000_000)
    expect(attempt.reads).toBe(1)
  })

  it('do not charge the wide limit for a request that the narrow one holds back', async () => {
    const [wide, narrow] = [createLimit(10, 3600), createLimit(1, 3600)]
    const http = createHttp({ limits: [wide, narrow] })
    nock(origin).get('/api/a').reply(200)
    await http.request({ method: 'GET', path: '/a', attempt: createAttempt() })
    await failureOf(http.request({ method: 'GET', path: '/a', attempt: createAttempt() }))
    expect(await (wide.limiter as RateLimiterMemory).get('k')).toMatchObject({ consumedPoints: 1 })
  })

  it('let go of a waiting request when the caller stops', async () => {
    const limit = createLimit(1, 1)
    limit.limiter.consume = () => Promise.reject(new RateLimiterRes(0, 1_500))
    const http = createHttp({ limits: [limit] })
    const attempt = createAttempt(AbortSignal.timeout(30))
    const error = await failureOf(http.request({ method: 'GET', path: '/a', attempt }))
    expect(error.code).toBe('TOOL_TIMEOUT')
    expect(attempt.reads).toBe(0)
  })

  it('fail as TOOL_UNAVAILABLE when the limiter itself is broken', async () => {
    const broken = new RateLimiterMemory({ points: 1, duration: 1 })
    broken.consume = () => Promise.reject(new Error('the database is gone'))
    const http = createHttp({ limits: [{ limiter: broken, key: 'k' }] })
    const error = await failureOf(http.request({ method: 'GET', path: '/a', attempt: createAttempt() }))
    expect(error.code).toBe('TOOL_UNAVAILABLE')
  })
})

describe('reading an answer', () => {
  it('that is no JSON quotes none of it', async () => {
    const error = await failureOf(
      Promise.resolve().then(() => parseJson('<html>Bonjour Camille', 'notion: GET /x')),
    )
    expect(error.code).toBe('TOOL_RESPONSE_INVALID')
    expect(shownOf(error)).not.toContain('Camille')
  })

  it('that has another shape names the places and no value', async () => {
    const Shape = z.object({ id: z.string(), labels: z.array(z.object({ name: z.string() })) })
    const value = { id: 7_777, labels: [{ name: 'ok' }, { name: { first: 'Camille' } }] }
    const error = await failureOf(Promise.resolve().then(() => parseShape(Shape, value, 'notion: a page')))
    expect(error.code).toBe('TOOL_RESPONSE_INVALID')
    expect(error.message).toBe('notion: a page: unexpected shape at id, labels.1.name')
    expect(error.details).toEqual([
      { path: 'id', message: 'invalid_type' },
      { path: 'labels.1.name', message: 'invalid_type' },
    ])
    expect(shownOf(error)).not.toMatch(/Camille|7_?777/)
  })

  it('keeps only what is declared', () => {
    expect(parseShape(z.object({ id: z.string() }), { id: '1', email: 'a@b.test' }, 'x')).toEqual({ id: '1' })
  })
})

it('a failure that is no answer has no refusal', () => {
  expect(refusalOf(new Error('x'))).toBeNull()
  expect(refusalOf(new AppError('TOOL_TIMEOUT', 'x'))).toBeNull()
})

it('tells whoever counts of every request that was sent, and how it went', async () => {
  const calls: string[] = []
  const { request } = createHttp({
    onCall: ({ tool, kind, outcome, milliseconds }) =>
      calls.push(`${tool} ${kind} ${outcome} ${milliseconds >= 0}`),
  })
  const attempt = createAttempt()
  nock(origin).get('/api/a').reply(200, '{}')
  await request({ method: 'GET', path: '/a', attempt })
  nock(origin).post('/api/a').reply(429, 'slow down', { 'retry-after': '3' })
  await failureOf(request({ method: 'POST', path: '/a', attempt }))
  await failureOf(request({ method: 'GET', path: '/../a', attempt }))
  expect(calls).toEqual(['clickup read ok true', 'clickup write TOOL_RATE_LIMITED true'])
})
