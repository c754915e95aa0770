import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await freshService()
})
afterAll(() => service.close())

interface Route {
  readonly operationId?: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly responses: Record<string, unknown>
}

describe('the admin API', () => {
  it('lets nobody in without a key', async () => {
    for (const key of ['', 'cadre_wrong_0123456789abcdefghij', 'Basic x']) {
      const { status, body } = await service.api('GET', '/api/v1/boards', undefined, key)
      expect([status, body.code]).toEqual([401, 'UNAUTHORIZED'])
    }
  })

  it('answers every refusal as a problem with code and request id', async () => {
    const answers = await Promise.all([
      service.api('GET', '/api/v1/tasks/none'),
      service.api('GET', '/api/v1/nothing-here'),
      service.api('GET', '/api/v1/runs?limit=0'),
      service.api('GET', '/api/v1/tasks?cursor=rubbish'),
      service.api('POST', '/api/v1/clients', { name: '' }),
    ])
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'NOT_FOUND'],
      [404, 'NOT_FOUND'],
      [400, 'REQUEST_INVALID'],
      [400, 'REQUEST_INVALID'],
      [400, 'REQUEST_INVALID'],
    ])
    for (const { status, body } of answers) {
      expect(body).toMatchObject({
        status,
        title: expect.any(String),
        instance: expect.stringMatching(/^[0-9a-f-]{36}$/),
      })
    }
  })

  it('names every problem of a bad body with its path', async () => {
    const { body } = await service.api('POST', '/api/v1/clients', {
      name: '',
      language: 'de',
      policyId: 'x',
      timeZone: 'Mars',
    })
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'body.language',
      'body.name',
      'body.timeZone',
    ])
  })

  it('creates a policy from a preset, and a client who is served by it', async () => {
    const policy = await service.api('POST', '/api/v1/policies', { id: 'rules', preset: 'webmarketing' })
    expect([policy.status, policy.body.version]).toEqual([201, 1])
    const client = await service.api('POST', '/api/v1/clients', {
      name: 'Claire',
      language: 'fr',
      policyId: 'rules',
    })
    expect(client.body).toMatchObject({ name: 'Claire', address: 'vous', timeZone: 'Europe/Paris' })
    const changed = await service.api('PATCH', `/api/v1/clients/${client.body.id}`, { address: 'tu' })
    expect(changed.body).toMatchObject({ name: 'Claire', address: 'tu' })
    const unknown = await service.api('POST', '/api/v1/clients', {
      name: 'X',
      language: 'fr',
      policyId: 'none',
    })
    expect(unknown.status).toBe(404)
  })

  it('never loses an edit when two people publish at once', async () => {
    const { body: first } = await service.api('POST', '/api/v1/policies', {
      id: 'shared',
      preset: 'webmarketing',
    })
    const edit = (name: string) =>
      service.api('POST', '/api/v1/policies/shared/versions', {
        after: 1,
        document: { ...first.document, name },
      })
    const answers = await Promise.all([edit('A'), edit('B')])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const newest = await service.api('GET', '/api/v1/policies/shared')
    expect(newest.body.version).toBe(2)
    const old = await service.api('GET', '/api/v1/policies/shared/versions/1')
    expect(old.body.document).toEqual(first.document)
  })

  it('says all that is wrong with a policy, where, and what to do', async () => {
    const { body: preset } = await service.api('GET', '/api/v1/presets/webmarketing')
    const broken = { ...preset, urgnecy: {}, billing: { ...preset.billing, hourlyRate: -1 } }
    const { status, body } = await service.api('POST', '/api/v1/policies', { id: 'broken', document: broken })
    expect([status, body.code]).toEqual([422, 'POLICY_INVALID'])
    const paths = body.errors.map(({ path }: { path: string }) => path)
    expect(paths.some((path: string) => path.includes('urgnecy'))).toBe(true)
    expect(paths).toContain('billing.hourlyRate')
  })

  it('refuses a second connection of a tool that it does not speak, and credentials that cannot be', async () => {
    const unknown = await service.api('POST', '/api/v1/connections', {
      tool: 'jira',
      name: 'x',
      credentials: {},
    })
    expect(unknown.status).toBe(400)
    const { status, body } = await service.api('POST', '/api/v1/connections', {
      tool: 'trello',
      name: 'x',
      credentials: { apiKey: 'k' },
    })
    expect([status, body.code]).toEqual([400, 'REQUEST_INVALID'])
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'body.credentials.token',
      'body.credentials.secret',
    ])
  })

  it('is described by an OpenAPI document in which every route is named, tagged and says how it fails', async () => {
    const { body: document } = await service.api('GET', '/api/v1/openapi.json', undefined, '')
    expect(document.openapi).toMatch(/^3\.1/)
    const routes = Object.values(document.paths as Record<string, Record<string, Route>>).flatMap((path) =>
      Object.values(path),
    )
    expect(routes.length).toBeGreaterThan(25)
    for (const route of routes) {
      expect(route).toMatchObject({
        operationId: expect.any(String),
        summary: expect.any(String),
        tags: [expect.any(String)],
      })
      expect(Object.keys(route.responses).some((status) => status.startsWith('4'))).toBe(true)
    }
    const names = routes.map((route) => route.operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  it('shows its reference page', async () => {
    const page = await fetch(`${service.url}/docs/`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('/api/v1/openapi.json')
  })

  it('says of a page that there is not what it says of anything else', async () => {
    const { status, body } = await service.api('GET', '/docs/nothing-here')
    expect([status, body.code]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('health', () => {
  it('tells that it lives, that it can work, and what it counts', async () => {
    for (const path of ['/healthz', '/readyz'])
      expect((await fetch(`${service.url}${path}`)).status).toBe(200)
    const metrics = await (await fetch(`${service.url}/metrics`)).text()
    expect(metrics).toContain('cadre_deliveries_total')
  })
})
