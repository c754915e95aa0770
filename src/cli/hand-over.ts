import type { Command } from 'commander'
import type { AtHand } from './at-hand.ts'
import { plainLines } from './text-layout.ts'

/** `cadre hand-over`: a client, ready to be taken over by a colleague. */
export function addHandOverCommand(program: Command, open: (command: Command) => AtHand): void {
  program
    .command('hand-over')
    .argument('<client>', 'the id of the client')
    .description('what a colleague needs who takes a client over, in Markdown')
    .action(async (client: string, _options: unknown, command: Command) => {
      const { api, show, language, isJson } = open(command)
      const accept = isJson ? 'application/json' : 'text/markdown'
      const { text } = await api.send('GET', `/clients/${client}/hand-over?language=${language}`, { accept })
      show(isJson ? JSON.parse(text) : null, () => plainLines(text))
    })
}
