import { inspect } from 'node:util'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import type { ErrorCode } from '#model/error.ts'
import type { CommentOperation } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
import { eventually } from '../../support/eventually.ts'
import { type Bench, type Harness, newAttempt } from './harness.ts'
import { type OddAnswer, type OddServer, startOddServer } from './odd-server.ts'
import { benchesOf, codeOf, failureOf } from './test-bench.ts'
import { judge, look, mappingOf, nothingShown, pendingOf, urgent, wanted } from './verdict.ts'

const remark: CommentOperation = {
  kind: 'comment',
  id: null,
  text: 'Hello.\n\nref. K7Q2',
  reference: 'ref. K7Q2',
  mayExist: false,
}

/** How the adapter says what went wrong, and how it gets over it. */
export function failures(harness: Harness): void {
  const open = benchesOf(harness)
  const oddServers: OddServer[] = []
  afterEach(async () => {
    for (const server of oddServers.splice(0)) await server.close()
  })

  /** An adapter whose tool gives one odd answer to everything. */
  async function facing(answer: OddAnswer, echo = false): Promise<{ bench: Bench; adapter: Adapter }> {
    const bench = await open()
    const server = await startOddServer(answer, echo)
    oddServers.push(server)
    return { bench, adapter: bench.connect({ apiUrl: server.url }) }
  }

  async function task(): Promise<{ bench: Bench; id: string }> {
    const bench = await open()
    return { bench, id: bench.people.client.create({ title: 'Write two posts' }) }
  }

  it.each([500, 502, 503, 504])('says that the tool is down: %i', async (status) => {
    const { bench, id } = await task()
    bench.faults.answer(status)
    expect(await codeOf(bench.adapter.observe(id, newAttempt()))).toBe('TOOL_UNAVAILABLE')
  })

  it('says that the connection was cut', async () => {
    const { bench, id } = await task()
    bench.faults.cut()
    expect(await codeOf(bench.adapter.observe(id, newAttempt()))).toBe('TOOL_UNAVAILABLE')
  })

  it('says that nobody is there', async () => {
    const { bench, adapter } = await facing({ status: 200, type: 'application/json', body: '{}' })
    const id = bench.people.client.create({ title: 'Write two posts' })
    for (const server of oddServers.splice(0)) await server.close()
    expect(await codeOf(adapter.observe(id, newAttempt()))).toBe('TOOL_UNAVAILABLE')
  })

  it('does not wait for an answer longer than it may', async () => {
    const { bench, id } = await task()
    bench.faults.hang()
    const failure = await failureOf(bench.adapter.observe(id, newAttempt(AbortSignal.timeout(150))))
    expect([failure.code, failure.message]).toEqual([
      'TOOL_TIMEOUT',
      expect.stringContaining('stopped before'),
    ])
  })

  it('asks nothing when it is too late already', async () => {
    const { bench, id } = await task()
    expect(await codeOf(bench.adapter.observe(id, newAttempt(AbortSignal.abort())))).toBe('TOOL_TIMEOUT')
    expect(bench.calls.reads()).toBe(0)
  })

  it('says that the credentials are refused', async () => {
    const { bench, id } = await task()
    const stranger = bench.connect({ isUnknown: true })
    expect(await codeOf(stranger.whoAmI(newAttempt()))).toBe('TOOL_UNAUTHORIZED')
    expect(await codeOf(stranger.observe(id, newAttempt()))).toBe('TOOL_UNAUTHORIZED')
  })

  it('says how long to wait when it asked too often, and that is long enough', async () => {
    // The window ends when it is told to, and not while a slow machine is still at the first requests.
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const windowMs = 1_000
    const bench = await open({ limit: { requests: 3, windowMs } })
    const id = bench.people.client.create({ title: 'Write two posts' })
    const observe = () => bench.adapter.observe(id, newAttempt())
    for (let times = 0; times < 3; times += 1) await observe()
    const failure = await failureOf(observe())
    expect([failure.code, failure.retry]).toEqual(['TOOL_RATE_LIMITED', 'after'])
    expect(failure.retryAfterMs).toBeGreaterThanOrEqual(windowMs)
    // Tools that tell whole seconds only round them up.
    expect(failure.retryAfterMs).toBeLessThanOrEqual(windowMs + 1_000)
    vi.setSystemTime(Date.now() + (failure.retryAfterMs ?? 0))
    expect((await observe())?.ref.taskId).toBe(id)
  })

  describe('an answer that no tool gives', () => {
    const reads: readonly (readonly [
      string,
      (adapter: Adapter, bench: Bench, attempt: Attempt) => Promise<unknown>,
    ])[] = [
      ['whoAmI', (adapter, _, attempt) => adapter.whoAmI(attempt)],
      ['boards', (adapter, _, attempt) => adapter.boards(attempt)],
      ['layout', (adapter, { containerId }, attempt) => adapter.layout(containerId, attempt)],
      ['provision', (adapter, { containerId }, attempt) => adapter.provision(containerId, wanted, attempt)],
      ['observe', (adapter, { containerId }, attempt) => adapter.observe(containerId, attempt)],
      ['list', (adapter, { containerId }, attempt) => adapter.list(containerId, null, attempt)],
      ['apply', (adapter, bench, attempt) => adapter.apply(seen(bench), [remark], emptyMapping, attempt)],
    ]

    it.each(
      reads.flatMap(([name, ask]) =>
        oddBodies.map(([what, type, body]) => [name, what, { status: 200, type, body }, ask] as const),
      ),
    )('to %s is said to be odd: %s', async (_, __, answer, ask) => {
      const { bench, adapter } = await facing(answer)
      expect(await codeOf(ask(adapter, bench, newAttempt()))).toBe('TOOL_RESPONSE_INVALID')
    })

    it.each<[number, ErrorCode]>([
      [400, 'TOOL_REJECTED'],
      [401, 'TOOL_UNAUTHORIZED'],
      [403, 'TOOL_FORBIDDEN'],
      [429, 'TOOL_RATE_LIMITED'],
      [500, 'TOOL_UNAVAILABLE'],
      [302, 'TOOL_RESPONSE_INVALID'],
      [200, 'TOOL_RESPONSE_INVALID'],
    ])('never shows a secret, even if the tool does: %i', async (status, code) => {
      const known = (await open()).secrets
      const { bench, adapter } = await facing({ status, type: 'text/plain', body: known.join(' ') }, true)
      for (const [, ask] of reads) {
        const failure = await failureOf(ask(adapter, bench, newAttempt()))
        expect(failure.code).toBe(code)
        const shown = inspect(failure, { depth: 10, showHidden: true })
        for (const secret of bench.secrets) expect(shown).not.toContain(secret)
      }
    })
  })

  describe('a write whose answer is lost', () => {
    const lostComment = { lost: true, only: 'comments' } as const

    it.each<[string, (bench: Bench) => void, ErrorCode]>([
      ['a 5xx', ({ faults }) => faults.answer(502, lostComment), 'TOOL_UNAVAILABLE'],
      ['silence', ({ faults }) => faults.hang(lostComment), 'TOOL_TIMEOUT'],
    ])('leads to one comment, not two: %s', async (_, fail, code) => {
      const { bench, id } = await task()
      const mapping = await mappingOf(bench)
      const about = { mapping, decision: urgent, base: nothingShown }
      const first = await look(bench, id, about)
      fail(bench)
      const patience = new AbortController()
      const attempt = newAttempt(patience.signal)
      const ended = codeOf(bench.adapter.apply(first.observed, first.operations, mapping, attempt))
      const [made] = await eventually(
        () => bench.see(id)?.comments ?? [],
        (comments) => comments.length > 0,
      )
      if (code === 'TOOL_TIMEOUT') patience.abort()
      expect(await ended).toBe(code)
      const shown = await judge(bench, id, { ...about, pending: pendingOf(first, about) })
      expect(shown.comment?.id).toBe(made?.id)
      expect(bench.see(id)?.comments).toEqual([made])
    })

    it.each([
      { lost: true, only: 'writes' },
      { lost: false, only: 'writes' },
      { lost: false, only: 'comments' },
    ] as const)('leaves what a second pass completes: %o', async (match) => {
      const { bench, id } = await task()
      const mapping = await mappingOf(bench)
      const about = { mapping, decision: urgent, base: nothingShown }
      const other = bench.people.client.create({ title: 'Write two posts' })
      await judge(bench, other, about)
      const pending = pendingOf(await look(bench, id, about), about)
      bench.faults.answer(500, match)
      expect(await codeOf(judge(bench, id, about))).toBe('TOOL_UNAVAILABLE')
      await judge(bench, id, { ...about, pending })
      expect(withoutIds(bench, id)).toEqual(withoutIds(bench, other))
    })
  })
}

const oddBodies: readonly (readonly [string, string, string])[] = [
  ['half of a JSON', 'application/json', '{"id":'],
  ['a page', 'text/html', '<html><body>Maintenance</body></html>'],
  ['nothing at all', 'application/json', ''],
  ['null', 'application/json', 'null'],
  ['a text', 'application/json', '"ok"'],
  ['an empty object', 'application/json', '{}'],
  ['a list of empty objects', 'application/json', '[{}]'],
  ['other types', 'application/json', '{"id":{},"user":[],"results":{},"tasks":[1],"teams":"","lists":null}'],
]

const emptyMapping: Mapping = { labels: {}, statuses: [], fields: {}, services: {}, assistants: [] }

/** A task to write to, wherever it is. */
function seen({ adapter, containerId }: Bench): Observed {
  return {
    ref: { tool: adapter.tool, connectionId: 'c', taskId: containerId },
    containerId,
    url: 'https://tool.test/1',
    title: '',
    text: '',
    createdAt: urgent.at,
    createdBy: null,
    changedAt: urgent.at,
    dueAt: null,
    dueDay: null,
    archived: false,
    template: false,
    statusId: null,
    labels: [],
    fields: {},
    attachments: [],
    comments: null,
  }
}

/** What is seen of a task, but for what tells it from its like. */
function withoutIds(bench: Bench, id: string) {
  const { comments = [], ...others } = bench.see(id) ?? {}
  return { ...others, comments: comments.map(({ text }) => text.replace(/ref\. \w+/, 'ref.').trim()) }
}
