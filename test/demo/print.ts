import { stripVTControlCharacters, styleText } from 'node:util'
import type { Outcome } from './play.ts'

const width = 100
const names = { trello: 'Trello', notion: 'Notion', clickup: 'ClickUp' } as const

/** The outcomes for a person who does not program. */
export function print(outcomes: readonly Outcome[]): string {
  const blocks = outcomes.map((outcome) => [headOf(outcome), ...linesOf(outcome)].join('\n'))
  const failed = outcomes.filter(({ faults }) => faults.length > 0).length
  const [reads, writes] = [sum(outcomes, 'reads'), sum(outcomes, 'writes')]
  const times = outcomes.flatMap(({ milliseconds }) => milliseconds ?? []).sort((a, b) => a - b)
  const seconds = (milliseconds: number | undefined) => ((milliseconds ?? 0) / 1000).toFixed(1)
  const summary = [
    `${outcomes.length} scenes in three tools took ${reads} looks and ${writes} writes; the webhooks of our own writes led to none.`,
    `From the client's hand to the label: ${seconds(times[Math.floor(times.length / 2)])} s in the middle, ${seconds(times.at(-1))} s at the most; 1 s of it is left to the client to finish typing.`,
    failed === 0
      ? styleText('green', 'Everything is as it should be.')
      : styleText('red', `${failed} scenes are not as they should be.`),
  ]
  return `\n${blocks.join('\n\n')}\n\n${summary.join('\n')}\n`
}

function headOf({ what, tool, title, text }: Outcome): string {
  const said = [styleText('bold', title), ...wrap(text)].map((line) => `  ${line}`)
  return [styleText('dim', `${what} (${names[tool]})`), ...said].join('\n')
}

function linesOf(outcome: Outcome): string[] {
  const { labels, estimate, comment, edited, because, faults } = outcome
  const shown =
    labels.length === 0 ? 'no label' : labels.map((label) => styleText('inverse', ` ${label} `)).join(' ')
  return [
    `  → ${shown}${estimate === null ? '' : `   estimate ${estimate} €`}   ${styleText('dim', because)}`,
    ...(comment === null ? [] : wrap(comment).map((line) => `    │ ${line}`)),
    `    ${styleText('dim', costOf(outcome, edited))}`,
    ...faults.map((fault) => styleText('red', `  ✗ ${fault}`)),
  ]
}

function costOf({ reads, writes, milliseconds }: Outcome, edited: boolean): string {
  const calls = `${reads} look${reads === 1 ? '' : 's'}, ${writes} write${writes === 1 ? '' : 's'}`
  const time = milliseconds === null ? [] : [`${(milliseconds / 1000).toFixed(1)} s`]
  return [...(edited ? ['comment edited'] : []), calls, ...time].join(' · ')
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
