import { stripVTControlCharacters, styleText } from 'node:util'
import type { Outcome } from './play.ts'

const width = 100

/** The outcomes for a person who does not program. */
export function print(outcomes: readonly Outcome[], echoes: number): string {
  const blocks = outcomes.map((outcome) => {
    const head = `${styleText('bold', outcome.title)}   ${styleText('dim', `${outcome.what}`)}`
    return [head, ...linesOf(outcome)].join('\n')
  })
  const failed = outcomes.filter(({ faults }) => faults.length > 0).length
  const [reads, writes] = [sum(outcomes, 'reads'), sum(outcomes, 'writes')]
  const times = outcomes.flatMap(({ milliseconds }) => milliseconds ?? []).sort((a, b) => a - b)
  const summary = [
    `${outcomes.length} scenes, ${reads} reads and ${writes} writes in Trello; our own writes came back ${echoes} times and were recognized.`,
    `From the client's hand to the label: ${times[Math.floor(times.length / 2)] ?? 0} ms in the middle, ${times.at(-1) ?? 0} ms at the most, of which 1000 ms are left to the client to finish typing.`,
    failed === 0
      ? styleText('green', 'Everything is as it should be.')
      : styleText('red', `${failed} scenes are not as they should be.`),
  ]
  return `\n${blocks.join('\n\n')}\n\n${summary.join('\n')}\n`
}

function linesOf(outcome: Outcome): string[] {
  const { labels, estimate, comment, reads, writes, milliseconds, faults } = outcome
  const shown =
    labels.length === 0 ? 'no label' : labels.map((label) => styleText(['inverse'], ` ${label} `)).join(' ')
  const cost = `${reads} read${reads === 1 ? '' : 's'}, ${writes} write${writes === 1 ? '' : 's'}${milliseconds === null ? '' : `, ${milliseconds} ms`}`
  return [
    `  ${shown}${estimate === null ? '' : `   Estimation: ${estimate} €`}   ${styleText('dim', cost)}`,
    ...(comment === null ? [] : wrap(comment).map((line) => `  │ ${line}`)),
    ...faults.map((fault) => styleText('red', `  ✗ ${fault}`)),
  ]
}

/** Lines of at most `width` characters; what comes from a card may not steer the terminal. */
function wrap(text: string): string[] {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const lines: string[] = ['']
      for (const word of line.split(' ')) {
        const last = lines.at(-1) ?? ''
        if (last !== '' && last.length + word.length >= width) lines.push(word)
        else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
      }
      return lines
    })
}

const sum = (outcomes: readonly Outcome[], key: 'reads' | 'writes') =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0)
