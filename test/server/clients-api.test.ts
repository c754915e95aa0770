import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send } from '../support/send.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

describe('clients and connections', () => {
  let world: TrelloWorld
  beforeAll(async () => {
    world = await startTrelloWorld({ mode: 'dry-run' })
  })
  afterAll(() => world.close())

  const api = (method: string, path: string, options: Parameters<typeof send>[3] = {}) =>
    send(world.service, method, path, options)
  const create = async (body: object) =>
    (await api('POST', '/clients', { body: { language: 'en', policyId: 'rules', ...body } })).body

  it('lists clients newest first, page by page, by policy', async () => {
    await api('POST', '/policies', { body: { id: 'listed', preset: 'webmarketing' } })
    const made = []
    for (const name of ['A', 'B', 'C']) made.push((await create({ name, policyId: 'listed' })).id)
    const first = (await api('GET', '/clients?policyId=listed&limit=2')).body
    const rest = (await api('GET', `/clients?policyId=listed&limit=2&cursor=${first.nextCursor}`)).body
    const ids = [...first.items, ...rest.items].map(({ id }: { id: string }) => id)
    expect(ids.sort()).toEqual(made.sort())
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null])
    expect((await api('GET', '/clients?policy=listed')).status).toBe(400)
  })

  it('says where a new client is, and keeps when they accepted the terms', async () => {
    const made = await api('POST', '/clients', { body: { name: 'Tom', language: 'en', policyId: 'rules' } })
    expect([made.status, made.location]).toEqual([201, `/api/v1/clients/${made.body.id}`])
    expect((await api('GET', `/clients/${made.body.id}`)).etag).toBe(made.etag)
    await api('PATCH', `/clients/${made.body.id}`, { body: { acceptedAt: '2026-11-02T09:00:00.000Z' } })
    expect((await api('GET', `/clients/${made.body.id}`)).body.acceptedAt).toBe('2026-11-02T09:00:00.000Z')
    expect((await api('DELETE', `/clients/${made.body.id}`)).status).toBe(204)
    expect((await api('GET', `/clients/${made.body.id}`)).status).toBe(404)
  })

  it('keeps a moment as it shows it, however it was given, so that an edit of what was answered is taken', async () => {
    const { id } = await create({ name: 'Una' })
    const changed = await api('PATCH', `/clients/${id}`, { body: { acceptedAt: '2026-11-02T09:00:00Z' } })
    expect(changed.body.acceptedAt).toBe('2026-11-02T09:00:00.000Z')
    const edit = await api('PATCH', `/clients/${id}`, { body: { name: 'Uma' }, ifMatch: changed.etag })
    expect(edit.status).toBe(200)
  })

  it('refuses who would not fit the rules of a day to come', async () => {
    const { body: preset } = await api('GET', '/presets/webmarketing')
    const plans = { small: { name: 'Petit', set: { billing: { hourlyRate: 30 } } } }
    await api('POST', '/policies', { body: { id: 'coming', document: { ...preset, plans } } })
    const { id } = await create({ name: 'Zoé', policyId: 'coming' })
    const next = { after: 1, document: { ...preset, plans: {} }, effectiveAt: '2199-01-01T00:00:00.000Z' }
    expect((await api('POST', '/policies/coming/versions', { body: next })).status).toBe(201)
    const late = { name: 'Ada', language: 'en', policyId: 'coming', plan: 'small' }
    for (const answer of [
      await api('PATCH', `/clients/${id}`, { body: { plan: 'small' } }),
      await api('POST', '/clients', { body: late }),
    ])
      expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([
        409,
        'CONFLICT',
        'body.plan',
      ])
    await api('DELETE', '/policies/coming/versions/2')
    expect((await api('PATCH', `/clients/${id}`, { body: { plan: 'small' } })).status).toBe(200)
  })

  it('sets a client up like another, but for the name and what only they can have accepted', async () => {
    const like = await create({
      name: 'Claire',
      language: 'fr',
      address: 'tu',
      timeZone: 'America/Montreal',
      terms: { billing: { hourlyRate: 41 } },
      acceptedAt: '2026-11-02T09:00:00.000Z',
    })
    const { status, body } = await api('POST', '/clients', { body: { name: 'Denise', like: like.id } })
    expect(status).toBe(201)
    expect(body).toEqual({ ...like, id: body.id, name: 'Denise', acceptedAt: null })
    expect((await api('POST', '/clients', { body: { name: 'X', like: 'cli_none' } })).status).toBe(404)
  })

  it('names what is missing where there is nobody to copy', async () => {
    const { status, body } = await api('POST', '/clients', { body: { name: 'X' } })
    expect(status).toBe(400)
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['body.language', 'body.policyId'])
  })

  it('takes an edit of what was read, refuses one of what has changed, and asks nobody for a tag', async () => {
    const { id } = await create({ name: 'Lea' })
    const { etag } = await api('GET', `/clients/${id}`)
    const edit = (name: string, ifMatch?: string) =>
      api('PATCH', `/clients/${id}`, { body: { name }, ...(ifMatch && { ifMatch }) })
    const first = await edit('Léa', etag)
    expect([first.status, first.etag === etag]).toEqual([200, false])
    const late = await edit('Lou', etag)
    expect([late.status, late.body.code]).toEqual([412, 'PRECONDITION_FAILED'])
    expect((await api('DELETE', `/clients/${id}`, { ifMatch: etag })).status).toBe(412)
    expect([(await edit('Lou')).status, (await edit('Lea', '*')).status]).toEqual([200, 200])
  })

  it('lets one of two editors at once win, and keeps both edits of those who named no tag', async () => {
    const { id } = await create({ name: 'Ana' })
    const { etag } = await api('GET', `/clients/${id}`)
    const patch = (body: object, ifMatch?: string) =>
      api('PATCH', `/clients/${id}`, { body, ...(ifMatch && { ifMatch }) })
    const strict = await Promise.all([patch({ name: 'One' }, etag), patch({ name: 'Two' }, etag)])
    expect(strict.map(({ status }) => status).sort()).toEqual([200, 412])
    const loose = await Promise.all([
      patch({ name: 'Both' }),
      patch({ address: 'tu' }),
      patch({ language: 'fr' }),
    ])
    expect(loose.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await api('GET', `/clients/${id}`)).body).toMatchObject({
      name: 'Both',
      address: 'tu',
      language: 'fr',
    })
  })

  it('keeps a client whose boards are watched, unless the boards may go too', async () => {
    const refused = await api('DELETE', `/clients/${world.clientId}`)
    expect([refused.status, refused.body.errors[0].remedy]).toEqual([409, expect.stringContaining('force')])
    const { body: page } = await api('GET', `/clients/${world.clientId}/boards`)
    expect(page.items.map(({ id }: { id: string }) => id)).toEqual([world.boardId])
    expect((await api('GET', '/clients/cli_none/boards')).status).toBe(404)
    expect((await api('DELETE', `/clients/${world.clientId}?force=true`)).status).toBe(204)
    expect(world.sandbox.webhooks()).toEqual([])
    expect((await api('GET', `/boards/${world.boardId}`)).status).toBe(404)
  })

  describe('a connection', () => {
    const path = () => `/connections/${world.connectionId}`

    it('tells whose account it is and how its webhooks fare, also when the tool refuses', async () => {
      const { status, body } = await api('POST', `${path()}/check`)
      expect([status, body]).toMatchObject([200, { isSameAccount: true, error: null }])
      world.sandbox.faults.failNext(1, { status: 401, body: 'invalid token' })
      const refused = (await api('POST', `${path()}/check`)).body
      expect(refused).toMatchObject({ account: null, error: { code: 'TOOL_UNAUTHORIZED' }, webhooks: [] })
      expect(JSON.stringify(refused)).not.toContain(world.sandbox.credentials.token)
    })

    it('is another one with another secret, so that of two who rotate it one is told', async () => {
      const { etag } = await api('GET', path())
      const rotate = (secret: string) =>
        api('PATCH', path(), { body: { credentials: { secret } }, ifMatch: etag })
      const answers = await Promise.all([rotate('secret-number-one'), rotate('secret-number-two')])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
      await api('PATCH', path(), { body: { credentials: { secret: world.sandbox.credentials.secret } } })
    })

    it('is listed by its tool', async () => {
      expect((await api('GET', '/connections?tool=trello')).body.items).toHaveLength(1)
      expect((await api('GET', '/connections?tool=notion')).body.items).toEqual([])
    })
  })
})

describe('the terms of a client', () => {
  let world: TrelloWorld
  afterAll(() => world.close())

  it('are taken in by open requests as soon as it is told that they were accepted, or were not after all', async () => {
    world = await startTrelloWorld({
      policy: (rules) => ({ ...rules, terms: { acceptance: 'required' } }),
    })
    const { client } = world.sandbox.people
    const id = client.createCard({ board: world.made.id, list: 'Demandes', title: 'Newsletter de mai' })
    const labelsOnce = async (change: object | null) => {
      if (change !== null) await send(world.service, 'PATCH', `/clients/${world.clientId}`, { body: change })
      await world.settled()
      return world.sandbox.card(id)?.labels
    }
    const pending = ['Contrat en attente', 'Dans le cadre']
    expect(await labelsOnce(null)).toEqual(pending)
    expect(await labelsOnce({ acceptedAt: '2026-11-02T09:00:00.000Z' })).toEqual(['Dans le cadre'])
    expect(await labelsOnce({ acceptedAt: null })).toEqual(pending)
    const runs = (await world.runStates(id)).length
    expect(await labelsOnce({ acceptedAt: null, name: 'Claire B.' })).toEqual(pending)
    expect((await world.runStates(id)).length).toBe(runs)
  })
})
