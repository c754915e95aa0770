import { randomBytes } from 'node:crypto'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startService } from '../../src/main.ts'
import { openStore } from '../../src/store/open.ts'
import { freePort } from '../support/free-port.ts'
import { fillStore } from './fill-store.ts'
import { listQuestions } from './list-questions.ts'
import type { Measure } from './part.ts'
import { onFreshDatabase } from './place.ts'
import { type Plan, planOf } from './plan-of.ts'

/** One question, how long its answer took in milliseconds, and how the database came to it. */
interface Measured extends Plan {
  readonly path: string
  readonly p50: number
  readonly p95: number
}

const key = 'cadre_bench_0123456789abcdefghij'

/** The lists of the admin API over HTTP, on PostgreSQL. */
export const measure: Measure = async ({ quick, serverUrl }) => {
  if (serverUrl === undefined) return { skipped: 'TEST_DATABASE_URL is not set' }
  const amount = { tasks: quick ? 500 : 100_000, runsPerTask: quick ? 2 : 10 }
  const lists = await onFreshDatabase(serverUrl, (url) => ask(url, amount, quick ? 2 : 20))
  return { ...amount, worstP95Ms: Math.max(...lists.map(({ p95 }) => p95)), lists: byPath(lists) }
}

const byPath = (lists: readonly Measured[]) =>
  Object.fromEntries(lists.map(({ path, ...rest }) => [path, rest]))

async function ask(
  url: string,
  amount: Parameters<typeof fillStore>[1],
  rounds: number,
): Promise<Measured[]> {
  const port = await freePort()
  const config = {
    ...parseConfig({ PORT: String(port), CADRE_ADMIN_KEY: key, SWEEP_CRON: '0 0 1 1 *' }),
    DATABASE_URL: url,
    CADRE_SECRET_KEY: randomBytes(32),
  }
  const store = await openStore(config)
  await fillStore(store.db, amount)
  const service = await startService({ config, log: createLog('silent') })
  try {
    const results: Measured[] = []
    for (const question of listQuestions(new Date())) {
      const times = await timesOf(`${service.url}/api/v1${question.path}`, rounds)
      results.push({ path: question.path, ...times, ...(await planOf(store.db, question.page(store.db))) })
    }
    return results
  } finally {
    await service.close()
    await store.close()
  }
}

async function timesOf(url: string, rounds: number): Promise<{ p50: number; p95: number }> {
  const times: number[] = []
  for (let round = -2; round < rounds; round += 1) {
    const start = performance.now()
    const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${url} answered ${response.status}`)
    // The first ones open connections.
    if (round >= 0) times.push(performance.now() - start)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 10) / 10
  return { p50: at(0.5), p95: at(0.95) }
}
