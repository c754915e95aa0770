import { createHash } from 'node:crypto'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPressureValve } from '../../src/server/limits.ts'
import { answerProblem } from '../../src/server/problem.ts'
import { eventually } from '../support/eventually.ts'
import { adminKey } from '../support/service.ts'
import { metric, startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
beforeAll(async () => {
  world = await startTrelloWorld()
  world.sandbox.people.client.createCard({
    board: world.made.id,
    list: 'Demandes',
    title: 'Développement web',
  })
  await world.settled()
})
afterAll(() => world.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${world.service.url}${path}`, { headers })
const asAdmin = { authorization: `Bearer ${adminKey}` }

describe('readiness', () => {
  it('is told part by part', async () => {
    const answer = await get('/readyz')
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { status: 'ready', parts: { service: 'running', store: 'ok', schema: 'ok', queue: 'ok' } },
    ])
  })
})

describe('metrics', () => {
  it('tell of webhooks, runs, judgements, calls to the tools, and how long each took', async () => {
    for (const name of [
      'cadre_deliveries_total{tool="trello",outcome="queued"}',
      'cadre_acknowledge_seconds_count',
      'cadre_runs_total{state="applied"}',
      'cadre_run_stage_seconds_count{stage="observe"}',
      'cadre_run_stage_seconds_count{stage="apply"}',
      'cadre_decisions_total{headline="out_of_scope"}',
      'cadre_tool_calls_total{tool="trello",kind="read",outcome="ok"}',
      'cadre_tool_calls_total{tool="trello",kind="write",outcome="ok"}',
      'cadre_tool_call_seconds_count{tool="trello",kind="write"}',
      'cadre_http_request_seconds_count{method="POST",route="/api/v1/boards",status="201"}',
      'cadre_webhooks{tool="trello",state="active"}',
      'cadre_vitals_readable',
    ])
      expect([name, (await metric(world.service, name)) > 0]).toEqual([name, true])
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds'])
      expect([name, (await metric(world.service, name)) > 0]).toEqual([name, true])
    expect(await metric(world.service, 'cadre_oldest_job_seconds{queue="look"}')).toBe(0)
  })

  it('hold nothing of what clients write, and no secret', async () => {
    const text = await (await get('/metrics')).text()
    const { apiKey, token, secret } = world.sandbox.credentials
    for (const word of ['Développement', 'Claire', world.boardId, world.connectionId, apiKey, token, secret])
      expect(text).not.toContain(word)
  })
})

describe('request ids', () => {
  it('are taken from the caller when they are well formed, and told in every answer', async () => {
    const answer = await get('/api/v1/boards', { ...asAdmin, 'x-request-id': 'my-request-0001' })
    expect(answer.headers.get('x-request-id')).toBe('my-request-0001')
    const refused = await get('/api/v1/tasks/none', { ...asAdmin, 'x-request-id': 'my-request-0002' })
    expect(await refused.json()).toMatchObject({ instance: 'my-request-0002' })
    for (const bad of ['short', 'x'.repeat(129), 'has spaces in it', '<script>alert</script>'])
      expect((await get('/healthz', { 'x-request-id': bad })).headers.get('x-request-id')).toMatch(
        /^[0-9a-f-]{36}$/,
      )
  })

  it('lead from a call of the API and from a webhook to the run that came of it', async () => {
    const { items } = (await world.service.api('GET', '/api/v1/tasks')).body
    const [{ id }] = items
    await fetch(`${world.service.url}/api/v1/tasks/${id}/look`, {
      method: 'POST',
      headers: { ...asAdmin, 'x-request-id': 'look-request-1' },
    })
    await world.settled()
    const runs = (await world.service.api('GET', `/api/v1/runs?taskId=${id}`)).body.items
    expect(runs[0].requestId).toBe('look-request-1')
    expect(runs.at(-1).requestId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('limits', () => {
  it('count each key by itself, and say what is left', async () => {
    const left = async (key: string) =>
      Number(
        (await get('/api/v1/runs?limit=1', { authorization: `Bearer ${key}` })).headers.get(
          'x-ratelimit-remaining',
        ),
      )
    const { body } = await world.service.api('POST', '/api/v1/keys', { name: 'busy', scopes: ['read'] })
    const { body: other } = await world.service.api('POST', '/api/v1/keys', {
      name: 'idle',
      scopes: ['read'],
    })
    expect(await left(body.key)).toBe(599)
    expect(await left(body.key)).toBe(598)
    expect(await left(other.key)).toBe(599)
    // All at once, for those that follow a minute later are counted anew.
    const answers = await Promise.all(
      Array.from({ length: 600 }, () =>
        get('/api/v1/boards?limit=1', { authorization: `Bearer ${body.key}` }),
      ),
    )
    const refused = answers.find(({ status }) => status === 429)
    expect(await refused?.json()).toMatchObject({ code: 'RATE_LIMITED' })
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await get('/api/v1/boards', asAdmin)).status).toBe(200)
  })

  it('stop an address that has no valid key, and nobody else there', async () => {
    const attempt = () => get('/api/v1/boards', { authorization: 'Bearer cadre_guess_guess_guess_guess' })
    const answers = await Promise.all(Array.from({ length: 61 }, attempt))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(60)
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.headers.has('retry-after')).toBe(true)
    expect((await get('/api/v1/boards', asAdmin)).status).toBe(200)
  })
})

describe('overload', () => {
  it('turns work away with 503 and Retry-After, but still tells of itself', async () => {
    const app = fastify()
    app.setErrorHandler(answerProblem)
    await addPressureValve(app, { maxDelayMs: 50, sampleMs: 100 })
    app.get('/work', async () => 'done')
    app.get('/healthz', { config: { alwaysAnswers: true } }, async () => 'ok')
    const work = () => app.inject('/work')
    // On a busy machine this process may be late without doing anything.
    await eventually(work, ({ statusCode }) => statusCode === 200)
    const block = () => {
      const until = performance.now() + 150
      while (performance.now() < until);
    }
    const busy = setInterval(block, 1)
    const refused = await eventually(work, ({ statusCode }) => statusCode === 503)
    const health = await app.inject('/healthz')
    clearInterval(busy)
    expect([refused.json().code, refused.headers['retry-after']]).toEqual(['OVERLOADED', '5'])
    expect(health.statusCode).toBe(200)
    await app.close()
  })
})

describe('headers', () => {
  it('let no browser run or frame what the API answers', async () => {
    const { headers } = await get('/api/v1/boards', asAdmin)
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none';.*frame-ancestors 'none';sandbox$/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('let the reference run its own scripts and nothing else', async () => {
    const page = await get('/docs/')
    const html = await page.text()
    const policy = page.headers.get('content-security-policy') ?? ''
    const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
    expect(scripts.length).toBeGreaterThan(0)
    for (const [, attributes = '', text = ''] of scripts) {
      const source = /src="([^"]+)"/.exec(attributes)?.[1]
      if (source === undefined)
        expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      else expect(new URL(source, `${world.service.url}/docs/`).origin).toBe(world.service.url)
    }
    expect(policy).toMatch(/script-src 'self' [^;]*;/)
    expect(/script-src[^;]*unsafe/.test(policy)).toBe(false)
  })
})
