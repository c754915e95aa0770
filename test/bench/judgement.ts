import { arch, cpus, platform } from 'node:os'
import { parseArgs } from 'node:util'
import type { Facts } from '#model/facts.ts'
import type { Instant, Task } from '#model/task.ts'
import { clientOf, factsOf, taskOf } from '#policies/cases/case-judge.ts'
import { type CompiledPolicy, compilePolicy } from '#policies/compile.ts'
import { readEffective } from '#policies/effective.ts'
import { evaluate } from '#policies/evaluate.ts'
import { presetCases } from '#policies/presets/preset-cases.ts'
import { presets } from '#policies/presets/presets.ts'
import type { Policy } from '#policies/schema.ts'
import { type Spread, shareOf, spreadOf } from './spread.ts'

const usage = `Measures what judging costs, on the presets and their cases.

  node test/bench/judgement.ts [--json] [--rounds N]

  --json      one JSON document instead of lines
  --rounds N  how often each figure is taken after warming up (default 5); the 100,000 are judged once

The median of the rounds is given, with the lowest and the highest. One core; nothing is read or written.
`

const paris = { language: 'fr', address: 'vous', timeZone: 'Europe/Paris' } as const

/** Time that some work takes, in milliseconds. */
function timed(work: () => unknown): number {
  const before = performance.now()
  work()
  return performance.now() - before
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

function measureAll(rounds: number) {
  const cases = Object.entries(presets).flatMap(([id, document]) => askedOf(id, document))
  const eachUs = () => cases.map((asked) => timed(() => judge(asked)) * 1000)
  return {
    machine: { cpu: cpus()[0]?.model ?? '', cores: cpus().length, platform: platform(), arch: arch() },
    node: process.version,
    rounds,
    cases: cases.length,
    decisionP50Us: measured(rounds, () => shareOf(eachUs(), 0.5)),
    decisionP95Us: measured(rounds, () => shareOf(eachUs(), 0.95)),
    judgeAgain10kMs: measured(rounds, () => timed(() => judgeAgain(cases, 10_000))),
    // Long enough to be steady by itself.
    judgeAgain100kMs: spreadOf([timed(() => judgeAgain(cases, 100_000))]),
    compileMs: measured(rounds, () => Math.max(...compileAll())),
  }
}

function linesOf({ machine, node, rounds, cases, ...figures }: ReturnType<typeof measureAll>): string {
  const lines = Object.entries(figures).map(
    ([name, { median, min, max }]) => `${name.padEnd(18)}${String(median).padStart(10)}   (${min} to ${max})`,
  )
  const setting = `${machine.cpu}, ${machine.cores} cores, ${machine.platform} ${machine.arch}, node ${node}`
  return `${setting}\n${cases} cases, ${rounds} rounds\n\n${lines.join('\n')}\n`
}

function main(): void {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const rounds = Number(values.rounds)
  if (values.help || !Number.isInteger(rounds) || rounds < 1) {
    process.stdout.write(usage)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const figures = measureAll(rounds)
  process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : linesOf(figures))
}

main()
