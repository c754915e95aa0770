import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adminKey, freshService, type TestService } from '../support/service.ts'
import { exchange } from '../support/wire.ts'

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

describe('a request that no person sends', () => {
  let service: TestService
  beforeAll(async () => {
    service = await freshService()
    await service.api('POST', '/api/v1/policies', { id: 'rules', preset: 'webmarketing' })
  })
  afterAll(() => service.close())

  async function send(method: string, path: string, body?: unknown) {
    const { status, type, text, headers } = await exchange(service.url, {
      method,
      target: `/api/v1${path}`,
      headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status, type: type.split(';')[0], problem: JSON.parse(text), id: headers['x-request-id'] }
  }
  const client = { name: 'Claire', language: 'fr', policyId: 'rules' }
  const cursorOf = (text: string) => Buffer.from(text).toString('base64url')

  it.each([
    ['a NUL', { ...client, name: 'Cla\u0000ire' }, 'body.name'],
    ['half of an emoji', { ...client, name: 'Claire \ud83d' }, 'body.name'],
    ['a NUL far inside', { ...client, terms: { a: [{ b: 'x\u0000' }] } }, 'body.terms.a.0.b'],
    ['a NUL in a name', { ...client, terms: { 'x\u0000': 1 } }, 'body.terms'],
    ['no end to its lists', { ...client, terms: { a: nested(500) } }, `body.terms.a${'.0'.repeat(63)}`],
  ])('is refused with its place when it has %s', async (_what, body, path) => {
    const { status, problem } = await send('POST', '/clients', body)
    expect([status, problem.code, problem.errors?.[0]?.path]).toEqual([400, 'REQUEST_INVALID', path])
  })

  it.each([
    ['GET', '/webhooks?connectionId=con_none', undefined, 'querystring'],
    ['GET', '/policies/rules/examples?limit=1', undefined, 'querystring'],
    ['POST', '/import?dryRun=true', { document: {} }, 'querystring'],
    ['POST', '/retention/run?dryRun=true', {}, 'querystring'],
    ['POST', '/retention/run', { dryRun: true }, 'body'],
    ['POST', '/retention/run', ['dryRun'], 'body'],
  ])('is told that nobody reads what it says: %s %s %j', async (method, path, body, place) => {
    const { status, problem } = await send(method, path, body)
    expect([status, problem.errors?.[0]]).toEqual([
      400,
      { path: place, message: 'is not taken here', remedy: 'leave it out' },
    ])
  })

  it('may send an empty body where none is taken', async () => {
    expect((await send('POST', '/retention/run', {})).status).toBe(200)
  })

  it.each(['hier', '2026-02-30T09:00:00Z', '9999-12-31T23:59:59-05:00', '0000-01-01T00:00:00Z'])(
    'is refused with its place when a moment is %s',
    async (receivedAt) => {
      const body = { clientId: 'cli_none', channel: 'email', text: 'x', receivedAt }
      const { status, problem } = await send('POST', '/requests', body)
      expect([status, problem.errors?.[0]?.path]).toEqual([400, 'body.receivedAt'])
    },
  )

  it.each(['9999-12-31T23:30:00Z', '0001-01-01T00:00:00Z'])(
    'is refused with its place when it is about a day at the edge of time: %s',
    async (edge) => {
      const { id } = (await send('POST', '/clients', client)).problem
      const asked = { clientId: id, channel: 'email', text: 'Newsletter de mai', dueAt: edge }
      const overdue = { kind: 'invoice_overdue', day: edge.slice(0, 10) }
      const answers = [
        await send('POST', '/requests', asked),
        await send('POST', '/simulate', { title: 'Newsletter de mai', dueAt: edge, clientId: id }),
        await send('POST', `/clients/${id}/book`, overdue),
        await send('GET', `/reports/weekly?policyId=rules&week=${edge.slice(0, 4)}-W52`),
      ]
      expect(answers.map(({ status, problem }) => [status, problem.errors?.[0]?.path])).toEqual([
        [400, 'body.dueAt'],
        [400, 'body.dueAt'],
        [400, 'body.day'],
        [400, 'querystring.week'],
      ])
    },
  )

  it.each(['/deliveries?since=', '/tasks?createdFrom=', '/audit?since='])(
    'is answered when a moment is told as finely as nobody counts: %s',
    async (path) => {
      const { status } = await send('GET', `${path}2026-11-02T09:00:00.${'0'.repeat(300)}Z`)
      expect(status).toBe(200)
    },
  )

  it.each([
    ['an address with a NUL', '/clients/%00', 400],
    ['a filter with a NUL', '/tasks?boardId=a%00', 400],
    ['an address that nothing decodes', '/clients/%ff', 400],
    ['an id without end', `/clients/${'a'.repeat(3000)}`, 404],
    ['a place in a list with a NUL', `/clients?cursor=${cursorOf('2026-11-23T21:00:00Z|a\u0000')}`, 400],
    [
      'a place in a list that is in no calendar',
      `/boards?cursor=${cursorOf('+275760-09-13T00:00:00Z|a')}`,
      400,
    ],
    ['a moment in the year 0', '/audit?since=0000-01-01T00:00:00Z', 400],
  ])('is refused as any other: %s', async (_what, path, status) => {
    const answer = await send('GET', path)
    expect(answer).toMatchObject({ status, type: 'application/problem+json', problem: { status } })
    expect(answer.problem.instance).toBe(answer.id)
  })

  it.each([
    '',
    'yesterday',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:00:00-05:00',
  ])('is refused when a case is asked at %j', async (submittedAt) => {
    const request = { title: 'Newsletter', submittedAt }
    const expected = { headline: 'in_scope' }
    const body = { name: 'Odd', now: '2026-11-23T08:00:00Z', request, expect: expected }
    const { status, problem } = await send('POST', '/policies/rules/cases', body)
    expect([status, problem.errors[0].path]).toEqual([400, 'body.request.submittedAt'])
  })

  /** All that comes back for some bytes until the service hangs up. */
  function speak(bytes: string): Promise<string> {
    const { hostname, port } = new URL(service.url)
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(bytes))
      let all = ''
      socket.setEncoding('utf8')
      socket.on('data', (chunk: string) => {
        all += chunk
      })
      socket.on('error', reject)
      socket.on('end', () => {
        socket.destroy()
        resolve(all)
      })
    })
  }
  const authorization = `authorization: Bearer ${adminKey}`
  it.each([
    ['more headers than anybody needs', `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['what is no HTTP', 'HELO example.com\r\n\r\n', 400],
    ['what HTTP has no length for', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1e9\r\n\r\n', 400],
    [
      'more than anybody has to say, before all of it has come',
      `POST /api/v1/clients HTTP/1.1\r\nhost: x\r\n${authorization}\r\ncontent-type: application/json\r\ncontent-length: 9000000\r\n\r\n{"name":`,
      413,
    ],
  ])('is refused as any other, and hung up on: %s', async (_what, bytes, status) => {
    const [head = '', body = ''] = (await speak(bytes)).split('\r\n\r\n')
    expect(head).toContain(`HTTP/1.1 ${status} `)
    expect(head.toLowerCase()).toContain('connection: close')
    const problem = JSON.parse(body)
    expect(problem).toMatchObject({ status, code: expect.stringMatching(/^[A-Z_]+$/) })
    expect(head).toContain(`x-request-id: ${problem.instance}`)
  })
})
