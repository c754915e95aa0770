import type { Command } from 'commander'
import { z } from 'zod'
import type { Language } from '#model/board.ts'
import type { AtHand } from './at-hand.ts'
import { wholeNumberFor } from './given.ts'
import { colon, plain, wrap } from './text-layout.ts'

const Preview = z.looseObject({
  summary: z.looseObject({ judged: z.int(), changed: z.int() }),
  items: z.array(
    z.looseObject({
      title: z.string(),
      client: z.looseObject({ name: z.string() }),
      createdAt: z.string(),
      differences: z.array(z.looseObject({ fr: z.string(), en: z.string() })),
    }),
  ),
  nextCursor: z.string().nullable(),
})

/** `cadre policy preview`: what would the draft have meant for the requests of the last days? */
export function addPolicyPreviewCommand(policy: Command, open: (command: Command) => AtHand): void {
  policy
    .command('preview')
    .argument('<id>', 'of the policy')
    .option('--days <number>', 'how far to look back', wholeNumberFor('--days'), 30)
    .option('--limit <number>', 'how many requests to list, up to 200', wholeNumberFor('--limit'), 20)
    .description(
      'judge the requests of the last days by the draft, and tell what would change; days are in the time zone of your terminal, and nothing is written',
    )
    .action(async (id: string, window: { days: number; limit: number }, command: Command) => {
      const { api, show, language, columns } = open(command)
      // Loaded for who needs it: the other commands start quicker without.
      const { dayHere } = await import('./terminal-time.ts')
      const preview = await api.post(`/policies/${id}/draft/preview`, window, Preview)
      show(preview, () => previewLines(preview, dayHere, language, columns))
    })
}

function previewLines(
  { summary, items, nextCursor }: z.infer<typeof Preview>,
  dayOf: (instant: string) => string,
  language: Language,
  columns: number,
): string[] {
  const { judged, changed } = summary
  const counted = {
    fr: `Demandes qui changeraient : ${changed} sur ${judged}`,
    en: `Requests that would change: ${changed} of ${judged}`,
  }
  const more = { fr: '… et d’autres : --limit', en: '… and others: --limit' }
  return [
    counted[language],
    ...items.flatMap(({ title, client, createdAt, differences }) => [
      plain(`${dayOf(createdAt)}  ${client.name}${colon(language)}${title}`),
      ...differences.flatMap((difference) => wrap(difference[language], columns, '    ')),
    ]),
    ...(nextCursor === null ? [] : [more[language]]),
  ]
}
