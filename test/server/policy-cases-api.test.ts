import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PolicyEditor, policyEditor } from '../support/policy-editor.ts'
import { freshService, type TestService } from '../support/service.ts'

const document = {
  name: 'Règles',
  services: [
    { id: 'newsletter', kind: 'included', name: { fr: 'Newsletters' }, keywords: { fr: ['newsletter'] } },
    { id: 'blog', kind: 'excluded', name: { fr: 'Rédaction' }, keywords: { fr: ['article de blog'] } },
  ],
  billing: { hourlyRate: 35 },
}
const now = '2026-11-23T08:00:00.000Z'
const blog = {
  name: 'Un article de blog est hors cadre',
  now,
  request: { title: 'Article de blog' },
  expect: { headline: 'out_of_scope', labels: ['out_of_scope'], service: 'blog', announce: true },
}

describe('cases of a policy', () => {
  let service: TestService
  let editor: PolicyEditor
  beforeAll(async () => {
    service = await freshService()
    editor = policyEditor(service)
  })
  afterAll(() => service.close())

  let count = 0
  async function made(): Promise<string> {
    count += 1
    const id = `rules-${count}`
    expect((await editor.send('POST', '', { body: { id, document } })).status).toBe(201)
    return id
  }
  const add = (id: string, each: object) => editor.send('POST', `/${id}/cases`, { body: each })
  const run = (id: string, body: object = {}) => editor.send('POST', `/${id}/cases/run`, { body })

  it('are added, read, changed and removed, and listed newest first', async () => {
    const id = await made()
    const added = await add(id, blog)
    expect([added.status, added.location]).toEqual([201, `/api/v1/policies/${id}/cases/${added.body.id}`])
    expect(added.body).toMatchObject(blog)
    const path = `/${id}/cases/${added.body.id}`
    expect((await editor.send('GET', path)).etag).toBe(added.etag)
    const changed = await editor.send('PUT', path, { body: { ...blog, name: 'Neu' }, ifMatch: added.etag })
    expect([changed.status, changed.body.name]).toEqual([200, 'Neu'])
    const lost = await editor.send('PUT', path, { body: blog, ifMatch: added.etag })
    expect([lost.status, lost.body.code]).toEqual([412, 'PRECONDITION_FAILED'])
    const second = await add(id, { ...blog, name: 'Zweiter' })
    const page = await editor.send('GET', `/${id}/cases?limit=1`)
    expect(page.body.items.map(({ name }: { name: string }) => name)).toEqual(['Zweiter'])
    const rest = await editor.send('GET', `/${id}/cases?limit=1&cursor=${page.body.nextCursor}`)
    expect(rest.body.items.map(({ name }: { name: string }) => name)).toEqual(['Neu'])
    expect((await editor.send('DELETE', path)).status).toBe(204)
    expect((await editor.send('DELETE', path)).status).toBe(404)
    expect((await editor.send('GET', `/${id}/cases/${second.body.id}`)).status).toBe(200)
    expect((await editor.send('GET', `/other/cases/${second.body.id}`)).status).toBe(404)
    expect((await add('none', blog)).status).toBe(404)
    expect((await add(id, { ...blog, name: 'a\u0000b' })).status).toBe(400)
    expect((await editor.send('GET', '/none/cases')).status).toBe(404)
    expect((await add(id, { ...blog, expect: { headline: 'nonsense' } })).status).toBe(400)
  })

  it('are run against the draft or a version, and every difference is told in words', async () => {
    const id = await made()
    await add(id, blog)
    await add(id, { ...blog, name: 'Mal attendu', expect: { headline: 'in_scope', says: ['bonjour'] } })
    const { status, body } = await run(id, { version: 1 })
    expect([status, body.passed, body.failed]).toEqual([200, 1, 1])
    const wrong = body.results.find(({ name }: { name: string }) => name === 'Mal attendu')
    expect(wrong).toMatchObject({ passed: false, headline: 'out_of_scope' })
    expect(wrong.differences.map(({ fr, en }: Record<string, string>) => [fr, en])).toEqual([
      [
        'Verdict : attendu « Dans le cadre », obtenu « Hors cadre ».',
        'Verdict: expected "In scope", got "Out of scope".',
      ],
      ['Le message devait dire « bonjour ».', 'The message should say "bonjour".'],
    ])
    await editor.patch(id, { services: { blog: { kind: 'included' } } })
    expect((await run(id)).body).toMatchObject({ failed: 2, results: [{ headline: 'in_scope' }, {}] })
    expect((await run(id, { version: 7 })).status).toBe(404)
    await editor.patch(id, { billing: null })
    expect((await run(id)).status).toBe(422)
  })

  it('hold back a version that fails one, unless somebody overrides it on the record', async () => {
    const id = await made()
    const { body: kept } = await add(id, blog)
    await editor.patch(id, { services: { blog: { kind: 'included' } } })
    const refused = await editor.publish(id)
    expect([refused.status, refused.body.code]).toEqual([422, 'POLICY_CASES_FAILED'])
    expect(refused.body.errors[0]).toMatchObject({
      path: `cases.${kept.id}`,
      fr: { remedy: expect.any(String) },
    })
    expect(refused.body.errors[0].message).toContain(blog.name)
    const direct = { after: 1, document: { ...document, services: [document.services[0]] } }
    expect((await editor.send('POST', `/${id}/versions`, { body: direct })).status).toBe(422)
    expect((await editor.send('GET', `/${id}`)).body.version).toBe(1)
    const forced = await editor.publish(id, { override: { cases: true } })
    expect([forced.status, forced.body.failedCases]).toEqual([201, [blog.name]])
    const back = await editor.send('POST', `/${id}/rollback`, { body: { to: 1 } })
    expect(back.status).toBe(201)
  })

  it('fail when their client has a plan that is gone', async () => {
    const id = await made()
    await add(id, { ...blog, client: { plan: 'pack' } })
    const { body } = await run(id)
    expect(body.results[0]).toMatchObject({ passed: false, headline: null })
    expect(body.results[0].differences[0].en).toBe('The policy has no plan "pack".')
  })

  it('come along from a preset or a policy only when they are asked for', async () => {
    const preset = { id: `preset`, preset: 'coach-trello' }
    await editor.send('POST', '', { body: preset })
    expect((await editor.send('GET', `/${preset.id}/cases`)).body.items).toEqual([])
    const whole = { ...preset, id: `whole`, withCases: true }
    expect((await editor.send('POST', '', { body: whole })).status).toBe(201)
    const { items } = (await editor.send('GET', `/${whole.id}/cases?limit=200`)).body
    expect(items.length).toBeGreaterThan(11)
    const { body } = await run(whole.id)
    expect(body).toMatchObject({ passed: items.length, failed: 0 })
    const clone = { id: `clone`, clone: { policyId: whole.id }, withCases: true, publish: false }
    await editor.send('POST', '', { body: clone })
    const cloned = (await editor.send('GET', `/${clone.id}/cases?limit=200`)).body.items
    expect(cloned.map(({ name }: { name: string }) => name)).toEqual(
      items.map(({ name }: { name: string }) => name),
    )
  })
})

describe('presets', () => {
  let service: TestService
  beforeAll(async () => {
    service = await freshService()
  })
  afterAll(() => service.close())

  it('say in both languages what they are and who they are for', async () => {
    const { body } = await service.api('GET', '/api/v1/presets')
    expect(body.items).toHaveLength(7)
    for (const { title, description, audience } of body.items) {
      expect(title).not.toBe('')
      for (const text of [description, audience]) {
        expect(text.fr).not.toBe(text.en)
        expect(Math.min(text.fr.length, text.en.length)).toBeGreaterThan(20)
      }
    }
  })

  it('are read as YAML as they are written, and can be validated as such', async () => {
    const editor = policyEditor(service)
    const out = await editor.send('GET', '/../presets/webmarketing', { accept: 'application/yaml' })
    expect(out.type).toContain('application/yaml')
    const checked = await editor.send('POST', '/validate', { body: out.text, type: 'application/yaml' })
    expect(checked.body).toEqual({ isPublishable: true, problems: [], warnings: [] })
    expect((await editor.send('GET', '/../presets/none')).status).toBe(404)
  })
})
