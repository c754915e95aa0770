import type { Command } from 'commander'
import { z } from 'zod'
import type { AtHand } from './at-hand.ts'
import { weekFor } from './given.ts'
import { plainLines } from './text-layout.ts'

const Policies = z.object({ items: z.array(z.looseObject({ id: z.string(), version: z.int().nullable() })) })
const markdown = 'text/markdown'

interface ReportOptions {
  readonly week?: string
  readonly policy?: string
}

/** `cadre report`: the assistant's week, or every assistant's. */
export function addReportCommand(program: Command, open: (command: Command) => AtHand): void {
  program
    .command('report')
    .option('--week <week>', 'such as 2026-W48; otherwise the present one', weekFor('--week'))
    .option('--policy <id>', "whose week; otherwise everybody's, one after the other")
    .description('the week in Markdown: what was kept outside hours, money, gifts, gaps in the rules')
    .action(async ({ week, policy }: ReportOptions, command: Command) => {
      const at = open(command)
      const ids = policy === undefined ? await inForce(at) : [policy]
      const texts: string[] = []
      for (const policyId of ids) {
        const query = new URLSearchParams({
          ...{ policyId, language: at.language },
          ...(week !== undefined && { week }),
        })
        const accept = at.isJson ? 'application/json' : markdown
        texts.push((await at.api.send('GET', `/reports/weekly?${query}`, { accept })).text)
      }
      at.show({ items: at.isJson ? texts.map((text): unknown => JSON.parse(text)) : [] }, () =>
        texts.flatMap((text) => plainLines(text)),
      )
    })
}

/** The policies by which anybody is judged. */
async function inForce({ api }: AtHand): Promise<string[]> {
  const { items } = await api.get('/policies?limit=200', Policies)
  return items.flatMap(({ id, version }) => (version === null ? [] : [id]))
}
