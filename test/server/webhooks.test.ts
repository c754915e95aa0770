import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { sign } from '#adapters/trello/webhook.ts'
import { freshService, type TestService } from '../support/service.ts'
import { metric } from '../support/trello-world.ts'

let sandbox: TrelloSandbox
let service: TestService
let callbackUrl: string
let connectionId: string

beforeAll(async () => {
  sandbox = await startTrelloSandbox()
  service = await freshService({ TRELLO_API_URL: sandbox.url })
  const credentials = sandbox.credentials
  const { body } = await service.api('POST', '/api/v1/connections', {
    tool: 'trello',
    name: 'Trello',
    credentials,
  })
  ;({ callbackUrl, id: connectionId } = body)
})
afterAll(async () => {
  await service.close()
  await sandbox.close()
})

const bodyOf = (id: string, cardId = '65f0000000000000000000aa') =>
  JSON.stringify({
    model: { id: '65f0000000000000000000bb' },
    action: {
      id,
      type: 'updateCard',
      date: '2026-11-23T21:00:00.000Z',
      data: { card: { id: cardId }, board: { id: '65f0000000000000000000bb' } },
    },
  })

const post = (body: string | Uint8Array, headers: Record<string, string> = {}, url = callbackUrl) =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

const signed = (body: string, secret = sandbox.credentials.secret) =>
  post(body, { 'x-trello-webhook': sign(body, callbackUrl, secret) })

describe('the webhook address', () => {
  it('answers Trello’s HEAD check', async () => {
    expect((await fetch(callbackUrl, { method: 'HEAD' })).status).toBe(200)
  })

  it('takes a signed delivery in, and the same one only once', async () => {
    expect(await (await signed(bodyOf('a-1'))).json()).toEqual({ outcome: 'queued' })
    expect(await (await signed(bodyOf('a-1'))).json()).toEqual({ outcome: 'duplicate' })
  })

  it('drops and counts what can concern no task', async () => {
    const body = JSON.stringify({
      action: { id: 'a-2', type: 'updateBoard', date: '2026-11-23T21:00:00.000Z', data: {} },
    })
    expect(await (await signed(body)).json()).toEqual({ outcome: 'dropped' })
    expect(await metric(service, 'cadre_deliveries_total{tool="trello",outcome="dropped"}')).toBe(1)
  })

  it('refuses a bad signature with 403, never 401 or 410, whatever is wrong with it', async () => {
    const body = bodyOf('a-3')
    const good = sign(body, callbackUrl, sandbox.credentials.secret)
    const flipped = `${good[0] === 'A' ? 'B' : 'A'}${good.slice(1)}`
    const answers = await Promise.all([
      post(body),
      post(body, { 'x-trello-webhook': flipped }),
      post(body, { 'x-trello-webhook': good.slice(0, -1) }),
      post(body, { 'x-trello-webhook': '' }),
      post(body.replace('a-3', 'a-4'), { 'x-trello-webhook': good }),
      post(body, { 'x-trello-webhook': sign(body, `${callbackUrl}/`, sandbox.credentials.secret) }),
      signed(body, 'another secret'),
    ])
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(403))
    expect(await answers[0]?.json()).toMatchObject({ code: 'WEBHOOK_SIGNATURE_INVALID' })
    expect(await metric(service, 'cadre_deliveries_total{tool="trello",outcome="refused"}')).toBe(7)
  })

  it('knows the signature before it reads the body: garbage is 403 unsigned and 400 signed', async () => {
    expect((await post('{not json', { 'x-trello-webhook': 'x' })).status).toBe(403)
    expect((await signed('{not json')).status).toBe(400)
    expect((await signed('[]')).status).toBe(200)
  })

  it('refuses more than a mebibyte, other types, and addresses that nobody has', async () => {
    expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413)
    expect((await post('x', { 'content-type': 'text/plain' })).status).toBe(415)
    const none = callbackUrl.replace(/[^/]+$/, 'con_none')
    expect((await post('{}', {}, none)).status).toBe(404)
    expect((await fetch(none, { method: 'HEAD' })).status).toBe(404)
    expect((await post('{}', {}, callbackUrl.replace('/trello/', '/notion/'))).status).toBe(404)
  })

  it('accepts the old and the new secret while one replaces the other', async () => {
    const old = sandbox.credentials.secret
    const change = (credentials: Record<string, string>) =>
      service.api('PATCH', `/api/v1/connections/${connectionId}`, { credentials })
    expect((await change({ secret: 'a-new-secret', previousSecret: old })).status).toBe(200)
    expect((await signed(bodyOf('a-5'), old)).status).toBe(200)
    expect((await signed(bodyOf('a-6'), 'a-new-secret')).status).toBe(200)
    expect((await change({ previousSecret: '' })).status).toBe(200)
    expect((await signed(bodyOf('a-7'), old)).status).toBe(403)
    expect((await change({ secret: old })).status).toBe(200)
  })

  it('never shows a credential again', async () => {
    const answers = await Promise.all([
      service.api('GET', '/api/v1/connections'),
      service.api('GET', `/api/v1/connections/${connectionId}`),
    ])
    const text = JSON.stringify(answers)
    for (const secret of Object.values(sandbox.credentials)) expect(text).not.toContain(secret)
  })
})
