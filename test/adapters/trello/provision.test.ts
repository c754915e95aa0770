import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Wanted } from '#model/adapter.ts'
import type { LabelSpec } from '#model/decision.ts'
import type { TrelloLabel, TrelloWebhook } from '../../../adapters/trello/schema.ts'
import {
  apiOrigin,
  boardId,
  connectionId,
  createAdapter,
  createAttempt,
  credentials,
  failureOf,
} from './fixtures.ts'

const idOf = (index: number) => `6a4a2c10dd${String(index).padStart(14, '0')}`

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('provision', () => {
  const wanting = (...labels: LabelSpec[]): Wanted => ({
    labels,
    names: { labels: 'Cadre', estimate: 'Estimation', surcharge: 'Majoration' },
    currency: 'EUR',
  })
  const wanted = wanting(
    { key: 'in_scope', name: 'Dans le cadre', color: 'green' },
    { key: 'quote_needed', name: 'Devis à prévoir', color: 'orange' },
  )

  /** A board that keeps labels. `rival` is a label that somebody else makes just before our next one. */
  function serveBoard(labels: TrelloLabel[], rival?: TrelloLabel): TrelloLabel[] {
    nock(apiOrigin)
      .persist()
      .get(`/1/boards/${boardId}/labels`)
      .query({ limit: 1000 })
      .reply(200, () => labels)
    nock(apiOrigin)
      .persist()
      .post(`/1/boards/${boardId}/labels`)
      .query(true)
      .reply(200, (request: Request) => {
        if (rival !== undefined && !labels.includes(rival)) labels.push(rival)
        const query = new URL(request.url).searchParams
        const label = {
          id: idOf(100 + labels.length),
          name: query.get('name') ?? '',
          color: query.get('color'),
        }
        labels.push(label)
        return label
      })
    return labels
  }

  const provision = (attempt = createAttempt()) => createAdapter().provision(boardId, wanted, attempt)

  it('adopts by name whatever the case and outer spaces, in one read', async () => {
    serveBoard([
      { id: idOf(1), name: ' DANS LE CADRE ', color: 'sky' },
      { id: idOf(2), name: 'devis a\u0300 prévoir', color: null },
      { id: idOf(3), name: '', color: 'red' },
    ])
    const attempt = createAttempt()
    expect(await provision(attempt)).toEqual({
      labels: { in_scope: idOf(1), quote_needed: idOf(2) },
      fields: {},
      made: [],
      adopted: ['Dans le cadre', 'Devis à prévoir'],
    })
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })

  it('makes what is missing, in its color, and does not take another accent for the same name', async () => {
    const labels = serveBoard([{ id: idOf(1), name: 'Devis a prevoir', color: 'red' }])
    const { made, adopted, labels: mapped } = await provision()
    expect([made, adopted]).toEqual([['Dans le cadre', 'Devis à prévoir'], []])
    expect(labels.slice(1).map(({ name, color }) => ({ name, color }))).toEqual([
      { name: 'Dans le cadre', color: 'green' },
      { name: 'Devis à prévoir', color: 'orange' },
    ])
    expect(mapped).toEqual({ in_scope: labels[1]?.id, quote_needed: labels[2]?.id })
  })

  it('knows its own labels again, though people have renamed them', async () => {
    const labels = serveBoard([
      { id: idOf(1), name: 'Prévu', color: 'green' },
      { id: idOf(2), name: 'Dans le cadre', color: 'sky' },
      { id: idOf(3), name: 'Devis à prévoir', color: 'orange' },
    ])
    const known = { labels: { in_scope: idOf(1) }, fields: {} }
    const { labels: mapped, made } = await createAdapter().provision(
      boardId,
      { ...wanted, known },
      createAttempt(),
    )
    expect([mapped, made, labels.length]).toEqual([{ in_scope: idOf(1), quote_needed: idOf(3) }, [], 3])
  })

  it('done again changes nothing and finds the same labels', async () => {
    const labels = serveBoard([])
    const first = await provision()
    const second = await provision()
    expect(second.labels).toEqual(first.labels)
    expect(second.made).toEqual([])
    expect(labels).toHaveLength(2)
  })

  it('at the same time as another adopts the label that was first', async () => {
    serveBoard([], { id: idOf(5), name: 'Dans le cadre', color: 'green' })
    const result = await provision()
    expect(result.labels.in_scope).toBe(idOf(5))
    expect(result.made).toEqual(['Devis à prévoir'])
    expect(result.adopted).toEqual(['Dans le cadre'])
  })

  it('makes two labels of one name once', async () => {
    const labels = serveBoard([])
    const twins = wanting(
      { key: 'surcharge:35', name: '+35 %', color: 'orange' },
      { key: 'surcharge:36', name: '+35 % ', color: 'orange' },
    )
    const { labels: mapped } = await createAdapter().provision(boardId, twins, createAttempt())
    expect(labels).toHaveLength(1)
    expect(mapped).toEqual({ 'surcharge:35': labels[0]?.id, 'surcharge:36': labels[0]?.id })
  })
})

describe('a subscription', () => {
  const callbackUrl = `https://cadre.test/webhooks/trello/${connectionId}`
  const right: TrelloWebhook = { id: 'w1', idModel: boardId, callbackURL: callbackUrl, active: true }

  /** A token that keeps webhooks and refuses an identical one, as Trello does. */
  function serveToken(webhooks: TrelloWebhook[], listed = webhooks): TrelloWebhook[] {
    let looks = 0
    nock(apiOrigin)
      .persist()
      .get(`/1/tokens/${credentials.token}/webhooks`)
      .reply(200, () => {
        looks += 1
        return looks === 1 ? [...listed] : [...webhooks]
      })
    nock(apiOrigin)
      .persist()
      .post('/1/webhooks/')
      .query(true)
      .reply((request: Request) => {
        const query = new URL(request.url).searchParams
        const made = { idModel: query.get('idModel') ?? '', callbackURL: query.get('callbackURL') ?? '' }
        if (webhooks.some((hook) => hook.idModel === made.idModel && hook.callbackURL === made.callbackURL))
          return [400, 'A webhook with that callback, model, and token already exists']
        const webhook = { id: `w${webhooks.length + 1}`, ...made, active: true }
        webhooks.push(webhook)
        return [200, webhook]
      })
    nock(apiOrigin)
      .persist()
      .put(/\/1\/webhooks\/\w+$/)
      .query(true)
      .reply(200, (request: Request) => {
        const url = new URL(request.url)
        const index = webhooks.findIndex((hook) => url.pathname.endsWith(`/${hook.id}`))
        const hook = webhooks[index] ?? right
        const callbackURL = url.searchParams.get('callbackURL') ?? hook.callbackURL
        webhooks[index] = { ...hook, callbackURL, active: url.searchParams.get('active') === 'true' }
        return webhooks[index]
      })
    nock(apiOrigin)
      .persist()
      .delete(/\/1\/webhooks\/\w+$/)
      .reply((request: Request) => {
        const index = webhooks.findIndex((hook) => request.url.endsWith(`/${hook.id}`))
        if (index < 0) return [404, 'The requested resource was not found.']
        webhooks.splice(index, 1)
        return [200, {}]
      })
    return webhooks
  }

  const subscribe = (attempt = createAttempt()) => createAdapter().subscribe(boardId, callbackUrl, attempt)

  it('is made when there is none', async () => {
    const elsewhere = { ...right, id: 'w0', idModel: 'another-board' }
    const webhooks = serveToken([elsewhere])
    expect(await subscribe()).toEqual({ webhookId: 'w2', outcome: 'created' })
    expect(webhooks).toEqual([elsewhere, { ...right, id: 'w2' }])
  })

  it('that is right already is adopted without a write', async () => {
    serveToken([right])
    const attempt = createAttempt()
    expect(await subscribe(attempt)).toEqual({ webhookId: 'w1', outcome: 'adopted' })
    expect(attempt.writes).toBe(0)
  })

  it.each([
    ['was switched off', { active: false }],
    [
      'points to an earlier address of ours',
      { callbackURL: `http://old.test/sub/webhooks/trello/${connectionId}` },
    ],
  ])('that %s is repaired', async (_, changes) => {
    const webhooks = serveToken([{ ...right, ...changes }])
    expect(await subscribe()).toEqual({ webhookId: 'w1', outcome: 'repaired' })
    expect(webhooks).toEqual([right])
  })

  it.each([
    'https://other.test/hook',
    'https://cadre.test/webhooks/trello/conn-77',
    `https://other.test/?x=/webhooks/trello/${connectionId}`,
    'not a url',
  ])('of somebody else (%s) is left alone', async (callbackURL) => {
    const theirs = { ...right, callbackURL }
    const webhooks = serveToken([theirs])
    expect((await subscribe()).outcome).toBe('created')
    expect(webhooks[0]).toEqual(theirs)
  })

  it('that exists several times is reduced to the right one', async () => {
    const old = `http://old.test/webhooks/trello/${connectionId}`
    const webhooks = serveToken([
      { ...right, id: 'w0', callbackURL: old },
      right,
      { ...right, id: 'w2', active: false },
    ])
    expect(await subscribe()).toEqual({ webhookId: 'w1', outcome: 'adopted' })
    expect(webhooks).toEqual([right])
  })

  it('that somebody else made meanwhile is adopted', async () => {
    serveToken([right], [])
    expect(await subscribe()).toEqual({ webhookId: 'w1', outcome: 'adopted' })
  })

  it('that Trello refuses for another reason fails with its words', async () => {
    nock(apiOrigin).get(`/1/tokens/${credentials.token}/webhooks`).reply(200, [])
    const text = `URL (${callbackUrl}) did not return 200 status code, got 404`
    nock(apiOrigin).post('/1/webhooks/').query(true).reply(400, { message: text, error: 'ERROR' })
    const error = await failureOf(subscribe())
    expect(error.code).toBe('TOOL_REJECTED')
    expect(error.message).toContain('did not return 200')
  })

  it('ends by deleting the webhook, and has ended when it is gone', async () => {
    const webhooks = serveToken([right])
    const adapter = createAdapter()
    await adapter.unsubscribe('w1', createAttempt())
    expect(webhooks).toEqual([])
    await adapter.unsubscribe('w1', createAttempt())
    nock.cleanAll()
    nock(apiOrigin).delete('/1/webhooks/w1').reply(401, 'invalid token')
    expect((await failureOf(adapter.unsubscribe('w1', createAttempt()))).code).toBe('TOOL_UNAUTHORIZED')
  })
})
