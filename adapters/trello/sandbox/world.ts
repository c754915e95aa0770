import { createObjectIds, type ObjectIds } from './object-id.ts'

/** A person with a Trello account. */
export interface Member {
  readonly id: string
  readonly fullName: string
  readonly username: string
  readonly initials: string
  readonly avatarHash: string
}

export interface Board {
  readonly id: string
  readonly shortLink: string
  readonly name: string
  readonly idOrganization: string
  readonly idMemberCreator: string
  /** Who may see and change it, as member ids. */
  readonly members: string[]
  /** Custom Fields are a paid Power-Up that a board may lack. */
  customFieldsOn: boolean
  lastActivity: Date
  cardsMade: number
}

export interface List {
  readonly id: string
  idBoard: string
  readonly name: string
  readonly pos: number
  closed: boolean
}

/** What a card is shown as, if not as a card; a mirror is called by the address of the card that it shows. */
export const cardRoles = ['separator', 'board', 'mirror', 'link'] as const
export type CardRole = (typeof cardRoles)[number]

export interface Label {
  readonly id: string
  readonly idBoard: string
  name: string
  color: string | null
}

/** The types of custom fields. */
export const fieldTypes = ['text', 'number', 'date', 'checkbox', 'list'] as const
export type FieldType = (typeof fieldTypes)[number]

export interface Field {
  readonly id: string
  readonly idBoard: string
  readonly name: string
  readonly type: FieldType
  readonly pos: number
  readonly cardFront: boolean
  readonly options: readonly { readonly id: string; readonly text: string; readonly pos: number }[]
}

/** What a custom field holds on one card: `value` for all types but lists, `idValue` for an option of a list. */
export interface FieldItem {
  readonly id: string
  readonly idCustomField: string
  readonly value: Readonly<Record<string, string>> | null
  readonly idValue: string | null
}

/** A file on a card. Of an upload there is no content here. */
export interface Attachment {
  readonly id: string
  readonly name: string
  readonly mimeType: string
  readonly idMember: string
  readonly date: string
  readonly pos: number
}

export interface Card {
  readonly id: string
  readonly shortLink: string
  readonly idMemberCreator: string
  readonly isTemplate: boolean
  readonly cardRole: CardRole | null
  idShort: number
  idBoard: string
  idList: string
  name: string
  desc: string
  pos: number
  due: string | null
  dueReminder: number | null
  dueComplete: boolean
  start: string | null
  closed: boolean
  idLabels: string[]
  idMembers: string[]
  items: FieldItem[]
  /** The newest last. */
  attachments: Attachment[]
  lastActivity: Date
}

/** What happened, once: the same action goes to every webhook that watches one of its models. */
export interface Action {
  readonly id: string
  readonly idMemberCreator: string
  readonly type: string
  readonly date: string
  readonly data: Record<string, unknown>
  readonly appCreator: { readonly id: string } | null
  readonly display: {
    readonly translationKey: string
    readonly entities: Readonly<Record<string, unknown>>
  }
  /** Set on actions that are about another member than the one who acted. */
  readonly idMember: string | null
  readonly idBoard: string
  /** The card it is about; null for actions of the board itself. */
  readonly idCard: string | null
}

export interface Webhook {
  readonly id: string
  description: string
  idModel: string
  callbackURL: string
  active: boolean
  consecutiveFailures: number
  firstConsecutiveFailDate: string | null
}

/** Who acts, and through what. Made anew for every request and every gesture in the UI. */
export interface Cause {
  readonly member: Member
  /** The application whose key was used; null for the UI. */
  readonly app: string | null
  /** `X-Trello-Client-Identifier` of the request. */
  readonly clientIdentifier: string | null
  /** How many actions this gesture has caused so far: Trello stamps them some 30 ms apart. */
  actions: number
}

/** An action on its way out: to webhooks on any of `models`, as those look at this moment. */
export type Publish = (action: Action, models: readonly string[], cause: Cause) => void

/** Everything the sandbox knows. */
export interface World {
  readonly ids: ObjectIds
  readonly now: () => Date
  /** What may be told of the token; its value is not part of it. */
  readonly token: { readonly id: string; readonly dateCreated: string }
  readonly members: Map<string, Member>
  readonly boards: Map<string, Board>
  readonly lists: Map<string, List>
  readonly labels: Map<string, Label>
  readonly fields: Map<string, Field>
  readonly cards: Map<string, Card>
  readonly webhooks: Map<string, Webhook>
  readonly actions: Map<string, Action>
  /** Actions by the board and the card they happened on, oldest first. */
  readonly history: Map<string, Action[]>
  readonly publish: Publish
}

/** An empty Trello. */
export function createWorld(now: () => Date, publish: Publish): World {
  const ids = createObjectIds()
  return {
    ids,
    now,
    token: { id: ids.next(now()), dateCreated: now().toISOString() },
    members: new Map(),
    boards: new Map(),
    lists: new Map(),
    labels: new Map(),
    fields: new Map(),
    cards: new Map(),
    webhooks: new Map(),
    actions: new Map(),
    history: new Map(),
    publish,
  }
}
