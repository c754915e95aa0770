import { styleText } from 'node:util'
import type { Language } from '#model/board.ts'
import type { Outcome } from './play.ts'
import type { PairOutcome } from './play-pair.ts'
import { printPair } from './print-pair.ts'
import { labelled, remarked, seconds, toolNames, wrap } from './terminal.ts'
import { demoWords } from './words.ts'

/** The outcomes for a person who does not program. */
export function print(
  outcomes: readonly Outcome[],
  pairs: readonly PairOutcome[],
  language: Language,
): string {
  const words = demoWords[language]
  const blocks = [
    ...outcomes.map((outcome) => [headOf(outcome), ...linesOf(outcome, language)].join('\n')),
    ...pairs.map((pair) => printPair(pair, language)),
  ]
  const steps = pairs.flatMap((pair) => pair.steps)
  const failed = [...outcomes, ...steps].filter(({ faults }) => faults.length > 0).length
  const [reads, writes] = [sum(outcomes, 'reads'), sum(outcomes, 'writes')]
  const times = outcomes.flatMap(({ milliseconds }) => milliseconds ?? []).sort((a, b) => a - b)
  const slowest = Math.max(...steps.map(({ milliseconds }) => milliseconds))
  const median = times[Math.floor(times.length / 2)] ?? 0
  const summary = [
    ...wrap(words.cost(outcomes.length, reads, writes)),
    ...wrap(
      words.time(seconds(median, language), seconds(times.at(-1) ?? 0, language), seconds(slowest, language)),
    ),
    failed === 0 ? styleText('green', words.well) : styleText('red', words.failed(failed)),
  ]
  return `\n${blocks.join('\n\n')}\n\n${summary.join('\n')}\n`
}

function headOf({ what, tool, title, text }: Outcome): string {
  const said = [styleText('bold', title), ...wrap(text)].map((line) => `  ${line}`)
  return [styleText('dim', `${what} (${toolNames[tool]})`), ...said].join('\n')
}

function linesOf(outcome: Outcome, language: Language): string[] {
  const words = demoWords[language]
  const { labels, estimate, comment, edited, because, faults } = outcome
  return [
    ...remarked(
      `  → ${labelled(labels, language)}${estimate === null ? '' : `   ${words.estimate(estimate)}`}`,
      because,
    ),
    ...(comment === null ? [] : wrap(comment).map((line) => `    │ ${line}`)),
    `    ${styleText('dim', costOf(outcome, edited, language))}`,
    ...faults.map((fault) => styleText('red', `  ✗ ${fault}`)),
  ]
}

function costOf({ reads, writes, milliseconds }: Outcome, edited: boolean, language: Language): string {
  const words = demoWords[language]
  const calls = `${words.looks(reads)}, ${words.writes(writes)}`
  const time = milliseconds === null ? [] : [seconds(milliseconds, language)]
  return [...(edited ? [words.edited] : []), calls, ...time].join(' · ')
}

const sum = (outcomes: readonly Outcome[], key: 'reads' | 'writes') =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0)
