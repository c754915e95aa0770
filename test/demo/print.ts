import { styleText } from 'node:util'
import type { Outcome } from './play.ts'
import type { PairOutcome } from './play-pair.ts'
import { printPair } from './print-pair.ts'
import { labelled, remarked, seconds, toolNames, wrap } from './terminal.ts'

/** The outcomes for a person who does not program. */
export function print(outcomes: readonly Outcome[], pairs: readonly PairOutcome[]): string {
  const blocks = [
    ...outcomes.map((outcome) => [headOf(outcome), ...linesOf(outcome)].join('\n')),
    ...pairs.map(printPair),
  ]
  const steps = pairs.flatMap((pair) => pair.steps)
  const failed = [...outcomes, ...steps].filter(({ faults }) => faults.length > 0).length
  const [reads, writes] = [sum(outcomes, 'reads'), sum(outcomes, 'writes')]
  const times = outcomes.flatMap(({ milliseconds }) => milliseconds ?? []).sort((a, b) => a - b)
  const slowest = Math.max(...steps.map(({ milliseconds }) => milliseconds))
  const summary = [
    ...wrap(
      `${outcomes.length} scenes in three tools took ${reads} looks and ${writes} writes; the webhooks of our own writes led to none.`,
    ),
    ...wrap(
      `From the client's hand to the label: ${seconds(times[Math.floor(times.length / 2)] ?? 0)} at the median, ${seconds(times.at(-1) ?? 0)} at the most; from one board to the other: ${seconds(slowest)} at the most. 1 s of it is left to people to finish typing.`,
    ),
    failed === 0
      ? styleText('green', 'Everything is as it should be.')
      : styleText('red', `${failed} scenes are not as they should be.`),
  ]
  return `\n${blocks.join('\n\n')}\n\n${summary.join('\n')}\n`
}

function headOf({ what, tool, title, text }: Outcome): string {
  const said = [styleText('bold', title), ...wrap(text)].map((line) => `  ${line}`)
  return [styleText('dim', `${what} (${toolNames[tool]})`), ...said].join('\n')
}

function linesOf(outcome: Outcome): string[] {
  const { labels, estimate, comment, edited, because, faults } = outcome
  return [
    ...remarked(`  → ${labelled(labels)}${estimate === null ? '' : `   estimate ${estimate} €`}`, because),
    ...(comment === null ? [] : wrap(comment).map((line) => `    │ ${line}`)),
    `    ${styleText('dim', costOf(outcome, edited))}`,
    ...faults.map((fault) => styleText('red', `  ✗ ${fault}`)),
  ]
}

function costOf({ reads, writes, milliseconds }: Outcome, edited: boolean): string {
  const calls = `${reads} look${reads === 1 ? '' : 's'}, ${writes} write${writes === 1 ? '' : 's'}`
  const time = milliseconds === null ? [] : [seconds(milliseconds)]
  return [...(edited ? ['comment edited'] : []), calls, ...time].join(' · ')
}

const sum = (outcomes: readonly Outcome[], key: 'reads' | 'writes') =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0)
