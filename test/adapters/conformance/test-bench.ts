import { afterEach } from 'vitest'
import { AppError, type ErrorCode } from '#model/error.ts'
import type { Bench, BenchOptions, Harness } from './harness.ts'

/** Opens benches that are closed after each test. */
export function benchesOf(harness: Harness): (options?: BenchOptions) => Promise<Bench> {
  const open: Bench[] = []
  afterEach(async () => {
    for (const bench of open.splice(0)) await bench.close()
  })
  return async (options) => {
    const bench = await harness.start(options)
    open.push(bench)
    return bench
  }
}

/** The failure that something ends with. */
export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw new Error(`expected an AppError, got ${String(error)}`)
}

/** Its code, which is what others go by. */
export async function codeOf(work: Promise<unknown>): Promise<ErrorCode> {
  return (await failureOf(work)).code
}
