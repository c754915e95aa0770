import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { adminKey } from '../support/service.ts'

import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

const channels = {
  agreed: [{ via: 'trello' }, { via: 'email', for: ['urgent'], note: 'objet « URGENT »' }],
  refused: ['phone'],
}

describe('requests by other channels', () => {
  let world: TrelloWorld
  beforeAll(async () => {
    world = await startTrelloWorld({ policy: (rules) => ({ ...rules, channels }) })
  })
  afterAll(() => world.close())

  const post = (body: object) =>
    world.service.api('POST', '/api/v1/requests', { clientId: world.clientId, channel: 'whatsapp', ...body })
  const get = async (path: string) => (await world.service.api('GET', `/api/v1${path}`)).body
  const codes = (decision: { findings: { code: string }[] }) => decision.findings.map(({ code }) => code)
  const cards = (title: string) => {
    const onBoard = world.sandbox.cards(world.made.id)
    return onBoard.filter((card) => card.title === title)
  }

  it('judges a WhatsApp message that is not urgent: wrong channel, with what to answer and where to write', async () => {
    const { status, body } = await post({
      text: 'Newsletter de mai\nLe texte est dans le Drive.',
      from: 'Claire',
    })
    expect([status, body.title, body.decision.headline]).toEqual([201, 'Newsletter de mai', 'wrong_channel'])
    expect(body.labels).toContainEqual({ key: 'wrong_channel', name: 'Mauvais canal' })
    expect(body.message).toContain('par Trello')
    expect(body.board).toMatchObject({ id: world.boardId, url: expect.stringContaining('http') })
    expect([body.card, body.possibleDuplicateOf]).toEqual([null, null])
    await world.settled()
    expect(cards('Newsletter de mai')).toEqual([])
    expect(await get(`/requests/${body.id}`)).toEqual(body)
  })

  it('puts it on the board: the look labels the card, and its channel is no longer wrong', async () => {
    const asked = { title: 'Newsletter de juin', text: 'Le texte est dans le Drive.', putOnBoard: true }
    const { body } = await post({ ...asked, from: 'Claire', receivedAt: '2026-11-23T16:02:00+01:00' })
    expect([body.decision.headline, body.card]).toMatchObject(['wrong_channel', { state: 'waiting' }])
    await world.settled()
    const [card] = cards('Newsletter de juin')
    expect(card?.text).toMatch(
      /^Reçu par WhatsApp le lundi 23 novembre à 16 h 02 · de la part de Claire · réf\. \w{4}\n\nLe texte/,
    )
    expect(card?.labels).toEqual(['Dans le cadre'])
    const { card: made } = await get(`/requests/${body.id}`)
    expect(made).toMatchObject({ boardId: world.boardId, state: 'made', url: card?.url })
    const task = await get(`/tasks/${made.taskId}`)
    expect(codes(task.decision)).toEqual(['in_scope'])
  })

  it('counts the notice from when the client named the date, on the card too', async () => {
    const hour = 3_600_000
    const dueAt = new Date(Date.now() + 5 * hour).toISOString()
    const long = new Date(Date.now() - 72 * hour).toISOString()
    const { body } = await post({ title: 'Newsletter de juillet', dueAt, receivedAt: long, putOnBoard: true })
    expect(codes(body.decision)).not.toContain('urgent_confirm')
    await world.settled()
    const { card } = await get(`/requests/${body.id}`)
    const task = await get(`/tasks/${card.taskId}`)
    expect([task.dueSetAt, task.dueAt]).toEqual([long, dueAt])
    expect(codes(task.decision)).toEqual(['in_scope'])
  })

  it('knows of an urgent card that it was announced by the e-mail agreed for that', async () => {
    const title = 'URGENT : newsletter de mars'
    const { body } = await post({ channel: 'email', title, putOnBoard: true })
    expect(codes(body.decision)).toEqual(['urgent_confirm', 'in_scope'])
    const unannounced = 'URGENT : newsletter de janvier'
    world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title: unannounced })
    await world.settled()
    const verdictOn = async (card: { id: string } | undefined) =>
      codes((await world.taskOf(card?.id ?? '')).decision)
    expect(await verdictOn(cards(title)[0])).toEqual(['urgent_confirm', 'in_scope'])
    expect(await verdictOn(cards(unannounced)[0])).toContain('wrong_channel')
  })

  it('reads service, hours and files of the request with the card', async () => {
    const attachments = [{ name: 'brief.pdf', mimeType: null }]
    const asked = { title: 'Le truc dont on parlait', service: 'newsletter', hours: 2, attachments }
    const { body } = await post({ ...asked, channel: 'email', putOnBoard: true })
    await world.settled()
    const { card } = await get(`/requests/${body.id}`)
    const { decision } = await get(`/tasks/${card.taskId}`)
    expect(decision).toMatchObject({ service: 'newsletter', takes: { min: 120, max: 120 } })
    const { isChanged, after } = await get(`/tasks/${card.taskId}/simulate`)
    expect([isChanged, after.service.key]).toEqual([false, 'newsletter'])
    expect(cards('Le truc dont on parlait')[0]?.text).toContain('· avec brief.pdf ·')
  })

  it('flags what may have been asked already, and keeps both', async () => {
    const { body: first } = await post({ title: 'Article sur la rentrée des classes' })
    const { body: second } = await post({ title: 'article : « sur la rentrée des classes »', channel: 'sms' })
    expect([first.possibleDuplicateOf, second.possibleDuplicateOf]).toEqual([null, first.id])
    const list = await get(`/requests?clientId=${world.clientId}&limit=2`)
    expect(list.items.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id])
    const next = await get(`/requests?clientId=${world.clientId}&limit=200&cursor=${list.nextCursor}`)
    expect(next.items.map(({ id }: { id: string }) => id)).not.toContain(first.id)
  })

  it('flags what is on the board already', async () => {
    const title = 'Mise en page du catalogue'
    const { client } = world.sandbox.people
    const card = client.createCard({ board: world.made.id, list: 'Demandes', title })
    await world.settled()
    const { body } = await post({ text: 'mise en page du catalogue\nstp' })
    expect(body.possibleDuplicateOf).toBe((await world.taskOf(card)).id)
  })

  it('is safe to retry with an Idempotency-Key: one request, one card', async () => {
    const ask = async () => {
      const response = await fetch(`${world.service.url}/api/v1/requests`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${adminKey}`,
          'content-type': 'application/json',
          'idempotency-key': 'message-1',
        },
        body: JSON.stringify({
          clientId: world.clientId,
          channel: 'sms',
          title: 'Newsletter de septembre',
          putOnBoard: true,
        }),
      })
      return (await response.json()) as { id: string }
    }
    const [first, second] = [await ask(), await ask()]
    await world.settled()
    expect(second.id).toBe(first.id)
    expect(cards('Newsletter de septembre')).toHaveLength(1)
  })

  it('is written into the audit log', async () => {
    const { body } = await post({ title: 'Newsletter de décembre' })
    const { items } = await get(`/audit?subject=${body.id}`)
    expect(items).toMatchObject([{ action: 'request.create', before: null, after: { id: body.id } }])
  })

  it.each<[object, number, string]>([
    [{}, 400, 'REQUEST_INVALID'],
    [{ text: 'x', channel: 'trello' }, 400, 'REQUEST_INVALID'],
    [{ text: 'x', service: 'none' }, 400, 'REQUEST_INVALID'],
    [{ text: 'x', receivedAt: '2999-01-01T00:00:00Z' }, 400, 'REQUEST_INVALID'],
    [{ text: 'x', clientId: 'cli_none' }, 404, 'NOT_FOUND'],
    [{ text: 'x', boardId: 'brd_none' }, 404, 'NOT_FOUND'],
  ])('says what is wrong with %j', async (body, status, code) => {
    const refused = await post(body)
    expect([refused.status, refused.body.code]).toEqual([status, code])
  })

  it('only judges for a client without a board, and refuses the board of another', async () => {
    const other = { name: 'Paul', language: 'en', address: 'vous', policyId: 'rules' }
    const { body: paul } = await world.service.api('POST', '/api/v1/clients', other)
    const { status, body } = await post({ clientId: paul.id, title: 'May newsletter', putOnBoard: true })
    expect([status, body.card, body.board]).toEqual([201, null, null])
    expect(body.labels).toContainEqual({ key: 'wrong_channel', name: 'Wrong channel' })
    const refused = await post({ clientId: paul.id, title: 'May newsletter', boardId: world.boardId })
    expect([refused.status, refused.body.code]).toEqual([409, 'CONFLICT'])
  })

  it('is handed over with the client, and erased with them', async () => {
    const other = { name: 'Zoé', language: 'fr', address: 'tu', policyId: 'rules' }
    const { body: zoe } = await world.service.api('POST', '/api/v1/clients', other)
    const { body } = await post({ clientId: zoe.id, title: 'Newsletter de Zoé' })
    const exported = await get(`/clients/${zoe.id}/export`)
    expect(exported.requests).toMatchObject([
      { id: body.id, title: 'Newsletter de Zoé', channel: 'whatsapp' },
    ])
    const erased = await world.service.api('POST', `/api/v1/clients/${zoe.id}/erase`)
    expect(erased.body).toMatchObject({ requests: 1 })
    expect((await world.service.api('GET', `/api/v1/requests/${body.id}`)).status).toBe(404)
    const { items } = await get(`/audit?subject=${body.id}`)
    expect(items).toMatchObject([{ action: 'request.create', after: '[erased]' }])
  })
})

describe('a card whose making nobody saw the end of', () => {
  it.each([
    ['by the webhook of it', 0],
    ['by the next try, where no webhook tells', 5],
  ])('is found %s, and not made again', async (_, lostWebhooks) => {
    const world = await startTrelloWorld({ policy: (rules) => ({ ...rules, channels }) })
    try {
      world.sandbox.faults.cutNext(1, { onlyWrites: true, path: /^\/cards$/, afterCommit: true })
      world.sandbox.faults.dropNextWebhooks(lostWebhooks)
      const { body } = await world.service.api('POST', '/api/v1/requests', {
        clientId: world.clientId,
        channel: 'whatsapp',
        title: 'Newsletter de mai',
        putOnBoard: true,
      })
      const { card } = await eventually(
        async () => (await world.service.api('GET', `/api/v1/requests/${body.id}`)).body,
        (seen) => seen.card.state === 'made' && seen.card.taskId !== null,
      )
      await world.settled()
      expect(world.sandbox.cards(world.made.id)).toHaveLength(1)
      expect(card.url).toBe(world.sandbox.cards(world.made.id)[0]?.url)
    } finally {
      await world.close()
    }
  })
})

describe('a board with more requests from elsewhere than its hourly limit', () => {
  let world: TrelloWorld
  afterAll(() => world.close())

  it('gets as many cards as it allows; the others wait until it is released', async () => {
    world = await startTrelloWorld({ hourlyWriteLimit: 2 })
    const { service, boardId, clientId } = world
    const asked = { clientId, channel: 'whatsapp', putOnBoard: true }
    const texts = ['Newsletter de mai', 'Visuels Canva', 'Article de blog']
    for (const text of texts) await service.api('POST', '/api/v1/requests', { ...asked, text })
    await world.settled()
    const cards = () => world.sandbox.cards(world.made.id)
    const titles = () => new Set(cards().map(({ title }) => title))
    expect(titles()).toEqual(new Set(texts.slice(0, 2)))
    expect(cards().every(({ labels }) => labels.length > 0)).toBe(true)
    const { body } = await service.api('GET', '/api/v1/requests?limit=1')
    expect(body.items[0].card).toMatchObject({ boardId, state: 'waiting' })

    await service.api('POST', `/api/v1/boards/${boardId}/sweep`)
    await world.settled()
    expect(cards()).toHaveLength(2)
    await service.api('POST', `/api/v1/boards/${boardId}/release`)
    await world.settled()
    expect(titles()).toEqual(new Set(texts))
  })
})
