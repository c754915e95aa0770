import { expect, it } from 'vitest'
import type { Received, WebhookKeys } from '#model/adapter.ts'
import { type Bench, type BenchOptions, type Hands, type Harness, newAttempt } from './harness.ts'
import { benchesOf } from './test-bench.ts'
import { judge, mappingOf, nothingShown, urgent } from './verdict.ts'

const due = '2027-03-02T16:00:00.000Z'

/** What people do to a task, each by one gesture. */
const gestures: readonly (readonly [string, (hands: Hands, id: string) => unknown])[] = [
  ['edits the title', (hands, id) => hands.edit(id, { title: 'Write three posts' })],
  ['edits the text', (hands, id) => hands.edit(id, { text: 'For the spring campaign.' })],
  ['sets the due date', (hands, id) => hands.edit(id, { due })],
  ['moves it', (hands, id) => hands.move(id, 'done')],
  ['adds a label', (hands, id) => hands.addLabel(id, 'QUOTE needed')],
  ['takes a label off', (hands, id) => hands.removeLabel(id, 'vip')],
  ['fills in a field', (hands, id) => hands.setNumber(id, 'Estimate', 120)],
  ['comments', (hands, id) => hands.comment(id, 'ok')],
  ['archives it', (hands, id) => hands.archive(id)],
  ['deletes it', (hands, id) => hands.remove(id)],
]

/** Which task may have changed, and whose hand it was: told by what the tool really sends. */
export function events(harness: Harness): void {
  const open = benchesOf(harness)

  async function tuned(options: BenchOptions = {}): Promise<Tuned> {
    const bench = await open(options)
    const keys = await bench.tune()
    const id = bench.people.client.create({ title: 'Write two posts', labels: ['vip'] })
    await bench.settled()
    bench.receiver.clear()
    return { bench, keys, id }
  }

  it('names the task that a client made', async () => {
    const { bench, keys, id } = await tuned()
    const made = bench.people.client.create({ title: 'And a newsletter' })
    const received = await receivedBy({ bench, keys, id })
    expect(tasksIn(received)).toEqual([made])
  })

  for (const who of ['client', 'assistant'] as const) {
    it.each(gestures)(`names the task when the ${who} %s`, async (_, gesture) => {
      const { bench, keys, id } = await tuned()
      gesture(bench.people[who], id)
      const received = await receivedBy({ bench, keys, id })
      expect(received.filter(({ kind }) => kind === 'echo')).toEqual([])
      expect(tasksIn(received)).toEqual([id])
    })
  }

  it('tells each edit of a comment apart from the one before', async () => {
    const { bench, keys, id } = await tuned()
    const { client } = bench.people
    const commentId = client.comment(id, 'perhaps')
    for (const text of ['rather not', 'I agree']) {
      await bench.settled()
      client.editComment(commentId, text)
    }
    const received = await receivedBy({ bench, keys, id })
    const comments = received.filter(({ event }) => /comment/i.test(event))
    expect(new Set(comments.map(({ key }) => key)).size).toBe(3)
  })

  it('finds the task to which a person attaches a voice note, and a look shows the note', async () => {
    const { bench, keys, id } = await tuned()
    // A tool may tell of what changed after a moment only.
    const since = new Date(Date.now() - 1).toISOString()
    bench.people.client.attach(id, { name: 'voice note.m4a', mimeType: 'audio/mp4' })
    const received = await receivedBy({ bench, keys, id })
    const listed = await bench.adapter.list(bench.containerId, since, newAttempt())
    const told = harness.tellsOfFiles ? tasksIn(received) : listed.tasks.map(({ ref }) => ref.taskId)
    expect(told).toEqual([id])
    // Where it lies, and what it is called, is not kept of the event.
    expect(JSON.stringify(received)).not.toMatch(/voice|https?:/)
    const { attachments = [] } = (await bench.adapter.observe(id, newAttempt())) ?? {}
    expect(attachments.map(({ name }) => name)).toEqual(['voice note.m4a'])
    expect([null, 'audio/mp4']).toContain(attachments[0]?.mimeType)
    // Where people open it, if the tool gives an address that lasts.
    expect(attachments[0]?.url ?? 'https://').toMatch(/^https:\/\//)
  })

  it('tells of every event what it is, when it happened, and nothing that people wrote', async () => {
    const { bench, keys, id } = await tuned()
    const before = Date.now()
    for (const [, gesture] of gestures) gesture(bench.people.client, id)
    const received = await receivedBy({ bench, keys, id })
    for (const { key, event, occurredAt, evidence } of received) {
      expect([key, event]).not.toContain('')
      expect(JSON.stringify(evidence)).not.toMatch(/posts|campaign|Lambert|vip|ok"/)
      // What carries no time at all cannot be placed; tools stamp what follows one gesture a little ahead.
      if (Date.parse(occurredAt) !== 0) expect(Math.abs(Date.parse(occurredAt) - before)).toBeLessThan(60_000)
    }
  })

  it('shows a due date where the tool does', async () => {
    const { bench, keys, id } = await tuned()
    bench.people.client.edit(id, { due })
    const shown = (await receivedBy({ bench, keys, id })).map(({ dueAt }) => dueAt)
    expect(new Set(shown.filter((dueAt) => dueAt !== undefined))).toEqual(
      new Set(bench.adapter.capabilities.eventsShowDue ? [due] : []),
    )
  })

  it('knows an event again, however often it arrives', async () => {
    const { bench, keys, id } = await tuned()
    bench.faults.doubleWebhooks()
    bench.people.client.edit(id, { title: 'Write three posts' })
    bench.people.client.move(id, 'done')
    const received = await receivedBy({ bench, keys, id })
    const distinct = new Set(received.map(({ key }) => key))
    expect(distinct.size).toBe(received.length / 2)
    expect(distinct.size).toBeGreaterThanOrEqual(2)
  })

  it('knows an event again when it is tried again', async () => {
    const { bench, keys, id } = await tuned()
    bench.receiver.refuse(503, 1)
    bench.people.client.edit(id, { title: 'Write three posts' })
    const received = await receivedBy({ bench, keys, id })
    const distinct = new Set(received.map(({ key }) => key))
    expect(distinct.size).toBe(received.length - 1)
  })

  it('knows our own writing again', async () => {
    const { bench, keys, id } = await tuned()
    const mapping = await mappingOf(bench)
    await bench.settled()
    bench.receiver.clear()
    await judge(bench, id, { mapping, decision: urgent, base: nothingShown })
    const received = await receivedBy({ bench, keys, id })
    expect(received.map(({ kind }) => kind)).toContain('echo')
    expect(tasksIn(received)).toEqual([])
  })

  it('sees the hand of a person beside our own', async () => {
    const { bench, keys, id } = await tuned({ gatherMs: 40 })
    const mapping = await mappingOf(bench)
    await bench.settled()
    bench.receiver.clear()
    await judge(bench, id, { mapping, decision: urgent, base: nothingShown })
    bench.people.client.setNumber(id, 'Surcharge', 20)
    expect(tasksIn(await receivedBy({ bench, keys, id }))).toEqual([id])
  })

  it("takes nobody else's writing for its own", async () => {
    const { bench, keys, id } = await tuned()
    const mapping = await mappingOf(bench)
    await bench.settled()
    bench.receiver.clear()
    await judge(bench, id, { mapping, decision: urgent, base: nothingShown })
    const another = { ...keys, connectionId: 'con-another', userId: bench.userIds.client }
    expect(tasksIn(await receivedBy({ bench, keys: another, id }))).toEqual([id])
  })
}

interface Tuned {
  readonly bench: Bench
  readonly keys: WebhookKeys
  readonly id: string
}

async function receivedBy({ bench, keys }: Tuned): Promise<Received[]> {
  await bench.settled()
  return bench.receiver.posts.map((delivery) => bench.module.receive(delivery, keys))
}

/** The tasks that would be looked at. */
function tasksIn(received: readonly Received[]): (string | null)[] {
  return [...new Set(received.filter(({ kind }) => kind === 'task').map(({ taskId }) => taskId))]
}
