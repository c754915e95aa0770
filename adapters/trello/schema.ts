import { z } from 'zod'

/**
 * Trello's objects, only the fields that we read. Colors and action types are open sets: real boards hold values
 * that the published specification does not name, such as `yellow_light`.
 */
export const TrelloLabel = z.object({
  id: z.string(),
  name: z
    .string()
    .nullish()
    .transform((name) => name ?? ''),
  color: z.string().nullish(),
})
export type TrelloLabel = z.infer<typeof TrelloLabel>

/** The guide says that every value is a string, the specification that some are not. */
const fieldText = z.union([z.string(), z.number(), z.boolean()]).transform(String).nullish()

/** A custom field's value on a card: in `value` by the field's type, or `idValue` for a list field. */
export const TrelloFieldItem = z.object({
  idCustomField: z.string(),
  idValue: z.string().nullish(),
  value: z
    .object({
      number: fieldText,
      text: fieldText,
      checked: fieldText,
      date: fieldText,
    })
    .nullish(),
})
export type TrelloFieldItem = z.infer<typeof TrelloFieldItem>

export const TrelloAction = z.object({
  id: z.string(),
  type: z.string(),
  date: z.string(),
  idMemberCreator: z.string().nullish(),
  memberCreator: z.object({ fullName: z.string().nullish(), username: z.string().nullish() }).nullish(),
  data: z.object({ text: z.string().optional(), board: z.object({ id: z.string() }).optional() }),
})
export type TrelloAction = z.infer<typeof TrelloAction>

/** `mimeType` is empty for a link. */
export const TrelloAttachment = z.object({
  name: z
    .string()
    .nullish()
    .transform((name) => name ?? ''),
  mimeType: z.string().nullish(),
  url: z
    .string()
    .nullish()
    .transform((url) => url ?? null),
})
export type TrelloAttachment = z.infer<typeof TrelloAttachment>

/** `list` only with a single card. `cardRole` says that people see something else than a card of its own. */
export const TrelloCard = z.object({
  id: z.string(),
  idBoard: z.string(),
  idList: z.string(),
  idMemberCreator: z.string().nullish(),
  idMembers: z.array(z.string()).optional(),
  name: z.string(),
  desc: z.string(),
  due: z.string().nullable(),
  dueComplete: z.boolean().nullish(),
  closed: z.boolean(),
  list: z.object({ closed: z.boolean() }).nullish(),
  isTemplate: z.boolean().optional(),
  cardRole: z.string().nullish(),
  dateLastActivity: z.string().nullish(),
  shortUrl: z.string(),
  labels: z.array(TrelloLabel),
  customFieldItems: z.array(TrelloFieldItem).optional(),
  attachments: z.array(TrelloAttachment).optional(),
  actions: z.array(TrelloAction).optional(),
})
export type TrelloCard = z.infer<typeof TrelloCard>

export const TrelloList = z.object({ closed: z.boolean(), idBoard: z.string() })
export type TrelloList = z.infer<typeof TrelloList>

export const TrelloMember = z.object({ id: z.string(), fullName: z.string().nullish(), username: z.string() })
export type TrelloMember = z.infer<typeof TrelloMember>

export const TrelloBoard = z.object({ id: z.string(), name: z.string(), shortUrl: z.string() })
export type TrelloBoard = z.infer<typeof TrelloBoard>

/** `options` only for type `list`. */
export const TrelloCustomField = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  options: z.array(z.object({ id: z.string(), value: z.object({ text: z.string() }) })).nullish(),
})
export type TrelloCustomField = z.infer<typeof TrelloCustomField>

/** A board with everything a person may map. Boards without the Custom Fields Power-Up have no `customFields`. */
export const TrelloLayout = TrelloBoard.extend({
  lists: z.array(z.object({ id: z.string(), name: z.string(), pos: z.number() })),
  labels: z.array(TrelloLabel),
  customFields: z.array(TrelloCustomField).nullish(),
  members: z.array(TrelloMember),
})
export type TrelloLayout = z.infer<typeof TrelloLayout>

export const TrelloWebhook = z.object({
  id: z.string(),
  idModel: z.string(),
  callbackURL: z.string(),
  active: z.boolean(),
  consecutiveFailures: z.number().nullish(),
})
export type TrelloWebhook = z.infer<typeof TrelloWebhook>

const ids = z.object({ id: z.string() })

/**
 * What we read of a webhook's action, which is also all that is kept of it: ids, times, and of the old values only
 * which ones changed. Anything odd in a part counts as that part being absent.
 */
export const TrelloEvent = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  date: z.string().optional().catch(undefined),
  idMemberCreator: z.string().optional().catch(undefined),
  data: z
    .object({
      card: z
        .object({
          id: z.string().min(1),
          shortLink: z.string().optional().catch(undefined),
          due: z.string().nullable().optional().catch(undefined),
        })
        .optional()
        .catch(undefined),
      board: ids.optional().catch(undefined),
      list: ids.optional().catch(undefined),
      listBefore: ids.optional().catch(undefined),
      listAfter: ids.optional().catch(undefined),
      old: z
        .record(z.string(), z.unknown())
        .transform((old) => Object.keys(old))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
})
export type TrelloEvent = z.infer<typeof TrelloEvent>

export const TrelloDelivery = z.object({ action: TrelloEvent })
export type TrelloDelivery = z.infer<typeof TrelloDelivery>
