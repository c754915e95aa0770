import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { eventually } from '../../support/eventually.ts'
import { callerOf, request } from './sandbox-caller.ts'

let sandbox: TrelloSandbox
let call: ReturnType<typeof callerOf>
let card: string

beforeEach(async () => {
  sandbox = await startTrelloSandbox()
  call = callerOf(sandbox)
  const { id } = sandbox.board('Dupont')
  card = sandbox.people.client.createCard({ board: id, list: 'To Do', title: 'Book a flight' })
})

afterEach(() => sandbox.close())

const comment = (text: string) => call('POST', `/cards/${card}/actions/comments?text=${text}`)
const comments = () => sandbox.card(card)?.comments.map(({ text }) => text)

describe('rate limits', () => {
  // A window ends when the test says so, and not while a slow machine is still at the requests of the first.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())
  const limitHeaders = (headers: Headers) =>
    [...headers.entries()].filter(([name]) => name.startsWith('x-rate-limit'))

  it('are off unless asked for', async () => {
    expect(limitHeaders((await call('GET', '/members/me')).headers)).toEqual([])
  })

  it('are told on every answer and end in a 429 without Retry-After', async () => {
    const limited = await startTrelloSandbox({ rateLimits: { perToken: 3 } })
    const limitedCall = callerOf(limited)
    const first = await limitedCall('GET', '/members/me')
    expect(Object.fromEntries(limitHeaders(first.headers))).toEqual({
      'x-rate-limit-api-key-interval-ms': '10000',
      'x-rate-limit-api-key-max': '300',
      'x-rate-limit-api-key-remaining': '299',
      'x-rate-limit-api-token-interval-ms': '10000',
      'x-rate-limit-api-token-max': '3',
      'x-rate-limit-api-token-remaining': '2',
    })
    expect(limitHeaders((await limitedCall('GET', '/elephants')).headers)).toHaveLength(6)
    await limitedCall('GET', '/members/me')
    const refused = await limitedCall('GET', '/members/me')
    expect(refused).toMatchObject({
      status: 429,
      body: { error: 'API_TOKEN_LIMIT_EXCEEDED', message: 'Rate limit exceeded' },
    })
    expect(refused.headers.get('retry-after')).toBeNull()
    expect(refused.headers.get('x-rate-limit-api-token-remaining')).toBe('0')
    await limited.close()
  })

  it('are Trello’s own when just switched on', async () => {
    const limited = await startTrelloSandbox({ rateLimits: true })
    const limitedCall = callerOf(limited)
    const answers = await Promise.all(Array.from({ length: 101 }, () => limitedCall('GET', '/members/me')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(100)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
    await limited.close()
  })

  it('of the key come before those of the token, and both end with the interval', async () => {
    const limited = await startTrelloSandbox({ rateLimits: { perKey: 1, intervalMs: 100 } })
    const limitedCall = callerOf(limited)
    await limitedCall('GET', '/members/me')
    expect((await limitedCall('GET', '/members/me')).body.error).toBe('API_KEY_LIMIT_EXCEEDED')
    vi.setSystemTime(Date.now() + 100)
    expect(await limitedCall('GET', '/members/me')).toMatchObject({ status: 200 })
    await limited.close()
  })
})

describe('a request', () => {
  it('can be slow', async () => {
    sandbox.faults.latencyMs = 80
    const started = performance.now()
    await call('GET', `/cards/${card}`)
    expect(performance.now() - started).toBeGreaterThanOrEqual(75)
  })

  it('can fail before anything is written, as often as told', async () => {
    sandbox.faults.failNext(2, { status: 500, body: 'boom' })
    expect(await comment('one')).toMatchObject({ status: 500, body: 'boom' })
    expect(await comment('two')).toMatchObject({ status: 500 })
    expect(await comment('three')).toMatchObject({ status: 200 })
    expect(comments()).toEqual(['three'])
  })

  it('fails by default as Trello does', async () => {
    sandbox.faults.failNext(1)
    sandbox.faults.failNext(1, { status: 429 })
    expect(await call('GET', `/cards/${card}`)).toMatchObject({ status: 503, body: 'Service Unavailable' })
    expect(await call('GET', `/cards/${card}`)).toMatchObject({
      status: 429,
      body: { error: 'API_TOKEN_LIMIT_EXCEEDED' },
    })
  })

  it('can fail only when it writes, or only on some path', async () => {
    sandbox.faults.failNext(1, { onlyWrites: true })
    sandbox.faults.failNext(1, { path: /^\/members\/me$/ })
    expect(await call('GET', `/cards/${card}`)).toMatchObject({ status: 200 })
    expect(await call('GET', '/members/me')).toMatchObject({ status: 503 })
    expect(await comment('one')).toMatchObject({ status: 503 })
    expect(await comment('two')).toMatchObject({ status: 200 })
  })

  it('can be carried out and still be answered with a failure', async () => {
    sandbox.faults.failNext(1, { status: 503, afterCommit: true })
    expect(await comment('written')).toMatchObject({ status: 503, body: 'Service Unavailable' })
    expect(comments()).toEqual(['written'])
    expect(sandbox.calls.all.at(-1)).toMatchObject({ method: 'POST', cardId: card, status: 503 })
  })

  it.each([false, true])('can be left without an answer (carried out: %s)', async (afterCommit) => {
    sandbox.faults.hangNext(1, { onlyWrites: true, afterCommit })
    const patience = new AbortController()
    const silent = call('POST', `/cards/${card}/actions/comments?text=silent`, { signal: patience.signal })
    await eventually(() => (afterCommit ? comments() : sandbox.calls.all)?.length, Boolean)
    patience.abort()
    await expect(silent).rejects.toMatchObject({ name: 'AbortError' })
    expect(comments()).toEqual(afterCommit ? ['silent'] : [])
    expect(await comment('next')).toMatchObject({ status: 200 })
  })

  it.each([false, true])('can find its connection closed (carried out: %s)', async (afterCommit) => {
    sandbox.faults.cutNext(1, { afterCommit })
    await expect(comment('cut')).rejects.toThrow('fetch failed')
    expect(comments()).toEqual(afterCommit ? ['cut'] : [])
    expect(await comment('next')).toMatchObject({ status: 200 })
  })

  it('works again when all faults are cleared', async () => {
    sandbox.faults.failNext(5)
    sandbox.faults.latencyMs = 10_000
    sandbox.faults.clear()
    expect(await call('GET', `/cards/${card}`)).toMatchObject({ status: 200 })
  })

  it('is refused when it is no JSON or too large, and may come as a form', async () => {
    const { apiKey, token } = sandbox.credentials
    const send = (body: string, type: string) =>
      request(`${sandbox.url}/cards/${card}?key=${apiKey}&token=${token}`, {
        method: 'PUT',
        headers: { 'content-type': type },
        body,
      })
    expect(await send('{"name":', 'application/json')).toMatchObject({ status: 400 })
    expect(await send(JSON.stringify({ name: 'x'.repeat(300_000) }), 'application/json')).toMatchObject({
      status: 413,
    })
    expect(sandbox.card(card)?.title).toBe('Book a flight')
    expect(await send('', 'application/json')).toMatchObject({ status: 200 })
    await send('name=From+a+form', 'application/x-www-form-urlencoded')
    expect(sandbox.card(card)?.title).toBe('From a form')
  })
})

describe('the sandbox', () => {
  it('closes at once although somebody still waits for an answer', async () => {
    const closing = await startTrelloSandbox()
    closing.faults.hangNext(1)
    const waiting = callerOf(closing)('GET', '/members/me')
    const outcome = expect(waiting).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await closing.close()
    await outcome
  })

  it('logs what it answers without key, token or secret', async () => {
    const lines: string[] = []
    const logger = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })
    const logged = await startTrelloSandbox({ logger })
    const { apiKey, token, secret } = logged.credentials
    await request(`${logged.url}/tokens/${token}?key=${apiKey}&token=${token}`)
    await logged.close()
    expect(lines.join('')).toContain('/tokens/[token]')
    for (const hidden of [apiKey, token, secret]) expect(lines.join('')).not.toContain(hidden)
  })

  it('lets a third person join in', async () => {
    const third = sandbox.addMember('Zoé Petit')
    const made = sandbox.board('Shared')
    const theirs = third.createCard({ list: String(made.lists.Done), title: 'Hello', template: true })
    sandbox.as(third.member.id).comment(theirs, 'First!')
    expect(sandbox.card(theirs)?.comments).toMatchObject([{ authorId: third.member.id, text: 'First!' }])
    expect((await call('GET', `/cards/${theirs}?fields=isTemplate`)).body.isTemplate).toBe(true)
  })
})
