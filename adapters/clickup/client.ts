import type { z } from 'zod'
import type { Attempt, ToolCall } from '#model/adapter.ts'
import {
  createToolHttp,
  inMemory,
  type Limiter,
  type LimiterFactory,
  parseJson,
  parseShape,
  refusalOf,
  type ToolAnswer,
  type ToolRequest,
} from '../http.ts'
import { limiterKey } from '../limiter-key.ts'
import {
  ClickUpComments,
  ClickUpFields,
  ClickUpFolders,
  ClickUpList,
  ClickUpLists,
  ClickUpMade,
  ClickUpMembers,
  ClickUpSpaces,
  ClickUpTags,
  ClickUpTask,
  ClickUpTaskPage,
  ClickUpTaskPlace,
  ClickUpTeams,
  ClickUpUserAnswer,
  ClickUpWebhookAnswer,
  ClickUpWebhooks,
} from './schema.ts'
import type { TaskWords } from './words.ts'

/** ClickUp's one limit, counted over all connections of the process that share a token. */
export interface ClickUpLimiters {
  readonly perToken: Limiter
}

export interface ClickUpClientOptions {
  readonly token: string
  /** Webhook secrets: never sent, but never to be shown either. */
  readonly secrets: readonly string[]
  readonly apiUrl: string | null
  readonly limiters: ClickUpLimiters
  readonly onCall?: ((call: ToolCall) => void) | undefined
}

/** ClickUp's routes that we use, for one attempt; ids and names go in as they are. */
export type ClickUpApi = ReturnType<typeof createRoutes>

type Query = NonNullable<ToolRequest['query']>
type Read = <T>(schema: z.ZodType<T>, path: string, query?: Query) => Promise<T>
type Write = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<ToolAnswer>

const defaultApiUrl = 'https://api.clickup.com/api'
const windowMs = 60_000

/** 100 requests per minute and token, the limit of the plans below Business Plus (rate limits page, September 2026). */
export function createClickUpLimiters(limiterOf: LimiterFactory = inMemory): ClickUpLimiters {
  return { perToken: limiterOf({ name: 'clickup-token', points: 100, seconds: 60 }) }
}

/** A thin client, for ClickUp publishes none: one function per route, over our own door, answers checked. */
export function createClickUpClient(options: ClickUpClientOptions): (attempt: Attempt) => ClickUpApi {
  const { token, secrets, apiUrl, limiters } = options
  const http = createToolHttp({
    tool: 'clickup',
    baseUrl: apiUrl ?? defaultApiUrl,
    // The content type is required even where there is no content (OpenAPI: tags, list fields).
    headers: { authorization: authorizationOf(token), 'content-type': 'application/json' },
    limits: [{ limiter: limiters.perToken, key: limiterKey(token) }],
    secrets: [token, ...secrets],
    rateLimit: waitOf,
    onCall: options.onCall,
  })

  return (attempt) =>
    createRoutes(
      async (schema, path, query = {}) =>
        answered(schema, await http.request({ method: 'GET', path, query, attempt })),
      (method, path, body) => http.request({ method, path, body, attempt }),
    )
}

/** `ECODE` of a refusal, e.g. `ITEM_013` (v2 errors are `{"err": "…", "ECODE": "…"}`); null when there is none. */
export function errorCodeOf(error: unknown): string | null {
  return /"ECODE"\s*:\s*"(\w+)"/.exec(refusalOf(error)?.text ?? '')?.[1] ?? null
}

function createRoutes(read: Read, write: Write) {
  return {
    user: async () => (await read(ClickUpUserAnswer, '/v2/user')).user,
    teams: async () => (await read(ClickUpTeams, '/v2/team')).teams,
    spaces: async (teamId: string) =>
      (await read(ClickUpSpaces, at`/v2/team/${teamId}/space`, { archived: false })).spaces,
    folders: async (spaceId: string) =>
      (await read(ClickUpFolders, at`/v2/space/${spaceId}/folder`, { archived: false })).folders,
    listsInFolder: async (folderId: string) =>
      (await read(ClickUpLists, at`/v2/folder/${folderId}/list`, { archived: false })).lists,
    listsOutsideFolders: async (spaceId: string) =>
      (await read(ClickUpLists, at`/v2/space/${spaceId}/list`, { archived: false })).lists,
    spaceTags: async (spaceId: string) => (await read(ClickUpTags, at`/v2/space/${spaceId}/tag`)).tags,
    createSpaceTag: (spaceId: string, tag: { name: string; tag_fg: string; tag_bg: string }) =>
      write('POST', at`/v2/space/${spaceId}/tag`, { tag }),

    list: (listId: string) => read(ClickUpList, at`/v2/list/${listId}`),
    listFields: async (listId: string) => (await read(ClickUpFields, at`/v2/list/${listId}/field`)).fields,
    listMembers: async (listId: string) =>
      (await read(ClickUpMembers, at`/v2/list/${listId}/member`)).members,
    listTasks: (listId: string, query: Query) => read(ClickUpTaskPage, at`/v2/list/${listId}/task`, query),

    task: (taskId: string) => read(ClickUpTask, at`/v2/task/${taskId}`),
    taskPlace: (taskId: string) => read(ClickUpTaskPlace, at`/v2/task/${taskId}`),
    /** The one route of version 3 that we use. */
    moveTask: ({ workspaceId, taskId, listId }: Journey, home: NewHome) =>
      write('PUT', at`/v3/workspaces/${workspaceId}/tasks/${taskId}/home_list/${listId}`, home),
    createTask: async (listId: string, task: TaskWords & { readonly status?: string }) =>
      answered(ClickUpMade, await write('POST', at`/v2/list/${listId}/task`, task)).id,
    updateTask: (taskId: string, changes: TaskWords & { readonly status?: string }) =>
      write('PUT', at`/v2/task/${taskId}`, changes),
    setField: (taskId: string, fieldId: string, value: string | number | readonly string[]) =>
      write('POST', at`/v2/task/${taskId}/field/${fieldId}`, { value }),
    clearField: (taskId: string, fieldId: string) => write('DELETE', at`/v2/task/${taskId}/field/${fieldId}`),
    addTag: (taskId: string, name: string) => write('POST', at`/v2/task/${taskId}/tag/${name}`),
    removeTag: (taskId: string, name: string) => write('DELETE', at`/v2/task/${taskId}/tag/${name}`),

    comments: async (taskId: string, query: Query) =>
      (await read(ClickUpComments, at`/v2/task/${taskId}/comment`, query)).comments,
    replies: async (commentId: string) =>
      (await read(ClickUpComments, at`/v2/comment/${commentId}/reply`)).comments,
    createComment: async (taskId: string, comment: { comment_text: string; notify_all: boolean }) => {
      const made = await write('POST', at`/v2/task/${taskId}/comment`, comment)
      return answered(ClickUpMade, made).id
    },
    editComment: (commentId: string, comment: { comment_text: string }) =>
      write('PUT', at`/v2/comment/${commentId}`, comment),

    webhooks: async (teamId: string) =>
      (await read(ClickUpWebhooks, at`/v2/team/${teamId}/webhook`)).webhooks,
    createWebhook: async (teamId: string, webhook: NewWebhook) => {
      const made = await write('POST', at`/v2/team/${teamId}/webhook`, webhook)
      return answered(ClickUpWebhookAnswer, made).webhook
    },
    updateWebhook: async (webhookId: string, webhook: NewWebhook & { readonly status: string }) => {
      const changed = await write('PUT', at`/v2/webhook/${webhookId}`, webhook)
      return answered(ClickUpWebhookAnswer, changed).webhook
    },
    deleteWebhook: (webhookId: string) => write('DELETE', at`/v2/webhook/${webhookId}`),
  }
}

function answered<T>(schema: z.ZodType<T>, { text, route }: ToolAnswer): T {
  return parseShape(schema, parseJson(text, route), route)
}

interface NewWebhook {
  readonly endpoint: string
  readonly events: readonly string[]
  readonly list_id?: number | string
}

interface Journey {
  readonly workspaceId: string
  readonly taskId: string
  readonly listId: string
}

/** What a task takes along to another list. A mapping is needed for a status that the list does not have. */
export interface NewHome {
  readonly move_custom_fields: boolean
  readonly status_mappings?: readonly {
    readonly source_status_id: string
    readonly destination_status_id: string
  }[]
}

/** A path with its parts encoded: a tag may be called `+35 %` or `a/b`. */
function at(texts: TemplateStringsArray, ...parts: readonly string[]): string {
  return String.raw({ raw: texts }, ...parts.map(encodeURIComponent))
}

/** Personal tokens go without `Bearer`, tokens of an OAuth app with it (authentication page). */
function authorizationOf(token: string): string {
  return token.startsWith('pk_') ? token : `Bearer ${token}`
}

/**
 * ClickUp answers 429 without `Retry-After`; `X-RateLimit-Reset` says in Unix seconds when the window ends (rate limits
 * page). Counted from the answer's own `Date`, so that our clock need not agree with theirs; a whole window when they
 * do not say, and never more than that.
 */
function waitOf(headers: Headers): number {
  const resetMs = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000
  const waitMs = resetMs - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(waitMs) ? windowMs : Math.min(windowMs, Math.max(1000, waitMs))
}
