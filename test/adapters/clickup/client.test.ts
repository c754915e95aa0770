import nock from 'nock'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ClickUpLimiters, createClickUpLimiters } from '../../../adapters/clickup/client.ts'
import { createClickUp } from '../../../adapters/clickup/index.ts'
import {
  apiOrigin,
  connectionId,
  createAdapter,
  createAttempt,
  createObserved,
  credentials,
  failureOf,
  listen,
  mapping,
  taskId,
  userIds,
} from './fixtures.ts'

const me = { user: { id: 5502, username: 'Assistante', email: 'a@exemple.test' } }

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

/** Answers one `GET /v2/user` and keeps the headers that were sent. */
function answerWhoAmI(): Record<string, string>[] {
  const seen: Record<string, string>[] = []
  nock(apiOrigin)
    .get('/api/v2/user')
    .reply(200, (request: Request) => {
      seen.push(Object.fromEntries(request.headers))
      return me
    })
  return seen
}

describe('every request', () => {
  it.each([
    ['pk_4242_T0KEN', 'pk_4242_T0KEN'],
    ['4242_0auth', 'Bearer 4242_0auth'],
  ])('carries the token %s as "%s"', async (token, authorization) => {
    const seen = answerWhoAmI()
    await createAdapter({ token }).whoAmI(createAttempt())
    expect(seen[0]).toMatchObject({ authorization, 'content-type': 'application/json' })
  })

  it('goes to the address that the operator names', async () => {
    nock('http://stand-in.test:8080').get('/base/v2/user').reply(200, me)
    const attempt = createAttempt()
    const who = await createAdapter({}, 'http://stand-in.test:8080/base/').whoAmI(attempt)
    expect(who).toEqual({ userId: userIds.us, name: 'Assistante' })
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })

  it('keeps names inside their part of the path', async () => {
    const calls = listen()
    const names = ['+35 %', 'a/b?c#d', 'é & è']
    for (const name of names)
      await createAdapter().apply(
        createObserved(),
        [{ kind: 'label', change: 'add', label: 'in_scope' }],
        { ...mapping, labels: { in_scope: name } },
        createAttempt(),
      )
    expect(calls.map((call) => call.path)).toEqual([
      `/v2/task/${taskId}/tag/%2B35%20%25`,
      `/v2/task/${taskId}/tag/a%2Fb%3Fc%23d`,
      `/v2/task/${taskId}/tag/%C3%A9%20%26%20%C3%A8`,
    ])
  })
})

describe('a user without a name', () => {
  it('is called by the id', async () => {
    nock(apiOrigin)
      .get('/api/v2/user')
      .reply(200, { user: { id: 5502, username: null } })
    const who = await createAdapter().whoAmI(createAttempt())
    expect(who).toEqual({ userId: userIds.us, name: userIds.us })
  })
})

describe('a refusal', () => {
  const refuse = async (status: number, body: unknown, headers: Record<string, string> = {}) => {
    nock(apiOrigin)
      .get('/api/v2/user')
      .reply(status, body as nock.Body, headers)
    return failureOf(createAdapter().whoAmI(createAttempt()))
  }
  const tooMany = { err: 'Rate limit reached', ECODE: 'APP_002' }

  it.each([
    ['when the window ends, by the answer’s own clock', '1783246312', 40_000],
    ['a second at least', '1783246272', 1_000],
    ['a second when the window has ended already', '1783246000', 1_000],
    ['a window at most', '1783246272000', 60_000],
  ])('for too many requests waits %s', async (_case, reset, expected) => {
    const error = await refuse(429, tooMany, {
      'x-ratelimit-reset': reset,
      date: 'Sun, 05 Jul 2026 10:11:12 GMT',
    })
    expect(error).toMatchObject({ code: 'TOOL_RATE_LIMITED', retry: 'after', retryAfterMs: expected })
  })

  it('for too many requests that does not say when waits a whole window', async () => {
    expect((await refuse(429, tooMany)).retryAfterMs).toBe(60_000)
    nock.cleanAll()
    expect((await refuse(429, tooMany, { 'x-ratelimit-reset': '1783246312' })).retryAfterMs).toBe(60_000)
  })

  it('for too many requests stops the others with this token as well', async () => {
    const limiters = createClickUpLimiters()
    const connect = (token: string) =>
      createClickUp(limiters).connect({
        connectionId,
        credentials: { ...credentials, token },
        apiUrl: null,
      })
    nock(apiOrigin).get('/api/v2/user').reply(429, tooMany)
    await failureOf(connect('pk_1').whoAmI(createAttempt()))
    expect((await failureOf(connect('pk_1').whoAmI(createAttempt()))).code).toBe('TOOL_RATE_LIMITED')
    answerWhoAmI()
    expect(await connect('pk_2').whoAmI(createAttempt())).toMatchObject({ userId: userIds.us })
  })

  it.each([
    [401, { err: 'Token invalid', ECODE: 'OAUTH_025' }, 'TOOL_UNAUTHORIZED'],
    [401, { err: 'Team not authorized', ECODE: 'OAUTH_027' }, 'TOOL_UNAUTHORIZED'],
    [400, { err: 'Authorization header required', ECODE: 'OAUTH_017' }, 'TOOL_REJECTED'],
    [500, { err: 'Internal server error', ECODE: 'ITEMV2_003' }, 'TOOL_UNAVAILABLE'],
  ])('%i %j is passed on as %s', async (status, body, code) => {
    const error = await refuse(status, body)
    expect(error.code).toBe(code)
    expect(error.message).toBe(`clickup: GET /v2/user answered ${status}: ${JSON.stringify(body)}`)
  })

  it('shows neither token nor webhook secret', async () => {
    const hidden = [credentials.token, credentials['secret:wh-1']]
    const error = await refuse(403, hidden.join(' and '))
    expect(error.message).toContain('[redacted] and [redacted]')
    const shown = `${error.message}${error.stack}${JSON.stringify(error.cause)}`
    for (const secret of hidden) expect(shown).not.toContain(secret)
  })

  it.each(['<html>maintenance</html>', '{"user":{}}', ''])(
    'to say what was asked, such as %j, is TOOL_RESPONSE_INVALID',
    async (text) => {
      nock(apiOrigin).get('/api/v2/user').reply(200, text)
      const error = await failureOf(createAdapter().whoAmI(createAttempt()))
      expect(error.code).toBe('TOOL_RESPONSE_INVALID')
    },
  )
})

describe('the limit', () => {
  it('is what ClickUp publishes for its smaller plans', () => {
    expect(createClickUpLimiters().perToken).toMatchObject({ points: 100, duration: 60 })
  })

  it('is shared by adapters with the same token, without writing it down', async () => {
    const keys: string[] = []
    const perToken = new RateLimiterMemory({ points: 2, duration: 60 })
    const consume = perToken.consume.bind(perToken)
    perToken.consume = (key) => {
      keys.push(String(key))
      return consume(key)
    }
    const connect = (limiters: ClickUpLimiters, token: string) =>
      createClickUp(limiters).connect({
        connectionId,
        credentials: { ...credentials, token },
        apiUrl: null,
      })
    nock(apiOrigin).get('/api/v2/user').times(3).reply(200, me)
    await connect({ perToken }, 'pk_one').whoAmI(createAttempt())
    await connect({ perToken }, 'pk_one').whoAmI(createAttempt())
    expect((await failureOf(connect({ perToken }, 'pk_one').whoAmI(createAttempt()))).code).toBe(
      'TOOL_RATE_LIMITED',
    )
    await connect({ perToken }, 'pk_two').whoAmI(createAttempt())
    expect(nock.isDone()).toBe(true)
    expect(new Set(keys).size).toBe(2)
    expect(keys.join()).not.toContain('pk_')
  })
})

describe('credentials', () => {
  it('are a token and perhaps a workspace, without spaces around them', () => {
    expect(createClickUp(createClickUpLimiters()).credentials.parse({ token: ' pk_1\n' })).toEqual({
      token: 'pk_1',
      teamId: '',
    })
    expect(
      createClickUp(createClickUpLimiters()).credentials.parse({ token: 'pk_1', teamId: ' 9012 ' }),
    ).toMatchObject({ teamId: '9012' })
  })

  it('keep the secret of each webhook, and name them all', () => {
    const stored = {
      token: 'pk_1',
      teamId: '',
      'secret:wh-1': 'one',
      'secret:wh-2': 'two',
      'secret:wh-3': '',
    }
    expect(createClickUp(createClickUpLimiters()).credentials.parse(stored)).toEqual(stored)
    expect(createClickUp(createClickUpLimiters()).secretsOf(stored)).toEqual(['one', 'two'])
    expect(createClickUp(createClickUpLimiters()).secretsOf({ token: 'pk_1' })).toEqual([])
  })

  it.each([
    ['token', '', /API token/],
    ['token', undefined, /API token/],
    ['token', 'Bearer pk_1', /API token/],
    ['token', 'pk_é', /API token/],
    ['teamId', 'My workspace', /id of one workspace/],
  ])('say what %s should be when it is %j', (field, value, message) => {
    const { error } = createClickUp(createClickUpLimiters()).credentials.safeParse({
      token: 'pk_1',
      [field]: value,
    })
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([field])
    expect(error?.issues[0]?.message).toMatch(message)
  })
})
