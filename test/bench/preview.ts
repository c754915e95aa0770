import { mkdtempSync, rmSync } from 'node:fs'
import { arch, cpus, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createPreviewer } from '../../src/pipeline/preview.ts'
import { createBoardStore } from '../../src/store/boards.ts'
import { createClientStore } from '../../src/store/clients.ts'
import { createExampleStore } from '../../src/store/examples.ts'
import { createJudgedTasks } from '../../src/store/judged-tasks.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { createPolicyStore } from '../../src/store/policies.ts'
import { createDraftStore } from '../../src/store/policy-drafts.ts'
import { document, fillWithPast, policyId } from './past-store.ts'
import { spreadOf } from './spread.ts'

const usage = `Measures what it takes to preview a change of rules on past requests, on the embedded store.

  node test/bench/preview.ts [--json] [--tasks N] [--rounds N]

  --json      one JSON document instead of lines
  --tasks N   how many requests are judged again (default 10000)
  --rounds N  how often each figure is taken after warming up (default 3)

Of each figure the median of the rounds is given, with the lowest and the highest. Seconds are those of the clock; cpu
those that the process was at work, which a busy machine does not stretch as much.
`

interface Round {
  readonly seconds: number
  readonly cpu: number
  readonly changed: number
}

/** Judge everything again by a document with a dearer hour and one service less. */
async function preview(store: Store, tasks: number): Promise<Round> {
  const { db } = store
  const look = createPreviewer({
    ...{ clients: createClientStore(db), boards: createBoardStore(db), judged: createJudgedTasks(db) },
    ...{ policies: createPolicyStore(db), drafts: createDraftStore(db), examples: createExampleStore(db) },
    now: () => new Date().toISOString(),
  })
  const changedDocument = {
    ...document,
    billing: { ...document.billing, hourlyRate: 41 },
    services: document.services.map((service) =>
      service.id === 'newsletter' ? { ...service, kind: 'excluded' as const } : service,
    ),
  }
  const [start, used] = [performance.now(), process.cpuUsage()]
  const { summary } = await look(
    { policyId, state: 'document', document: changedDocument },
    { days: 30, limit: 50, after: null, onlyChanged: true },
  )
  const { user, system } = process.cpuUsage(used)
  const seconds = (performance.now() - start) / 1000
  if (summary?.judged !== tasks) throw new Error(`judged ${summary?.judged} of ${tasks}`)
  return { seconds, cpu: (user + system) / 1e6, changed: summary.changed }
}

async function measure(tasks: number, rounds: number) {
  const directory = mkdtempSync(join(tmpdir(), 'cadre-bench-'))
  const store = await openStore({
    DATABASE_URL: undefined,
    DATA_DIR: directory,
    CADRE_SECRET_KEY: undefined,
  })
  try {
    await fillWithPast(store.db, tasks, new Date())
    const taken: Round[] = []
    for (let round = -1; round < rounds; round += 1) {
      const each = await preview(store, tasks)
      if (round >= 0) taken.push(each) // the first one warms up
    }
    return {
      machine: { cpu: cpus()[0]?.model ?? '', cores: cpus().length, platform: platform(), arch: arch() },
      ...{ node: process.version, rounds, tasks, changed: taken[0]?.changed ?? 0 },
      previewSeconds: spreadOf(taken.map(({ seconds }) => seconds)),
      previewCpuSeconds: spreadOf(taken.map(({ cpu }) => cpu)),
      megabytes: Math.round(process.memoryUsage().rss / 1024 / 1024),
    }
  } finally {
    await store.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      tasks: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [tasks, rounds] = [Number(values.tasks), Number(values.rounds)]
  const isWrong = ![tasks, rounds].every((number) => Number.isInteger(number) && number > 0)
  if (values.help || isWrong) {
    process.stdout.write(usage)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const figures = await measure(tasks, rounds)
  const { previewSeconds, previewCpuSeconds } = figures
  const line = ({ median, min, max }: typeof previewSeconds) => `${median} s (${min} to ${max})`
  process.stdout.write(
    values.json
      ? `${JSON.stringify(figures, null, 2)}\n`
      : `${tasks} requests judged again, ${figures.changed} come out otherwise: ${line(previewSeconds)}, cpu ${line(previewCpuSeconds)}\n`,
  )
}

await main()
