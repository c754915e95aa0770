import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adminKey, freshService, type TestService } from '../support/service.ts'
import { exchange, type WireAnswer } from '../support/wire.ts'

let service: TestService
beforeAll(async () => {
  service = await freshService()
})
afterAll(() => service.close())

const asAdmin = { authorization: `Bearer ${adminKey}` }
const get = (target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<WireAnswer> =>
  exchange(service.url, { method, target, headers })

describe('every answer', () => {
  it.each([
    ['data', '/api/v1/boards', asAdmin],
    ['a refusal', '/api/v1/boards', {}],
    ['nothing', '/nowhere', {}],
    ['health', '/healthz', {}],
    ['the reference', '/docs/', {}],
  ])(
    'tells a browser to run, frame, guess and remember nothing of it: %s',
    async (_what, target, headers) => {
      const answer = await get(target, headers)
      const policy = String(answer.headers['content-security-policy'])
      for (const directive of ["default-src 'none'", "object-src 'none'", "base-uri 'none'"])
        expect(policy).toContain(directive)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
      expect(answer.type).toMatch(/charset=utf-8$/)
      expect(answer.headers['x-powered-by'] ?? answer.headers.server).toBeUndefined()
    },
  )

  it('of the API is kept by no cache, whether it was allowed or not', async () => {
    const answers = [await get('/api/v1/boards', asAdmin), await get('/api/v1/boards')]
    expect(answers.map(({ headers }) => headers['cache-control'])).toEqual(['no-store', 'no-store'])
  })

  it('sets no cookie and opens nothing to another origin, not even to one that asks before', async () => {
    const origin = { origin: 'https://evil.example', 'access-control-request-method': 'GET' }
    const asked = await get('/api/v1/boards', origin, 'OPTIONS')
    const answered = await get('/api/v1/boards', { ...asAdmin, ...origin })
    expect([asked.status, answered.status]).toEqual([404, 200])
    for (const { headers } of [asked, answered]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(headers['set-cookie']).toBeUndefined()
    }
  })

  it('never repeats a request to whoever sent it: TRACE is nothing here', async () => {
    const answer = await get('/api/v1/boards', { ...asAdmin, 'x-secret': 'REPEATED' }, 'TRACE')
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('REPEATED')
  })
})

describe('a request', () => {
  it('says each thing once, and nothing that it was not asked for', async () => {
    const twice = await get('/api/v1/boards?limit=1&limit=200', asAdmin)
    const client = { name: 'Claire', language: 'fr', policyId: 'rules' }
    const odd = [{ id: 'cli_1' }, { booksRevision: 9 }, { createdAt: '2026-01-01T00:00:00Z' }, { scopes: [] }]
    const answers = await Promise.all(
      odd.map((more) => service.api('POST', '/api/v1/clients', { ...client, ...more })),
    )
    expect([twice.status, ...answers.map(({ status }) => status)]).toEqual([400, 400, 400, 400, 400])
    for (const { body } of answers) expect(body.errors[0].message).toMatch(/^Unrecognized key/)
  })
})

describe('a key', () => {
  it('counts in the header alone, not in the address, a cookie, or another scheme', async () => {
    const answers = await Promise.all([
      get(`/api/v1/boards?key=${adminKey}`),
      get(`/api/v1/boards?access_token=${adminKey}`),
      get('/api/v1/boards', { cookie: `authorization=${adminKey}` }),
      get('/api/v1/boards', {
        authorization: `Basic ${Buffer.from(`admin:${adminKey}`).toString('base64')}`,
      }),
      get('/api/v1/boards', { authorization: `Bearer ${adminKey}, Bearer ${adminKey}` }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
  })

  it('cannot be guessed faster by somebody who claims to be at many addresses', async () => {
    const attempt = (n: number) =>
      get('/api/v1/boards', {
        authorization: 'Bearer cadre_guess_guess_guess_guess',
        'x-forwarded-for': `203.0.113.${n}`,
        forwarded: `for=203.0.113.${n}`,
        'x-real-ip': `203.0.113.${n}`,
      })
    const answers = await Promise.all(Array.from({ length: 70 }, (_, n) => attempt(n)))
    expect(answers.map(({ status }) => status)).toContain(429)
  })
})
