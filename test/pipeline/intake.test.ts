import { describe, expect, it, onTestFinished } from 'vitest'
import type { Received } from '#model/adapter.ts'
import { createIntake } from '../../src/pipeline/intake.ts'
import { lookQueue, type Queue, startQueue } from '../../src/pipeline/queue.ts'
import { withRequestId } from '../../src/request-id.ts'
import { createConnectionStore } from '../../src/store/connections.ts'
import type { Store } from '../../src/store/open.ts'
import { freshStore } from '../support/stores.ts'

const now = () => '2026-11-23T21:00:00.000Z'
const source = { tool: 'trello', connectionId: 'con_1' } as const

const received = (over: Partial<Received> = {}): Received => ({
  kind: 'task',
  key: 'action-1',
  event: 'updateCard',
  occurredAt: now(),
  taskId: 'card-1',
  evidence: {},
  ...over,
})

async function world() {
  const store = await freshStore()
  const queue = await startQueue(store, () => {})
  onTestFinished(async () => {
    await queue.stop()
    await store.close()
  })
  await createConnectionStore(store.db, store.vault).insert({
    id: source.connectionId,
    tool: source.tool,
    name: 'test',
    userId: 'me',
    credentials: { token: 't' },
    callbackUrl: null,
    updates: 'poll',
    createdAt: now(),
  })
  return { store, queue, intake: intakeOf(store, queue) }
}

const intakeOf = (store: Store, queue: Pick<Queue, 'look'>) =>
  createIntake({ db: store.db, queue, now, quietSeconds: () => 0 })

const jobsOf = async (queue: Queue) => (await queue.boss.findJobs(lookQueue)).map((job) => job.data)
const keysOf = async (store: Store) =>
  (await store.db.selectFrom('deliveries').select('key').orderBy('key').execute()).map(({ key }) => key)

describe('intake', () => {
  it('stores a delivery and queues one look', async () => {
    const { store, queue, intake } = await world()
    expect(await withRequestId('request-1', () => intake.accept(source, received()))).toBe('queued')
    expect(await keysOf(store)).toEqual(['action-1'])
    expect(await jobsOf(queue)).toEqual([{ ...source, taskId: 'card-1', requestId: 'request-1' }])
  })

  it('stops an event that arrives twice, whether together or later', async () => {
    const { store, queue, intake } = await world()
    const together = await Promise.all([intake.accept(source, received()), intake.accept(source, received())])
    expect(together.sort()).toEqual(['duplicate', 'queued'])
    expect(await intake.accept(source, received())).toBe('duplicate')
    expect(await keysOf(store)).toHaveLength(1)
    expect(await jobsOf(queue)).toHaveLength(1)
  })

  it('folds a burst about one task into one look, and keeps every delivery', async () => {
    const { store, queue, intake } = await world()
    const burst = Array.from({ length: 450 }, (_, n) => intake.accept(source, received({ key: `a-${n}` })))
    expect(new Set(await Promise.all(burst))).toEqual(new Set(['queued']))
    expect(await keysOf(store)).toHaveLength(450)
    expect(await jobsOf(queue)).toHaveLength(1)
  })

  it('takes the same burst in many times at once, in whatever order, and keeps each event once', async () => {
    const { store, queue } = await world()
    const numbers = Array.from({ length: 150 }, (_, n) => n)
    const bursts = Array.from({ length: 8 }, (_, burst) => {
      const by = intakeOf(store, queue)
      const inOrder = burst % 2 === 0 ? numbers : numbers.toReversed()
      return inOrder.map((n) => by.accept(source, received({ key: `a-${n}`, taskId: `card-${n}` })))
    })
    const outcomes = await Promise.all(bursts.flat())
    expect(outcomes.filter((outcome) => outcome === 'queued')).toHaveLength(150)
    expect(await keysOf(store)).toHaveLength(150)
    expect(await jobsOf(queue)).toHaveLength(150)
  })

  it('writes in one order whatever order events come in, so that two at once cannot stop each other', async () => {
    const { store, queue } = await world()
    const asked: string[] = []
    const intake = intakeOf(store, {
      look: async (refs) => void asked.push(...refs.map(({ taskId }) => taskId)),
    })
    const numbers = [7, 2, 9, 4, 1]
    await Promise.all(
      numbers.map((n) => intake.accept(source, received({ key: `a-${n}`, taskId: `card-${10 - n}` }))),
    )
    const rows = await store.db.selectFrom('deliveries').select('key').orderBy('id').execute()
    expect(rows.map(({ key }) => key)).toEqual(['a-1', 'a-2', 'a-4', 'a-7', 'a-9'])
    expect(asked).toEqual(['card-1', 'card-3', 'card-6', 'card-8', 'card-9'])
    expect(await jobsOf(queue)).toEqual([])
  })

  it('neither stores nor queues what cannot concern a task, nor our own echo', async () => {
    const { store, queue, intake } = await world()
    expect(await intake.accept(source, received({ kind: 'other', taskId: null }))).toBe('dropped')
    expect(await intake.accept(source, received({ kind: 'echo' }))).toBe('echo')
    expect(await keysOf(store)).toEqual([])
    expect(await jobsOf(queue)).toEqual([])
  })

  it('keeps neither the delivery nor the job when one of them fails, and says so', async () => {
    const { store, queue } = await world()
    const broken = intakeOf(store, { look: () => Promise.reject(new Error('no queue')) })
    await expect(broken.accept(source, received())).rejects.toThrow('no queue')
    expect(await keysOf(store)).toEqual([])
    expect(await jobsOf(queue)).toEqual([])
    expect(await intakeOf(store, queue).accept(source, received())).toBe('queued')
  })
})
