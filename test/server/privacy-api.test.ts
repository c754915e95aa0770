import { afterEach, describe, expect, it } from 'vitest'
import { send } from '../support/send.ts'
import { storeKinds } from '../support/stores.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

describe.each(storeKinds)('privacy on %s', (kind) => {
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
    world = await startTrelloWorld({ kind })
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

  it('hands over a client of many tasks', async () => {
    world = await startTrelloWorld({
      kind,
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
