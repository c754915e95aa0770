import type { Client } from 'trello.js/core'
import { getMember, getMemberBoards } from 'trello.js/members'
import { z } from 'zod'
import type { Adapter, Attempt, BoardLayout, ConnectOptions, ToolModule } from '#model/adapter.ts'
import { parseShape } from '../http.ts'
import { apply } from './apply.ts'
import { createTrelloClient, type TrelloLimiters } from './client.ts'
import { create } from './create.ts'
import { notFoundWhenWithheld } from './gone.ts'
import { normalizeField } from './normalize.ts'
import {
  mostLabels,
  previewProvision,
  provision,
  subscribe,
  unprovision,
  unsubscribe,
  webhookHealth,
} from './provision.ts'
import { commentsOn, list, observe } from './read.ts'
import { TrelloBoard, TrelloLayout, TrelloMember } from './schema.ts'
import { receive } from './webhook.ts'

/** Printable ASCII without quotes: key and token travel inside a quoted header. */
const secretText = (message: string) =>
  z
    .string(message)
    .trim()
    .regex(/^[\x21\x23-\x7e]+$/, message)

const secretIsAnother =
  'This is the API key or the token once more: the secret stands beside the API key ("Secret"), and is another text'

const TrelloCredentials = z
  .object({
    apiKey: secretText('Enter the API key of your Power-Up: trello.com/power-ups/admin, "API key"'),
    token: secretText(
      'Enter a token made with that key, with the scopes read and write and without an expiry',
    ),
    secret: secretText(
      'Enter the secret beside the API key ("Secret"): webhooks are signed with it, not with the token',
    ),
    previousSecret: z
      .union([z.literal(''), secretText('Enter the secret that was used before, or nothing')])
      .default(''),
  })
  .superRefine(({ apiKey, token, secret }, { addIssue }) => {
    // No call tries it: a wrong one shows only when the first webhook is refused.
    if (secret === apiKey || secret === token)
      addIssue({ code: 'custom', path: ['secret'], message: secretIsAnother })
  })

/** Trello, counted by limiters of the caller's choice: this process's, or those that instances share. */
export function createTrello(limiters: TrelloLimiters): ToolModule {
  return {
    tool: 'trello',
    credentials: TrelloCredentials,
    secretsOf: ({ secret = '', previousSecret = '' }) =>
      [secret, previousSecret].filter((text) => text !== ''),
    connect: (options) => connect(options, limiters),
    receive,
  }
}

function connect(
  { connectionId, credentials, apiUrl, onCall }: ConnectOptions,
  limiters: TrelloLimiters,
): Adapter {
  const { apiKey = '', token = '', secret = '', previousSecret = '' } = credentials
  const api = createTrelloClient({
    connectionId,
    apiKey,
    token,
    secrets: [secret, previousSecret],
    apiUrl,
    limiters,
    onCall,
  })
  let myId: string | undefined

  async function whoAmI(attempt: Attempt): Promise<{ userId: string; name: string }> {
    // `/members` has a limit of its own, 100 per 900 s, so what is known is not asked again where only the id counts.
    const answer = await getMember(api(attempt), { id: 'me', fields: 'id,fullName,username' })
    const member = parseShape(TrelloMember, answer, 'trello: the owner of the token')
    myId = member.id
    return { userId: member.id, name: member.fullName || member.username }
  }

  return {
    tool: 'trello',
    capabilities: {
      makesFields: false,
      eventsShowDue: true,
      holdsDueDays: false,
      keepsLabelIds: true,
      showsComments: true,
      commentsChangeTasks: true,
      arrivalEvent: null,
      unlistedPeople: null,
      leavesBoard: null,
    },
    whoAmI,
    boards: (attempt) => readBoards(api(attempt)),
    layout: (containerId, attempt) => readLayout(api(attempt), containerId),
    provision: (containerId, wanted, attempt) => provision(api(attempt), containerId, wanted),
    previewProvision: (containerId, wanted, attempt) => previewProvision(api(attempt), containerId, wanted),
    unprovision: (_containerId, labelIds, attempt) => unprovision(api(attempt), labelIds),
    observe: (taskId, attempt) => observe(api(attempt), taskId, connectionId),
    list: (containerId, _since, attempt) => list(api(attempt), containerId, connectionId),
    apply: (observed, operations, mapping, attempt) =>
      apply(observed, operations, mapping, {
        api: api(attempt),
        myId: async () => myId ?? (await whoAmI(attempt)).userId,
      }),
    create: (containerId, task, mapping, attempt) => create(api(attempt), containerId, task, mapping),
    comments: (taskId, attempt) => commentsOn(api(attempt), taskId),
    subscribe: (containerId, callbackUrl, attempt) =>
      subscribe(api(attempt), containerId, callbackUrl, { token, connectionId }),
    unsubscribe: (webhookId, attempt) => unsubscribe(api(attempt), webhookId),
    webhookHealth: (_containerId, webhookId, attempt) => webhookHealth(api(attempt), webhookId, token),
  }
}

async function readBoards(api: Client): Promise<Awaited<ReturnType<Adapter['boards']>>> {
  const answer = await getMemberBoards(api, { id: 'me', filter: 'open', fields: 'id,name,shortUrl' })
  const boards = parseShape(z.array(TrelloBoard), answer, 'trello: the boards of the token')
  return boards.map(({ id, name, shortUrl }) => ({ containerId: id, name, url: shortUrl }))
}

/**
 * One call with nested resources (nested resources guide); trello.js has no parameters for their limits and fields.
 * @throws AppError TOOL_NOT_FOUND also when the account is not on the board
 */
async function readLayout(api: Client, boardId: string): Promise<BoardLayout> {
  const answer = await notFoundWhenWithheld(() =>
    api.sendRequest({
      url: `/boards/${boardId}`,
      searchParams: {
        fields: 'id,name,shortUrl',
        lists: 'open',
        list_fields: 'id,name,pos',
        labels: 'all',
        label_fields: 'id,name,color',
        labels_limit: mostLabels,
        customFields: true,
        members: 'all',
        member_fields: 'id,fullName,username',
      },
    }),
  )
  const board = parseShape(TrelloLayout, answer, 'trello: a board')
  return {
    containerId: board.id,
    name: board.name,
    url: board.shortUrl,
    lists: board.lists.toSorted((a, b) => a.pos - b.pos).map(({ id, name }) => ({ id, name })),
    labels: board.labels.map(({ id, name, color }) => ({ id, name, color: color ?? null })),
    fields: (board.customFields ?? []).map(normalizeField).filter((field) => field !== null),
    members: board.members.map(({ id, fullName, username }) => ({ id, name: fullName || username })),
  }
}
