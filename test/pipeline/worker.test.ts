import type { JobResult, JobWithMetadata } from 'pg-boss'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { leaveQueue } from '../../src/pipeline/queue.ts'
import { startWorker, type WorkerDeps } from '../../src/pipeline/worker.ts'

type Work = (jobs: readonly Partial<JobWithMetadata>[]) => Promise<JobResult[]>

/** What becomes of a job that has failed eight times already, when the store fails it with this. */
async function ninth(failure: Error): Promise<JobResult | undefined> {
  const workers = new Map<string, Work>()
  const boss = {
    work: async (queue: string, _options: unknown, work: Work) => void workers.set(queue, work),
    findJobs: async () => [],
  }
  const boards = { find: () => Promise.reject(failure) }
  await startWorker({ queue: { boss }, boards, log: pino({ level: 'silent' }) } as unknown as WorkerDeps)
  const job = {
    ...{
      id: 'job',
      name: leaveQueue,
      data: { boardId: 'brd_1' },
      retryCount: 8,
      output: {},
      singletonKey: null,
    },
    signal: new AbortController().signal,
  }
  return (await workers.get(leaveQueue)?.([job]))?.[0]
}

describe('a job in hand', () => {
  it('waits while the store is away, however often it has failed', async () => {
    const shutDown = Object.assign(new Error('terminating connection'), { code: '57P01' })
    expect(await ninth(shutDown)).toMatchObject({ status: 'failed', output: { code: 'STORE_UNAVAILABLE' } })
  })

  it('is put aside after a fault of ours that has no end', async () => {
    expect(await ninth(new TypeError('x is not a function'))).toMatchObject({
      ...{ status: 'deadletter', output: { code: 'INTERNAL' } },
    })
  })
})
