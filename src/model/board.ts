import type { LabelKey } from './decision.ts'
import type { Instant, Status, Tool } from './task.ts'

/** `off`: nothing is looked at. `dry-run`: judged and recorded, nothing written. `apply`: written. */
export const modes = ['off', 'dry-run', 'apply'] as const
export type Mode = (typeof modes)[number]

/**
 * How a webhook fares at the tool. `failing`: deliveries fail, but it goes on. `suspended`: the tool has given up.
 * `unknown`: the tool does not tell (Notion).
 */
export const webhookStates = ['active', 'failing', 'suspended', 'missing', 'unknown'] as const
export type WebhookState = (typeof webhookStates)[number]

/** Whose board it is: the client's, or the assistant's own. */
export const roles = ['client', 'assistant'] as const
export type Role = (typeof roles)[number]

/** A field of the tool that Cadre reads or writes. `options` (id → name) only for choices. */
export interface MappedField {
  readonly id: string
  readonly type: 'number' | 'text' | 'choice'
  readonly options?: Readonly<Record<string, string>> | undefined
}

/** What the ids of one board mean. Ids, not names, so that a rename breaks nothing. */
export interface Mapping {
  /** The tool's label ids of our labels. */
  readonly labels: Readonly<Partial<Record<LabelKey, string>>>
  /** Lists or options in board order; several may mean the same status. */
  readonly statuses: readonly { readonly id: string; readonly status: Status }[]
  readonly fields: {
    readonly estimate?: MappedField | undefined
    readonly surcharge?: MappedField | undefined
    readonly service?: MappedField | undefined
    readonly hours?: MappedField | undefined
    readonly complexity?: MappedField | undefined
    readonly revision?: MappedField | undefined
  }
  /** Labels or options by which people name a service: their id → the catalogue's service id. */
  readonly services: Readonly<Record<string, string>>
  /** User ids of the assistant and her team: what they create is not judged. */
  readonly assistants: readonly string[]
  /**
   * What a person says by moving a request to a status: nothing, unless it is written here. On the assistant's own board
   * she speaks, on a client's the client, whoever moves it.
   */
  readonly answers?: Readonly<Partial<Record<Status, MoveAnswer>>> | undefined
  /** On a board that several assistants share: user id → whose rules hold for what is assigned to them. */
  readonly policies?: Readonly<Record<string, string>> | undefined
}

/**
 * What the list or option that a task stands in means; null when it means nothing to us. What is marked as done is done in
 * any place, unless it was declined.
 */
export function statusOf(
  { statusId, done }: { readonly statusId: string | null; readonly done?: boolean | null | undefined },
  { statuses }: Pick<Mapping, 'statuses'>,
): Status | null {
  const status = statuses.find(({ id }) => id === statusId)?.status ?? null
  return done && status !== 'declined' ? 'done' : status
}

/** What can be said by moving a request to another list. */
export const moveAnswers = ['confirm', 'decline', 'accept', 'refuse', 'wait'] as const
export type MoveAnswer = (typeof moveAnswers)[number]

/** A person's corrections of a mapping; what is absent stays. The labels are ours and are not corrected. */
export type MappingChange = { readonly [part in keyof Omit<Mapping, 'labels'>]?: Mapping[part] | undefined }

/** A Trello board, Notion data source or ClickUp list that Cadre watches. */
export interface Board {
  readonly id: string
  readonly tool: Tool
  readonly connectionId: string
  /** The tool's id. */
  readonly containerId: string
  readonly name: string
  readonly url: string
  readonly clientId: string
  readonly role: Role
  readonly mode: Mode
  readonly mapping: Mapping
  /** How many tasks may be written to within an hour before Cadre stops and asks a person. */
  readonly hourlyWriteLimit: number
  /** The assistant's board on which each request of this one has a twin; null for none. */
  readonly twinBoardId: string | null
  /** Are comments passed on between a request and its twin? */
  readonly relays: boolean
  /** Tasks made before this moment were there first and are taken in silently. */
  readonly watchedSince: Instant
  /** Writes before this moment no longer count towards the limit: a person has looked at them. */
  readonly releasedAt: Instant | null
  /** Up to where the sweep has looked; null before the first one. */
  readonly sweptUntil: Instant | null
  /** When a sweep last found something that a webhook should have told; null if never. */
  readonly missedAt: Instant | null
  /** How the webhook fared when it was last asked after; null when it never was. */
  readonly webhook: { readonly state: WebhookState; readonly checkedAt: Instant } | null
  /** The tool's ids of what Cadre made on the board, as against what it adopted: only that is ever taken away again. */
  readonly madeIds: readonly string[]
  /** Since when our labels are being taken off, after which the board is forgotten; null while it is watched. */
  readonly leavingSince: Instant | null
}

/** The languages that clients are spoken to in. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** The client a decision is for: how to speak to them and when. */
export interface Client {
  readonly id: string
  readonly name: string
  readonly language: Language
  /** French has two forms of address; English ignores it. */
  readonly address: 'tu' | 'vous'
  /** IANA zone in which dates are shown to them. */
  readonly timeZone: string
  readonly policyId: string
  /** One of the policy's plans; null for none. */
  readonly plan: string | null
  /** What differs for this client alone, in the shape of the policy; merged last (`policies/effective.ts`). */
  readonly terms: Readonly<Record<string, unknown>>
  /** When they accepted the assistant's terms; null when nobody recorded it. */
  readonly acceptedAt: Instant | null
}
