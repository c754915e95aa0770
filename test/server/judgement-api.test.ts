import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await freshService()
  await service.api('POST', '/api/v1/policies', { id: 'rules', document })
})
afterAll(() => service.close())

const document = {
  name: 'Règles',
  hours: { week: { monday: ['09:00-18:00'] } },
  services: [
    { id: 'newsletter', kind: 'included', name: { fr: 'Newsletters' }, keywords: { fr: ['newsletter'] } },
    { id: 'blog', kind: 'excluded', name: { fr: 'Rédaction' }, keywords: { fr: ['article de blog'] } },
  ],
  billing: { hourlyRate: 35 },
  plans: { 'pack-10h': { name: 'Pack 10 h', set: { billing: { mode: 'package', package: { hours: 10 } } } } },
}
const client = { name: 'Claire', language: 'fr', policyId: 'rules' }

describe('the terms of one client', () => {
  it('are kept, with the plan and the day they accepted', async () => {
    const acceptedAt = '2026-11-20T10:00:00.000Z'
    const terms = { billing: { hourlyRate: 40 }, services: { newsletter: { price: 80 } } }
    const made = await service.api('POST', '/api/v1/clients', {
      ...client,
      plan: 'pack-10h',
      terms,
      acceptedAt,
    })
    expect(made.status).toBe(201)
    const read = await service.api('GET', `/api/v1/clients/${made.body.id}`)
    expect(read.body).toMatchObject({ plan: 'pack-10h', terms, acceptedAt })
    const changed = await service.api('PATCH', `/api/v1/clients/${made.body.id}`, { plan: null, terms: {} })
    expect(changed.body).toMatchObject({ plan: null, terms: {}, acceptedAt })
  })

  it('must fit the policy: the place is named, in both languages', async () => {
    const unknown = await service.api('POST', '/api/v1/clients', { ...client, plan: 'gold' })
    expect(unknown.body).toMatchObject({ code: 'REQUEST_INVALID', errors: [{ path: 'body.plan' }] })
    const wrong = await service.api('POST', '/api/v1/clients', {
      ...client,
      terms: { billing: { hourlyRate: 0 } },
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors[0]).toMatchObject({
      path: 'billing.hourlyRate',
      remedy: expect.any(String),
      fr: { message: 'le tarif horaire est nul', remedy: expect.any(String) },
    })
  })
})

describe('examples', () => {
  const list = () => service.api('GET', '/api/v1/policies/rules/examples')

  it('are added, listed and taken back, and every change raises the revision', async () => {
    const example = { title: 'Le mot du jeudi', scope: 'in', service: 'newsletter' }
    const made = await service.api('POST', '/api/v1/policies/rules/examples', example)
    expect(made.body).toMatchObject({ ...example, text: '', revision: 1, taskId: null })
    expect((await list()).body).toMatchObject({ revision: 1, examples: [{ id: made.body.id }] })
    const path = `/api/v1/policies/rules/examples/${made.body.id}`
    expect((await service.api('DELETE', path)).status).toBe(204)
    expect((await list()).body).toEqual({ revision: 2, examples: [] })
    expect((await service.api('DELETE', path)).status).toBe(404)
  })

  it.each([
    { title: 'x', scope: 'in', service: 'blog' },
    { title: 'x', scope: 'in' },
    { title: 'x', scope: 'out', service: 'newsletter' },
    { title: 'x', scope: 'review', service: 'blog' },
    { title: 'x', scope: 'in', service: 'nothing' },
  ])('must name a service that fits: %j', async (example) => {
    const { status, body } = await service.api('POST', '/api/v1/policies/rules/examples', example)
    expect([status, body.errors[0].path]).toEqual([400, 'body.service'])
  })

  it('belong to a policy that exists', async () => {
    expect((await service.api('GET', '/api/v1/policies/none/examples')).status).toBe(404)
  })
})

describe('documents', () => {
  it.each([
    'procedure',
    'contract-clauses',
    'service-list',
    'signature',
    'auto-replies',
    'onboarding-checklist',
  ])('%s is written in both languages', async (name) => {
    const [fr, en] = await Promise.all(
      ['fr', 'en'].map((language) =>
        service.api('GET', `/api/v1/policies/rules/documents/${name}?language=${language}`),
      ),
    )
    expect([fr?.status, en?.status]).toEqual([200, 200])
    expect(fr?.body.text).not.toBe(en?.body.text)
    expect(fr?.body.text.length).toBeGreaterThan(40)
  })

  it('that do not exist are told by the names that do', async () => {
    const { status, body } = await service.api('GET', '/api/v1/policies/rules/documents/novel')
    expect([status, JSON.stringify(body.errors).includes('procedure')]).toEqual([400, true])
  })
})
