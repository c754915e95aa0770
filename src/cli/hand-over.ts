import type { Command } from 'commander'
import { z } from 'zod'
import type { AtHand } from './at-hand.ts'
import { notUnderstood } from './given.ts'
import { plainLines } from './text-layout.ts'

const Clients = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })

/** `cadre hand-over`: a client, ready to be taken over by a colleague. */
export function addHandOverCommand(program: Command, open: (command: Command) => AtHand): void {
  program
    .command('hand-over')
    .argument('<client>', 'the client, by name or id')
    .description('what a colleague needs who takes a client over, in Markdown')
    .action(async (client: string, _options: unknown, command: Command) => {
      const { api, show, language, isJson } = open(command)
      const accept = isJson ? 'application/json' : 'text/markdown'
      const id = await idOf(client, api)
      const { text } = await api.send('GET', `/clients/${id}/hand-over?language=${language}`, { accept })
      show(isJson ? JSON.parse(text) : null, () => plainLines(text))
    })
}

/**
 * The id of the client of that name, in any case; what no client is called is taken for an id.
 * @throws AppError REQUEST_INVALID when several are called so
 */
async function idOf(client: string, api: AtHand['api']): Promise<string> {
  const { items } = await api.get('/clients?limit=200', Clients)
  const named = items.filter(({ name }) => name.toLowerCase() === client.toLowerCase())
  if (named.length <= 1) return named[0]?.id ?? client
  const ids = named.map(({ id }) => id).join(', ')
  throw notUnderstood('<client>', {
    message: `${named.length} clients are called “${client}”`,
    remedy: `say which one by its id: ${ids}`,
    fr: {
      message: `${named.length} clients s'appellent « ${client} »`,
      remedy: `indique lequel par son id : ${ids}`,
    },
  })
}
