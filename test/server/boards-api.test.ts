import { afterEach, describe, expect, it } from 'vitest'
import { send } from '../support/send.ts'
import { startTrelloWorld, type TrelloWorld, type WorldOptions } from '../support/trello-world.ts'

describe('boards', () => {
  let world: TrelloWorld
  const start = async (options: WorldOptions = {}) => {
    world = await startTrelloWorld(options)
  }
  afterEach(() => world.close())

  const api = (method: string, path = '', options: Parameters<typeof send>[3] = {}) =>
    send(world.service, method, `/boards/${world.boardId}${path}`, options)
  const card = (title: string, labels: string[] = []) =>
    world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title, labels })
  const ask = async (title: string) => {
    const id = card(title)
    await world.settled()
    return id
  }
  const shown = (id: string) => {
    const { labels, comments } = world.sandbox.card(id) ?? { labels: [], comments: [] }
    return { labels, comments: comments.length }
  }
  const labelNames = () => world.sandbox.labels(world.made.id).map(({ name }) => name)
  const threeBefore: WorldOptions['before'] = (sandbox, board) => {
    for (const title of ['Article de blog', 'Article de blog', 'Newsletter de juin'])
      sandbox.people.client.createCard({ board: board.id, list: 'Demandes', title })
  }
  const manyBefore: WorldOptions['before'] = (sandbox, board) => {
    for (let count = 0; count < 8; count += 1)
      sandbox.people.client.createCard({ board: board.id, list: 'Demandes', title: 'Article de blog' })
  }
  const cards = () => world.sandbox.cards(world.made.id).map(({ id }) => id)

  it('are listed by client, connection, mode and role', async () => {
    await start({ mode: 'dry-run' })
    const found = async (query: string) =>
      (await send(world.service, 'GET', `/boards?${query}`)).body.items?.length
    expect(await found(`clientId=${world.clientId}&mode=dry-run&role=client`)).toBe(1)
    expect(await found(`connectionId=${world.connectionId}`)).toBe(1)
    for (const query of ['mode=apply', 'role=assistant', 'clientId=cli_none', 'connectionId=con_none'])
      expect(await found(query)).toBe(0)
  })

  it('cannot be watched where the account sees no such board, or nobody is a client or an account', async () => {
    await start({ mode: 'dry-run' })
    const { connectionId, clientId, made } = world
    const board = { connectionId, containerId: made.id, clientId }
    const hers = world.sandbox.board('À elle', { members: [world.sandbox.people.client.member.id] })
    for (const wrong of [
      { containerId: hers.id },
      { containerId: '6a4a2c10aa00000000000001' },
      { containerId: 'no id of Trello' },
      { clientId: 'cli_none' },
      { connectionId: 'con_none' },
    ]) {
      const { status, body } = await send(world.service, 'POST', '/boards', { body: { ...board, ...wrong } })
      expect([status, body.code], JSON.stringify(wrong)).toEqual([404, 'NOT_FOUND'])
    }
  })

  it('have nobody for an assistant who is not on them', async () => {
    await start({ mode: 'dry-run' })
    const mapping = { assistants: ['YOUR_MEMBER_ID'] }
    const { status, body } = await api('PATCH', '', { body: { mapping } })
    const [{ path, remedy }] = body.errors
    expect([status, path]).toEqual([400, 'body.mapping.assistants'])
    expect(remedy).toContain('`members`')
    const { connectionId, clientId, sandbox } = world
    const { id: containerId } = sandbox.board('Anne', { lists: ['Demandes'] })
    const watched = { connectionId, containerId, clientId, mapping }
    expect((await send(world.service, 'POST', '/boards', { body: watched })).status).toBe(400)
    expect((await api('GET')).body.mapping.assistants).not.toContain('YOUR_MEMBER_ID')
  })

  it('are watched through one account only, for two would both answer each request', async () => {
    await start()
    const { credentials } = world.sandbox
    const again = { tool: 'trello', name: 'Trello, once more', credentials }
    const second = await world.done('POST', '/connections', again)
    const body = { connectionId: second.id, containerId: world.made.id, clientId: world.clientId }
    const refused = await send(world.service, 'POST', '/boards', { body })
    expect([refused.status, refused.body.errors?.[0].message]).toEqual([
      409,
      `"Claire" is watched as board ${world.boardId}`,
    ])
    expect(shown(await ask('Article de blog')).comments).toBe(1)
    await api('DELETE')
    expect((await send(world.service, 'POST', '/boards', { body })).status).toBe(201)
  })

  it('are watched by one of two who add them through two accounts at once', async () => {
    await start({ mode: 'off' })
    const { done, sandbox, clientId } = world
    const { id: containerId } = sandbox.board('Anne', { lists: ['Demandes'] })
    const account = (name: string) =>
      done('POST', '/connections', { tool: 'trello', name, credentials: sandbox.credentials })
    const accounts = [await account('one'), await account('other')]
    const add = ({ id: connectionId }: { id: string }) =>
      send(world.service, 'POST', '/boards', { body: { connectionId, containerId, clientId } })
    const answers = await Promise.all(accounts.map(add))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
  })

  it('let one of two editors at once win; what Cadre notes meanwhile is in nobody’s way', async () => {
    await start({ mode: 'dry-run' })
    const { etag } = await api('GET')
    await api('POST', '/sweep')
    await world.settled()
    const edit = (hourlyWriteLimit: number) => api('PATCH', '', { body: { hourlyWriteLimit }, ifMatch: etag })
    const answers = await Promise.all([edit(7), edit(8)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await api('DELETE', '', { ifMatch: etag })).status).toBe(412)
  })

  it('stay with their client', async () => {
    await start({ mode: 'dry-run' })
    const { status, body } = await api('PATCH', '', { body: { clientId: 'cli_other' } })
    expect([status, body.errors[0].path]).toEqual([409, 'body.clientId'])
    expect((await api('PATCH', '', { body: { clientId: world.clientId } })).status).toBe(200)
  })

  it('foretell what apply makes and adopts, to the letter, without a write', async () => {
    await start({ mode: 'dry-run' })
    world.sandbox.people.client.createLabel(world.made.id, { name: 'HORS CADRE' })
    await world.settled()
    world.sandbox.calls.reset()
    const { body: foretold } = await api('GET', '/provision-preview')
    expect(world.sandbox.calls.writes()).toBe(0)
    expect(foretold.adopted).toEqual(['Hors cadre'])
    const { body } = await api('PATCH', '', { body: { mode: 'apply' } })
    expect({ made: body.made, adopted: body.adopted }).toEqual(foretold)
    expect(body.board.madeIds).toHaveLength(body.made.length)
  })

  it('go to apply when asked again, where the tool refused half-way', async () => {
    await start({ mode: 'dry-run' })
    const id = await ask('Article de blog')
    world.sandbox.faults.failNext(1, { status: 500, body: 'oops' })
    expect((await api('PATCH', '', { body: { mode: 'apply' } })).status).toBe(502)
    const { status, body } = await api('PATCH', '', { body: { mode: 'apply' } })
    expect([status, body.made.includes('Hors cadre')]).toEqual([200, true])
    await world.settled()
    expect(shown(id).labels).toEqual(['Hors cadre'])
  })

  it('report what a dry run would write, counted and task by task', async () => {
    await start({ mode: 'dry-run' })
    const ids = [await ask('Article de blog'), await ask('Article de blog')]
    const { body } = await api('GET', '/dry-run?limit=1')
    expect(body.verdicts).toEqual([{ headline: 'out_of_scope', tasks: 2 }])
    expect(body.operations).toContainEqual({
      kind: 'label',
      change: 'add',
      label: 'out_of_scope',
      tasks: 2,
    })
    expect(body.operations).toContainEqual({ kind: 'comment', change: null, label: null, tasks: 2 })
    expect([body.items[0].title, body.items[0].lastState]).toEqual(['Article de blog', 'dry-run'])
    const { body: rest } = await api('GET', `/dry-run?limit=1&cursor=${body.nextCursor}`)
    expect([rest.items.length, rest.items[0].id === body.items[0].id, rest.nextCursor]).toEqual([
      1,
      false,
      null,
    ])
    for (const id of ids) expect(shown(id)).toEqual({ labels: [], comments: 0 })
  })

  describe('backfill', () => {
    it('judges what was there first, by labels alone, once', async () => {
      await start({ before: threeBefore })
      expect(cards().map(shown)).toEqual(Array(3).fill({ labels: [], comments: 0 }))
      expect((await api('POST', '/backfill', { body: { which: 'open' } })).body).toEqual({ queued: 3 })
      await world.settled()
      expect(cards().map((id) => shown(id).labels)).toEqual([
        ['Hors cadre'],
        ['Hors cadre'],
        ['Dans le cadre'],
      ])
      expect(cards().map((id) => shown(id).comments)).toEqual([0, 0, 0])
      expect((await api('POST', '/backfill', { body: { which: 'open' } })).body).toEqual({ queued: 0 })
    })

    it('speaks when asked to, and of a silent one again when the request changes', async () => {
      await start({ before: threeBefore })
      const [blog = '', seo = ''] = cards()
      await api('POST', '/backfill', { body: { which: 'open', comments: true } })
      await world.settled()
      expect(shown(blog).comments).toBe(1)
      await world.close()
      await start({ before: threeBefore })
      await api('POST', '/backfill', { body: { which: 'open' } })
      await world.settled()
      const [changed = ''] = cards()
      expect([shown(changed).comments, seo === '']).toEqual([0, false])
      world.sandbox.people.client.editCard(changed, { title: 'Article de blog, 1 500 mots' })
      await world.settled()
      expect(shown(changed).comments).toBe(1)
    })

    it('stays a dry run on a dry board, knows since when, and asks for a board that is on', async () => {
      await start({ mode: 'dry-run', before: threeBefore })
      const later = { which: 'since', since: '2100-01-01T00:00:00.000Z' }
      expect((await api('POST', '/backfill', { body: later })).body).toEqual({ queued: 0 })
      expect((await api('POST', '/backfill', { body: { which: 'open' } })).body).toEqual({ queued: 3 })
      await world.settled()
      expect((await api('GET', '/dry-run')).body.items).toHaveLength(3)
      expect(cards().map(shown)).toEqual(Array(3).fill({ labels: [], comments: 0 }))
      await api('PATCH', '', { body: { mode: 'off' } })
      expect((await api('POST', '/backfill', { body: { which: 'open' } })).status).toBe(409)
      expect((await api('POST', '/backfill', { body: { which: 'since' } })).status).toBe(400)
    })

    it('stops at the hourly limit until somebody lets it go on', async () => {
      await start({ before: manyBefore, hourlyWriteLimit: 2, settings: { WORKER_CONCURRENCY: '1' } })
      await api('POST', '/backfill', { body: { which: 'open' } })
      await world.settled()
      const labelled = () => cards().filter((id) => shown(id).labels.length > 0).length
      // One more may have been at work already.
      expect([2, 3]).toContain(labelled())
      expect((await api('GET', '/dry-run')).body.items).toHaveLength(8 - labelled())
      const before = labelled()
      await api('POST', '/release')
      await world.settled()
      expect(labelled()).toBeGreaterThan(before)
    })
  })

  describe('leaving with our labels', () => {
    const leave = async () => {
      const answer = await api('DELETE', '?labels=remove')
      await world.settled()
      return answer
    }

    it('takes ours off every task and the board, and nothing of anybody else’s', async () => {
      await start({ mode: 'dry-run' })
      world.sandbox.people.client.createLabel(world.made.id, { name: 'Hors cadre' })
      world.sandbox.people.client.createLabel(world.made.id, { name: 'VIP' })
      await api('PATCH', '', { body: { mode: 'apply' } })
      const ids = [await ask('Article de blog'), await ask('Newsletter de juin')]
      world.sandbox.people.client.addLabel(ids[0] ?? '', 'VIP')
      await world.settled()
      expect(ids.map((id) => shown(id).labels)).toEqual([['Hors cadre', 'VIP'], ['Dans le cadre']])

      const { status, body } = await leave()
      expect([status, body.queued, body.board.mode]).toEqual([202, 2, 'off'])
      expect(ids.map((id) => shown(id).labels)).toEqual([['VIP'], []])
      expect(
        labelNames()
          .filter((name) => name !== '')
          .sort(),
      ).toEqual(['Hors cadre', 'VIP'])
      expect(world.sandbox.webhooks()).toEqual([])
      expect((await api('GET')).status).toBe(404)
    })

    it('leaves a label of ours that a person put on a task, and the comments as they are', async () => {
      await start()
      const ids = [await ask('Article de blog'), await ask('Newsletter de juin')]
      world.sandbox.people.assistant.addLabel(ids[1] ?? '', 'Devis à prévoir')
      await world.settled()
      await leave()
      expect(ids.map(shown)).toEqual([
        { labels: [], comments: 1 },
        { labels: ['Devis à prévoir'], comments: 1 },
      ])
      expect(labelNames()).toContain('Devis à prévoir')
      expect(labelNames()).not.toContain('Hors cadre')
    })

    it('takes ours off the cards of who was a client when they were judged, and is the assistant by now', async () => {
      await start()
      const ids = [await ask('Article de blog'), await ask('Newsletter de juin')]
      const { mapping } = (await api('GET')).body
      const assistants = [...mapping.assistants, world.sandbox.people.client.member.id]
      expect((await api('PATCH', '', { body: { mapping: { assistants } } })).status).toBe(200)
      world.sandbox.people.client.editCard(ids[0] ?? '', { title: 'Article de presse' })
      await world.settled()
      expect((await world.runStates(ids[0] ?? '')).at(-1)).toBe('not-judged')
      expect(ids.map((id) => shown(id).labels)).toEqual([['Hors cadre'], ['Dans le cadre']])
      expect((await leave()).body.queued).toBe(2)
      expect(ids.map((id) => shown(id).labels)).toEqual([[], []])
      expect((await api('GET')).status).toBe(404)
    })

    it('leaves the labels on the board where a task cannot be read, for it may show one', async () => {
      await start()
      await ask('Article de blog')
      world.sandbox.faults.dropNextWebhooks(100)
      const odd = world.sandbox.people.client.createCard({
        board: world.made.id,
        list: 'Demandes',
        title: 'Newsletter de juin',
        labels: ['Hors cadre'],
      })
      world.sandbox.faults.spoil(odd)
      await leave()
      expect(labelNames()).toContain('Hors cadre')
      expect((await api('GET')).status).toBe(404)
    })

    it('begins only when our webhook could be taken away', async () => {
      await start()
      const id = await ask('Article de blog')
      world.sandbox.faults.failNext(1, { status: 500, body: 'oops' })
      const refused = await api('DELETE', '?labels=remove')
      expect(refused.status).toBe(502)
      expect((await api('GET')).body.leavingSince).toBeNull()
      expect((await leave()).status).toBe(202)
      expect(shown(id).labels).toEqual([])
    })

    it('forgets a board without tasks, and one that nobody ever judged', async () => {
      await start({ mode: 'dry-run', before: threeBefore })
      expect((await leave()).body.queued).toBe(0)
      expect((await api('GET')).status).toBe(404)
    })
  })
})
