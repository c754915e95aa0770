import { z } from 'zod'
import type { Adapter, Attempt, ConnectOptions, ToolModule } from '#model/adapter.ts'
import { parseShape } from '../http.ts'
import { apply } from './apply.ts'
import { createNotionClient, type NotionLimiters } from './client.ts'
import { readComments } from './comments.ts'
import { create } from './create.ts'
import { readBoards, readLayout } from './layout.ts'
import { createNames } from './names.ts'
import { previewProvision, provision, unprovision } from './provision.ts'
import { list, observe } from './read.ts'
import { NotionUser } from './schema.ts'
import { receive } from './webhook.ts'

/** Printable ASCII without spaces: what travels in a header and what Notion's own tokens are made of. */
const secretText = (message: string) =>
  z
    .string(message)
    .trim()
    .regex(/^[\x21-\x7e]+$/, message)

const NotionCredentials = z.object({
  token: secretText(
    'Enter the access token of your Notion connection, which begins with ntn_: connection settings, "Configuration"',
  ),
  verificationToken: z
    .union([
      z.literal(''),
      secretText(
        'Enter the verification token of the webhook subscription, which begins with secret_, or nothing: Notion sends it',
      ),
    ])
    .default(''),
})

/** Notion, counted by limiters of the caller's choice: this process's, or those that instances share. */
export function createNotion(limiters: NotionLimiters): ToolModule {
  return {
    tool: 'notion',
    credentials: NotionCredentials,
    secretsOf: ({ verificationToken = '' }) => (verificationToken === '' ? [] : [verificationToken]),
    connect: (options) => connect(options, limiters),
    receive,
  }
}

function connect(
  { connectionId, credentials, apiUrl, onCall }: ConnectOptions,
  limiters: NotionLimiters,
): Adapter {
  const { token = '', verificationToken = '' } = credentials
  const api = createNotionClient({ token, secrets: [verificationToken], apiUrl, limiters, onCall })
  const nameOf = createNames()
  let myId: string | undefined

  async function whoAmI(attempt: Attempt): Promise<{ userId: string; name: string }> {
    const me = parseShape(NotionUser, await api(attempt).users.me({}), 'notion: the bot of the token')
    myId = me.id
    return { userId: me.id, name: me.name || 'Notion' }
  }

  return {
    tool: 'notion',
    capabilities: {
      makesFields: true,
      eventsShowDue: false,
      holdsDueDays: true,
      keepsLabelIds: true,
      showsComments: false,
      commentsChangeTasks: false,
      arrivalEvent: 'page.moved',
      unlistedPeople: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      leavesBoard: null,
    },
    whoAmI,
    boards: (attempt) => readBoards(api(attempt)),
    layout: (containerId, attempt) => readLayout(api(attempt), containerId),
    provision: (containerId, wanted, attempt) => provision(api(attempt), containerId, wanted),
    previewProvision: (containerId, wanted, attempt) => previewProvision(api(attempt), containerId, wanted),
    unprovision: (containerId, labelIds, attempt) => unprovision(api(attempt), containerId, labelIds),
    observe: (taskId, attempt) => observe(api(attempt), taskId, connectionId),
    list: (containerId, since, attempt) => list(api(attempt), containerId, since, connectionId),
    apply: (observed, operations, mapping, attempt) =>
      apply(observed, operations, mapping, {
        api: api(attempt),
        myId: async () => myId ?? (await whoAmI(attempt)).userId,
      }),
    create: (containerId, task, mapping, attempt) => create(api(attempt), containerId, task, mapping),
    comments: (taskId, attempt) => readComments(api(attempt), taskId, nameOf),
    // Subscriptions are made by a person, in the connection's settings; there is no API for them.
    subscribe: async () => ({ webhookId: null, outcome: 'manual' }),
    unsubscribe: async () => undefined,
    // Notion does not tell how its webhooks fare; the sweep notices when one is silent.
    webhookHealth: async () => ({ state: 'unknown', failures: 0 }),
  }
}
