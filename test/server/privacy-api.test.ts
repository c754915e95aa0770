import { afterEach, describe, expect, it } from 'vitest'
import { send } from '../support/send.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

describe('privacy', () => {
  let world: TrelloWorld
  afterEach(() => world.close())

  const api = (method: string, path: string, options: Parameters<typeof send>[3] = {}) =>
    send(world.service, method, path, options)
  const ask = async (title: string, text = '') => {
    const board = world.made.id
    const id = world.sandbox.people.client.createCard({ board, list: 'Demandes', title, text })
    await world.settled()
    return id
  }
  /** A client with two requests, one of which the assistant has corrected, so that it taught something. */
  const start = async () => {
    world = await startTrelloWorld()
    const id = await ask('Article de blog')
    await ask('Newsletter de juin', 'Pour la famille Béranger')
    const { assistant } = world.sandbox.people
    assistant.removeLabel(id, 'Hors cadre')
    assistant.addLabel(id, 'À vérifier')
    await world.settled()
  }
  const everywhere = async () => {
    const paths = ['/clients', '/boards', '/tasks', '/runs', '/policies/rules/examples', '/audit?limit=200']
    const answers = await Promise.all(paths.map((path) => api('GET', path)))
    return answers.map(({ text }) => text).join('\n')
  }

  it('hands over everything about one client as one document, and nothing of another', async () => {
    await start()
    const other = await api('POST', '/clients', { body: { name: 'Zacharie', like: world.clientId } })
    const { status, body, text } = await api('GET', `/clients/${world.clientId}/export`)
    expect([status, body.client.name, body.boards.length, body.tasks.length]).toEqual([200, 'Claire', 1, 2])
    const task = body.tasks.find(
      ({ observed }: { observed: { title: string } }) => observed.title === 'Article de blog',
    )
    expect(task).toMatchObject({ boardId: world.boardId, headline: 'to_review' })
    expect(text).toContain('Pour la famille Béranger')
    for (const part of ['decisions', 'runs', 'deliveries', 'examples'])
      expect(task[part].length).toBeGreaterThan(0)
    expect(task.decisions[0].document.policyId).toBe('rules')
    expect(text).not.toContain('Zacharie')
    expect(text).not.toContain(world.sandbox.credentials.token)
    expect((await api('GET', `/clients/${other.body.id}/export`)).body.tasks).toEqual([])
    expect((await api('GET', '/clients/cli_none/export')).status).toBe(404)
  })

  /** All that people told Cadre beside the board: an answer, an order, hours, and a twin on the assistant's own board. */
  const tell = async () => {
    const own = world.sandbox.board('Mon tableau', { lists: ['À faire', 'Livré'], customFields: false })
    const rest = { name: 'Moi', language: 'fr', policyId: 'rules' }
    const me = (await api('POST', '/clients', { body: rest })).body.id
    const { connectionId, boardId, clientId } = world
    const made = { connectionId, containerId: own.id, clientId: me, role: 'assistant' }
    const twinBoardId = (await api('POST', '/boards', { body: made })).body.board.id
    await api('PATCH', `/boards/${twinBoardId}`, { body: { mode: 'apply' } })
    await api('PATCH', `/boards/${boardId}`, { body: { twinBoardId } })
    const { id } = await world.taskOf(await ask('Newsletter de la Saint-Glinglin'))
    const answered = await api('POST', `/tasks/${id}/answers`, { body: { kind: 'quote', amount: 77 } })
    const ordered = await api('PUT', `/tasks/${id}/overrides/to_review`, { body: {} })
    const booked = await api('POST', `/tasks/${id}/hours`, { body: { minutes: 41, note: 'Maquette' } })
    expect([answered.status, ordered.status, booked.status]).toEqual([201, 202, 201])
    await world.settled()
    const [twin] = world.sandbox.cards(own.id)
    world.sandbox.people.assistant.comment(twin?.id ?? '', 'Je regarde')
    await world.settled()
    return { id, twinId: twin?.id, me, clientId }
  }

  it("hands over and erases what was told beside the board, and what came from the assistant's own", async () => {
    world = await startTrelloWorld()
    const { id, twinId, me, clientId } = await tell()
    const { body } = await api('GET', `/clients/${clientId}/export`)
    expect(body.book).toMatchObject([{ kind: 'hours', minutes: 41, note: 'Maquette', taskId: id }])
    const task = body.tasks.find((one: { id: string }) => one.id === id)
    expect(task.answers).toMatchObject([{ kind: 'quote', side: 'assistant' }])
    expect(task.orders).toMatchObject([{ wish: { kind: 'override', label: 'to_review' } }])
    expect(task.twins).toMatchObject([{ twinId }])
    const cards = new Set(task.deliveries.map((delivery: { taskId: string }) => delivery.taskId))
    expect(cards).toEqual(new Set([task.taskId, twinId]))
    expect((await api('GET', `/clients/${me}/export`)).body).toMatchObject({ book: [], tasks: [] })

    const { body: gone } = await api('POST', `/clients/${clientId}/erase`)
    expect(gone).toMatchObject({ tasks: 1, answers: 1, orders: 1, twins: 1, bookEntries: 1 })
    const left = await api('GET', '/deliveries?limit=200')
    for (const card of [task.taskId, twinId]) expect(left.text).not.toContain(card)
    expect(await everywhere()).not.toMatch(/Glinglin|Maquette/)
  })

  it('erases what a look that failed has left behind', async () => {
    world = await startTrelloWorld()
    const id = await ask('Newsletter de mai')
    world.sandbox.faults.failNext(1, { status: 400, body: 'Mme Béranger: invalid value' })
    world.sandbox.people.client.editCard(id, { title: 'Article de blog' })
    await world.settled()
    expect((await api('GET', '/dead-letters')).body.items).toHaveLength(1)
    expect((await api('POST', `/clients/${world.clientId}/erase`)).body.jobs).toBeGreaterThan(0)
    expect((await api('GET', '/dead-letters')).body.items).toEqual([])
  })

  it('hands over a client of many tasks', async () => {
    world = await startTrelloWorld({
      mode: 'dry-run',
      before: (sandbox, board) => {
        for (let number = 0; number < 120; number += 1)
          sandbox.people.client.createCard({ board: board.id, list: 'Demandes', title: `Demande ${number}` })
      },
    })
    const { body } = await api('GET', `/clients/${world.clientId}/export`)
    const titles = body.tasks.map(({ observed }: { observed: { title: string } }) => observed.title)
    expect(new Set(titles).size).toBe(120)
  })

  it('erases a client without a trace, says what went, and a second time nothing more', async () => {
    await start()
    const path = `/clients/${world.clientId}/erase`
    await api('PATCH', `/clients/${world.clientId}`, { body: { name: 'Claire Béranger' } })
    const { status, body } = await api('POST', path)
    expect([status, body]).toMatchObject([200, { boards: 1, tasks: 2, examples: 1 }])
    for (const kind of ['decisions', 'runs', 'deliveries', 'auditEntries'])
      expect(body[kind]).toBeGreaterThan(0)
    expect(world.sandbox.webhooks()).toEqual([])
    const left = await everywhere()
    for (const name of ['Claire', 'Béranger', 'Article de blog']) expect(left).not.toContain(name)
    const again = await api('POST', path)
    expect([again.status, new Set(Object.values(again.body))]).toEqual([200, new Set([0])])
    expect((await api('POST', '/clients/cli_none/erase')).status).toBe(404)
  })

  it('erases what a board taught and showed that was given up before', async () => {
    await start()
    expect((await api('DELETE', `/boards/${world.boardId}`)).status).toBe(204)
    expect((await api('GET', `/clients/${world.clientId}/export`)).body).toMatchObject({
      examples: [{ title: 'Article de blog', policyId: 'rules' }],
      tasks: [],
    })
    expect((await api('POST', `/clients/${world.clientId}/erase`)).body).toMatchObject({
      boards: 0,
      examples: 1,
    })
    expect(await everywhere()).not.toMatch(/Claire|Article de blog/)
  })

  it('erases a client who was deleted before, once', async () => {
    await start()
    await api('DELETE', `/clients/${world.clientId}?force=true`)
    expect(await everywhere()).toMatch(/Claire|Article de blog/)
    const first = await api('POST', `/clients/${world.clientId}/erase`)
    expect([first.status, first.body]).toMatchObject([200, { boards: 0, examples: 1 }])
    expect(await everywhere()).not.toMatch(/Claire|Article de blog/)
    const again = await api('POST', `/clients/${world.clientId}/erase`)
    expect([again.status, again.body.auditEntries]).toEqual([200, 0])
    // The audit log knows these as well, and they are no clients.
    for (const id of ['rules', world.boardId])
      expect((await api('POST', `/clients/${id}/erase`)).status).toBe(404)
  })

  it('erases what the audit log showed of a request that retention has removed', async () => {
    let now = '2026-11-23T09:00:00.000Z'
    world = await startTrelloWorld({ now: () => now })
    const asked = { clientId: world.clientId, channel: 'whatsapp', text: 'Un visuel pour Mme Béranger' }
    expect((await api('POST', '/requests', { body: asked })).status).toBe(201)
    now = '2027-03-01T09:00:00.000Z'
    expect((await api('POST', '/retention/run')).body.requests).toBe(1)
    expect((await api('POST', `/clients/${world.clientId}/erase`)).status).toBe(200)
    expect((await api('GET', '/audit?limit=200')).text).not.toContain('Béranger')
  })

  it('writes no words of a tool, which may be a client’s, into the audit log', async () => {
    world = await startTrelloWorld()
    const id = await ask('Newsletter de mai')
    world.sandbox.faults.failNext(1, { status: 400, body: 'Mme Béranger: invalid value' })
    world.sandbox.people.client.editCard(id, { title: 'Article de blog' })
    await world.settled()
    const [letter] = (await api('GET', '/dead-letters')).body.items
    expect(letter.error.message).toContain('Béranger')
    expect((await api('DELETE', `/dead-letters/${letter.id}`)).status).toBe(204)
    const { body, text } = await api('GET', '/audit?action=dead-letter.discard')
    expect(body.items[0].before).toMatchObject({ job: letter.job, error: { code: letter.error.code } })
    expect(text).not.toContain('Béranger')
  })

  it('erases nothing while a webhook cannot be taken away', async () => {
    await start()
    world.sandbox.faults.failNext(1, { status: 500, body: 'oops' })
    expect((await api('POST', `/clients/${world.clientId}/erase`)).status).toBe(502)
    expect((await api('GET', `/clients/${world.clientId}`)).status).toBe(200)
    expect((await api('POST', `/clients/${world.clientId}/erase`)).body.tasks).toBe(2)
  })

  it('forgets what a client taught, and goes on learning from others', async () => {
    await start()
    await api('POST', `/clients/${world.clientId}/erase`)
    expect((await api('GET', '/policies/rules/examples')).text).not.toContain('Article')
    const lesson = { title: 'Logo', text: '', scope: 'out', service: null }
    const taught = await api('POST', '/policies/rules/examples', { body: lesson })
    expect(taught.status).toBe(201)
  })

  it('says what the next retention run removes, and runs it when asked', async () => {
    await start()
    const { body } = await api('GET', '/retention')
    expect(body).toMatchObject({ days: 90, next: { deliveries: 0, runs: 0, decisions: 0, texts: 0 } })
    expect((await api('POST', '/retention/run')).body).toMatchObject({ deliveries: 0, runs: 0 })
    expect((await api('GET', '/runs')).body.items.length).toBeGreaterThan(0)
  })
})
