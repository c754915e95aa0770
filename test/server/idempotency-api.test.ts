import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { createIdempotentRequests } from '../../src/store/idempotent-requests.ts'
import { adminKey, freshService, type TestService } from '../support/service.ts'
import { freshStore } from '../support/stores.ts'

const Body = z.looseObject({
  id: z.string().optional(),
  key: z.string().optional(),
  code: z.string().optional(),
})

describe('a POST with an Idempotency-Key', () => {
  let service: TestService
  beforeAll(async () => {
    service = await freshService()
    await service.api('POST', '/api/v1/policies', { id: 'rules', preset: 'webmarketing' })
  })
  afterAll(() => service.close())

  async function post(path: string, key: string, body: unknown, as = adminKey) {
    const answer = await fetch(`${service.url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${as}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    })
    const { status, headers } = answer
    return {
      status,
      body: Body.parse(await answer.json()),
      replayed: headers.get('idempotent-replayed'),
      location: headers.get('location'),
      type: headers.get('content-type'),
      retryAfter: headers.get('retry-after'),
    }
  }
  const client = { name: 'Claire', language: 'fr', policyId: 'rules' }
  const clientsNamed = async (name: string) =>
    JSON.stringify((await service.api('GET', '/api/v1/clients')).body).split(`"name":"${name}"`).length - 1

  it('is done once, and answered the same each time', async () => {
    const first = await post('/clients', 'once', client)
    const again = await post('/clients', '"once"', { policyId: 'rules', language: 'fr', name: 'Claire' })
    expect([first.status, first.replayed]).toEqual([201, null])
    expect(again).toEqual({ ...first, replayed: 'true' })
    expect(await clientsNamed('Claire')).toBe(1)
  })

  it('gives a new key again, from an answer that is sealed in the store', async () => {
    const wanted = { name: 'script', scopes: ['read'] }
    const first = await post('/keys', 'new key', wanted)
    expect(first.status).toBe(400)
    const made = await post('/keys', 'new-key', wanted)
    const again = await post('/keys', 'new-key', wanted)
    expect(made.location).toBe(`/api/v1/keys/${made.body.id}`)
    expect(again).toEqual({ ...made, replayed: 'true' })
  })

  it('is refused with another body, and is another request under another key of the API', async () => {
    await post('/clients', 'mine', { ...client, name: 'Anne' })
    const other = await post('/clients', 'mine', { ...client, name: 'Bea' })
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
    const { body: key } = await service.api('POST', '/api/v1/keys', { name: 'k', scopes: ['admin'] })
    expect(await post('/clients', 'mine', { ...client, name: 'Bea' }, key.key)).toMatchObject({
      status: 201,
      replayed: null,
    })
  })

  it('is done once when it arrives many times at once; the others are told to wait', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => post('/clients', 'burst', { ...client, name: 'Burst' })),
    )
    expect(await clientsNamed('Burst')).toBe(1)
    for (const answer of answers) {
      if (answer.status === 201) continue
      expect([answer.status, answer.body.code]).toEqual([409, 'REQUEST_IN_PROGRESS'])
      expect(Number(answer.retryAfter)).toBeGreaterThan(0)
    }
    expect(answers.filter(({ replayed, status }) => status === 201 && replayed === null)).toHaveLength(1)
  })

  it('keeps a refusal too, as the problem that it was', async () => {
    const first = await post('/clients', 'no policy', { ...client, policyId: 'none' })
    expect(first.status).toBe(400)
    const refused = await post('/clients', 'no-policy', { ...client, policyId: 'none' })
    expect([refused.status, refused.type]).toEqual([404, expect.stringContaining('application/problem+json')])
    expect(await post('/clients', 'no-policy', { ...client, policyId: 'none' })).toEqual({
      ...refused,
      replayed: 'true',
    })
  })

  it('is documented on every POST', async () => {
    const { body: document } = await service.api('GET', '/api/v1/openapi.json')
    interface Operation {
      readonly parameters?: readonly {
        readonly name: string
        readonly in: string
        readonly required?: boolean
      }[]
      readonly responses: Record<string, unknown>
    }
    const posts = Object.values(document.paths as Record<string, { post?: Operation }>).flatMap(
      ({ post: operation }) => operation ?? [],
    )
    expect(posts.length).toBeGreaterThan(8)
    for (const { parameters = [], responses } of posts) {
      const header = parameters.find(({ name }) => name === 'idempotency-key')
      expect(header).toMatchObject({ in: 'header' })
      expect(header?.required ?? false).toBe(false)
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['409', '422']))
    }
  })
})

describe('the store of idempotent requests', () => {
  const request = { actorId: 'key_1', key: 'k', fingerprint: 'f' }
  const answer = { status: 201, headers: {}, body: '{"key":"cadre_very-secret-very-secret"}' }
  async function fresh() {
    const store = await freshStore()
    onTestFinished(() => store.close())
    return { store, requests: createIdempotentRequests(store.db, store.vault) }
  }

  it('keeps an answer sealed, for a day', async () => {
    const { store, requests } = await fresh()
    const first = await requests.claim(request, '2026-11-23T10:00:00.000Z')
    if (first.outcome !== 'claimed') throw new Error(first.outcome)
    await requests.keep(request, first.claim, answer)
    expect(await requests.claim(request, '2026-11-24T10:00:00.000Z')).toEqual({ outcome: 'answered', answer })
    const rows = await store.db.selectFrom('idempotent_requests').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('very-secret')
    expect((await requests.claim(request, '2026-11-24T10:00:00.001Z')).outcome).toBe('claimed')
  })

  it('lets the next one begin anew after a failure, and five minutes after a process died', async () => {
    const { requests } = await fresh()
    const first = await requests.claim(request, '2026-11-23T10:00:00.000Z')
    if (first.outcome !== 'claimed') throw new Error(first.outcome)
    expect((await requests.claim(request, '2026-11-23T10:05:00.000Z')).outcome).toBe('in-progress')
    const second = await requests.claim(request, '2026-11-23T10:05:00.001Z')
    if (second.outcome !== 'claimed') throw new Error(second.outcome)
    await requests.keep(request, first.claim, answer)
    expect((await requests.claim(request, '2026-11-23T10:06:00.000Z')).outcome).toBe('in-progress')
    await requests.drop(request, second.claim)
    expect((await requests.claim(request, '2026-11-23T10:06:00.000Z')).outcome).toBe('claimed')
  })

  it('removes what is older than asked', async () => {
    const { requests } = await fresh()
    await requests.claim(request, '2026-11-23T10:00:00.000Z')
    expect(await requests.removeBefore('2026-11-23T10:00:00.000Z')).toBe(0)
    expect(await requests.removeBefore('2026-11-23T10:00:00.001Z')).toBe(1)
  })
})
