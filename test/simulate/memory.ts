import type { Filled } from './boards/board.ts'
import type { Place } from './history.ts'

/** A comment that a person made, and what they would want of it. */
export interface Saying {
  readonly id: string
  /** In every version of it, and in nothing else. */
  readonly token: string
  readonly toClient: boolean
  text: string
  isDeleted: boolean
}

/** What people did to one task. */
export interface Hand {
  readonly id: string
  /** Rest after rest is an epoch; in which of them what was done, as often as it was. */
  readonly done: { readonly epoch: number; readonly what: string }[]
  readonly sayings: Saying[]
  /** The assistant's own words on a twin, field by field: they stay. */
  words: Filled
  /** What stood there before the assistant first put words of her own in its place. */
  readonly before: Filled
  isTagged: boolean
  /** Where it was put last; null while nobody has moved it. */
  place: Place | null
  /** Labels of ours that were taken off since the request last changed. */
  overruled: string[]
  isArchived: boolean
  isDeleted: boolean
}

/** A request, what became of it on the other board as far as people see, and when its due date was set. */
export interface Asked {
  readonly request: Hand
  twin: Hand | null
  due: { readonly at: string; readonly setAt: number } | null
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
}

/** Nobody has done anything yet. */
export const newMemory = (): Memory => ({
  asked: [],
  notes: new Set(),
  born: new Map(),
  epoch: 0,
  gestures: 0,
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
  overruled: [],
  isArchived: false,
  isDeleted: false,
})
