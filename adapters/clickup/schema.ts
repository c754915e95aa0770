import { z } from 'zod'

/**
 * ClickUp's objects, only the fields that we read. The published specification mistypes several answers (lists of
 * objects as lists of strings, ids that are numbers as strings), so each id is read as either and kept as a string.
 */
const id = z.union([z.string().min(1), z.number()]).transform(String)

/** Unix milliseconds: a string in answers, a number in some events. */
const milliseconds = z.union([z.string(), z.number()])

export const ClickUpUser = z.object({ id, username: z.string().nullish() })

export const ClickUpUserAnswer = z.object({ user: ClickUpUser })

/** A team is what people call a workspace. */
export const ClickUpTeams = z.object({ teams: z.array(z.object({ id, name: z.string() })) })

export const ClickUpSpaces = z.object({ spaces: z.array(z.object({ id, name: z.string() })) })

const ListName = z.object({ id, name: z.string() })

export const ClickUpLists = z.object({ lists: z.array(ListName) })

/** `hidden` folders are those that people do not see: they hold the lists that have none. */
export const ClickUpFolders = z.object({
  folders: z.array(z.object({ name: z.string(), hidden: z.boolean().nullish(), lists: z.array(ListName) })),
})

export const ClickUpStatus = z.object({
  id: id.nullish().catch(undefined),
  status: z.string(),
  type: z.string().nullish(),
  orderindex: z.number().nullish(),
})
export type ClickUpStatus = z.infer<typeof ClickUpStatus>

export const ClickUpList = z.object({
  id,
  name: z.string(),
  /** Lists outside any folder have none, or one that is hidden. */
  folder: z.object({ id, hidden: z.boolean().nullish() }).nullish().catch(undefined),
  space: z.object({ id }),
  statuses: z.array(ClickUpStatus).nullish(),
})

export type ClickUpList = z.infer<typeof ClickUpList>

export const ClickUpTag = z.object({ name: z.string(), tag_bg: z.string().nullish() })

export type ClickUpTag = z.infer<typeof ClickUpTag>

export const ClickUpTags = z.object({ tags: z.array(ClickUpTag) })

/** An option of a drop-down is called by `name`, one of a labels field by `label`. */
export const ClickUpOption = z.object({
  id,
  name: z.string().nullish(),
  label: z.string().nullish(),
  color: z.string().nullish(),
  orderindex: z.coerce.number().nullish().catch(undefined),
})
export type ClickUpOption = z.infer<typeof ClickUpOption>

/** What a field may hold depends on its type, and some types have configurations of their own that we do not read. */
const typeConfig = z
  .object({ options: z.array(ClickUpOption).nullish(), currency_type: z.string().nullish() })
  .nullish()
  .catch(undefined)

/** `applied_objects` are the custom task types that it is for; without them it is for every task (get list fields). */
export const ClickUpField = z.object({
  id,
  name: z.string(),
  type: z.string(),
  type_config: typeConfig,
  applied_objects: z.array(z.unknown()).nullish().catch(undefined),
})
export type ClickUpField = z.infer<typeof ClickUpField>

export const ClickUpFields = z.object({ fields: z.array(ClickUpField) })

/** A custom field on a task; without a `value` it is empty there. */
export const ClickUpFieldValue = ClickUpField.omit({ name: true, applied_objects: true }).extend({
  value: z.unknown().optional(),
})
export type ClickUpFieldValue = z.infer<typeof ClickUpFieldValue>

export const ClickUpMembers = z.object({ members: z.array(ClickUpUser) })

/** `title` is mostly the file's whole name, and the extension its end. */
export const ClickUpAttachment = z.object({
  title: z.string(),
  extension: z.string().nullish(),
  mimetype: z.string().nullish(),
  url: z.string().nullish(),
  deleted: z.boolean().nullish(),
})
export type ClickUpAttachment = z.infer<typeof ClickUpAttachment>

/** `attachments` only in the answer about a single task; that they are there is no reason to read none of it. */
export const ClickUpTask = z.object({
  id,
  name: z.string(),
  text_content: z.string().nullish(),
  description: z.string().nullish(),
  status: z.object({ status: z.string() }),
  date_created: milliseconds.nullish(),
  date_updated: milliseconds.nullish(),
  due_date: milliseconds.nullish(),
  archived: z.boolean().nullish(),
  creator: z.object({ id }).nullish(),
  assignees: z.array(z.object({ id })).nullish(),
  tags: z.array(ClickUpTag).nullish(),
  custom_fields: z.array(ClickUpFieldValue).nullish(),
  attachments: z.array(ClickUpAttachment).nullish().catch(undefined),
  list: z.object({ id }),
  url: z.string(),
})
export type ClickUpTask = z.infer<typeof ClickUpTask>

/** Where a task is, and what moving it depends on. `team_id` is the workspace. */
export const ClickUpTaskPlace = z.object({
  team_id: id,
  list: z.object({ id }),
  parent: id.nullish(),
  status: ClickUpStatus,
})

/** Tasks that are read one by one (`readable`), so that an odd one spoils no page. */
export const ClickUpTaskPage = z.object({
  tasks: z.array(z.looseObject({ id })),
  last_page: z.boolean().nullish(),
})

/** How many answers lie in its thread is text by the specification; where it cannot be read, there are none. */
export const ClickUpComment = z.object({
  id,
  comment_text: z.string().nullish(),
  user: ClickUpUser.nullish(),
  date: milliseconds,
  reply_count: z.coerce.number().catch(0),
})
export type ClickUpComment = z.infer<typeof ClickUpComment>

export const ClickUpComments = z.object({ comments: z.array(ClickUpComment) })

/** What was made, a task or a comment: only its id is read. */
export const ClickUpMade = z.object({ id })

/** `secret` signs what this webhook sends. Exactly one of the `*_id` says what it watches; none means everything. */
export const ClickUpWebhook = z.object({
  id,
  endpoint: z.string(),
  events: z
    .union([z.array(z.string()), z.string().transform((event) => [event])])
    .nullish()
    .catch(undefined),
  list_id: id.nullish(),
  task_id: id.nullish(),
  health: z.object({ status: z.string(), fail_count: z.number().nullish() }).nullish().catch(undefined),
  secret: z.string().nullish(),
})
export type ClickUpWebhook = z.infer<typeof ClickUpWebhook>

export const ClickUpWebhooks = z.object({ webhooks: z.array(ClickUpWebhook) })

export const ClickUpWebhookAnswer = z.object({ webhook: ClickUpWebhook })

const maybeId = id.optional().catch(undefined)

/** `after` is the new value, of a comment its id: read for due dates and comments only, and never kept. Anything odd in a part counts as its absence. */
export const ClickUpHistoryItem = z.object({
  id,
  type: z.number().optional().catch(undefined),
  date: milliseconds.optional().catch(undefined),
  field: z.string().optional().catch(undefined),
  parent_id: maybeId,
  user: z.object({ id }).optional().catch(undefined),
  custom_field: z.object({ id }).optional().catch(undefined),
  after: milliseconds.nullable().optional().catch(undefined),
})
export type ClickUpHistoryItem = z.infer<typeof ClickUpHistoryItem>

/** What we read of a webhook. */
export const ClickUpDelivery = z.object({
  webhook_id: id,
  event: z.string().min(1),
  task_id: maybeId,
  list_id: maybeId,
  folder_id: maybeId,
  space_id: maybeId,
  goal_id: maybeId,
  key_result_id: maybeId,
  history_items: z.array(ClickUpHistoryItem).catch([]),
})
export type ClickUpDelivery = z.infer<typeof ClickUpDelivery>
