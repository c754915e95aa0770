import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startService } from '../../src/main.ts'
import { openStore } from '../../src/store/open.ts'
import { freePort } from '../support/free-port.ts'
import { fillStore } from './fill-store.ts'
import { listQuestions } from './list-questions.ts'
import { type Plan, planOf } from './plan-of.ts'

const usage = `Measures the lists of the admin API over HTTP, on PostgreSQL.

  TEST_DATABASE_URL=postgres://… node test/bench/lists.ts [--tasks 100000] [--runs-per-task 10] [--rounds 20] [--json]
`

/** One question, how long its answer took in milliseconds, and how the database came to it. */
interface Measured extends Plan {
  readonly path: string
  readonly p50: number
  readonly p95: number
}

const key = 'cadre_bench_0123456789abcdefghij'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      tasks: { type: 'string', default: '100000' },
      'runs-per-task': { type: 'string', default: '10' },
      rounds: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
    },
  })
  const server = process.env.TEST_DATABASE_URL
  if (server === undefined) {
    process.stderr.write(usage)
    process.exitCode = 1
    return
  }
  const amount = { tasks: Number(values.tasks), runsPerTask: Number(values['runs-per-task']) }
  const measured = await onFreshDatabase(server, (url) => measure(url, amount, Number(values.rounds)))
  const worst = Math.max(...measured.map(({ p95 }) => p95))
  if (values.json)
    process.stdout.write(`${JSON.stringify({ ...amount, worstP95: worst, lists: measured })}\n`)
  else
    for (const line of [...measured.map(lineOf), `worst p95: ${worst} ms`]) process.stdout.write(`${line}\n`)
}

async function measure(
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

const lineOf = ({ path, p50, p95, indexes, scans }: Measured) =>
  [
    `${String(p50).padStart(7)} ms`,
    `${String(p95).padStart(7)} ms`,
    path.padEnd(60),
    indexes.join(', '),
    ...(scans.length > 0 ? [`reads all of ${scans.join(', ')}`] : []),
  ].join('  ')

async function onFreshDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `cadre_bench_${randomBytes(6).toString('hex')}`
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name}`)
    const url = new URL(server)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.end()
  }
}

await main()
