import { z } from 'zod'

/**
 * Notion's objects, only the fields that we read, in the shape of API version 2026-03-11. Types and colors are open
 * sets: Notion adds to them without a new version.
 */
const RichText = z.array(z.object({ plain_text: z.string() }))

/** An option as a page shows it. The identifier is what we go by; an option without one cannot be told apart. */
const ShownOption = z.object({ id: z.string().optional(), name: z.string() })

/** `start` and `end` are days (`2026-11-23`) or moments with an offset; `time_zone` is null in answers so far. */
export const NotionDate = z.object({
  start: z.string(),
  end: z.string().nullish(),
  time_zone: z.string().nullish(),
})
export type NotionDate = z.infer<typeof NotionDate>

/** What a page holds in one property: the value is under the name of the property's type. */
export const NotionValue = z.object({
  id: z.string(),
  type: z.string(),
  title: RichText.optional(),
  rich_text: RichText.optional(),
  number: z.number().nullish(),
  select: ShownOption.nullish(),
  multi_select: z.array(ShownOption).optional(),
  status: ShownOption.nullish(),
  date: NotionDate.nullish(),
  people: z.array(z.object({ id: z.string() })).optional(),
  /** Notion tells no type. Addresses of its own are not read: they are good for an hour (file object). */
  files: z
    .array(z.object({ name: z.string(), external: z.object({ url: z.string() }).nullish() }))
    .optional(),
})
export type NotionValue = z.infer<typeof NotionValue>

/** `data_source_id` only for a page that is a row. */
export const NotionPage = z.object({
  id: z.string(),
  url: z.string(),
  created_time: z.string(),
  created_by: z.object({ id: z.string() }).nullish(),
  last_edited_time: z.string(),
  in_trash: z.boolean(),
  is_archived: z.boolean().optional(),
  parent: z.object({ data_source_id: z.string().optional() }),
  properties: z.record(z.string(), NotionValue),
})
export type NotionPage = z.infer<typeof NotionPage>

/** One piece of a long title or text, as `GET /pages/{id}/properties/{property_id}` lists them. */
export const NotionTextItem = z.object({
  title: RichText.element.optional(),
  rich_text: RichText.element.optional(),
})
export type NotionTextItem = z.infer<typeof NotionTextItem>

const Options = z.object({
  options: z.array(z.object({ id: z.string(), name: z.string(), color: z.string().nullish() })),
})

/** A property of a data source: its column, with the options that it offers. */
export const NotionProperty = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  number: z.object({ format: z.string() }).optional(),
  select: Options.optional(),
  multi_select: Options.optional(),
  status: Options.optional(),
})
export type NotionProperty = z.infer<typeof NotionProperty>

export const NotionDataSource = z.object({
  id: z.string(),
  title: RichText,
  url: z.string(),
  properties: z.record(z.string(), NotionProperty),
})
export type NotionDataSource = z.infer<typeof NotionDataSource>

/** A data source as search finds it; without title and address where we may not read it. */
export const NotionFound = z.object({
  id: z.string(),
  title: RichText.optional(),
  url: z.string().optional(),
  in_trash: z.boolean().optional(),
})
export type NotionFound = z.infer<typeof NotionFound>

export const NotionUser = z.object({
  id: z.string(),
  type: z.string().optional(),
  name: z.string().nullish(),
})
export type NotionUser = z.infer<typeof NotionUser>

/** `resolved_name` is what people see as its author: a custom name too. Older answers come without. */
export const NotionComment = z.object({
  id: z.string(),
  created_by: z.object({ id: z.string() }),
  created_time: z.string(),
  display_name: z.object({ resolved_name: z.string().nullish() }).nullish(),
  rich_text: RichText,
})
export type NotionComment = z.infer<typeof NotionComment>

/** The first delivery of a new subscription: the secret that it will sign with (webhooks reference). */
export const NotionHandshake = z.object({ verification_token: z.string().regex(/^[\x21-\x7e]+$/) })
export type NotionHandshake = z.infer<typeof NotionHandshake>

const Reference = z.object({ id: z.string(), type: z.string() })

/**
 * What we read of a webhook, which is also all that is kept of it: ids, types and times. The name of the workspace and
 * the names of changed columns stay out. Anything odd in a part counts as that part being absent.
 */
export const NotionEvent = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  timestamp: z.string().optional().catch(undefined),
  api_version: z.string().optional().catch(undefined),
  attempt_number: z.number().optional().catch(undefined),
  subscription_id: z.string().optional().catch(undefined),
  authors: z.array(Reference).optional().catch(undefined),
  entity: Reference.optional().catch(undefined),
  data: z
    .object({
      parent: Reference.extend({ data_source_id: z.string().optional().catch(undefined) })
        .optional()
        .catch(undefined),
      page_id: z.string().optional().catch(undefined),
      updated_properties: z.array(z.string()).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})
export type NotionEvent = z.infer<typeof NotionEvent>
