import type { Filled, Sight } from './boards/board.ts'
import type { Place, Side } from './history.ts'

/** A comment that a person made, and what they would want of it. */
export interface Saying {
  readonly id: string
  readonly by: Side
  /** In every version of it, and in nothing else; null for plain words, which stand alone. */
  readonly token: string | null
  readonly toClient: boolean
  /** The number of the phrase that it is; null for talk. */
  readonly phrase: number | null
  readonly told: Telling
  text: string
  isDeleted: boolean
}

/** Something that may be an answer: when it was given, and what its giver saw on the client's card. */
export interface Telling {
  /** The step of the history. */
  readonly step: number
  readonly labels: readonly string[]
  readonly estimate: string | null
  /** Where both stood. */
  readonly places: Readonly<Record<Side, Place | null>>
}

/** What people did to one task. */
export interface Hand {
  /** Empty as long as there is no such task: of what was written down nobody knows yet which card it becomes. */
  id: string
  /** Rest after rest is an epoch; in which of them, and at which step, what was done, as often as it was. */
  readonly done: { readonly epoch: number; readonly step: number; readonly what: string }[]
  readonly sayings: Saying[]
  /** The assistant's own words on a twin, field by field: they stay. */
  words: Filled
  /** What stood there before the assistant first put words of her own in its place. */
  readonly before: Filled
  isTagged: boolean
  /** Labels of services that it has had, the present one last. */
  readonly services: string[]
  /** Where it was put last; null while nobody has moved it. */
  place: Place | null
  /** All moves, in their order. */
  readonly moves: { readonly to: Place; readonly told: Telling }[]
  /** Labels of ours that were put on by hand, or taken off, in their order. */
  readonly touched: { readonly label: string; readonly change: 'added' | 'removed'; readonly told: Telling }[]
  /** Labels of ours that were put on by hand, and nobody has said or done anything about the same since. */
  put: string[]
  /** Labels of ours that were taken off since the request last changed. */
  overruled: string[]
  /** Labels that may be put back or not: words since may be about them. */
  unsure: string[]
  isArchived: boolean
  isDeleted: boolean
}

/** A request, what became of it on the other board as far as people see, and when its due date was set. */
export interface Asked {
  readonly request: Hand
  /** What its card says of a request that came by another way; null for what was asked on the board. */
  readonly reference: string | null
  twin: Hand | null
  due: { readonly at: string; readonly setAt: number } | null
  /** The steps at which its words or its date were changed by the client, the first one being that it was asked. */
  readonly versions: Version[]
}

/** Cards that were made for a request that came by another way; empty where it was asked on the board. */
export const madeFor = ({ reference }: Asked, cards: Iterable<Sight>): Sight[] =>
  [...cards].filter(({ text }) => reference !== null && text.includes(reference))

/** A request as it was asked from a step on. */
export interface Version {
  readonly step: number
  readonly title: string
  readonly due: string | null
  readonly isShort: boolean
  /** The label of the service that was chosen; null for none. */
  readonly service: string | null
}

/** What all people of a history know of what they did. */
export interface Memory {
  readonly asked: Asked[]
  /** Ids of what the assistant noted for herself. */
  readonly notes: Set<string>
  /** Tasks that came to be on the assistant's board by no person's hand, by the request they are for. */
  readonly born: Map<string, Asked | null>
  epoch: number
  gestures: number
  /** Which step of the history is played. */
  step: number
}

/** Nobody has done anything yet. */
export const newMemory = (): Memory => ({
  asked: [],
  notes: new Set(),
  born: new Map(),
  epoch: 0,
  gestures: 0,
  step: 0,
})

/** Nobody has done anything to this task yet. */
export const newHand = (id: string): Hand => ({
  id,
  done: [],
  sayings: [],
  words: {},
  before: {},
  isTagged: false,
  place: null,
  moves: [],
  touched: [],
  services: [],
  put: [],
  overruled: [],
  unsure: [],
  isArchived: false,
  isDeleted: false,
})
