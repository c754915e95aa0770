import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type PolicyEditor, policyEditor } from '../support/policy-editor.ts'
import { freshService, type TestService } from '../support/service.ts'

const yaml = 'application/yaml'
const merge = 'application/merge-patch+json'
const steps = 'application/json-patch+json'

const document = {
  name: 'Règles',
  services: [
    { id: 'newsletter', kind: 'included', name: { fr: 'Newsletters' }, keywords: { fr: ['newsletter'] } },
    { id: 'blog', kind: 'excluded', name: { fr: 'Rédaction longue' }, keywords: { fr: ['article de blog'] } },
  ],
  billing: { hourlyRate: 35 },
}

describe('drafts of policies', () => {
  let service: TestService
  let editor: PolicyEditor
  beforeAll(async () => {
    service = await freshService()
    editor = policyEditor(service)
  })
  afterAll(() => service.close())

  let count = 0
  /** A policy of one's own, published once. */
  async function made(): Promise<string> {
    count += 1
    const id = `rules-${count}`
    expect((await editor.send('POST', '', { body: { id, document } })).status).toBe(201)
    return id
  }

  it('read like the version in force until somebody saves one', async () => {
    const id = await made()
    const { status, body, etag } = await editor.send('GET', `/${id}/draft`)
    expect([status, etag.length]).toEqual([200, 24])
    expect(body).toMatchObject({ basedOn: 1, inForce: 1, isSaved: false, updatedAt: null, source: document })
    expect(body).toMatchObject({ isPublishable: true, problems: [], warnings: [] })
  })

  it('may be wrong while they are written: they are kept as written, with every problem and warning', async () => {
    const id = await made()
    const source = { ...document, billing: { hourlyRate: 0 }, serivces: [] }
    const saved = await editor.send('PUT', `/${id}/draft`, { body: source, ifMatch: await editor.tag(id) })
    expect(saved.status).toBe(200)
    expect(saved.body).toMatchObject({ isSaved: true, source, isPublishable: false })
    expect(saved.body.problems.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'billing.hourlyRate',
      'serivces',
    ])
    expect(saved.body.problems[0].fr).toMatchObject({
      message: expect.any(String),
      remedy: expect.any(String),
    })
    const odd = { ...document, urgency: { capPercent: 10 } }
    const kept = await editor.send('PUT', `/${id}/draft`, { body: odd, ifMatch: saved.etag })
    expect(kept.body.warnings.map(({ code }: { code: string }) => code)).toContain('surcharge-above-cap')
    expect(kept.etag).toBe(await editor.tag(id))
  })

  it('go out and come back in YAML, in the order in which they are written', async () => {
    const id = await made()
    const text =
      'services:\n  - kind: included # ours\n    id: newsletter\n    name: {fr: Newsletters}\nbilling:\n  hourlyRate: 40\nname: Règles\n'
    const put = await editor.send('PUT', `/${id}/draft`, {
      ...{ body: text, type: yaml, ifMatch: await editor.tag(id) },
    })
    expect([put.status, put.body.isPublishable]).toEqual([200, true])
    const out = await editor.send('GET', `/${id}/draft`, { accept: yaml })
    expect(out.type).toBe('application/yaml; charset=utf-8')
    expect(out.etag).toBe(put.etag)
    expect(Object.keys(parse(out.text))).toEqual(['services', 'billing', 'name'])
    expect(Object.keys(parse(out.text).services[0])).toEqual(['kind', 'id', 'name'])
    const again = await editor.send('PUT', `/${id}/draft`, { body: out.text, type: yaml, ifMatch: out.etag })
    expect(again.body.source).toEqual(put.body.source)
    expect(again.etag).toBe(out.etag)
  })

  it('are patched in part, by either kind of patch', async () => {
    const id = await made()
    const merged = await editor.patch(id, {
      billing: { hourlyRate: 40 },
      services: { newsletter: { price: 80 } },
    })
    expect(merged.body.source).toMatchObject({ billing: { hourlyRate: 40 }, services: [{ price: 80 }, {}] })
    const body = [
      { op: 'test', path: '/billing/hourlyRate', value: 40 },
      { op: 'remove', path: '/services/0/price' },
      { op: 'add', path: '/services/-', value: { id: 'seo', kind: 'quote', name: { fr: 'SEO' } } },
    ]
    const patched = await editor.send('PATCH', `/${id}/draft`, { body, type: steps, ifMatch: merged.etag })
    expect(patched.body.source.services.map((each: object) => Object.keys(each).includes('price'))).toEqual([
      ...[false, false, false],
    ])
  })

  it.each([
    ['weak', (tag: string) => `W/${tag}`],
    ['with its coding at the end', (tag: string) => tag.replace(/"$/, '-gzip"')],
    ['both', (tag: string) => `W/${tag.replace(/"$/, '-br"')}`],
  ])('are changed by who read the tag through a proxy that compresses: %s', async (_how, through) => {
    const id = await made()
    const read = through(await editor.tag(id))
    const patch = { type: merge, ifMatch: `"other", ${read}` }
    expect((await editor.send('PATCH', `/${id}/draft`, { ...patch, body: { name: 'A' } })).status).toBe(200)
    expect((await editor.send('PATCH', `/${id}/draft`, { ...patch, body: { name: 'B' } })).status).toBe(412)
  })

  it('are left alone by a patch that does not fit', async () => {
    const id = await made()
    const ifMatch = await editor.tag(id)
    const body = [
      { op: 'replace', path: '/billing/hourlyRate', value: 50 },
      { op: 'test', path: '/name', value: 'Autre chose' },
    ]
    const refused = await editor.send('PATCH', `/${id}/draft`, { body, type: steps, ifMatch })
    expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([
      409,
      'CONFLICT',
      'body.1',
    ])
    expect(await editor.tag(id)).toBe(ifMatch)
    const whole = [{ op: 'replace', path: '', value: [] }]
    const gone = await editor.send('PATCH', `/${id}/draft`, { body: whole, type: steps, ifMatch })
    expect(gone.status).toBe(409)
    const bomb = Array.from({ length: 40 }, () => ({ op: 'copy', from: '', path: '/a' }))
    const burst = await editor.send('PATCH', `/${id}/draft`, { body: bomb, type: steps, ifMatch })
    expect([burst.status, burst.body.code]).toEqual([400, 'REQUEST_INVALID'])
  })

  it.each(['/__proto__/name', '/constructor/prototype/name', '/billing/prototype'])(
    'are left alone by a patch of what no document has: %s',
    async (path) => {
      const id = await made()
      const body = [{ op: 'add', path, value: 'Other rules' }]
      const answer = await editor.send('PATCH', `/${id}/draft`, { body, type: steps, ifMatch: '*' })
      expect([answer.status, answer.body.code]).toEqual([400, 'REQUEST_INVALID'])
      expect((await editor.send('GET', `/${id}/draft`)).body.source).toEqual(document)
    },
  )

  it('are changed only by those who have read them', async () => {
    const id = await made()
    const old = await editor.tag(id)
    const missing = await editor.send('PUT', `/${id}/draft`, { body: document })
    expect([missing.status, missing.body.code]).toEqual([428, 'PRECONDITION_REQUIRED'])
    expect((await editor.patch(id, { name: 'Neu' })).status).toBe(200)
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const sent = method === 'DELETE' ? {} : { body: document, type: method === 'PATCH' ? merge : undefined }
      const { status, body } = await editor.send(method, `/${id}/draft`, { ...sent, ifMatch: old } as object)
      expect([method, status, body.code]).toEqual([method, 412, 'PRECONDITION_FAILED'])
    }
    const any = await editor.send('PUT', `/${id}/draft`, { body: document, ifMatch: '*' })
    expect(any.status).toBe(200)
    expect(
      (await editor.send('PUT', `/${id}/draft`, { body: document, ifMatch: `"x", ${any.etag}` })).status,
    ).toBe(200)
  })

  it('never lose an edit when two write at once', async () => {
    const id = await made()
    const ifMatch = await editor.tag(id)
    const edit = (name: string) =>
      editor.send('PATCH', `/${id}/draft`, { body: { name }, type: merge, ifMatch })
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map(edit))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
    const winner = answers.find(({ status }) => status === 200)
    expect((await editor.send('GET', `/${id}/draft`)).body.source.name).toBe(winner?.body.source.name)
  })

  it('are thrown away, and read like the version in force again', async () => {
    const id = await made()
    const { etag } = await editor.patch(id, { name: 'Neu' })
    expect((await editor.send('DELETE', `/${id}/draft`, { ifMatch: etag })).status).toBe(204)
    expect((await editor.send('GET', `/${id}/draft`)).body).toMatchObject({
      isSaved: false,
      source: document,
    })
  })

  it('take nothing that is no document, and say so', async () => {
    const id = await made()
    const ifMatch = await editor.tag(id)
    const put = (body: string, type = 'application/json') =>
      editor.send('PUT', `/${id}/draft`, { body, type, ifMatch })
    const answers = await Promise.all([
      put('[1]'),
      put('{"name": "\\u0000"}'),
      put('{"name": "\\ud800"}'),
      put(`{"a": ${'['.repeat(5000)}${']'.repeat(5000)}}`),
      put('just words', yaml),
      put('- a list', yaml),
      put('{"__proto__": {}}'),
      put('{"a": ', yaml),
    ])
    for (const { status, body } of answers) expect([status, body.code]).toEqual([400, 'REQUEST_INVALID'])
    expect((await put('{}', 'application/xml')).status).toBe(415)
    expect((await put('{}', merge)).status).toBe(415)
    expect((await put(`{"name": "${'x'.repeat(1024 * 1024)}"}`)).status).toBe(413)
    expect(await editor.tag(id)).toBe(ifMatch)
  })

  it('belong to a policy that exists', async () => {
    expect((await editor.send('GET', '/none/draft')).status).toBe(404)
    expect((await editor.send('PUT', '/none/draft', { body: document, ifMatch: '*' })).status).toBe(404)
  })

  it('can be all that there is of a policy', async () => {
    const begun = await editor.send('POST', '', {
      body: { id: `only`, document: { name: 'Neu' }, publish: false },
    })
    expect([begun.status, begun.location]).toEqual([201, `/api/v1/policies/only/draft`])
    expect(begun.body).toMatchObject({ basedOn: null, inForce: null, isSaved: true, isPublishable: false })
    expect((await editor.send('GET', `/only`)).status).toBe(404)
    const { body } = await editor.send('GET', '')
    expect(body.items).toContainEqual({
      ...{ id: `only`, name: 'Neu', version: null, effectiveAt: null, hasDraft: true },
    })
    const twice = await editor.send('POST', '', { body: { id: `only`, preset: 'webmarketing' } })
    expect([twice.status, twice.body.code]).toEqual([409, 'CONFLICT'])
    const put = await editor.send('PUT', `/only/draft`, { body: document, ifMatch: '*' })
    expect(put.body.isPublishable).toBe(true)
    const published = await editor.publish(`only`)
    expect([published.status, published.body.version.version]).toEqual([201, 1])
  })
})

describe('validation', () => {
  let service: TestService
  let editor: PolicyEditor
  beforeAll(async () => {
    service = await freshService()
    editor = policyEditor(service)
  })
  afterAll(() => service.close())

  it('answers 200 for whatever can be read, in both languages, and keeps nothing', async () => {
    const good = await editor.send('POST', '/validate', { body: document })
    expect([good.status, good.body.isPublishable]).toEqual([200, true])
    const bad = await editor.send('POST', '/validate', {
      body: 'name: Règles\nbilling: {hourlyRate: -1}',
      type: yaml,
    })
    expect([bad.status, bad.body.isPublishable]).toEqual([200, false])
    const places = bad.body.problems.map(({ path }: { path: string }) => path)
    expect(places).toEqual(expect.arrayContaining(['billing.hourlyRate', 'services']))
    expect(bad.body.problems.every(({ fr }: { fr: unknown }) => fr !== undefined)).toBe(true)
    expect((await editor.send('GET', '')).body.items).toEqual([])
  })

  it('refuses YAML that hides something, and says where', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...'bcdefgh'].map((line, at, all) => {
      const before = at === 1 ? 'a' : all[at - 1]
      return at === 0 ? line : `${line}: &${line} [${Array(10).fill(`*${before}`).join(', ')}]`
    })
    const answers = await Promise.all(
      [
        bomb.join('\n'),
        'a: &a [*a]',
        'a: 1\na: 2',
        'a: 1\n---\nb: 2',
        'a: !!binary aGk=',
        'a:\n\tb: 1',
        'a: *x',
      ].map((body) => editor.send('POST', '/validate', { body, type: yaml })),
    )
    for (const { status, body } of answers) {
      expect([status, body.code]).toEqual([400, 'REQUEST_INVALID'])
      expect(body.errors[0]).toMatchObject({
        message: expect.any(String),
        fr: { remedy: expect.any(String) },
      })
    }
    expect(answers[2]?.body.errors[0]).toMatchObject({
      path: 'line 2, column 1',
      message: 'this key is there twice',
    })
    const week = 'hours: {week: {monday: &d ["09:00-18:00"], tuesday: *d}}'
    expect((await editor.send('POST', '/validate', { body: week, type: yaml })).status).toBe(200)
    const deep = await editor.send('POST', '/validate', { body: '['.repeat(5000), type: yaml })
    expect(deep.status).toBe(400)
  })
})
