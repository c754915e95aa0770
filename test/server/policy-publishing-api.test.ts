import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PolicyEditor, policyEditor } from '../support/policy-editor.ts'
import { freshService, type TestService } from '../support/service.ts'

const document = {
  name: 'Règles',
  hours: { week: { monday: ['09:00-18:00'], tuesday: ['09:00-18:00'] } },
  services: [
    { id: 'newsletter', kind: 'included', name: { fr: 'Newsletters' }, keywords: { fr: ['newsletter'] } },
    { id: 'blog', kind: 'excluded', name: { fr: 'Rédaction longue' }, keywords: { fr: ['article de blog'] } },
  ],
  billing: { hourlyRate: 35 },
}

/** After every run of this test. */
const oneDay = '2199-01-01T00:00:00.000Z'

describe('publishing', () => {
  let service: TestService
  let editor: PolicyEditor
  beforeAll(async () => {
    service = await freshService()
    editor = policyEditor(service)
  })
  afterAll(() => service.close())

  let count = 0
  async function made(more: object = {}): Promise<string> {
    count += 1
    const id = `rules-${count}`
    expect((await editor.send('POST', '', { body: { id, document, ...more } })).status).toBe(201)
    return id
  }
  const inForce = async (id: string) => (await editor.send('GET', `/${id}`)).body
  const rate = async (id: string, hourlyRate: number, request: object = {}) => {
    await editor.patch(id, { billing: { hourlyRate } })
    return editor.publish(id, request)
  }

  it('makes the draft the next version, in force at once, and keeps every version as it was', async () => {
    const id = await made()
    const published = await rate(id, 40, { note: 'Nouveaux tarifs' })
    expect([published.status, published.location]).toEqual([201, `/api/v1/policies/${id}/versions/2`])
    expect(published.body).toMatchObject({
      version: { version: 2, note: 'Nouveaux tarifs' },
      failedCases: [],
    })
    expect(await inForce(id)).toMatchObject({ version: 2, document: { billing: { hourlyRate: 40 } } })
    expect((await editor.send('GET', `/${id}/versions/1`)).body.document.billing.hourlyRate).toBe(35)
    expect((await editor.send('GET', `/${id}/draft`)).body).toMatchObject({ isSaved: false, basedOn: 2 })
  })

  it('needs a draft that was read, that changes something and that has no problem', async () => {
    const id = await made()
    const nothing = await editor.publish(id)
    expect([nothing.status, nothing.body.code]).toEqual([409, 'CONFLICT'])
    const { etag } = await editor.patch(id, { billing: { hourlyRate: 0 } })
    const invalid = await editor.send('POST', `/${id}/draft/publish`, { body: {}, ifMatch: etag })
    expect([invalid.status, invalid.body.code]).toEqual([422, 'POLICY_INVALID'])
    const unread = await editor.send('POST', `/${id}/draft/publish`, { body: {} })
    expect([unread.status, unread.body.code]).toEqual([428, 'PRECONDITION_REQUIRED'])
    await editor.patch(id, { billing: { hourlyRate: 40 } })
    const late = await editor.send('POST', `/${id}/draft/publish`, { body: {}, ifMatch: etag })
    expect([late.status, late.body.code]).toEqual([412, 'PRECONDITION_FAILED'])
    const past = await editor.publish(id, { effectiveAt: '2020-01-01T00:00:00.000Z' })
    expect([past.status, past.body.errors[0].path]).toEqual([400, 'body.effectiveAt'])
    expect((await editor.publish(id, { note: 'a\u0000b' })).status).toBe(400)
    expect((await inForce(id)).version).toBe(1)
  })

  it('publishes a draft once, whoever else tries at the same time', async () => {
    const id = await made()
    const { etag } = await editor.patch(id, { billing: { hourlyRate: 40 } })
    const answers = await Promise.all(
      [1, 2, 3].map(() => editor.send('POST', `/${id}/draft/publish`, { body: {}, ifMatch: etag })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 412, 412])
    expect((await editor.send('GET', `/${id}/versions`)).body.items).toHaveLength(2)
  })

  it('never undoes a version that came into force while the draft was written', async () => {
    const id = await made()
    await editor.patch(id, { name: 'Neu' })
    const other = { ...document, billing: { hourlyRate: 50 } }
    const direct = await editor.send('POST', `/${id}/versions`, { body: { after: 1, document: other } })
    expect([direct.status, direct.location]).toEqual([201, `/api/v1/policies/${id}/versions/2`])
    const stale = await editor.publish(id)
    expect([stale.status, stale.body.code]).toEqual([409, 'CONFLICT'])
    expect(stale.body.errors[0].remedy).toContain(`/policies/${id}/diff?from=2&to=draft`)
    const whole = { body: { ...other, name: 'Neu' }, ifMatch: await editor.tag(id) }
    expect((await editor.send('PUT', `/${id}/draft`, whole)).body.basedOn).toBe(2)
    expect((await editor.publish(id)).body.version.version).toBe(3)
    const twice = await editor.send('POST', `/${id}/versions`, { body: { after: 1, document: other } })
    expect(twice.status).toBe(409)
  })

  it('keeps a version for a moment to come, which nobody sees before', async () => {
    const id = await made()
    const pending = await rate(id, 40, { effectiveAt: oneDay })
    expect(pending.body.version).toMatchObject({ version: 2, effectiveAt: oneDay })
    expect((await inForce(id)).version).toBe(1)
    const client = await service.api('POST', '/api/v1/clients', { name: 'C', language: 'fr', policyId: id })
    const seen = await service.api('GET', `/api/v1/clients/${client.body.id}/policy`)
    expect(seen.body).toMatchObject({ version: 1, document: { billing: { hourlyRate: 35 } } })
    const { text } = (await service.api('GET', `/api/v1/policies/${id}/documents/service-list`)).body
    expect(text).toContain('35,00')
    // What is published meanwhile does not hold it back: the pending one still comes.
    const hotfix = await rate(id, 37)
    // A card's id tells the second it was made in: what is asked right afterwards is judged by this version.
    expect(hotfix.body.version.effectiveAt).toMatch(/\.000Z$/)
    expect([hotfix.body.version.version, (await inForce(id)).version]).toEqual([3, 3])
    const states = (await editor.send('GET', `/${id}/versions`)).body.items
    expect(states.map((each: { version: number; state: string }) => [each.version, each.state])).toEqual([
      ...[
        [3, 'in-force'],
        [2, 'pending'],
        [1, 'past'],
      ],
    ])
  })

  it('takes back what is not in force yet, and nothing else', async () => {
    const id = await made()
    await rate(id, 40, { effectiveAt: oneDay })
    expect((await editor.send('DELETE', `/${id}/versions/2`)).status).toBe(204)
    for (const version of [1, 2]) {
      const { status, body } = await editor.send('DELETE', `/${id}/versions/${version}`)
      expect([status, body.code]).toEqual([409, 'CONFLICT'])
    }
    expect((await editor.send('DELETE', `/${id}/versions/9`)).status).toBe(404)
    // Its number stays taken: nothing that was ever shown as version 2 is another document later.
    expect((await rate(id, 41)).body.version.version).toBe(3)
    const { items } = (await editor.send('GET', `/${id}/versions?limit=2`)).body
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['in-force', 'cancelled'])
    const rest = await editor.send('GET', `/${id}/versions?limit=2&cursor=2`)
    expect(rest.body).toMatchObject({ items: [{ version: 1, state: 'past' }], nextCursor: null })
  })

  it('rolls back in one call', async () => {
    const id = await made()
    await rate(id, 40)
    const back = await editor.send('POST', `/${id}/rollback`, { body: { to: 1 } })
    expect([back.status, back.body.version, back.body.source]).toEqual([201, 3, document])
    expect((await inForce(id)).document.billing.hourlyRate).toBe(35)
    expect((await editor.send('POST', `/${id}/rollback`, { body: { to: 3 } })).status).toBe(409)
    expect((await editor.send('POST', `/${id}/rollback`, { body: { to: 9 } })).status).toBe(404)
    await rate(id, 50, { effectiveAt: oneDay })
    expect((await editor.send('POST', `/${id}/rollback`, { body: { to: 4 } })).status).toBe(409)
    expect((await editor.send('DELETE', `/${id}/versions/4`)).status).toBe(204)
    expect((await editor.send('POST', `/${id}/rollback`, { body: { to: 4 } })).status).toBe(409)
  })

  it('leaves no client behind', async () => {
    const plans = { pack: { name: 'Pack', set: { billing: { hourlyRate: 30 } } } }
    const id = await made({ document: { ...document, plans } })
    await service.api('POST', '/api/v1/clients', {
      name: 'Claire',
      language: 'fr',
      policyId: id,
      plan: 'pack',
    })
    await editor.patch(id, { plans: null })
    const refused = await editor.publish(id)
    expect([refused.status, refused.body.code]).toEqual([409, 'CONFLICT'])
    expect(refused.body.errors[0].fr.message).toBe("Claire : La politique n'a pas de formule « pack ».")
  })

  it('tells what the draft changes in words', async () => {
    const id = await made()
    await editor.patch(id, { billing: { hourlyRate: 40 }, hours: { week: { monday: null } } })
    const fr = await editor.send('GET', `/${id}/diff?from=1&to=draft`)
    expect(fr.body).toMatchObject({ from: 1, to: 'draft' })
    expect(fr.body.changes.map(({ words }: { words: string }) => words)).toEqual([
      'Tu ne travailles plus le lundi (avant : de 9 h à 18 h).',
      'Le tarif horaire passe de 35,00 € à 40,00 €.',
    ])
    const en = await editor.send('GET', `/${id}/diff?language=en`)
    expect(en.body.changes[1]).toEqual({
      path: 'billing.hourlyRate',
      kind: 'changed',
      before: 35,
      after: 40,
      words: 'The hourly rate goes from €35.00 to €40.00.',
    })
    expect((await editor.send('GET', `/${id}/diff?from=9`)).status).toBe(404)
    expect((await editor.send('GET', `/${id}/diff?to=x`)).status).toBe(400)
    await editor.patch(id, { billing: { hourlyRate: 0 } })
    expect((await editor.send('GET', `/${id}/diff`)).status).toBe(422)
  })

  it('clones a policy, whole or as a draft', async () => {
    const id = await made()
    await rate(id, 40)
    const clone = { policyId: id }
    const made2 = await editor.send('POST', '', { body: { id: `${id}-clone`, clone } })
    expect(made2.body).toMatchObject({ version: 1, document: { billing: { hourlyRate: 40 } } })
    const old = { id: `${id}-old`, clone: { ...clone, version: 1 }, publish: false }
    expect((await editor.send('POST', '', { body: old })).body.source.billing.hourlyRate).toBe(35)
    const none = await editor.send('POST', '', { body: { id: 'x', clone: { policyId: 'none' } } })
    expect(none.status).toBe(404)
    const both = await editor.send('POST', '', { body: { id: 'x', clone, document } })
    expect(both.status).toBe(400)
  })

  it('shows where each value of a client comes from', async () => {
    const id = await made()
    const terms = { billing: { hourlyRate: 30 } }
    const client = { name: 'C', language: 'fr', policyId: id, terms }
    const { body } = await service.api('POST', '/api/v1/clients', client)
    const shown = await service.api('GET', `/api/v1/clients/${body.id}/policy`)
    expect(shown.body).toMatchObject({ policyId: id, version: 1, document: { billing: { hourlyRate: 30 } } })
    expect(shown.body.origins).toMatchObject({
      'billing.hourlyRate': 'client',
      'services.newsletter.kind': 'policy',
      'billing.currency': 'default',
    })
    expect((await service.api('GET', '/api/v1/clients/none/policy')).status).toBe(404)
  })
})
