import { expect, it, onTestFinished } from 'vitest'
import { bulkPriority, lookQueue, startQueue } from '../../src/pipeline/queue.ts'
import { freshStore } from '../support/stores.ts'

it('what a person has just done is looked at before bulk work that was queued earlier', async () => {
  const store = await freshStore('pglite')
  const queue = await startQueue(store, () => {})
  onTestFinished(async () => {
    await queue.stop()
    await store.close()
  })
  const ref = (taskId: string) => ({ tool: 'trello', connectionId: 'con_1', taskId }) as const
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
