import type { Command } from 'commander'
import { z } from 'zod'
import type { AtHand } from './at-hand.ts'
import { momentFor } from './given.ts'

const Replayed = z.object({ tasks: z.int() })

interface ReplayOptions {
  readonly since: string
  readonly until?: string
  readonly board?: string
}

/** `cadre replay --since …`: look again at what webhooks of a period were about. */
export function addReplayCommand(program: Command, open: (command: Command) => AtHand): void {
  program
    .command('replay')
    .requiredOption('--since <moment>', 'e.g. 2026-11-23T21:00+01:00', momentFor('--since'))
    .option('--until <moment>', 'before this moment; otherwise now', momentFor('--until'))
    .option('--board <id>', 'only of this board')
    .description('look again at every request that webhooks of a period were about; safe at any time')
    .action(async ({ since, until, board }: ReplayOptions, command: Command) => {
      const { api, show, language } = open(command)
      const body = {
        since,
        ...(until !== undefined && { until }),
        ...(board !== undefined && { boardId: board }),
      }
      show(await api.post('/deliveries/replay', body, Replayed), ({ tasks }) => [
        { fr: `✓ Demandes à revoir : ${tasks}`, en: `✓ Requests to be looked at: ${tasks}` }[language],
      ])
    })
}
