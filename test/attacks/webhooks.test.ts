import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { sign as signClickUp } from '#adapters/clickup/webhook.ts'
import { sign as signNotion } from '#adapters/notion/webhook.ts'
import { sign as signTrello } from '#adapters/trello/webhook.ts'
import type { Place } from '../demo/places.ts'
import type { Asker } from '../demo/requests.ts'
import { createCall, openPlaces, setUp } from '../demo/set-up.ts'
import { adminKey, freshService, type TestService } from '../support/service.ts'
import { untilIdle } from '../support/until-idle.ts'
import { type Eavesdropper, type Heard, startEavesdropper } from './eavesdropper.ts'
import { sendRaw, statusesIn } from './raw-socket.ts'

let places: Record<Asker, Place>
let service: TestService
let spy: Eavesdropper
let now = new Date().toISOString()

beforeAll(async () => {
  spy = await startEavesdropper()
  places = await openPlaces()
  const settings = {
    PUBLIC_URL: spy.url,
    TRELLO_API_URL: places.claire.apiUrl,
    NOTION_API_URL: places.tom.apiUrl,
    CLICKUP_API_URL: places.riviere.apiUrl,
  }
  service = await freshService(settings, undefined, () => now)
  spy.passTo(service.url)
  await setUp(places, createCall(service.url, adminKey))
  for (const place of Object.values(places)) place.write({ title: 'Newsletter de juin' })
  await settled()
})
afterAll(async () => {
  await service.close()
  await spy.close()
  for (const place of Object.values(places)) await place.close()
})

const settled = () => untilIdle(service, Object.values(places))
const writes = () =>
  Object.values(places).map((place) => place.calls.writes(place.find('Newsletter de juin')))
const countOf = async (what: string) =>
  (await service.api('GET', `/api/v1/${what}?limit=200`)).body.items.length

const tools = [
  ['trello', 'x-trello-webhook'],
  ['notion', 'x-notion-signature'],
  ['clickup', 'x-signature'],
] as const
type Name = (typeof tools)[number][0]

/** A genuine delivery of a tool that was overheard, and led to a look. */
function stolen(tool: Name): Heard {
  const about = spy.heard.filter(
    ({ path, answer }) => path.includes(`/${tool}/`) && answer.includes('queued'),
  )
  const last = about.at(-1)
  if (last === undefined) throw new Error(`nothing was heard of ${tool}`)
  return last
}

async function knock({
  path,
  headers,
  body,
}: Omit<Heard, 'answer'>): Promise<{ status: number; outcome?: string; code?: string }> {
  const answer = await fetch(`${service.url}${path}`, { method: 'POST', headers, body: new Uint8Array(body) })
  return { status: answer.status, ...((await answer.json()) as object) }
}

describe.each(tools)('an overheard delivery of %s', (tool, header) => {
  it('is taken once more as what it is, a duplicate, and leads to nothing', async () => {
    const before = await countOf('runs')
    expect(await knock(stolen(tool))).toEqual({ status: 200, outcome: 'duplicate' })
    await settled()
    expect(await countOf('runs')).toBe(before)
  })

  it('is refused with any byte or the signature changed, cut, lengthened or taken from another', async () => {
    const real = stolen(tool)
    const { body, headers } = real
    const signature = headers[header] ?? ''
    const flipped = Buffer.from(body)
    flipped[body.length >> 1] = (flipped[body.length >> 1] ?? 0) ^ 1
    const with_ = (value: string) => ({ ...real, headers: { ...headers, [header]: value } })
    const { [header]: _, ...unsigned } = headers
    const other = spy.heard.find((each) => each.path === real.path && each.headers[header] !== signature)
    const forgeries: Heard[] = [
      { ...real, body: body.subarray(0, -1) },
      { ...real, body: body.subarray(0, 0) },
      { ...real, body: Buffer.concat([body, Buffer.from(' ')]) },
      { ...real, body: Buffer.concat([Buffer.from('\ufeff'), body]) },
      { ...real, body: flipped },
      { ...real, headers: unsigned },
      with_(''),
      with_(signature.slice(0, -1)),
      with_(`${signature}0`),
      with_(signature.toUpperCase() === signature ? signature.toLowerCase() : signature.toUpperCase()),
      with_(`${signature}, ${signature}`),
      with_(other?.headers[header] ?? 'none'),
    ]
    const answers: unknown[] = []
    for (const each of forgeries) answers.push((await knock(each)).status)
    expect(answers).toEqual(Array(forgeries.length).fill(403))
  })

  it('is refused at another connection and at another tool', async () => {
    const real = stolen(tool)
    for (const [other] of tools) {
      if (other === tool) continue
      const { path } = stolen(other)
      expect((await knock({ ...real, path })).status).toBe(403)
      expect((await knock({ ...real, path: real.path.replace(tool, other) })).status).toBe(404)
    }
    const place = Object.values(places).find((each) => each.tool === tool)
    const { body: twin } = await service.api('POST', '/api/v1/connections', {
      ...{ tool, name: `another ${tool}`, credentials: place?.credentials },
    })
    expect((await knock({ ...real, path: `/webhooks/${tool}/${twin.id}` })).status).toBe(403)
  })

  it('is no more than a mebibyte, signed or not', async () => {
    const real = stolen(tool)
    const body = Buffer.concat([real.body, Buffer.alloc(1024 * 1024, ' ')])
    expect((await knock({ ...real, body })).status).toBe(413)
  })
})

describe('an old delivery, sent again when nobody remembers it', () => {
  it('costs a look and changes nothing, for it only says which task to look at', async () => {
    const old = tools.map(([tool]) => stolen(tool))
    const before = places.claire.see(places.claire.find('Newsletter de juin'))
    now = new Date(Date.parse(now) + 91 * 24 * 3_600_000).toISOString()
    expect((await service.api('POST', '/api/v1/retention/run')).body.deliveries).toBeGreaterThan(2)
    for (const place of Object.values(places)) place.calls.reset()
    for (const each of old) expect(await knock(each)).toEqual({ status: 200, outcome: 'queued' })
    await settled()
    expect(writes()).toEqual([0, 0, 0])
    expect(places.claire.see(places.claire.find('Newsletter de juin'))).toEqual(before)
  })
})

describe('over a raw socket', () => {
  let path = ''
  let body = ''
  let signature = ''
  beforeEach(() => {
    const real = stolen('trello')
    path = real.path
    body = String(real.body)
    signature = real.headers['x-trello-webhook'] ?? ''
  })
  const head = (target: string, ...lines: string[]) =>
    [`POST ${target} HTTP/1.1`, 'Host: cadre', 'Content-Type: application/json', ...lines, '', ''].join(
      '\r\n',
    )
  const framed = (target: string, ...lines: string[]) =>
    head(target, 'Connection: close', `Content-Length: ${Buffer.byteLength(body)}`, ...lines) + body
  const statuses = async (bytes: string | Uint8Array) => statusesIn(await sendRaw(service.url, bytes))

  it('the very same delivery is good', async () => {
    expect(await statuses(framed(path, `X-Trello-Webhook: ${signature}`))).toEqual([200])
  })

  it('no second request hides in the first: lengths that contradict each other end the connection', async () => {
    const smuggled = `GET /healthz HTTP/1.1\r\nHost: cadre\r\n\r\n`
    const chunked = `0\r\n\r\n${smuggled}`
    const tricks = [
      head(path, `Content-Length: ${chunked.length}`, 'Transfer-Encoding: chunked') + chunked,
      head(path, 'Transfer-Encoding: chunked', 'Content-Length: 5') + chunked,
      head(path, 'Transfer-Encoding: chunked, identity') + chunked,
      head(path, 'Transfer-Encoding: xchunked') + chunked,
      head(path, 'Transfer-Encoding : chunked') + chunked,
      head(path, 'Content-Length: 0', `Content-Length: ${smuggled.length}`) + smuggled,
      head(path, `Content-Length: +${smuggled.length}`) + smuggled,
      head(path, 'Content-Length: 0x5') + smuggled,
      `${head(path, 'Transfer-Encoding: chunked')}-1\r\n${smuggled}`,
      `${head(path, 'Transfer-Encoding: chunked')}5;\nx\r\n${smuggled}`,
    ]
    for (const trick of tricks) expect([trick, await statuses(trick)]).toEqual([trick, [400]])
  })

  it('a signature that is there twice, folded, or in another header is none', async () => {
    const right = `X-Trello-Webhook: ${signature}`
    const wrong = 'X-Trello-Webhook: AAAA'
    expect(await statuses(framed(path, right, wrong))).toEqual([403])
    expect(await statuses(framed(path, wrong, right))).toEqual([403])
    expect(await statuses(framed(path, right, right))).toEqual([403])
    expect(await statuses(framed(path, `X-Trello-Webhook: A\r\n ${signature}`))).toEqual([400])
    expect(await statuses(framed(path, `X-Signature: ${signature}`, `Trailer: ${right}`))).toEqual([403])
  })

  it('no way of writing an address leads anywhere else', async () => {
    const right = `X-Trello-Webhook: ${signature}`
    const id = path.split('/').at(-1) ?? ''
    const addresses: [string, number][] = [
      ['/webhooks/trello/..%2f..%2fapi/v1/tasks', 404],
      ['/webhooks/trello/..%2f..%2fapi%2fv1%2ftasks', 404],
      ['/webhooks/trello/../../api/v1/tasks', 404],
      ['/webhooks/../api/v1/tasks', 404],
      [`/webhooks//trello/${id}`, 404],
      [`/webhooks/TRELLO/${id}`, 404],
      [`/webhooks/trello/${id}/`, 404],
      [`/webhooks/trello/${id};x=1`, 404],
      [`/webhooks/trello/${id}%00`, 404],
      ['/webhooks/trello/%00', 404],
      ['/webhooks/trello/con_%ff', 400],
      ['/webhooks/trello/con_%ed%a0%80', 400],
      [`/webhooks/trello/${'a'.repeat(5_000)}`, 404],
      ['/webhooks/__proto__/constructor', 404],
      // Every server must take the absolute form (RFC 9112, 3.2.2); it is the same place, signed all the same.
      [`http://evil.example${path}`, 200],
      ['http://evil.example/api/v1/tasks', 404],
      ['*', 404],
    ]
    for (const [address, status] of addresses)
      expect([address, await statuses(framed(address, right))]).toEqual([address, [status]])
  })

  it('what is no HTTP is refused before anybody reads it', async () => {
    const oddities = [
      `\0POST ${path} HTTP/1.1\r\n\r\n`,
      `POST ${path}\0 HTTP/1.1\r\nHost: cadre\r\n\r\n`,
      `POST ${path} HTTP/1.1\r\nHost: cadre\r\nX-Trello-Webhook: a\0b\r\n\r\n`,
      `POST ${path} HTTP/1.1\r\nHost: cadre\r\nX-Trello-Webhook: a\rb\r\n\r\n`,
      `POST ${path} HTTP/1.1\r\n\r\n`,
      `POST ${path} HTTP/9.9\r\nHost: cadre\r\n\r\n`,
      `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
    ]
    for (const odd of oddities) expect([odd, (await statuses(odd))[0]]).toEqual([odd, 400])
    expect(await statuses(head(path, `X-Big: ${'a'.repeat(64 * 1024)}`))).toEqual([431])
  })
})

describe('whoever is slow', () => {
  it('has 15 seconds for headers, 30 for a request, and keeps no idle socket for long', async () => {
    const seen: Server[] = []
    const look = (message: unknown) => seen.push((message as { server: Server }).server)
    subscribe('http.server.request.start', look)
    onTestFinished(() => void unsubscribe('http.server.request.start', look))
    await fetch(`${service.url}/healthz`)
    const port = Number(new URL(service.url).port)
    const server = seen.find((each) => (each.address() as { port: number } | null)?.port === port)
    expect(server).toMatchObject({
      headersTimeout: 15_000,
      requestTimeout: 30_000,
      timeout: 90_000,
      keepAliveTimeout: 72_000,
    })
  })
})

describe('the verification token of Notion', () => {
  async function connect(): Promise<{ id: string; path: string }> {
    const { credentials } = places.tom
    const { body } = await service.api('POST', '/api/v1/connections', {
      tool: 'notion',
      name: 'new',
      credentials,
    })
    return { id: body.id, path: `/webhooks/notion/${body.id}` }
  }
  const json = { 'content-type': 'application/json' }
  const tell = (path: string, token: string) =>
    knock({ path, headers: json, body: Buffer.from(JSON.stringify({ verification_token: token })) })
  const tokenOf = async (id: string) =>
    (await service.api('GET', `/api/v1/connections/${id}/verification-token`)).body.verificationToken
  const event = (id: string) =>
    Buffer.from(
      JSON.stringify({
        id,
        type: 'page.content_updated',
        entity: { id: '1f0e4d2a-0000-4000-8000-000000000001', type: 'page' },
      }),
    )
  const signed = (path: string, id: string, token: string) =>
    knock({ path, headers: { ...json, 'x-notion-signature': signNotion(event(id), token) }, body: event(id) })

  it('once told is told for good: nobody puts another in its place, not even signed with their own', async () => {
    const { id, path } = await connect()
    expect((await tell(path, 'secret_real')).status).toBe(200)
    expect((await tell(path, 'secret_evil')).status).toBe(403)
    const body = Buffer.from(JSON.stringify({ verification_token: 'secret_evil' }))
    const own = { ...json, 'x-notion-signature': signNotion(body, 'secret_evil') }
    expect((await knock({ path, headers: own, body })).status).toBe(403)
    expect(await tokenOf(id)).toBe('secret_real')
    expect((await signed(path, 'e-1', 'secret_real')).status).toBe(200)
    expect((await signed(path, 'e-2', 'secret_evil')).status).toBe(403)
  })

  it('told at the same moment by many is one of them, and stays that one', async () => {
    const { id, path } = await connect()
    const tokens = ['secret_real', ...Array.from({ length: 9 }, (_, n) => `secret_evil_${n}`)]
    await Promise.all(tokens.map((token) => tell(path, token)))
    const kept = await tokenOf(id)
    expect(tokens).toContain(kept)
    const answers = await Promise.all(tokens.map((token, n) => signed(path, `e-${n}`, token)))
    expect(answers.map(({ status }) => status)).toEqual(tokens.map((token) => (token === kept ? 200 : 403)))
  })

  it('told first by somebody else makes the real one be refused, until a person lets it be told again', async () => {
    const { id, path } = await connect()
    expect((await tell(path, 'secret_evil')).status).toBe(200)
    expect((await tell(path, 'secret_real')).status).toBe(403)
    const forgotten = await service.api('PATCH', `/api/v1/connections/${id}`, {
      credentials: { verificationToken: '' },
    })
    expect(forgotten.status).toBe(200)
    expect((await tell(path, 'secret_real')).status).toBe(200)
    expect(await tokenOf(id)).toBe('secret_real')
    expect((await signed(path, 'e-1', 'secret_evil')).status).toBe(403)
  })

  it('is never empty: what anybody can sign with is no secret', async () => {
    const { path } = await connect()
    for (const token of ['', ' ', 'a b', 'é', '\n']) expect((await tell(path, token)).status).toBe(403)
    expect((await signed(path, 'e-1', '')).status).toBe(403)
    const clickup = stolen('clickup')
    const trello = stolen('trello')
    const empty = {
      ...clickup,
      headers: { ...clickup.headers, 'x-signature': signClickUp(clickup.body, '') },
    }
    expect((await knock(empty)).status).toBe(403)
    const url = `${spy.url}${trello.path}`
    const bare = {
      ...trello,
      headers: { ...trello.headers, 'x-trello-webhook': signTrello(trello.body, url, '') },
    }
    expect((await knock(bare)).status).toBe(403)
  })
})
