import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '#model/error.ts'
import { fateOf, neverEnds } from '../../src/pipeline/job-fate.ts'
import { lookQueue, startQueue } from '../../src/pipeline/queue.ts'
import { freshStore } from '../support/stores.ts'

const failed = (retryCount: number, code: string | null) => ({
  retryCount,
  output: code === null ? {} : { code },
})
const error = (code: ConstructorParameters<typeof AppError>[0]) => new AppError(code, '')

describe('a job that failed', () => {
  it.each([
    ['at once, where nothing helps', failed(0, null), 'TOOL_UNAUTHORIZED', 'dead'],
    ['for the eighth time', failed(7, 'INTERNAL'), 'INTERNAL', 'again'],
    ['for the ninth time', failed(8, 'INTERNAL'), 'INTERNAL', 'dead'],
    ['while the tool is away, however often', failed(200, 'TOOL_UNAVAILABLE'), 'TOOL_UNAVAILABLE', 'again'],
    ['because the tool went away at last', failed(8, 'INTERNAL'), 'TOOL_TIMEOUT', 'again'],
    ['otherwise when the tool is back', failed(200, 'TOOL_UNAVAILABLE'), 'TOOL_MAPPING_STALE', 'again'],
    ['otherwise, and again', failed(201, 'TOOL_MAPPING_STALE'), 'TOOL_MAPPING_STALE', 'dead'],
  ] as const)('%s', (_, job, code, fate) => {
    expect(fateOf(job, error(code))).toBe(fate)
  })

  it('is not begun any more when it never ended', () => {
    expect([neverEnds(failed(8, null)), neverEnds(failed(9, null))]).toEqual([false, true])
    expect(neverEnds(failed(9, 'TOOL_UNAVAILABLE'))).toBe(false)
  })
})

describe('the queue', () => {
  it('tells why the last attempt failed, and has attempts left after a day', async () => {
    const store = await freshStore()
    const queue = await startQueue(store, () => {})
    onTestFinished(async () => {
      await queue.stop()
      await store.close()
    })
    const take = async () => {
      const [job] = await queue.boss.fetch(lookQueue, { includeMetadata: true })
      if (job === undefined) throw new Error('no job')
      return job
    }
    await queue.look([{ tool: 'trello', connectionId: 'con_1', taskId: 'card' }], { delaySeconds: 0 })
    await queue.boss.fail(lookQueue, (await take()).id, { code: 'TOOL_UNAVAILABLE' })
    await sql`UPDATE pgboss.job SET retry_count = 280, start_after = now() WHERE name = ${lookQueue}`.execute(
      store.db,
    )
    const job = await take()
    expect([job.retryCount > 280, neverEnds(job), job.retryLimit - job.retryCount > 8]).toEqual([
      true,
      false,
      true,
    ])
  })
})
