import { styleText } from 'node:util'
import type { Language } from '#model/board.ts'
import type { Tool } from '#model/task.ts'
import type { Sight } from './places.ts'
import type { PairOutcome, StepOutcome } from './play-pair.ts'
import { labelled, seconds, toolNames, wrap } from './terminal.ts'
import { demoWords } from './words.ts'

/** A story on two boards, step by step: what each side shows, and what was newly said there. */
export function printPair({ name, tool, twinTool, title, steps }: PairOutcome, language: Language): string {
  const head = styleText('dim', demoWords[language].boards(name, toolNames[tool], toolNames[twinTool]))
  const blocks = steps.map((step, index) => stepLines(step, steps[index - 1], [tool, twinTool], language))
  return [head, `  ${styleText('bold', title)}`, ...blocks.flat()].join('\n')
}

function stepLines(
  step: StepOutcome,
  before: StepOutcome | undefined,
  [tool, twinTool]: readonly [Tool, Tool],
  language: Language,
): string[] {
  const { what, shows, request, twin, milliseconds, faults } = step
  return [
    `  • ${what}   ${styleText('dim', seconds(milliseconds, language))}`,
    ...wrap(shows).map((line) => `    ${styleText('dim', line)}`),
    ...sideLines(toolNames[tool], request, before?.request, language),
    ...sideLines(toolNames[twinTool], twin, before?.twin, language),
    ...faults.map((fault) => styleText('red', `  ✗ ${fault}`)),
  ]
}

/** One board, and the comments that were not there before: whole at first, then by their beginning. */
function sideLines(tool: string, now: Sight, before: Sight | undefined, language: Language): string[] {
  const said = now.comments.filter((comment) => !before?.comments.includes(comment))
  const lines = said.flatMap((comment) => {
    const all = wrap(comment)
    return before === undefined || all.length <= shown + 1 ? all : [...all.slice(0, shown), '…']
  })
  return [
    `    ${tool.padEnd(8)}${now.status.padEnd(12)}${labelled(now.labels, language)}`,
    ...lines.map((line) => `    │ ${line}`),
  ]
}

/** So many lines tell which comment it is. */
const shown = 2
