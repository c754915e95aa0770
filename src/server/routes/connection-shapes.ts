import { z } from 'zod'
import type { Connection } from '../../store/connections.ts'
import { etagOf } from '../etag.ts'
import { Moment, Tool } from '../schemas.ts'

const Credentials = z.record(z.string(), z.string()).meta({
  description:
    'Trello: `apiKey`, `token`, `secret` and, while a secret is being changed, `previousSecret`. Notion: `token`. ClickUp: `token` and, if it sees several workspaces, `teamId`. Never shown again.',
  example: { apiKey: '…', token: '…', secret: '…' },
})

const Updates = z.enum(['webhook', 'poll']).meta({
  description:
    'How changes are learnt: told by webhooks, or looked for every minute. Polling needs no PUBLIC_URL.',
})

const name = z.string().min(1).max(200)

export const ConnectionView = z
  .object({
    id: z.string(),
    tool: Tool,
    name: z.string(),
    userId: z.string().meta({ description: "The tool's id of the account's user" }),
    updates: Updates,
    callbackUrl: z
      .url()
      .nullable()
      .meta({ description: 'Where the tool sends its webhooks; null without PUBLIC_URL' }),
    createdAt: Moment,
  })
  .meta({
    id: 'Connection',
    example: {
      id: 'con_9aTq4ZpXw2LmVb7c',
      tool: 'trello',
      name: "Marie's Trello",
      userId: '5f0c9d2e8a1b4c7d6e3f2a10',
      updates: 'webhook',
      callbackUrl: 'https://cadre.example.org/webhooks/trello/con_9aTq4ZpXw2LmVb7c',
      createdAt: '2026-11-02T09:00:00.000Z',
    },
  })

export const NewConnection = z
  .strictObject({
    tool: Tool,
    name,
    credentials: Credentials,
    updates: Updates.optional().meta({ description: '`webhook` if there is a PUBLIC_URL, else `poll`' }),
  })
  .meta({
    example: {
      tool: 'trello',
      name: "Marie's Trello",
      credentials: { apiKey: '…', token: '…', secret: '…' },
    },
  })

export const ConnectionPatch = z
  .strictObject({
    name: name.optional(),
    credentials: Credentials.optional(),
    updates: Updates.optional(),
  })
  .meta({ example: { credentials: { secret: 'the-new-one', previousSecret: 'the-old-one' } } })

/** What is shown of a connection: never its credentials. */
export const viewConnection = (connection: Connection): z.infer<typeof ConnectionView> =>
  ConnectionView.parse(connection)

/** Other credentials make it another connection, though they are not shown: of them the tag tells a hash. */
export const etagOfConnection = (connection: Connection): string =>
  etagOf([viewConnection(connection), etagOf(connection.credentials)])
