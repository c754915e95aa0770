import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDeadLetters } from '../../src/pipeline/dead-letters.ts'
import {
  deadQueue,
  type LookJob,
  lookQueue,
  type Queue,
  type SweepJob,
  startQueue,
  sweepQueue,
} from '../../src/pipeline/queue.ts'
import type { Store } from '../../src/store/open.ts'
import { freshStore, storeKind } from '../support/stores.ts'

describe('the queue', () => {
  let store: Store
  let queue: Queue

  beforeEach(async () => {
    store = await freshStore()
    queue = await startQueue(store, () => {})
  })
  afterEach(async () => {
    await queue.stop()
    await store.close()
  })

  const board = { id: 'brd_1', connectionId: 'con_1' }
  const ref = (taskId: string): LookJob => ({ tool: 'trello', connectionId: 'con_1', taskId })
  const sweeps = async () =>
    (await queue.boss.findJobs<SweepJob>(sweepQueue, { queued: true })).map(({ data }) => data.full)

  it('makes a sweep that is queued a full one, never the other way round', async () => {
    await queue.sweep([board], { full: false })
    await queue.sweep([board], { full: true })
    expect(await sweeps()).toEqual([true])
    await queue.sweep([board], { full: false })
    expect(await sweeps()).toEqual([true])
  })

  it('queues a full sweep behind one that is under way', async () => {
    await queue.sweep([board], { full: false })
    await queue.boss.fetch(sweepQueue)
    await queue.sweep([board], { full: true })
    expect(await sweeps()).toEqual([true])
  })

  it('goes by the options of today on a store that was made with others', async () => {
    await sql`UPDATE pgboss.queue SET retry_limit = 3, notify = false, retention_seconds = 60`.execute(
      store.db,
    )
    await queue.stop()
    queue = await startQueue(store, () => {})
    const [look, dead] = await Promise.all([lookQueue, deadQueue].map((name) => queue.boss.getQueue(name)))
    expect(look).toMatchObject({ policy: 'stately', retryLimit: 300, notify: true })
    expect(dead?.retentionSeconds).toBe(90 * 86_400)
  })

  it.runIf(storeKind === 'pglite')(
    'buries nothing when it is killed while a second look is under way',
    async () => {
      await queue.look([ref('card')], { delaySeconds: 0 })
      const [first] = await queue.boss.fetch(lookQueue)
      await queue.boss.fail(lookQueue, first?.id ?? '', { code: 'TOOL_UNAVAILABLE' })
      await queue.look([ref('card'), ref('other')], { delaySeconds: 0 })
      expect(await queue.boss.fetch(lookQueue, { batchSize: 2 })).toHaveLength(2)
      await queue.boss.stop({ graceful: false, close: false })

      queue = await startQueue(store, () => {})
      expect(await queue.boss.findJobs(deadQueue, { queued: true })).toEqual([])
      const waiting = await queue.boss.findJobs(lookQueue, { queued: true })
      expect(waiting.map(({ singletonKey, state }) => [singletonKey, state]).sort()).toEqual([
        ['con_1/card', 'retry'],
        ['con_1/other', 'retry'],
      ])
    },
  )

  // The embedded store has one transaction at a time.
  it.runIf(storeKind === 'postgres')(
    'lets two who ask for the same tasks never wait in a circle',
    async () => {
      const refs = Array.from({ length: 1000 }, (_, n) => ref(`card ${n + 1000}`))
      const ask = (some: readonly LookJob[]) =>
        store.db.transaction().execute((trx) => queue.look(some, { db: trx, delaySeconds: 0 }))
      for (let time = 0; time < 5; time += 1) {
        await Promise.all([ask(refs), ask(refs.toReversed()), ask(refs), ask(refs.toReversed())])
        expect(await queue.boss.findJobs(lookQueue, { queued: true })).toHaveLength(1000)
        await queue.boss.deleteAllJobs(lookQueue)
      }
    },
  )

  describe('dead letters', () => {
    /** Of days in which an account was refused: a sweep every ten minutes, and a look. */
    async function manyDead(): Promise<void> {
      const look: LookJob = { tool: 'trello', connectionId: 'con_1', taskId: 'card' }
      const jobs = [
        [sweepQueue, { boardId: 'brd_1', full: false }, 'brd_1'],
        [lookQueue, look, 'con_1/card'],
      ] as const
      for (const [name, data, singletonKey] of jobs) {
        await queue.boss.insert(name, [{ data, singletonKey, retryLimit: 0 }])
        const [taken] = await queue.boss.fetch(name)
        await queue.boss.fail(name, taken?.id ?? '', { code: 'TOOL_UNAUTHORIZED' })
        const copies = name === sweepQueue ? 1100 : 0
        await sql`
          insert into pgboss.job (name, data, singleton_key, source_name, created_on)
          select name, data, singleton_key, source_name, created_on from pgboss.job, generate_series(1, ${copies}::int)
          where name = ${deadQueue} and source_name = ${name}`.execute(store.db)
      }
    }
    const queued = async (name: string) => (await queue.boss.findJobs(name, { queued: true })).length

    it('are all sent through again, however many of them are one job', async () => {
      await manyDead()
      const deadLetters = createDeadLetters(store.db, queue.boss)
      expect(await deadLetters.redrive({}, store.db)).toBe(2)
      expect([await queued(sweepQueue), await queued(lookQueue)]).toEqual([1, 1])
      expect(await deadLetters.page(10, null)).toEqual([])
    })

    it('of one account are sent through again without the others', async () => {
      await manyDead()
      const deadLetters = createDeadLetters(store.db, queue.boss)
      expect(await deadLetters.redrive({ of: { connectionId: 'con_2' } }, store.db)).toBe(0)
      expect(await deadLetters.redrive({ of: { connectionId: 'con_1' } }, store.db)).toBe(1)
      expect([await queued(sweepQueue), await queued(lookQueue)]).toEqual([0, 1])
    })
  })
})
