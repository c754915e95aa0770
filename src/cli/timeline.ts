import type { Command } from 'commander'
import { z } from 'zod'
import type { AtHand } from './at-hand.ts'
import { plain, wrap } from './text-layout.ts'

const Timeline = z.object({
  title: z.string(),
  items: z.array(
    z.looseObject({ at: z.string(), kind: z.string(), words: z.string(), text: z.string().nullable() }),
  ),
})

/** `cadre tasks timeline`: what happened to a request, in plain words. */
export function addTimelineCommand(tasks: Command, open: (command: Command) => AtHand): void {
  tasks
    .command('timeline')
    .argument('<id>', 'as `cadre tasks list` shows it')
    .description('what happened to a request: who asked, which clause, what was written and answered')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { api, show, language, columns } = open(command)
      show(await api.get(`/tasks/${id}/timeline?language=${language}`, Timeline), ({ title, items }) => [
        plain(title),
        ...items.flatMap(({ at, words, text }) => [
          ...hanging(`${at.slice(0, 16).replace('T', ' ')}  `, words, columns),
          ...(text === null ? [] : wrap(text, columns, ' '.repeat(20))),
        ]),
      ])
    })
}

/** A first line with a head, and the others below its text. */
function hanging(head: string, text: string, columns: number): string[] {
  const indent = ' '.repeat(head.length)
  return wrap(text, columns, indent).map((line, index) => (index === 0 ? head + line.trimStart() : line))
}
