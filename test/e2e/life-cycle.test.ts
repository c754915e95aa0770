import { afterEach, describe, expect, it } from 'vitest'
import { sign } from '#adapters/trello/webhook.ts'
import { eventually } from '../support/eventually.ts'
import { addOwnBoard } from '../support/own-board.ts'
import { send } from '../support/send.ts'
import { startTrelloWorld, type TrelloWorld, type WorldOptions } from '../support/trello-world.ts'

let world: TrelloWorld
const start = async (options: WorldOptions = {}) => {
  world = await startTrelloWorld(options)
}
afterEach(() => world.close())

const ask = async (title: string) => {
  const id = world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title })
  await world.settled()
  return id
}
const sweep = async () => {
  await world.service.api('POST', `/api/v1/boards/${world.boardId}/sweep`)
  await world.settled()
}
const patch = (body: unknown) => world.service.api('PATCH', `/api/v1/connections/${world.connectionId}`, body)
const labels = (id: string) => world.sandbox.card(id)?.labels

interface Found {
  code: string
  state: string
  advice: { fr: string; en: string }
}
const doctor = async (): Promise<{ healthy: boolean; of: (code: string) => Found | undefined }> => {
  const { body } = await world.service.api('GET', '/api/v1/doctor')
  return { healthy: body.healthy, of: (code) => body.checks.find((check: Found) => check.code === code) }
}

describe('without a public address', () => {
  it('a polled connection has no webhook and misses nothing', async () => {
    await start()
    expect((await patch({ updates: 'poll' })).body).toMatchObject({ updates: 'poll', callbackUrl: null })
    expect(world.sandbox.webhooks()).toEqual([])
    const { body: problem } = await world.service.api('POST', `/api/v1/boards/${world.boardId}/webhook`)
    expect([problem.code, problem.detail]).toEqual([
      'PUBLIC_URL_MISSING',
      expect.stringContaining('"updates": "webhook"'),
    ])
    const id = await ask('Article de blog')
    expect(labels(id)).toEqual([])
    await sweep()
    expect(labels(id)).toEqual(['Hors cadre'])
    expect((await doctor()).of('public_url')).toMatchObject({ state: 'ok' })
  })

  it('goes back to webhooks when there is one', async () => {
    await start()
    await patch({ updates: 'poll' })
    expect((await patch({ updates: 'webhook' })).status).toBe(200)
    expect(world.sandbox.webhooks()).toHaveLength(1)
    const id = await ask('Article de blog')
    expect(labels(id)).toEqual(['Hors cadre'])
  })
})

describe('a connection that somebody else renames while its webhooks are moved', () => {
  it('is answered with a tag that stands for just what is shown', async () => {
    await start()
    const path = `/connections/${world.connectionId}`
    world.sandbox.faults.latencyMs = 2_000
    const moving = send(world.service, 'PATCH', path, { body: { name: 'moved', updates: 'webhook' } })
    await eventually(
      async () => (await send(world.service, 'GET', path)).body.name,
      (name) => name === 'moved',
    )
    await patch({ name: 'renamed' })
    const [moved, known] = [await moving, await send(world.service, 'GET', path)]
    expect([moved.body.name, moved.etag]).toEqual(['renamed', known.etag])
  })
})

describe('after a time of polling', () => {
  it('no webhook is blamed for what it was not there to tell', async () => {
    let now = '2027-02-01T09:00:00.000Z'
    await start({ now: () => now })
    await patch({ updates: 'poll' })
    await ask('Article de blog')
    now = '2027-02-01T09:10:00.000Z'
    await sweep()
    await patch({ updates: 'webhook' })
    expect((await doctor()).of('silence')).toMatchObject({ state: 'ok' })
  })
})

describe('a webhook that told', () => {
  it('of a card is not blamed while the look at that waits', async () => {
    let now = '2027-02-01T09:00:30.000Z'
    await start({ now: () => now, settings: { QUIET_PERIOD_SECONDS: '600' } })
    world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title: 'Newsletter' })
    await eventually(
      () => world.done('GET', '/deliveries'),
      ({ items }) => items.length > 0,
    )
    now = '2027-02-01T09:10:30.000Z'
    await world.done('POST', `/boards/${world.boardId}/sweep`)
    const swept = await eventually(
      () => world.done('GET', `/boards/${world.boardId}`),
      ({ sweptUntil }) => sweptUntil === now,
    )
    expect(swept.missedAt).toBeNull()
  })

  it('of all but what we wrote on a twin ourselves is not blamed, and that is looked at once at most', async () => {
    let now = '2027-02-01T09:00:30.000Z'
    await start({ now: () => now })
    const own = await addOwnBoard(world)
    const id = await ask('Newsletter de mai')
    const sweepOwn = async () => {
      await world.done('POST', `/boards/${own.id}/sweep`)
      await world.settled()
    }
    now = '2027-02-01T09:10:30.000Z'
    await sweepOwn()
    expect((await world.done('GET', `/boards/${own.id}`)).missedAt).toBeNull()
    const runs = await world.runStates(id)
    now = '2027-02-01T09:11:30.000Z'
    await sweepOwn()
    expect(await world.runStates(id)).toEqual(runs)

    const [twin] = world.sandbox.cards(own.made.id)
    world.sandbox.faults.dropNextWebhooks(100)
    world.sandbox.people.assistant.moveCard(twin?.id ?? '', 'En cours')
    await world.settled()
    now = '2027-02-01T09:20:30.000Z'
    await sweepOwn()
    expect(world.sandbox.card(id)?.list).toBe('En cours')
  })
})

describe('a secret that is not the right one', () => {
  it('is refused where it is the token or the key once more', async () => {
    await start()
    const { apiKey, token } = world.sandbox.credentials
    for (const secret of [apiKey, token]) {
      const { status, body } = await patch({ credentials: { secret } })
      expect([status, body.errors[0].path]).toEqual([400, 'body.credentials.secret'])
    }
  })

  it('is told by the doctor, with where to find the right one, until it is changed or a genuine webhook comes', async () => {
    await start()
    await deliverAsStranger()
    await deliverAsStranger()
    const found = (await doctor()).of('webhook_secret')
    expect([found?.state, found?.advice.en]).toEqual([
      'warn',
      expect.stringMatching(/refused the signature of 2 deliveries in a row\. .+power-ups\/admin/u),
    ])
    expect(found?.advice.fr).toMatch(/refusé la signature de 2 envois de suite\. .+power-ups\/admin/u)
    await ask('Article de blog')
    expect((await doctor()).of('webhook_secret')).toMatchObject({ state: 'ok' })
    await deliverAsStranger()
    await patch({ credentials: { secret: world.sandbox.credentials.secret } })
    expect((await doctor()).of('webhook_secret')).toMatchObject({ state: 'ok' })
  })
})

describe('a webhook that died', () => {
  it('is noticed by the sweep, repaired, and what it did not tell is made good', async () => {
    await start()
    const { body } = await world.service.api('GET', `/api/v1/boards/${world.boardId}`)
    await killWebhook()
    const id = await ask('Article de blog')
    expect(labels(id)).toEqual([])
    expect((await doctor()).of('webhook')).toMatchObject({ state: 'fail' })
    await sweep()
    expect(labels(id)).toEqual(['Hors cadre'])
    expect(world.sandbox.webhooks()).toHaveLength(1)
    const after = await world.service.api('GET', `/api/v1/boards/${world.boardId}`)
    expect([body.webhook.state, after.body.webhook.state]).toEqual(['active', 'active'])
  })

  it('and cannot be repaired is what the sweep makes up for, until it can', async () => {
    await start()
    await killWebhook()
    const unreachable = 'URL (https://cadre.example) did not return 200 status code, got 530'
    world.sandbox.faults.failNext(100, { status: 400, path: /webhooks/, onlyWrites: true, body: unreachable })
    const id = await ask('Article de blog')
    await sweep()
    expect(labels(id)).toEqual(['Hors cadre'])
    const board = await world.service.api('GET', `/api/v1/boards/${world.boardId}`)
    expect(board.body.webhook.state).toBe('missing')
    world.sandbox.faults.clear()
    await sweep()
    expect(world.sandbox.webhooks()).toHaveLength(1)
  })
})

describe('a token that was refused, and replaced', () => {
  it('has all that failed meanwhile done by itself: looks, orders and sweeps', async () => {
    await start()
    const known = await ask('Newsletter')
    world.sandbox.faults.failNext(10_000, { status: 401, body: 'invalid token' })
    const fresh = await ask('Article de blog')
    const task = await world.taskOf(known)
    await world.service.api('PUT', `/api/v1/tasks/${task.id}/overrides/out_of_scope`, { change: 'added' })
    for (let time = 0; time < 3; time += 1) await sweep()
    const dead = async () => (await world.service.api('GET', '/api/v1/dead-letters')).body.items
    const queues = (await dead()).map(({ queue }: { queue: string }) => queue)
    expect(queues.toSorted()).toEqual(['look', 'look', 'sweep'])
    world.sandbox.faults.clear()
    expect((await patch({ credentials: world.sandbox.credentials })).status).toBe(200)
    await world.settled()
    expect([labels(fresh), labels(known), await dead()]).toEqual([['Hors cadre'], ['Hors cadre'], []])
  })
})

describe('leaving', () => {
  it('takes our webhook away and leaves the board as it is', async () => {
    await start()
    const id = await ask('Article de blog')
    expect((await world.service.api('DELETE', `/api/v1/boards/${world.boardId}`)).status).toBe(204)
    expect(world.sandbox.webhooks()).toEqual([])
    expect(labels(id)).toEqual(['Hors cadre'])
    expect((await world.service.api('DELETE', `/api/v1/connections/${world.connectionId}`)).status).toBe(204)
    expect((await world.service.api('GET', '/api/v1/connections')).body.items).toEqual([])
  })

  it('is possible when the token is dead already', async () => {
    await start()
    world.sandbox.faults.failNext(100, { status: 401, body: 'invalid token' })
    expect((await world.service.api('DELETE', `/api/v1/connections/${world.connectionId}`)).status).toBe(204)
    expect((await world.service.api('GET', '/api/v1/boards')).body.items).toEqual([])
  })
})

describe('doctor', () => {
  it('finds nothing wrong with a service that is well', async () => {
    await start()
    const { healthy, of } = await doctor()
    expect(healthy).toBe(true)
    for (const code of [
      'credentials',
      'public_url',
      'clock',
      'board_access',
      'webhook',
      'labels',
      'limit',
      'dead_letters',
    ]) {
      expect([code, of(code)?.state]).toEqual([code, 'ok'])
    }
  })

  it('sends nobody for a new token while the tool is down, and does not ask for each board in vain', async () => {
    await start()
    world.sandbox.faults.failNext(1, { status: 503, body: 'down' })
    world.sandbox.calls.reset()
    const { of } = await doctor()
    expect(of('credentials')).toMatchObject({ state: 'fail' })
    expect(of('credentials')?.advice.fr).toMatch(/^L'outil ne répond pas .+Cadre réessaie de lui-même/u)
    expect(of('credentials')?.advice.en).toMatch(/^The tool does not answer .+Cadre tries again by itself/u)
    expect([of('board_access'), world.sandbox.calls.reads()]).toEqual([undefined, 1])
  })

  it('says in plain words what is wrong and what to do, in both languages', async () => {
    await start()
    world.sandbox.people.assistant.deleteLabel(world.made.id, 'Hors cadre')
    const found = (await doctor()).of('labels')
    expect(found).toMatchObject({ state: 'warn' })
    expect(found?.advice.fr).toContain('Hors cadre')
    expect(found?.advice.en).toContain('Labels that the board lacks: Hors cadre')
    world.sandbox.faults.failNext(100, { status: 401, body: 'invalid token' })
    const { healthy, of } = await doctor()
    expect(healthy).toBe(false)
    expect(of('credentials')?.advice.fr).toContain('Crée un nouveau jeton')
  })
})

describe('doctor, of a board', () => {
  it('tells what a tool refuses in the middle of it, instead of failing itself', async () => {
    await start()
    world.sandbox.faults.failNext(1, { status: 401, body: 'invalid token', path: /\/webhooks/ })
    expect((await doctor()).of('board_access')).toMatchObject({ state: 'fail' })
  })

  it('asks for no webhook where nothing is looked at', async () => {
    await start()
    await killWebhook()
    expect((await doctor()).of('webhook')).toMatchObject({ state: 'fail' })
    await world.service.api('PATCH', `/api/v1/boards/${world.boardId}`, { mode: 'off' })
    expect((await doctor()).of('webhook')).toBeUndefined()
  })
})

/** As when a person deletes it, or Trello gives up on it. */
async function killWebhook(): Promise<void> {
  const { apiKey, token } = world.sandbox.credentials
  for (const { id } of world.sandbox.webhooks()) {
    await fetch(`${world.sandbox.url}/webhooks/${id}?key=${apiKey}&token=${token}`, { method: 'DELETE' })
  }
}

/** A webhook that is signed with another secret than ours. */
async function deliverAsStranger(): Promise<void> {
  const callbackUrl = `${world.service.url}/webhooks/trello/${world.connectionId}`
  await fetch(callbackUrl, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', 'x-trello-webhook': sign('{}', callbackUrl, 'wrong') },
  })
}
