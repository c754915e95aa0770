import nock from 'nock'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectOptions } from '#model/adapter.ts'
import { createTrelloLimiters, type TrelloLimiters } from '../../../adapters/trello/client.ts'
import { createTrello } from '../../../adapters/trello/index.ts'
import {
  apiOrigin,
  connectionId,
  createAdapter,
  createAttempt,
  createObserved,
  credentials,
  failureOf,
  mapping,
  memberIds,
} from './fixtures.ts'

const me = { id: memberIds.us, fullName: 'Assistante', username: 'assistante' }

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

/** Answers one `GET /members/me` and keeps the request as it was sent. */
function answerWhoAmI(): { url: string; headers: Record<string, string> }[] {
  const seen: { url: string; headers: Record<string, string> }[] = []
  nock(apiOrigin)
    .get('/1/members/me')
    .query(true)
    .reply(200, (request: Request) => {
      seen.push({ url: request.url, headers: Object.fromEntries(request.headers) })
      return me
    })
  return seen
}

function commentWith(text: string) {
  const operation = { kind: 'comment', id: null, text, reference: 'réf. K7Q2', mayExist: false } as const
  return createAdapter().apply(createObserved(), [operation], mapping, createAttempt())
}

describe('every request', () => {
  it('carries key and token in the header only, and our name for the echo', async () => {
    const seen = answerWhoAmI()
    await createAdapter().whoAmI(createAttempt())
    const [request] = seen
    expect(request?.headers).toMatchObject({
      authorization: `OAuth oauth_consumer_key="${credentials.apiKey}", oauth_token="${credentials.token}"`,
      'x-trello-client-identifier': `cadre/${connectionId}`,
    })
    expect(request?.url).toBe(`${apiOrigin}/1/members/me?fields=id%2CfullName%2Cusername`)
  })

  it('goes to the address that the operator names', async () => {
    nock('http://stand-in.test:8080').get('/base/1/members/me').query(true).reply(200, me)
    const attempt = createAttempt()
    const who = await createAdapter('http://stand-in.test:8080/base/1/').whoAmI(attempt)
    expect(who).toEqual({ userId: memberIds.us, name: 'Assistante' })
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })
})

describe('a comment', () => {
  const made = { id: '6a4a2c100000000000000009' }

  it('of usual length goes into the query, as documented', async () => {
    const text = 'Bonjour & bienvenue 🏨 + 50 %\n\nréf. K7Q2'
    const scope = nock(apiOrigin)
      .post(/\/actions\/comments$/, '')
      .query({ text })
      .reply(200, made)
    expect(await commentWith(text)).toEqual({ commentId: made.id, relayed: {} })
    expect(scope.isDone()).toBe(true)
  })

  it('that would make the URL too long goes into the body', async () => {
    const text = `${'é'.repeat(1_400)} réf. K7Q2`
    const scope = nock(apiOrigin)
      .post(/\/actions\/comments$/, { text })
      .query((query) => Object.keys(query).length === 0)
      .reply(200, made)
    expect(await commentWith(text)).toEqual({ commentId: made.id, relayed: {} })
    expect(scope.isDone()).toBe(true)
  })

  it('never makes a URL that Trello refuses, and never loses a character', async () => {
    for (const length of [7_800, 7_900, 8_000, 8_200]) {
      let url = ''
      let body = ''
      nock(apiOrigin)
        .post(/\/actions\/comments$/)
        .query(true)
        .reply(200, async (request: Request) => {
          url = request.url
          body = await request.text()
          return made
        })
      const text = 'a'.repeat(length)
      await commentWith(text)
      expect(url.length).toBeLessThanOrEqual(8_000)
      expect(new URL(url).searchParams.get('text') ?? JSON.parse(body).text).toBe(text)
    }
  })
})

describe('a refusal', () => {
  it('for too many requests waits for the window that is used up', async () => {
    nock(apiOrigin).get('/1/members/me').query(true).reply(429, '{"error":"API_TOKEN_LIMIT_EXCEEDED"}', {
      'x-rate-limit-api-key-interval-ms': '30000',
      'x-rate-limit-api-key-remaining': '200',
      'x-rate-limit-api-token-interval-ms': '10000',
      'x-rate-limit-api-token-remaining': '0',
    })
    const error = await failureOf(createAdapter().whoAmI(createAttempt()))
    expect(error).toMatchObject({ code: 'TOOL_RATE_LIMITED', retry: 'after', retryAfterMs: 10_000 })
  })

  it('for too many requests that names no used up window waits for the longest', async () => {
    nock(apiOrigin).get('/1/members/me').query(true).reply(429, '', {
      'x-rate-limit-api-key-interval-ms': '30000',
      'x-rate-limit-api-token-interval-ms': '10000',
    })
    const error = await failureOf(createAdapter().whoAmI(createAttempt()))
    expect(error.retryAfterMs).toBe(30_000)
  })

  it.each([
    [401, 'invalid key', 'TOOL_UNAUTHORIZED'],
    [401, 'unauthorized card permission requested', 'TOOL_UNAUTHORIZED'],
    [403, '{"message":"forbidden","error":"FORBIDDEN"}', 'TOOL_FORBIDDEN'],
    [504, '<html>Gateway Timeout</html>', 'TOOL_UNAVAILABLE'],
  ])('%i in the words "%s" is %s', async (status, text, code) => {
    nock(apiOrigin).get('/1/members/me').query(true).reply(status, text)
    const error = await failureOf(createAdapter().whoAmI(createAttempt()))
    expect(error.code).toBe(code)
    expect(error.message).toBe(`trello: GET /members/me answered ${status}: ${text}`)
  })

  it('shows neither key nor token nor secret, though the token is in the path', async () => {
    const { apiKey, token, secret } = credentials
    nock(apiOrigin).get(`/1/tokens/${token}/webhooks`).reply(404, `no ${token} of ${apiKey} with ${secret}`)
    const error = await failureOf(createAdapter().subscribe('b', 'https://cadre.test/x', createAttempt()))
    const shown = `${error.message}${error.stack}${JSON.stringify(error.cause)}${JSON.stringify(error)}`
    expect(error.message).toBe(
      'trello: GET /tokens/[redacted]/webhooks answered 404: no [redacted] of [redacted] with [redacted]',
    )
    for (const hidden of [apiKey, token, secret]) expect(shown).not.toContain(hidden)
  })

  it('to speak JSON is TOOL_RESPONSE_INVALID', async () => {
    nock(apiOrigin)
      .get('/1/members/me')
      .query(true)
      .twice()
      .reply(200, 'maintenance', { 'content-type': 'text/html' })
    expect((await failureOf(createAdapter().whoAmI(createAttempt()))).code).toBe('TOOL_RESPONSE_INVALID')
    nock.cleanAll()
    nock(apiOrigin)
      .get('/1/members/me')
      .query(true)
      .reply(200, '{"id":', { 'content-type': 'application/json' })
    expect((await failureOf(createAdapter().whoAmI(createAttempt()))).code).toBe('TOOL_RESPONSE_INVALID')
  })
})

describe('the limits', () => {
  const connect = (limiters: TrelloLimiters, changes: Partial<ConnectOptions['credentials']> = {}) =>
    createTrello(limiters).connect({
      connectionId,
      credentials: { ...credentials, ...changes } as ConnectOptions['credentials'],
      apiUrl: null,
    })

  it('are those that Trello publishes', () => {
    const { perKey, perToken } = createTrelloLimiters()
    expect(perKey).toMatchObject({ points: 300, duration: 10 })
    expect(perToken).toMatchObject({ points: 100, duration: 10 })
  })

  it('are shared by adapters with the same key, and the token has its own share', async () => {
    const limiters = {
      perKey: new RateLimiterMemory({ points: 3, duration: 60 }),
      perToken: new RateLimiterMemory({ points: 2, duration: 60 }),
    }
    nock(apiOrigin).get('/1/members/me').query(true).times(3).reply(200, me)
    await connect(limiters).whoAmI(createAttempt())
    await connect(limiters).whoAmI(createAttempt())
    expect((await failureOf(connect(limiters).whoAmI(createAttempt()))).code).toBe('TOOL_RATE_LIMITED')
    await connect(limiters, { token: 'another' }).whoAmI(createAttempt())
    const error = await failureOf(connect(limiters, { token: 'a-third' }).whoAmI(createAttempt()))
    expect(error.code).toBe('TOOL_RATE_LIMITED')
    expect(nock.isDone()).toBe(true)
  })

  it('are counted without writing key or token down', async () => {
    const keys: string[] = []
    const limiter = new RateLimiterMemory({ points: 10, duration: 10 })
    const consume = limiter.consume.bind(limiter)
    limiter.consume = (key) => {
      keys.push(String(key))
      return consume(key)
    }
    answerWhoAmI()
    await connect({ perKey: limiter, perToken: limiter }).whoAmI(createAttempt())
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(2)
    expect(keys.join()).not.toMatch(/k3y|t0ken/)
  })
})

describe('credentials', () => {
  const parse = (changes: Record<string, unknown>) =>
    createTrello(createTrelloLimiters()).credentials.safeParse({ ...credentials, ...changes })

  it('are key, token and secret, without spaces around them', () => {
    const { previousSecret: _, ...three } = credentials
    expect(
      createTrello(createTrelloLimiters()).credentials.parse({ ...three, apiKey: ` ${three.apiKey}\n` }),
    ).toEqual(credentials)
  })

  it('name the secrets that webhooks may be signed with, the current one first', () => {
    expect(createTrello(createTrelloLimiters()).secretsOf(credentials)).toEqual(['s3cretOfTheApp'])
    expect(
      createTrello(createTrelloLimiters()).secretsOf({ ...credentials, previousSecret: 'older' }),
    ).toEqual(['s3cretOfTheApp', 'older'])
  })

  it.each([
    ['apiKey', '', /API key of your Power-Up/],
    ['token', undefined, /token made with that key/],
    ['token', 'with"quote', /token made with that key/],
    ['secret', '  ', /secret beside the API key/],
    ['secret', 'two words', /secret beside the API key/],
    ['previousSecret', 'two words', /./],
  ])('say what %s should be when it is %j', (field, value, message) => {
    const { error } = parse({ [field]: value })
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([field])
    expect(error?.issues[0]?.message).toMatch(message)
  })
})
