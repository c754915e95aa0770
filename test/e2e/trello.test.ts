import { afterEach, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { metric, startTrelloWorld, type TrelloWorld, type WorldOptions } from '../support/trello-world.ts'

let world: TrelloWorld
const start = async (options: WorldOptions = {}) => {
  world = await startTrelloWorld(options)
  return world
}
afterEach(() => world.close())

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** The client writes a card; everything that follows has happened when this resolves. */
async function ask(
  title: string,
  card: { text?: string; due?: string; labels?: string[] } = {},
): Promise<string> {
  const id = world.sandbox.people.client.createCard({
    board: world.made.id,
    list: 'Demandes',
    title,
    ...card,
  })
  await world.settled()
  return id
}
const card = (id: string) => {
  const found = world.sandbox.card(id)
  if (found === null) throw new Error('the card is gone')
  return found
}

describe('a request on a Trello board', () => {
  it('gets its label, silently when it is in scope', async () => {
    await start()
    const id = await ask('Newsletter de mai')
    expect(card(id)).toMatchObject({ labels: ['Dans le cadre'], comments: [] })
  })

  it('gets label, reason and next step when it is out of scope', async () => {
    await start()
    const id = await ask('Article de blog 1 500 mots')
    expect(card(id).labels).toEqual(['Hors cadre'])
    expect(card(id).comments).toHaveLength(1)
    expect(card(id).comments[0]?.text).toMatch(/Rédaction de contenus longs[\s\S]*réf\. [2-9A-Z]{4}$/)
  })

  it('costs one read and at most three writes when everything has to be written, and one read in sync', async () => {
    const { sandbox } = await start({ customFields: true })
    sandbox.faults.pauseWebhooks()
    const id = world.sandbox.people.client.createCard({
      board: world.made.id,
      list: 'Demandes',
      title: 'Newsletter',
      due: inHours(5),
    })
    sandbox.faults.resumeWebhooks()
    await world.settled()
    expect(card(id)).toMatchObject({
      labels: ['Dans le cadre', 'Urgent · dispo à confirmer'],
      fields: { Majoration: '35' },
    })
    expect(card(id).comments).toHaveLength(1)
    const first = (await world.service.api('GET', '/api/v1/runs?state=applied')).body.items
    expect(first).toHaveLength(1)
    expect(first[0].calls.reads).toBe(1)
    expect(first[0].calls.writes).toBeLessThanOrEqual(3)

    sandbox.calls.reset()
    const task = await world.taskOf(id)
    await world.service.api('POST', `/api/v1/tasks/${task.id}/look`)
    await world.settled()
    expect([sandbox.calls.reads(), sandbox.calls.writes()]).toEqual([1, 0])
    expect((await world.runStates(id)).at(-1)).toBe('in-sync')
  })
})

describe('our own echo', () => {
  it('is recognized by its mark and stopped before the queue', async () => {
    await start()
    const id = await ask('Newsletter de mai')
    expect(
      await metric(world.service, 'cadre_deliveries_total{tool="trello",outcome="echo"}'),
    ).toBeGreaterThan(0)
    expect(await world.runStates(id)).toEqual(['applied'])
  })

  it('finds everything in sync when its mark is lost', async () => {
    const { sandbox } = await start()
    sandbox.faults.stripClientIdentifier = true
    const id = await ask('Article de blog 1 500 mots')
    const writes = sandbox.calls.writes()
    const states = await world.runStates(id)
    expect(states[0]).toBe('applied')
    expect(states.slice(1).length).toBeGreaterThan(0)
    expect(new Set(states.slice(1))).toEqual(new Set(['in-sync']))
    expect(sandbox.calls.writes()).toBe(writes)
    expect(card(id).comments).toHaveLength(1)
  })
})

describe('a person’s hand', () => {
  it('wins: a label that was removed is not put back', async () => {
    await start()
    const id = await ask('Newsletter de mai')
    world.sandbox.people.assistant.removeLabel(id, 'Dans le cadre')
    await world.settled()
    expect(card(id).labels).toEqual([])
    expect((await world.taskOf(id)).overrides).toMatchObject([{ label: 'in_scope', change: 'removed' }])
  })

  it('rules: a swapped label overturns the verdict, and the comment follows', async () => {
    await start()
    const id = await ask('Article de blog 1 500 mots')
    const { assistant } = world.sandbox.people
    assistant.addLabel(id, 'Dans le cadre')
    assistant.removeLabel(id, 'Hors cadre')
    await world.settled()
    expect(card(id).labels).toEqual(['Dans le cadre'])
    expect(card(id).comments).toHaveLength(1)
    expect(card(id).comments[0]?.text).toContain('fait bien partie des prestations')
    expect((await world.taskOf(id)).headline).toBe('in_scope')
  })

  it('is asked again, once, when the request itself changes', async () => {
    await start()
    const id = await ask('Newsletter de mai')
    world.sandbox.people.assistant.removeLabel(id, 'Dans le cadre')
    await world.settled()
    world.sandbox.people.client.editCard(id, { text: 'Le texte est dans le Drive.' })
    await world.settled()
    expect(card(id).labels).toEqual(['Dans le cadre'])
  })

  it('keeps the labels that are none of ours', async () => {
    const { sandbox } = await start()
    sandbox.people.client.createLabel(world.made.id, { name: 'Printemps', color: 'lime' })
    const id = await ask('Newsletter', { labels: ['Printemps'], due: inHours(5) })
    expect(card(id).labels).toContain('Printemps')
    expect(card(id).labels).toContain('Urgent · dispo à confirmer')
  })

  it('deletes our comment for good, until the request changes', async () => {
    await start()
    const id = await ask('Article de blog')
    world.sandbox.people.assistant.deleteComment(card(id).comments[0]?.id ?? '')
    world.sandbox.people.assistant.addLabel(id, 'Urgent · confirmé')
    await world.settled()
    expect(card(id).comments).toEqual([])
    world.sandbox.people.client.editCard(id, { text: 'Tu peux le rédiger ? Environ 1 500 mots.' })
    await world.settled()
    expect(card(id).comments).toHaveLength(1)
  })
})

describe('a due date', () => {
  it('makes a request urgent, with the surcharge that was agreed, and only until it moves out', async () => {
    await start()
    const id = await ask('Newsletter de mai', { due: inHours(6) })
    expect(card(id).labels).toEqual(['+35 %', 'Dans le cadre', 'Urgent · dispo à confirmer'])
    expect(card(id).comments).toHaveLength(1)
    world.sandbox.people.client.editCard(id, { due: inHours(24 * 7) })
    await world.settled()
    expect(card(id).labels).toEqual(['Dans le cadre'])
    expect(card(id).comments).toHaveLength(1)
    expect(card(id).comments[0]?.text).not.toContain('majoration')
  })
})

describe('who and when', () => {
  it('does not judge what the assistant writes down herself', async () => {
    await start()
    const id = world.sandbox.people.assistant.createCard({
      board: world.made.id,
      list: 'Demandes',
      title: 'Article de blog',
    })
    await world.settled()
    expect(card(id).labels).toEqual([])
    expect(await world.runStates(id)).toEqual(['not-judged'])
  })

  it('does not judge a template', async () => {
    await start()
    const id = world.sandbox.people.client.createCard({
      board: world.made.id,
      list: 'Demandes',
      title: 'Article',
      template: true,
    })
    await world.settled()
    expect(await world.runStates(id)).toEqual(['not-judged'])
  })

  it('takes in silently what was on the board first, and answers when it changes', async () => {
    let old = ''
    await start({
      sandbox: { now: () => new Date(Date.now() - 60_000) },
      before: (sandbox, board) => {
        old = sandbox.people.client.createCard({
          board: board.id,
          list: 'Demandes',
          title: 'Article de blog',
        })
      },
    })
    world.sandbox.people.client.moveCard(old, 'En cours')
    await world.settled()
    expect(card(old)).toMatchObject({ labels: [], comments: [] })
    world.sandbox.people.client.editCard(old, { title: 'Article de blog, 3 000 mots' })
    await world.settled()
    expect(card(old).labels).toEqual(['Hors cadre'])
  })
})

describe('modes', () => {
  it('writes nothing in a dry run, says what it would have written, and writes that on going to apply', async () => {
    await start({ mode: 'dry-run' })
    const id = await ask('Article de blog')
    expect(card(id)).toMatchObject({ labels: [], comments: [] })
    expect(world.sandbox.calls.writes()).toBe(0)
    expect(world.sandbox.labels(world.made.id).map(({ name }) => name)).not.toContain('Hors cadre')
    const [run] = (await world.service.api('GET', '/api/v1/runs?state=dry-run')).body.items
    expect(run.operations).toMatchObject([{ kind: 'label', label: 'out_of_scope' }, { kind: 'comment' }])
    const { body } = await world.service.api('PATCH', `/api/v1/boards/${world.boardId}`, { mode: 'apply' })
    expect(body.made).toContain('Hors cadre')
    await world.settled()
    expect(card(id)).toMatchObject({ labels: ['Hors cadre'], comments: [{}] })
  })

  it('holds a board that wants too much at once, until a person lets it go on', async () => {
    await start({ hourlyWriteLimit: 2 })
    const ids = []
    for (const title of ['Newsletter 1', 'Newsletter 2', 'Newsletter 3', 'Newsletter 4'])
      ids.push(await ask(title))
    expect(ids.map((id) => card(id).labels.length)).toEqual([1, 1, 0, 0])
    expect(await world.runStates(ids[2] ?? '')).toEqual(['held'])
    const { body } = await world.service.api('POST', `/api/v1/boards/${world.boardId}/release`)
    expect(body).toEqual({ waiting: 2 })
    await world.settled()
    expect(ids.map((id) => card(id).labels.length)).toEqual([1, 1, 1, 1])
  })
})

describe('a board at its limit', () => {
  it('goes on with a task that it has written to: one more is what is too many', async () => {
    await start({ hourlyWriteLimit: 1 })
    const id = await ask('Article de blog')
    world.sandbox.people.client.editCard(id, { title: 'Newsletter de mai' })
    await world.settled()
    expect(card(id).labels).toEqual(['Dans le cadre'])
    expect(await world.runStates(await ask('Newsletter de juin'))).toEqual(['held'])
  })

  it('finishes what an outage broke off', async () => {
    await start({ hourlyWriteLimit: 1 })
    world.sandbox.faults.failNext(1, { path: /actions\/comments/, status: 503 })
    const id = await ask('Article de blog')
    expect([await world.runStates(id), card(id).comments.length]).toEqual([['failed', 'applied'], 1])
  })
})

describe('the lists of a board', () => {
  it('receive a request where the policy wants it, but not work that is under way', async () => {
    await start({ policy: (preset) => ({ ...preset, statuses: { to_review: 'review' } }) })
    const id = await ask('Une question')
    expect(card(id)).toMatchObject({ labels: ['À vérifier'], list: 'À vérifier' })
    world.sandbox.people.assistant.moveCard(id, 'En cours')
    await world.settled()
    world.sandbox.people.client.editCard(id, { text: 'Je t’explique de vive voix.' })
    await world.settled()
    expect(card(id).list).toBe('En cours')
  })
})

describe('a due date that is set while a look is under way', () => {
  it('counts from when it was set, not from the next look', async () => {
    let now = '2027-02-01T09:00:00.000Z'
    await start({ now: () => now })
    world.sandbox.faults.latencyMs = 400
    const { client } = world.sandbox.people
    const id = client.createCard({ board: world.made.id, list: 'Demandes', title: 'Article de blog' })
    await eventually(
      () => world.sandbox.calls.writes(),
      (writes) => writes > 0,
    )
    // The comment is being written.
    client.editCard(id, { due: '2027-02-03T09:00:00.000Z' })
    await eventually(
      () => world.service.api('GET', '/api/v1/deliveries?event=updateCard'),
      ({ body }) => body.items.length > 0,
    )
    now = '2027-02-01T09:01:30.000Z'
    await world.settled()
    expect(await world.taskOf(id)).toMatchObject({
      dueAt: '2027-02-03T09:00:00.000Z',
      dueSetAt: expect.stringMatching(/^2027-02-01T09:00:00/),
    })
  })
})

describe('a lost, doubled or forged webhook', () => {
  it('is made good by the sweep', async () => {
    await start()
    world.sandbox.faults.dropNextWebhooks(100)
    const id = await ask('Article de blog')
    expect(card(id).labels).toEqual([])
    world.sandbox.faults.clear()
    await world.service.api('POST', `/api/v1/boards/${world.boardId}/sweep`)
    await world.settled()
    expect(card(id).labels).toEqual(['Hors cadre'])
  })

  it('takes no hour from the notice of a request that the sweep finds', async () => {
    let now = '2027-02-01T09:00:00.000Z'
    await start({ now: () => now })
    world.sandbox.faults.dropNextWebhooks(100)
    const id = await ask('Newsletter', { due: '2027-02-02T10:00:00.000Z' })
    world.sandbox.faults.clear()
    now = '2027-02-01T11:30:00.000Z'
    await world.service.api('POST', `/api/v1/boards/${world.boardId}/sweep`)
    await world.settled()
    expect(await world.taskOf(id)).toMatchObject({
      dueSetAt: expect.stringMatching(/^2027-02-01T09:00:00/),
      headline: 'in_scope',
    })
  })

  it('changes nothing when it comes twice', async () => {
    await start()
    world.sandbox.faults.doubleNextWebhooks(100)
    const id = await ask('Article de blog')
    expect(card(id)).toMatchObject({ labels: ['Hors cadre'], comments: [{}] })
    expect(
      await metric(world.service, 'cadre_deliveries_total{tool="trello",outcome="duplicate"}'),
    ).toBeGreaterThan(0)
  })

  it('is noticed by the sweep when the card was deleted unseen', async () => {
    await start()
    const id = await ask('Newsletter')
    world.sandbox.faults.dropNextWebhooks(100)
    world.sandbox.people.client.deleteCard(id)
    await world.settled()
    await world.service.api('POST', `/api/v1/boards/${world.boardId}/sweep`)
    await world.settled()
    expect(await world.taskOf(id)).toMatchObject({ state: 'gone' })
  })
})

describe('a list that is archived', () => {
  const sweep = async () => {
    await world.service.api('POST', `/api/v1/boards/${world.boardId}/sweep`)
    await world.settled()
  }

  it('takes its requests off the board, and brings them back with it', async () => {
    await start()
    const id = await ask('Article de blog')
    world.sandbox.people.client.archiveList(world.made.id, 'Demandes')
    await sweep()
    expect(await world.taskOf(id)).toMatchObject({ state: 'gone' })
    world.sandbox.people.client.restoreList(world.made.id, 'Demandes')
    await sweep()
    expect(await world.taskOf(id)).toMatchObject({ state: 'open' })
    expect(card(id)).toMatchObject({ labels: ['Hors cadre'], comments: [{}] })
  })

  it('takes no request that came by another channel: it gets its card in the next list that is mapped', async () => {
    await start()
    world.sandbox.people.client.archiveList(world.made.id, 'Demandes')
    const asked = { clientId: world.clientId, channel: 'phone', title: 'Newsletter', putOnBoard: true }
    await world.done('POST', '/requests', asked)
    await world.settled()
    expect(world.sandbox.cards(world.made.id)).toMatchObject([{ title: 'Newsletter', list: 'En cours' }])
    expect((await world.service.api('GET', '/api/v1/dead-letters')).body.items).toEqual([])
  })
})

describe('a board that loses its custom fields', () => {
  it('has the surcharge as a label from then on, and leaves no job behind that has failed', async () => {
    await start({ customFields: true })
    const { client } = world.sandbox.people
    client.dropCustomFields(world.made.id)
    const due = inHours(5)
    const id = client.createCard({ board: world.made.id, list: 'Demandes', title: 'Newsletter', due })
    await world.settled()
    expect(card(id).labels).toEqual(['+35 %', 'Dans le cadre', 'Urgent · dispo à confirmer'])
    expect(card(id).comments).toHaveLength(1)
    expect((await world.service.api('GET', '/api/v1/dead-letters')).body.items).toEqual([])
  })
})

describe('a copy of a judged card', () => {
  it('is judged by what it asks, and nobody has ruled by the label that came along', async () => {
    await start()
    const model = await ask('Article de blog')
    expect(card(model).labels).toEqual(['Hors cadre'])
    const copy = world.sandbox.people.client.copyCard(model, 'Newsletter')
    await world.settled()
    expect(card(copy).labels).toEqual(['Dans le cadre'])
  })
})

describe('a card that a client takes to a board of her own', () => {
  it('is gone, and leaves no job behind that has failed', async () => {
    await start()
    const id = await ask('Article de blog')
    const { client } = world.sandbox.people
    const hers = world.sandbox.board('À moi', { lists: ['Plus tard'], members: [client.member.id] })
    client.moveCard(id, hers.lists['Plus tard'] ?? '')
    await world.settled()
    expect(await world.taskOf(id)).toMatchObject({ state: 'gone' })
    expect((await world.service.api('GET', '/api/v1/dead-letters')).body.items).toEqual([])
  })
})

describe('faults of the tool', () => {
  it('does not comment twice when the answer to a comment is lost', async () => {
    await start()
    world.sandbox.faults.failNext(1, { path: /actions\/comments/, status: 503, afterCommit: true })
    const id = await ask('Article de blog')
    expect(card(id)).toMatchObject({ labels: ['Hors cadre'], comments: [{}] })
    expect(await world.runStates(id)).toEqual(['failed', 'in-sync'])
  })

  it('comes through a burst of 5xx and a cut connection', async () => {
    await start()
    world.sandbox.faults.failNext(1, { status: 502 })
    world.sandbox.faults.cutNext(1, { onlyWrites: true })
    const id = await ask('Article de blog')
    expect(card(id)).toMatchObject({ labels: ['Hors cadre'], comments: [{}] })
  })

  it('comes through an outage in which the client goes on writing, and buries nothing', async () => {
    await start()
    world.sandbox.faults.failNext(1_000, { status: 503 })
    const { client } = world.sandbox.people
    const id = client.createCard({ board: world.made.id, list: 'Demandes', title: 'Article de blog' })
    for (let edit = 0; edit < 6; edit += 1) {
      const before = world.sandbox.calls.all.length
      client.editCard(id, { text: `Version ${edit}` })
      await eventually(
        () => world.sandbox.calls.all.length,
        (calls) => calls > before,
      )
    }
    world.sandbox.faults.clear()
    await world.settled()
    expect(card(id).labels).toHaveLength(1)
    expect((await world.service.api('GET', '/api/v1/dead-letters')).body.items).toEqual([])
  })

  it('waits when Trello says that it is too much, and does all of it then', async () => {
    await start({ sandbox: { rateLimits: { perToken: 25, intervalMs: 4_000 } } })
    const { client } = world.sandbox.people
    const ids = Array.from({ length: 15 }, (_, n) =>
      client.createCard({ board: world.made.id, list: 'Demandes', title: `Article de blog ${n}` }),
    )
    await world.settled()
    expect(ids.filter((id) => card(id).labels.length === 1 && card(id).comments.length === 1)).toEqual(ids)
    expect(world.sandbox.calls.all.some(({ status }) => status === 429)).toBe(true)
    expect((await world.service.api('GET', '/api/v1/dead-letters')).body.items).toEqual([])
  })

  it('makes a label anew when a person has deleted it from the board', async () => {
    await start()
    world.sandbox.people.assistant.deleteLabel(world.made.id, 'Hors cadre')
    const id = await ask('Article de blog')
    expect(card(id).labels).toEqual(['Hors cadre'])
  })

  it('still knows the other labels then: one that no longer holds goes, and nobody is said to have taken it off', async () => {
    await start()
    const { client, assistant } = world.sandbox.people
    const id = await ask('Newsletter de mai')
    assistant.deleteLabel(world.made.id, 'Hors cadre')
    client.editCard(id, { title: 'Article de blog' })
    await world.settled()
    expect(card(id).labels).toEqual(['Hors cadre'])
    expect((await world.taskOf(id)).overrides).toEqual([])
  })

  it('knows its own label again on a card that was archived before its comment could be written', async () => {
    await start()
    world.sandbox.faults.failNext(1, { path: /actions\/comments/, status: 401, body: 'invalid token' })
    const id = await ask('Article de blog')
    expect(card(id)).toMatchObject({ labels: ['Hors cadre'], comments: [] })
    world.sandbox.people.client.archive(id)
    await world.settled()
    expect(await world.runStates(id)).toEqual(['failed', 'gone'])
    world.sandbox.people.client.restore(id)
    await world.settled()
    expect((await world.taskOf(id)).overrides).toEqual([])
    expect((await world.done('GET', '/policies/rules/examples')).examples).toEqual([])
    expect(card(id)).toMatchObject({ labels: ['Hors cadre'], comments: [{}] })
  })

  it('puts a job that nothing can help aside, where a person sees it and sends it through again', async () => {
    await start()
    world.sandbox.faults.failNext(1, { status: 401, body: 'invalid token' })
    const id = await ask('Article de blog')
    const dead = await world.service.api('GET', '/api/v1/dead-letters')
    expect(dead.body.items).toMatchObject([
      { queue: 'look', job: { taskId: id }, error: { code: 'TOOL_UNAUTHORIZED' } },
    ])
    expect(JSON.stringify(dead.body)).not.toContain(world.sandbox.credentials.token)
    expect((await world.service.api('POST', '/api/v1/dead-letters/redrive', {})).body).toEqual({
      redriven: 1,
    })
    await world.settled()
    expect(card(id).labels).toEqual(['Hors cadre'])
  })
})
