import type { Facts } from '#model/facts.ts'
import type { Instant, Task } from '#model/task.ts'
import { clientOf, factsOf, taskOf } from '#policies/cases/case-judge.ts'
import { type CompiledPolicy, compilePolicy } from '#policies/compile.ts'
import { readEffective } from '#policies/effective.ts'
import { evaluate } from '#policies/evaluate.ts'
import { presetCases } from '#policies/presets/preset-cases.ts'
import { presets } from '#policies/presets/presets.ts'
import type { Policy } from '#policies/schema.ts'
import type { Measure } from './part.ts'
import { type Spread, shareOf, spreadOf } from './spread.ts'

const paris = { language: 'fr', address: 'vous', timeZone: 'Europe/Paris' } as const

/** Time that some work takes, in milliseconds. */
function timed(work: () => unknown): number {
  const before = performance.now()
  work()
  return performance.now() - before
}

/** Processor time that some work takes, in microseconds: a busy machine stretches it less. */
function cpuUsOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** Take a figure several times, after one round that warms the machine up. */
function measured(rounds: number, figure: () => number): Spread {
  figure()
  return spreadOf(Array.from({ length: rounds }, figure))
}

/** What `evaluate` is given. */
interface AskedCase {
  readonly policy: CompiledPolicy
  readonly task: Task
  readonly facts: Facts
  readonly now: Instant
}

/** The cases of a preset; it is compiled once for each way of speaking to a client. */
function askedOf(id: string, document: Policy): AskedCase[] {
  const compiled = new Map<string, CompiledPolicy>()
  return presetCases(id).map((each) => {
    const client = clientOf(each, document)
    const key = JSON.stringify(client)
    const compile = () =>
      compilePolicy(readEffective(document, client).policy ?? document, { id, version: 1 }, client)
    const policy = compiled.get(key) ?? compile()
    compiled.set(key, policy)
    return { policy, task: taskOf(each), facts: factsOf(each, policy), now: each.now }
  })
}

const judge = ({ policy, task, facts, now }: AskedCase) => evaluate(policy, task, facts, now)

/** Judge past requests anew, as when a policy changes. Numbered, so that no two in a row are the same text. */
function judgeAgain(cases: readonly AskedCase[], count: number): void {
  for (let at = 0; at < count; at += 1) {
    const asked = cases[at % cases.length]
    if (asked !== undefined) judge({ ...asked, task: { ...asked.task, title: `${asked.task.title} ${at}` } })
  }
}

function compileAll(): number[] {
  return Object.entries(presets).map(([id, document]) =>
    timed(() => compilePolicy(document, { id, version: 1 }, paris)),
  )
}

/** What judging costs, on the presets and their cases. One core; nothing is read or written. */
export const measure: Measure = async ({ quick }) => {
  const rounds = quick ? 1 : 5
  const cases = Object.entries(presets).flatMap(([id, document]) => askedOf(id, document))
  const eachUs = () => cases.map((asked) => timed(() => judge(asked)) * 1000)
  const again = quick ? 500 : 10_000
  return {
    cases: cases.length,
    decisionP50Us: measured(rounds, () => shareOf(eachUs(), 0.5)),
    decisionP95Us: measured(rounds, () => shareOf(eachUs(), 0.95)),
    decisionCpuUs: measured(rounds, () => cpuUsOf(() => judgeAgain(cases, again)) / again),
    judgeAgain10kMs: measured(rounds, () => timed(() => judgeAgain(cases, again))),
    // Long enough to be steady by itself.
    ...(!quick && { judgeAgain100kMs: spreadOf([timed(() => judgeAgain(cases, 100_000))]) }),
    compileMs: measured(rounds, () => Math.max(...compileAll())),
  }
}
