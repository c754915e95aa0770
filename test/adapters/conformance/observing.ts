import { describe, expect, it } from 'vitest'
import type { Observed } from '#model/task.ts'
import type { Bench, Harness } from './harness.ts'
import { newAttempt } from './harness.ts'
import { benchesOf } from './test-bench.ts'

/** Emoji of several code points, combining marks, both directions of writing and their marks, control characters. */
export const odd = 'Café 👩🏽‍💻 e\u0301 שלום \u202Eمرحبا\u202C \u0007\u001B[31m\u2028 𝒳 — “«»” <b>&amp;</b>'

/** A task as the tool shows it now, and tasks of a board. */
export function observing(harness: Harness): void {
  const open = benchesOf(harness)
  const observe = ({ adapter }: Bench, id: string) => adapter.observe(id, newAttempt())

  it('shows a task in the words that all tools share', async () => {
    const { people, adapter, containerId, userIds, ...bench } = await open()
    const before = Date.now()
    const id = people.client.create({
      title: 'Write two posts',
      text: 'For the campaign.\n\nIn French.',
      due: '2027-03-02T16:00:00.000Z',
      labels: ['vip'],
      status: 'waiting',
    })
    people.assistant.setNumber(id, 'Estimate', 12.5)
    people.assistant.choose(id, 'Service', 'Social')
    const { lists, labels, fields } = await adapter.layout(containerId, newAttempt())
    const idOf = (entries: readonly { id: string; name: string }[], name: string) =>
      entries.find((entry) => entry.name === name)?.id ?? ''
    const service = fields.find(({ name }) => name === 'Service')
    const observed = await adapter.observe(id, newAttempt())
    expect(observed).toMatchObject({
      ref: { tool: harness.tool, taskId: id },
      containerId,
      url: expect.stringMatching(/^https:\/\//),
      title: 'Write two posts',
      text: 'For the campaign.\n\nIn French.',
      createdBy: userIds.client,
      dueAt: '2027-03-02T16:00:00.000Z',
      dueDay: null,
      archived: false,
      template: false,
      statusId: idOf(lists, 'waiting'),
      labels: expect.arrayContaining([{ id: idOf(labels, 'vip'), name: 'vip' }]),
      fields: {
        [idOf(fields, 'Estimate')]: '12.5',
        [service?.id ?? '']: optionOf(service?.options ?? {}, 'Social'),
      },
    })
    // Tools that know the minute only round it down.
    expect(Date.parse(observed?.createdAt ?? '') - before).toBeGreaterThan(-60_000)
    expect(Date.parse(observed?.changedAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(observed?.createdAt ?? ''),
    )
    expect(bench.calls.writes()).toBe(0)
  })

  it('shows an empty task as empty', async () => {
    const bench = await open()
    const id = bench.people.client.create({ title: 'Write two posts' })
    expect(await observe(bench, id)).toMatchObject({
      text: '',
      dueAt: null,
      dueDay: null,
      labels: [],
      fields: {},
      attachments: [],
    })
  })

  it('shows all comments with their authors, oldest first, or none at all', async () => {
    const bench = await open()
    const id = bench.people.client.create({ title: 'Write two posts' })
    bench.people.client.comment(id, 'When?')
    bench.people.assistant.comment(id, 'Tomorrow.')
    const comments = (await observe(bench, id))?.comments
    const told = comments?.map(({ text, authorId }) => [text, authorId === bench.userIds.client]) ?? null
    expect([
      null,
      [
        ['When?', true],
        ['Tomorrow.', false],
      ],
    ]).toContainEqual(told)
    // Who shows comments without names would have them read once more where names are wanted.
    expect(comments?.every(({ authorName }) => authorName !== null) ?? true).toBe(true)
  })

  it('takes one read, and knows what time it is at the tool', async () => {
    const bench = await open()
    const id = bench.people.client.create({ title: 'Write two posts', text: 'For the campaign.' })
    const attempt = newAttempt()
    const before = Date.now()
    await bench.adapter.observe(id, attempt)
    expect([attempt.reads, attempt.writes, bench.calls.reads(), bench.calls.writes()]).toEqual([1, 0, 1, 0])
    // It tells whole seconds.
    expect(Date.parse(attempt.serverTime ?? '')).toBeGreaterThan(before - 2_000)
    expect(Date.parse(attempt.serverTime ?? '')).toBeLessThanOrEqual(Date.now())
  })

  it.each(['title', 'text'] as const)('keeps a %s of any characters as it is', async (part) => {
    const bench = await open()
    const id = bench.people.client.create({ title: 'Write two posts', [part]: odd })
    expect((await observe(bench, id))?.[part]).toBe(bench.see(id)?.[part])
    expect((await observe(bench, id))?.[part]).toContain('👩🏽‍💻 e\u0301 שלום \u202Eمرحبا\u202C')
  })

  it('keeps a very long text whole', async () => {
    const bench = await open()
    const sentence = 'Un été à Nîmes 👩🏽‍💻. '
    const text = sentence.repeat(harness.longestText / sentence.length).trim()
    const id = bench.people.client.create({ title: 'Write two posts', text })
    expect((await observe(bench, id))?.text).toBe(text)
  })

  describe('what is gone', () => {
    it('is nothing', async () => {
      const bench = await open()
      const id = bench.people.client.create({ title: 'Write two posts' })
      bench.lose(id)
      expect(await observe(bench, id)).toBeNull()
    })

    it.each(['', 'x', '../boards', '00000000-0000-4000-8000-000000000000', '6a4a2c10aa00000000000001'])(
      'and so is what never was: %j',
      async (id) => {
        expect(await observe(await open(), id)).toBeNull()
      },
    )

    it(`is ${harness.afterDelete} when a person deleted it`, async () => {
      const bench = await open()
      const id = bench.people.client.create({ title: 'Write two posts' })
      bench.people.client.remove(id)
      expect((await observe(bench, id))?.archived ?? 'gone').toBe(
        harness.afterDelete === 'gone' ? 'gone' : true,
      )
    })

    it('is still there when it is only archived', async () => {
      const bench = await open()
      const id = bench.people.client.create({ title: 'Write two posts' })
      bench.people.client.archive(id)
      expect(await observe(bench, id)).toMatchObject({ title: 'Write two posts', archived: true })
    })
  })

  describe('listing', () => {
    const titled = (tasks: readonly Observed[]) => tasks.map(({ title }) => title).sort()

    it('tells all open tasks of a board, page by page, as a look at each would', async () => {
      const { people, adapter, containerId } = await open()
      const titles = Array.from({ length: 130 }, (_, number) => `Post ${String(number).padStart(3, '0')}`)
      const ids = titles.map((title, number) =>
        people.client.create({ title, text: `Number ${number}`, labels: number % 2 === 0 ? ['vip'] : [] }),
      )
      people.client.move(ids[1] ?? '', 'done')
      people.client.archive(ids[0] ?? '')
      people.client.remove(ids[129] ?? '')
      const { tasks, complete } = await adapter.list(containerId, null, newAttempt())
      expect(complete).toBe(true)
      expect(titled(tasks)).toEqual(titles.slice(1, 129))
      const alone = await adapter.observe(ids[7] ?? '', newAttempt())
      const listed = tasks.find((task) => task.ref.taskId === ids[7])
      expect(listed).toEqual({ ...alone, comments: null })
    })

    it('tells what changed since a moment, and says whether that is all', async () => {
      const { people, adapter, containerId } = await open()
      const [old, edited] = ['Old', 'Edited'].map((title) => people.client.create({ title }))
      const since = new Date().toISOString()
      await new Promise((resolve) => setTimeout(resolve, 20))
      people.client.edit(edited ?? '', { title: 'Edited twice' })
      people.client.create({ title: 'New' })
      const { tasks, complete } = await adapter.list(containerId, since, newAttempt())
      expect(titled(tasks)).toEqual(expect.arrayContaining(['Edited twice', 'New']))
      if (complete) expect(tasks.map(({ ref }) => ref.taskId)).toContain(old)
    })

    it('is held up by no task that cannot be read, and names it', async () => {
      const { people, adapter, containerId, faults } = await open()
      const [odd, sound] = ['Odd', 'Sound'].map((title) => people.client.create({ title }))
      faults.spoil(odd ?? '')
      const { tasks, unread, complete } = await adapter.list(containerId, null, newAttempt())
      expect([tasks.map(({ ref }) => ref.taskId), unread, complete]).toEqual([[sound], [odd], true])
    })

    it('tells nothing of an empty board', async () => {
      const { adapter, containerId } = await open()
      expect(await adapter.list(containerId, null, newAttempt())).toEqual({
        tasks: [],
        unread: [],
        complete: true,
      })
    })
  })
}

function optionOf(options: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.keys(options).find((id) => options[id] === name)
}
