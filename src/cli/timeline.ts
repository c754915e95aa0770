import type { Command } from 'commander'
import { z } from 'zod'
import { zoneWords } from '#policies/documents/places.ts'
import { capitalized } from '#policies/documents/words.ts'
import type { AtHand } from './at-hand.ts'
import { plain, wrap } from './text-layout.ts'

const Timeline = z.object({
  title: z.string(),
  timeZone: z.string(),
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
      // Loaded for who needs it: the other commands start quicker without.
      const { localMinute } = await import('#policies/calendar.ts')
      show(
        await api.get(`/tasks/${id}/timeline?language=${language}`, Timeline),
        ({ title, timeZone, items }) => [
          plain(title),
          plain(capitalized(zoneWords(timeZone, language))),
          ...items.flatMap(({ at, words, text }) => [
            ...hanging(`${localMinute(at, timeZone)}  `, words, columns),
            ...(text === null ? [] : wrap(text, columns, ' '.repeat(20))),
          ]),
        ],
      )
    })
}

/** A first line with a head, and the others below its text. */
function hanging(head: string, text: string, columns: number): string[] {
  const indent = ' '.repeat(head.length)
  return wrap(text, columns, indent).map((line, index) => (index === 0 ? head + line.trimStart() : line))
}
