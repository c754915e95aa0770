import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startProcess } from '../bench/service-process.ts'
import type { Place } from '../demo/places.ts'
import { openPlaces, setUp } from '../demo/set-up.ts'
import { chanceOf } from '../support/chance.ts'
import { growth, type Sample, sampleOf } from './samples.ts'
import { act, mishap } from './traffic.ts'

const usage = `Runs the service for a while under mixed traffic and mishaps, and tells whether it stays as it was.

  npm run soak -- [--minutes N] [--seed K] [--per-second R] [--json]

  --minutes     how long, 30 unless said otherwise
  --seed        who does what, 1 unless said otherwise
  --per-second  gestures of people, 3 unless said otherwise
  --json        one JSON document at the end instead of words

On DATABASE_URL where it is set (an empty database), else on a fresh embedded store.`

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    'per-second': { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  process.stdout.write(`${usage}\n`)
  process.exit(0)
}

/** One line of the log, as far as it is counted. */
interface LogLine {
  readonly level: number
  readonly msg: string
  readonly code: string
  /** What the error says; empty where there is none. */
  readonly why: string
}

const minutes = Number(values.minutes)
const chance = chanceOf(Number(values.seed))
const tell = (text: string) => values.json || process.stdout.write(`${text}\n`)
/** Growth of memory that is still called flat: a garbage collector breathes by about as much. */
const flat = 1.2
/** A job that waits for longer than this when all is well again was forgotten: attempts are five minutes apart at most. */
const patienceSeconds = 400

const directory = mkdtempSync(join(tmpdir(), 'cadre-soak-'))
const { DATABASE_URL } = process.env
const store = {
  ...{ DATABASE_URL, DATA_DIR: directory },
  CADRE_SECRET_KEY: DATABASE_URL === undefined ? undefined : randomBytes(32),
}
const places = await openPlaces()
const boards: readonly Place[] = Object.values(places)
const complaints: LogLine[] = []
const service = await startProcess(
  store,
  {
    ...Object.fromEntries(boards.map(({ tool, apiUrl }) => [`${tool.toUpperCase()}_API_URL`, apiUrl])),
    SWEEP_CRON: '* * * * *',
  },
  (line) => complaints.push(readLine(line)),
)
await setUp(places, service.call, { hourlyWriteLimit: 10_000 })
tell(`${minutes} minutes on ${DATABASE_URL === undefined ? 'PGlite' : 'PostgreSQL'}, seed ${values.seed}`)

const alive = new Map<Place, string[]>(boards.map((board) => [board, []]))
const begin = performance.now()
const minute = () => (performance.now() - begin) / 60_000
const samples: Sample[] = []
const refused: string[] = []
const running = () => minute() < minutes && !service.hasEnded

await Promise.all([people(), mishaps(), readers(), watch()])
for (const { faults } of boards) faults.clear()
const idleAfter = await untilIdle()

const live = [...alive].flatMap(([board, ids]) =>
  ids.map((id) => ({ tool: board.tool, id, labels: board.see(id).labels })),
)
const unlabelled = live.filter(({ labels }) => labels.length === 0)
const dead = (await service.call<{ items: unknown[] }>('GET', '/dead-letters')).items.length
const complained = Object.fromEntries(
  Object.entries(Object.groupBy(complaints, ({ msg, code }) => `${msg} ${code}`.trim())).map(
    ([what, lines]) => [what, lines?.length ?? 0],
  ),
)
const unexplained = complaints.filter(({ level, code }) => level >= 50 && !code.startsWith('TOOL_'))
const result = {
  minutes,
  seed: Number(values.seed),
  store: DATABASE_URL === undefined ? 'pglite' : 'postgresql',
  residentGrowth: growth(samples, ({ residentMb }) => residentMb),
  heapGrowth: growth(samples, ({ heapMb }) => heapMb),
  oldestSeconds: Math.max(...samples.map(({ oldestSeconds }) => oldestSeconds)),
  idleAfterSeconds: idleAfter,
  requestsAlive: live.length,
  unlabelled: unlabelled.length,
  deadLetters: dead,
  refused,
  complaints: complained,
  unexplained: unexplained.map(({ msg, code, why }) => `${msg} ${code} ${why}`.trim()),
  samples,
}
const faults = [
  service.hasEnded && 'the service ended',
  result.residentGrowth > flat && `memory grew by ${result.residentGrowth}`,
  idleAfter === null && `the queue was not empty in ${patienceSeconds} s after the last mishap`,
  unlabelled.length > 0 && `${unlabelled.length} requests have no verdict`,
  dead > 0 && `${dead} dead letters`,
  refused.length > 0 && `${refused.length} requests to the API failed`,
  unexplained.length > 0 && `${unexplained.length} errors that no mishap explains`,
].filter((fault) => fault !== false)

await service.stop()
for (const board of boards) await board.close()
rmSync(directory, { recursive: true, force: true })
process.stdout.write(
  values.json ? `${JSON.stringify({ ok: faults.length === 0, ...result, faults }, null, 2)}\n` : report(),
)
process.exitCode = faults.length === 0 ? 0 : 1

async function metrics(): Promise<string> {
  return (await fetch(`${service.url}/metrics`)).text()
}

function readLine(line: string): LogLine {
  const {
    level = 0,
    msg = line,
    err,
  } = JSON.parse(line) as { level?: number; msg?: string; err?: { code?: string; message?: string } }
  return { level, msg, code: err?.code ?? '', why: err?.message ?? '' }
}

async function people(): Promise<void> {
  while (running()) {
    act(alive, chance)
    await wait((2 * chance() * 1000) / Number(values['per-second']))
  }
}

/** Ten seconds of trouble at one tool, then twenty of calm. */
async function mishaps(): Promise<void> {
  while (running()) {
    const board = boards[Math.floor(chance() * boards.length)] as Place
    tell(`${minute().toFixed(1)} min: ${mishap(board, chance)}`)
    await wait(10_000)
    board.faults.clear()
    Object.assign(board.faults, { latencyMs: 0, shuffle: false })
    await wait(20_000)
  }
}

/** The assistant looks at her lists meanwhile. */
async function readers(): Promise<void> {
  const paths = [
    '/tasks?limit=50',
    '/runs?limit=50',
    '/decisions?limit=50',
    '/deliveries?limit=50',
    '/boards',
  ]
  for (let turn = 0; running(); turn += 1) {
    const path = paths[turn % paths.length] as string
    await service.call('GET', path).catch((error: Error) => refused.push(error.message))
    await wait(500)
  }
}

async function watch(): Promise<void> {
  while (running()) {
    await wait(Math.min(15_000, (minutes * 60_000) / 8))
    const sample = sampleOf(await metrics(), minute())
    samples.push(sample)
    tell(
      `${sample.minute.toFixed(1)} min: ${sample.residentMb} MB resident, ${sample.heapMb} MB heap, ` +
        `${sample.jobs} jobs, the oldest waits ${sample.oldestSeconds.toFixed(1)} s`,
    )
  }
}

/** Seconds until no job is left, or null when that takes too long. */
async function untilIdle(): Promise<number | null> {
  const start = performance.now()
  const seconds = () => Math.round((performance.now() - start) / 1000)
  while (seconds() < patienceSeconds) {
    for (const board of boards) await board.settled()
    // The gauges are kept for five seconds.
    await wait(6_000)
    if (sampleOf(await metrics(), minute()).jobs === 0) return seconds()
  }
  return null
}

function report(): string {
  const { residentGrowth, oldestSeconds, deadLetters } = result
  return [
    '',
    `memory    ${residentGrowth} × from the second quarter to the last`,
    `queue     the oldest job waited ${oldestSeconds.toFixed(1)} s at most; empty ${idleAfter ?? '—'} s after the last mishap`,
    `requests  ${live.length} alive, ${unlabelled.length} without a verdict, ${deadLetters} dead letters`,
    ...result.unexplained.map((what) => `log       ${what}`),
    ...Object.entries(complained).map(([what, count]) => `log       ${count} × ${what}`),
    faults.length === 0 ? 'As it was.' : faults.map((fault) => `FAULT     ${fault}`).join('\n'),
    '',
  ].join('\n')
}
