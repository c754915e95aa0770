import { beforeEach, describe, expect, it } from 'vitest'
import type { NewTask } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import type { ContentOperation, Operation, RelayOperation } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
import { type Bench, type Harness, newAttempt } from './harness.ts'
import { odd } from './observing.ts'
import { benchesOf, codeOf } from './test-bench.ts'
import { mappingOf, wanted } from './verdict.ts'

const never = { at: null, day: null }

const draft = (change: Partial<NewTask> = {}): NewTask => ({
  title: 'Write two posts',
  text: 'From Paul · https://example.org/c/1 · ref. K7Q2\n\nFor the campaign.\nIn French.',
  due: { at: '2027-03-02T16:00:00.000Z', day: null },
  status: 'waiting',
  ...change,
})

const relay = (change: Partial<RelayOperation> = {}): RelayOperation => ({
  kind: 'relay',
  sourceId: 'comment-1',
  id: null,
  text: 'Paul, 2 March, 16:00:\n\nCan it be blue?',
  mayExist: false,
  ...change,
})

/** What it takes to keep a copy of a request on another board: making it, changing its words, passing comments on. */
export function twins(harness: Harness): void {
  const open = benchesOf(harness)
  let bench: Bench
  let mapping: Mapping

  beforeEach(async () => {
    bench = await open()
    await bench.adapter.provision(bench.containerId, { ...wanted, textName: 'Request' }, newAttempt())
    mapping = await mappingOf(bench)
  })

  const create = (change?: Partial<NewTask>) =>
    bench.adapter.create(bench.containerId, draft(change), mapping, newAttempt())
  const observe = async (id: string): Promise<Observed> => {
    const task = await bench.adapter.observe(id, newAttempt())
    if (task === null) throw new Error('the task is gone')
    return task
  }
  const apply = async (id: string, operations: readonly Operation[]) =>
    bench.adapter.apply(await observe(id), operations, mapping, newAttempt())
  const comments = (id: string) => bench.see(id)?.comments ?? []

  describe('a new task', () => {
    it('is made whole, in our name and in one write', async () => {
      const attempt = newAttempt()
      const id = await bench.adapter.create(bench.containerId, draft(), mapping, attempt)
      expect(attempt.writes).toBe(1)
      expect(bench.see(id)).toMatchObject({ title: draft().title, status: 'waiting', labels: [] })
      const observed = await observe(id)
      expect(observed).toMatchObject({
        containerId: bench.containerId,
        createdBy: bench.userIds.us,
        dueAt: draft().due.at,
        dueDay: null,
        archived: false,
      })
      expect(observed.text.trim()).toBe(draft().text)
    })

    it('may have no due date and no status of its own', async () => {
      const id = await create({ due: never, status: null, text: 'Only this.' })
      expect(await observe(id)).toMatchObject({ dueAt: null, dueDay: null, title: draft().title })
    })

    it('may be due on a day, where the tool knows days', async () => {
      const { holdsDueDays } = bench.adapter.capabilities
      if (!holdsDueDays) return
      const { dueAt, dueDay } = await observe(await create({ due: { at: null, day: '2027-03-02' } }))
      expect([dueAt, dueDay]).toEqual([null, '2027-03-02'])
    })

    it('is found again among the tasks of the board by what its text holds', async () => {
      const id = await create()
      const { tasks } = await bench.adapter.list(bench.containerId, null, newAttempt())
      const found = tasks.filter(({ text }) => text.includes('ref. K7Q2'))
      expect(found.map(({ ref }) => ref.taskId)).toEqual([id])
    })

    it.each(['title', 'text'] as const)('may have a %s of any characters', async (part) => {
      const words = '👩🏽‍💻 e\u0301 שלום — “«»” <b>&amp;</b> **not bold** [x](http://y)'
      const observed = await observe(await create({ [part]: words }))
      expect(observed[part]).toContain('👩🏽‍💻 e\u0301 שלום — “«»” <b>&amp;</b>')
    })

    it('may be given more than the tool takes: then it is cut at the end, and not in a character', async () => {
      const long = `ref. K7Q2\n\n${'🧭'.repeat(60_000)}`
      const { title, text } = await observe(await create({ title: '🧭'.repeat(20_000), text: long }))
      expect([title.isWellFormed(), text.isWellFormed()]).toEqual([true, true])
      expect([title.startsWith('🧭🧭🧭'), text.startsWith('ref. K7Q2')]).toEqual([true, true])
    })

    it('is refused where a mapped status is gone', async () => {
      const statuses = mapping.statuses.map((entry) => ({ ...entry, id: `${entry.id}0` }))
      const making = bench.adapter.create(bench.containerId, draft(), { ...mapping, statuses }, newAttempt())
      expect(await codeOf(making)).toBe('TOOL_MAPPING_STALE')
    })
  })

  describe('the words of a task', () => {
    const content = (change: Omit<ContentOperation, 'kind'>): ContentOperation => ({
      kind: 'content',
      ...change,
    })

    it.each<[string, Omit<ContentOperation, 'kind'>, Partial<Observed>]>([
      ['title', { title: 'Write three posts' }, { title: 'Write three posts' }],
      ['text', { text: 'Other words.' }, { text: 'Other words.' }],
      ['text, emptied', { text: '' }, { text: '' }],
      [
        'due date',
        { due: { at: '2027-03-09T08:00:00.000Z', day: null } },
        { dueAt: '2027-03-09T08:00:00.000Z' },
      ],
      ['due date, taken away', { due: never }, { dueAt: null, dueDay: null }],
      [
        'everything',
        { title: 'T', text: odd.slice(0, 20), due: never },
        { title: 'T', text: odd.slice(0, 20), dueAt: null },
      ],
    ])('change: %s, and twice is as good as once', async (_, change, then) => {
      const id = await create()
      await apply(id, [content(change)])
      const once = await observe(id)
      expect({ ...once, text: once.text.trim() }).toMatchObject(then)
      await apply(id, [content(change)])
      expect({ ...(await observe(id)), changedAt: '' }).toEqual({ ...once, changedAt: '' })
    })

    it('change together with labels and a status, and nothing else is touched', async () => {
      const id = await create()
      bench.people.assistant.addLabel(id, 'vip')
      await apply(id, [
        content({ title: 'Write three posts' }),
        { kind: 'label', change: 'add', label: 'in_scope' },
        { kind: 'status', status: 'done' },
      ])
      expect(bench.see(id)).toMatchObject({
        title: 'Write three posts',
        status: 'done',
        labels: ['in scope', 'vip'],
      })
      expect((await observe(id)).text.trim()).toBe(draft().text)
    })
  })

  describe('all comments', () => {
    it('are read with their authors, oldest first, however many there are', async () => {
      const id = await create()
      for (let number = 0; number < 60; number += 1) bench.people.client.comment(id, `ping ${number}`)
      bench.people.assistant.comment(id, 'pong')
      const read = (await bench.adapter.comments(id, newAttempt())) ?? []
      expect(read.map(({ text }) => text.trim())).toEqual([
        ...Array.from({ length: 60 }, (_, number) => `ping ${number}`),
        'pong',
      ])
      expect(new Set(read.map((comment) => comment.authorId))).toContain(bench.userIds.client)
      for (const comment of read) expect([null, '']).not.toContain(comment.authorName)
    })

    it('are none where there are none, and nothing where there is no task', async () => {
      const id = await create()
      expect(await bench.adapter.comments(id, newAttempt())).toEqual([])
      bench.lose(id)
      expect(await bench.adapter.comments(id, newAttempt())).toBeNull()
    })
  })

  describe('what is passed on', () => {
    it('is a comment of ours, known by its source', async () => {
      const id = await create()
      const { relayed, commentId } = await apply(id, [relay(), relay({ sourceId: 'comment-2', text: 'B' })])
      expect(commentId).toBeNull()
      expect(comments(id).map(({ text }) => text.trim())).toEqual([relay().text, 'B'])
      expect(comments(id).map((comment) => comment.id)).toEqual([relayed['comment-1'], relayed['comment-2']])
      expect(comments(id).every(({ authorId }) => authorId === bench.userIds.us)).toBe(true)
    })

    it('is edited in place', async () => {
      const id = await create()
      const made = (await apply(id, [relay()])).relayed['comment-1'] ?? null
      const again = await apply(id, [relay({ id: made, text: 'In green, please.' })])
      expect(again.relayed).toEqual({ 'comment-1': made })
      expect(comments(id).map(({ text }) => text.trim())).toEqual(['In green, please.'])
    })

    it('is found by its text when an earlier try may have made it, and nobody else is taken for us', async () => {
      const id = await create()
      bench.people.client.comment(id, relay().text)
      const made = (await apply(id, [relay()])).relayed['comment-1']
      const again = await apply(id, [relay({ mayExist: true })])
      expect(again.relayed).toEqual({ 'comment-1': made })
      expect(comments(id)).toHaveLength(2)
    })

    it('is of one comment alone where two say the same', async () => {
      const id = await create()
      const made = (await apply(id, [relay()])).relayed['comment-1'] ?? ''
      const second = relay({ sourceId: 'comment-2', mayExist: true, besides: [made] })
      const again = (await apply(id, [relay({ mayExist: true }), { ...second, besides: [] }])).relayed
      expect(again['comment-1']).toBe(made)
      expect(again['comment-2']).not.toBe(made)
      expect((await apply(id, [second])).relayed['comment-2']).toBe(again['comment-2'])
      expect(comments(id)).toHaveLength(2)
    })

    it('is not made again when a person has deleted it', async () => {
      const id = await create()
      const made = (await apply(id, [relay()])).relayed['comment-1'] ?? ''
      await bench.deleteComment(made)
      expect((await apply(id, [relay({ id: made, text: 'In green.' })])).relayed).toEqual({
        'comment-1': null,
      })
      expect(comments(id)).toEqual([])
    })
  })
}
