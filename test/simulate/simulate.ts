import { parseArgs } from 'node:util'
import { type History, historyOf } from './history.ts'
import { type House, openHouse } from './house.ts'
import { shrink } from './shrink.ts'
import { judge, type Verdict } from './verdict.ts'

const usage = `Plays seeded histories of two boards, their people and their mishaps, and tells what does not hold.

  node test/simulate/simulate.ts [--seeds N] [--from K] [--json]
  node test/simulate/simulate.ts --seed K [--verbose] [--shrink]

  --seeds    how many histories, 100 unless said otherwise
  --from     the first seed, 1 unless said otherwise
  --seed     this one alone
  --verbose  tell what happened, line by line
  --shrink   look for a smaller history that fails as well; takes a while
  --json     one object at the end instead of words`

/** A house is renewed after so many histories, before the stand-ins have too much to remember. */
const historiesPerHouse = 100

interface Failure {
  readonly seed: number
  readonly violations: readonly string[]
  readonly replay: string
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    shrink: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const say = (text: string) => void (values.json || process.stdout.write(`${text}\n`))

if (values.help) process.stdout.write(`${usage}\n`)
else await main()

async function main(): Promise<void> {
  const first = Number(values.seed ?? values.from)
  const count = values.seed === undefined ? Number(values.seeds) : 1
  const started = performance.now()
  const failures: Failure[] = []
  const totals = { histories: 0, gestures: 0, answers: 0, mishaps: 0, writes: 0 }
  let house = await openHouse()
  try {
    for (let seed = first; seed < first + count; seed += 1) {
      if (totals.histories > 0 && totals.histories % historiesPerHouse === 0) {
        await house.close()
        house = await openHouse()
      }
      const history = historyOf(seed)
      const verdict = await judged(house, history)
      totals.histories += 1
      totals.gestures += verdict.gestures
      totals.answers += verdict.answers
      totals.mishaps += verdict.mishaps
      totals.writes += verdict.writes
      if (values.verbose) say(`${describe(seed, history)}\n${verdict.transcript.join('\n')}`)
      if (verdict.violations.length === 0) continue
      const replay = `node test/simulate/simulate.ts --seed ${seed} --verbose`
      failures.push({ seed, violations: verdict.violations, replay })
      say(
        [describe(seed, history), ...verdict.violations.map((each) => `  ${each}`), `  ${replay}`].join('\n'),
      )
      if (values.shrink) say(JSON.stringify(await shrink(house, history), null, 1))
    }
  } finally {
    await house.close()
  }
  const ms = Math.round(performance.now() - started)
  const report = { ...totals, failures, ms }
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`)
  else {
    const { histories, gestures, answers, mishaps, writes } = totals
    say(
      `${histories} histories, ${gestures} gestures, ${answers} answers, ${mishaps} mishaps, ${writes} writes, ${ms} ms`,
    )
    say(failures.length === 0 ? 'all hold' : `${failures.length} do not hold`)
  }
  process.exitCode = failures.length === 0 ? 0 : 1
}

/** What breaks is told as any other violation. */
async function judged(house: House, history: History): Promise<Verdict> {
  try {
    return await judge(house, history)
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { violations: [why], transcript: [], print: '', writes: 0, gestures: 0, answers: 0, mishaps: 0 }
  }
}

function describe(seed: number, { tools, dryRun, relays, listMoves, keepsHours }: History): string {
  const boards = tools.assistant === null ? `${tools.client} alone` : `${tools.client} and ${tools.assistant}`
  const more = [
    dryRun && `the ${dryRun}’s board in dry run`,
    relays ? null : 'no comments passed on',
    listMoves && 'some moves answer',
    keepsHours && 'time answers',
  ]
  return [`seed ${seed}: ${boards}`, ...more.filter(Boolean)].join(', ')
}
