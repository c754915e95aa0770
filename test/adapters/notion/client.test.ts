import nock from 'nock'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectOptions } from '#model/adapter.ts'
import { createNotionLimiters, type NotionLimiters } from '../../../adapters/notion/client.ts'
import { createNotion } from '../../../adapters/notion/index.ts'
import {
  apiOrigin,
  connectionId,
  createAdapter,
  createAttempt,
  createRefusal,
  credentials,
  dataSourceId,
  failureOf,
  listen,
  pageId,
  userIds,
} from './fixtures.ts'

const me = { object: 'user', id: userIds.us, type: 'bot', name: 'Cadre', bot: {} }

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

const whoAmI = () => createAdapter().whoAmI(createAttempt())

describe('every request', () => {
  it('carries the token in the header only, and the version that we read', async () => {
    const [call] = await whoAmIHeard()
    expect(call?.route).toBe('GET /v1/users/me')
    expect(call?.query).toEqual({})
    expect(call?.headers).toMatchObject({
      authorization: `Bearer ${credentials.token}`,
      'notion-version': '2026-03-11',
    })
  })

  it('goes to the address that the operator names', async () => {
    nock('http://stand-in.test:8080').get('/base/v1/users/me').reply(200, me)
    const attempt = createAttempt()
    const who = await createAdapter('http://stand-in.test:8080/base/').whoAmI(attempt)
    expect(who).toEqual({ userId: userIds.us, name: 'Cadre' })
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })

  it('stops when the attempt does', async () => {
    const calls = listen([200, me])
    const controller = new AbortController()
    controller.abort()
    const attempt = { ...createAttempt(), signal: controller.signal }
    expect((await failureOf(createAdapter().whoAmI(attempt))).code).toBe('TOOL_TIMEOUT')
    expect(calls).toEqual([])
  })

  async function whoAmIHeard() {
    const calls = listen([200, me])
    await whoAmI()
    return calls
  }
})

describe('who we are', () => {
  it('has a name even if the bot has none', async () => {
    listen([200, { ...me, name: null }])
    expect((await whoAmI()).name).toBe('Notion')
  })
})

describe('a refusal', () => {
  it.each([
    [400, 'validation_error', 'TOOL_REJECTED', 'never'],
    [401, 'unauthorized', 'TOOL_UNAUTHORIZED', 'never'],
    [403, 'restricted_resource', 'TOOL_FORBIDDEN', 'never'],
    [404, 'object_not_found', 'TOOL_NOT_FOUND', 'backoff'],
    [409, 'conflict_error', 'TOOL_UNAVAILABLE', 'backoff'],
    [500, 'internal_server_error', 'TOOL_UNAVAILABLE', 'backoff'],
    [503, 'service_unavailable', 'TOOL_UNAVAILABLE', 'backoff'],
    [529, 'service_overload', 'TOOL_UNAVAILABLE', 'backoff'],
  ])('%i %s is %s and is tried once', async (status, code, expected, retry) => {
    const calls = listen([status, createRefusal(status, code, 'So it is.')])
    const error = await failureOf(whoAmI())
    expect(error).toMatchObject({ code: expected, retry })
    expect(error.message).toMatch(`notion: GET /v1/users/me answered ${status}`)
    expect(error.message).toContain('So it is.')
    expect(calls).toHaveLength(1)
  })

  it('for too many requests waits as long as Notion says, also beyond a minute', async () => {
    nock(apiOrigin)
      .get('/v1/users/me')
      .reply(429, createRefusal(429, 'rate_limited', 'Slow down.'), { 'retry-after': '240' })
    const error = await failureOf(whoAmI())
    expect(error).toMatchObject({ code: 'TOOL_RATE_LIMITED', retry: 'after', retryAfterMs: 240_000 })
  })

  it('that is a ban is not tried again', async () => {
    const refusal = createRefusal(429, 'rate_limited', 'Blocked.', {
      rate_limit_reason: 'public_api_request_blocked',
    })
    nock(apiOrigin).get('/v1/users/me').reply(429, refusal, { 'retry-after': '12' })
    expect(await failureOf(whoAmI())).toMatchObject({ code: 'TOOL_FORBIDDEN', retry: 'never' })
  })

  it('shows neither token nor secret', async () => {
    const { token, verificationToken } = credentials
    listen([404, createRefusal(404, 'object_not_found', `no ${token} with ${verificationToken}`)])
    const error = await failureOf(whoAmI())
    const shown = `${error.message}${error.stack}${JSON.stringify(error.cause)}${JSON.stringify(error)}`
    expect(error.message).toContain('no [redacted] with [redacted]')
    for (const hidden of [token, verificationToken]) expect(shown).not.toContain(hidden)
  })

  it.each([
    ['to speak JSON', '<html>maintenance</html>'],
    ['to speak all of it', '{"id":'],
    ['to say who we are', '{"object":"user"}'],
  ])('%s is TOOL_RESPONSE_INVALID', async (_, body) => {
    listen([200, body])
    expect((await failureOf(whoAmI())).code).toBe('TOOL_RESPONSE_INVALID')
  })
})

describe('an id that would climb to another route', () => {
  it.each(['..', '../users/me', '%2e%2e', ''])('is not asked for: %j', async (id) => {
    const calls = listen()
    const adapter = createAdapter()
    const wanted = {
      labels: [],
      names: { labels: 'Cadre', estimate: 'Estimation', surcharge: 'Majoration' },
      currency: 'EUR',
    }
    expect(await adapter.observe(id, createAttempt())).toBeNull()
    for (const work of [
      adapter.layout(id, createAttempt()),
      adapter.list(id, null, createAttempt()),
      adapter.provision(id, wanted, createAttempt()),
    ])
      expect((await failureOf(work)).code).toBe('TOOL_NOT_FOUND')
    expect(calls).toEqual([])
  })
})

describe('the limits', () => {
  const connect = (limiters: NotionLimiters, changes: Partial<ConnectOptions['credentials']> = {}) =>
    createNotion(limiters).connect({
      connectionId,
      credentials: { ...credentials, ...changes } as ConnectOptions['credentials'],
      apiUrl: null,
    })

  it('are the one that Notion publishes, and a quarter of it for a quarter of the time', () => {
    const { perMinute, burst } = createNotionLimiters()
    expect(perMinute).toMatchObject({ points: 180, duration: 60 })
    expect(burst).toMatchObject({ points: 45, duration: 15 })
  })

  it.each(['perMinute', 'burst'] as const)('%s is shared by adapters with the same token', async (name) => {
    const roomy = new RateLimiterMemory({ keyPrefix: 'roomy', points: 100, duration: 60 })
    const tight = new RateLimiterMemory({ keyPrefix: 'tight', points: 2, duration: 60 })
    const limiters = { perMinute: roomy, burst: roomy, [name]: tight }
    const calls = listen([200, me], [200, me], [200, me])
    await connect(limiters).whoAmI(createAttempt())
    await connect(limiters).whoAmI(createAttempt())
    expect((await failureOf(connect(limiters).whoAmI(createAttempt()))).code).toBe('TOOL_RATE_LIMITED')
    await connect(limiters, { token: 'ntn_another' }).whoAmI(createAttempt())
    expect(calls).toHaveLength(3)
  })

  it('are counted without writing the token down', async () => {
    const keys: string[] = []
    const limiter = new RateLimiterMemory({ points: 10, duration: 10 })
    const consume = limiter.consume.bind(limiter)
    limiter.consume = (key) => {
      keys.push(String(key))
      return consume(key)
    }
    listen([200, me])
    await connect({ perMinute: limiter, burst: limiter }).whoAmI(createAttempt())
    expect(keys).toHaveLength(2)
    expect(keys.join()).not.toMatch(/ntn_|t0ken/)
  })
})

describe('credentials', () => {
  it('are a token and, once Notion has told it, a verification token, without spaces around them', () => {
    expect(
      createNotion(createNotionLimiters()).credentials.parse({ token: ` ${credentials.token}\n` }),
    ).toEqual({
      token: credentials.token,
      verificationToken: '',
    })
    expect(createNotion(createNotionLimiters()).credentials.parse(credentials)).toEqual(credentials)
  })

  it('name the secret that webhooks are signed with, if it is known', () => {
    expect(createNotion(createNotionLimiters()).secretsOf(credentials)).toEqual(['secret_v3rificati0n'])
    expect(createNotion(createNotionLimiters()).secretsOf({ token: 'x', verificationToken: '' })).toEqual([])
    expect(createNotion(createNotionLimiters()).secretsOf({ token: 'x' })).toEqual([])
  })

  it.each([
    ['token', '', /access token of your Notion connection/],
    ['token', undefined, /access token of your Notion connection/],
    ['token', 'two words', /access token of your Notion connection/],
    ['verificationToken', 'two words', /./],
  ])('say what %s should be when it is %j', (field, value, message) => {
    const { error } = createNotion(createNotionLimiters()).credentials.safeParse({
      ...credentials,
      [field]: value,
    })
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([field])
    expect(error?.issues[0]?.message).toMatch(message)
  })
})

describe('a subscription', () => {
  it('is left to a person, without a call', async () => {
    const calls = listen()
    const adapter = createAdapter()
    const attempt = createAttempt()
    expect(
      await adapter.subscribe(dataSourceId, 'https://cadre.test/webhooks/notion/conn-9', attempt),
    ).toEqual({ webhookId: null, outcome: 'manual' })
    await adapter.unsubscribe(pageId, attempt)
    expect(calls).toEqual([])
  })
})
