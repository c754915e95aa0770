import { expect, it, onTestFinished } from 'vitest'
import { createLook, type LookDeps } from '../../src/pipeline/look.ts'
import { bulkPriority, lookQueue, startQueue } from '../../src/pipeline/queue.ts'
import { freshStore } from '../support/stores.ts'

const ref = (taskId: string) => ({ tool: 'trello', connectionId: 'con_1', taskId }) as const

async function freshQueue() {
  const store = await freshStore()
  const queue = await startQueue(store, () => {})
  onTestFinished(async () => {
    await queue.stop()
    await store.close()
  })
  return { queue, store }
}

it('what a person has just done is looked at before bulk work that was queued earlier', async () => {
  const { queue } = await freshQueue()
  await queue.look([ref('swept-1'), ref('swept-2')], { delaySeconds: 0, priority: bulkPriority })
  await queue.look([ref('written')], { delaySeconds: 0 })
  const order = []
  for (let n = 0; n < 3; n += 1) {
    const [job] = await queue.boss.fetch<{ taskId: string }>(lookQueue)
    order.push(job?.data.taskId)
  }
  expect(order[0]).toBe('written')
  expect(order.slice(1).sort()).toEqual(['swept-1', 'swept-2'])
})

it('what a person does to a task that bulk work waits for as well is not kept waiting by it', async () => {
  const { queue, store } = await freshQueue()
  const bulk = ['swept-1', 'swept-2', 'written', 'swept-3'].map(ref)
  await queue.look(bulk, { delaySeconds: 0, priority: bulkPriority })
  await store.db.transaction().execute((db) => queue.look([ref('written')], { db, delaySeconds: 0 }))
  // Nor does bulk work that comes later put it back.
  await queue.look(bulk, { delaySeconds: 0, priority: bulkPriority })
  const [job] = await queue.boss.fetch<{ taskId: string }>(lookQueue)
  expect(job?.data.taskId).toBe('written')
  expect(await queue.boss.findJobs(lookQueue, { queued: true })).toHaveLength(3)
})

it('the request of a twin that bulk work has brought up is looked at with bulk work', async () => {
  const asked: unknown[] = []
  const look = createLook({
    twins: { requestOf: async () => ref('request') },
    queue: { look: async (_: unknown, options: unknown) => void asked.push(options) },
  } as unknown as LookDeps)
  const attempt = { signal: new AbortController().signal, reads: 0, writes: 0 }
  await look(ref('twin'), attempt, bulkPriority)
  expect(asked).toEqual([{ delaySeconds: 0, priority: bulkPriority }])
})
