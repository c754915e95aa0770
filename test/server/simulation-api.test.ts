import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, freshService, type TestService } from '../support/service.ts'

const rules = {
  name: 'Règles',
  services: [
    {
      id: 'newsletter',
      kind: 'included',
      name: { fr: 'Newsletters', en: 'Newsletters' },
      keywords: { fr: ['newsletter'], en: ['newsletter'] },
      complexity: 'medium',
    },
    { id: 'blog', kind: 'excluded', name: { fr: 'Rédaction' }, keywords: { fr: ['article de blog'] } },
  ],
  billing: { hourlyRate: 35 },
  plans: { pack: { name: 'Pack', set: { billing: { hourlyRate: 30 } } } },
}

const asked = {
  title: 'Newsletter de mai',
  hours: 2,
  now: '2026-11-23T08:00:00.000Z',
  dueAt: '2026-11-23T18:00:00.000Z',
}

describe('simulating a request', () => {
  let service: TestService
  let clientId: string
  beforeAll(async () => {
    service = await freshService()
    await service.api('POST', '/api/v1/policies', { id: 'rules', document: rules })
    const client = { name: 'Claire', language: 'fr', address: 'tu', policyId: 'rules', plan: 'pack' }
    clientId = (await service.api('POST', '/api/v1/clients', client)).body.id
  })
  afterAll(() => service.close())

  const simulate = (body: object): Promise<Answer> => service.api('POST', '/api/v1/simulate', body)

  it('gives the whole decision in one answer: verdict, labels, price, message and why', async () => {
    const { status, body } = await simulate({ ...asked, policyId: 'rules' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      nothingWritten: true,
      rules: { policyId: 'rules', state: 1 },
      client: { id: null, language: 'fr', address: 'vous' },
      at: asked.now,
      headline: { key: 'urgent_confirm', name: 'Urgent · dispo à confirmer' },
      labels: [
        { key: 'in_scope', name: 'Dans le cadre' },
        { key: 'urgent_confirm', name: 'Urgent · dispo à confirmer' },
        { key: 'surcharge:35', name: '+35 %' },
      ],
      service: { key: 'newsletter', name: 'Newsletters' },
      price: {
        text: '94,50 €',
        total: { min: { minor: 9450, currency: 'EUR' } },
        formula: '35,00 €/h × 2 h = 70,00 € ; majoration 35 % = 24,50 € ; total 94,50 €',
      },
      reading: { words: expect.arrayContaining(['newsletter']), candidates: expect.any(Array) },
    })
    expect(body.findings[0]).toMatchObject({ code: 'urgent_confirm', label: 'Urgent · dispo à confirmer' })
    expect(body.findings[0].sentence).not.toBe('')
    expect(body.message).toMatchObject({ isWritten: true, text: expect.stringContaining('94,50 €') })
  })

  it('speaks as the client is spoken to, by their plan and what was agreed with them', async () => {
    const { body } = await simulate({ ...asked, clientId })
    expect(body).toMatchObject({
      client: { id: clientId, name: 'Claire', address: 'tu' },
      price: { text: '81,00 €' },
    })
    const english = await simulate({ ...asked, policyId: 'rules', client: { language: 'en', plan: 'pack' } })
    expect(english.body).toMatchObject({
      headline: { name: 'Urgent · availability to confirm' },
      price: { text: '€81.00' },
    })
  })

  it('tries the draft, a version, or a document that nobody has saved', async () => {
    const { body: draft } = await service.api('GET', '/api/v1/policies/rules/draft')
    expect(draft.isSaved).toBe(false)
    const document = { ...rules, billing: { hourlyRate: 50 } }
    const tried = await simulate({ ...asked, policyId: 'rules', document })
    expect(tried.body).toMatchObject({ rules: { state: 'document' }, price: { text: '135,00 €' } })
    const unowned = await simulate({ ...asked, document })
    expect(unowned.body).toMatchObject({ rules: { policyId: null }, price: { text: '135,00 €' } })
    expect((await simulate({ ...asked, policyId: 'rules', draft: true })).body.rules.state).toBe('draft')
    expect((await simulate({ ...asked, policyId: 'rules', version: 1 })).body.rules.state).toBe(1)
    expect((await simulate({ ...asked, policyId: 'rules', version: 9 })).status).toBe(404)
    const broken = await simulate({ ...asked, document: { name: 'Leer' } })
    expect([broken.status, broken.body.code]).toEqual([422, 'POLICY_INVALID'])
  })

  it('takes what the books would say, and what only the assistant would be told', async () => {
    const account = { overdueSince: '2026-11-02T08:00:00.000Z' }
    const { body } = await simulate({ ...asked, clientId, account })
    expect(body.privateFindings).toMatchObject([
      { code: 'payment_overdue', fr: 'Une facture de ce client est en retard depuis le lundi 2 novembre.' },
    ])
  })

  it('takes what people would have answered since, one after the other', async () => {
    const answered = (...answers: object[]) => simulate({ ...asked, policyId: 'rules', answers })
    const [confirm, accept] = [{ kind: 'confirm' }, { kind: 'accept' }]
    expect((await answered(confirm)).body.headline.key).toBe('urgent_confirmed')
    const quoted = await answered({ kind: 'quote', amount: 120.5 }, confirm, accept, {
      kind: 'hours',
      hours: 9,
    })
    expect(quoted.body.price.text).toBe('120,50 €')
    expect((await answered({ kind: 'out' })).body.headline.key).toBe('out_of_scope')
    for (const impossible of [
      { kind: 'service', service: 'vol' },
      { kind: 'quote', amount: 1.005 },
    ]) {
      const { status, body } = await answered(impossible)
      expect([status, body.code]).toEqual([400, 'REQUEST_INVALID'])
    }
    const unpriced = await answered({ kind: 'out' }, accept)
    expect([unpriced.status, unpriced.body.errors[0].path]).toEqual([400, 'body.answers'])
  })

  it('says what a request lacks or contradicts', async () => {
    const unknown = await simulate(asked)
    expect([unknown.status, unknown.body.errors[0].path]).toEqual([400, 'body.policyId'])
    const twice = await simulate({ ...asked, policyId: 'rules', version: 1, draft: true })
    expect([twice.status, twice.body.errors[0].path]).toEqual([400, 'body.version'])
    expect((await simulate({ ...asked, clientId, client: {} })).status).toBe(400)
    expect((await simulate({ ...asked, clientId: 'cli_nobody' })).status).toBe(404)
    const stranger = await simulate({ ...asked, policyId: 'rules', client: { plan: 'or' } })
    expect([stranger.status, stranger.body.errors[0].path]).toEqual([409, 'body.client'])
    expect(stranger.body.errors[0].fr.message).toBe("La politique n'a pas de formule « or ».")
  })

  it('writes nothing, and a key that may only read may ask', async () => {
    const made = await service.api('POST', '/api/v1/keys', { name: 'Lecture', scopes: ['read'] })
    const answer = await service.api('POST', '/api/v1/simulate', { ...asked, clientId }, made.body.key)
    expect(answer.status).toBe(200)
    expect((await service.api('GET', '/api/v1/tasks')).body.items).toEqual([])
    expect((await service.api('GET', '/api/v1/runs')).body.items).toEqual([])
  })
})
