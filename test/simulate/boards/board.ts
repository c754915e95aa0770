import type { Tool } from '#model/task.ts'
import type { Place, Side } from '../history.ts'

/** A task as people see it, whatever the tool: everything by name. */
export interface Sight {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly text: string
  readonly due: string | null
  /** Null where it stands nowhere that the simulation knows. */
  readonly place: Place | null
  /** In small letters, sorted. */
  readonly labels: readonly string[]
  readonly estimate: string | null
  /** Oldest first. */
  readonly comments: readonly { readonly id: string; readonly text: string; readonly isOurs: boolean }[]
  readonly archived: boolean
}

/** What a person fills in. Dates as ISO 8601, null takes one away. */
export interface Filled {
  readonly title?: string
  readonly text?: string
  readonly due?: string | null
}

/** A board as people work on it, in one shape for all tools. What the tool would refuse is thrown. */
export interface SimulatedBoard {
  readonly tool: Tool
  readonly containerId: string
  /** User ids of the assistant, and of us. */
  readonly assistants: readonly string[]
  readonly holds: readonly Place[]
  /** The id of a label that people made for themselves. */
  labelId(name: string): string
  ask(by: Side, filled: Filled & { readonly title: string }): string
  edit(by: Side, id: string, filled: Filled): void
  move(by: Side, id: string, to: Place): void
  /** Returns the comment's id. */
  say(by: Side, id: string, text: string): string
  correct(by: Side, commentId: string, text: string): void
  unsay(by: Side, commentId: string): void
  tag(by: Side, id: string, label: string): void
  untag(by: Side, id: string, label: string): void
  archive(by: Side, id: string): void
  restore(by: Side, id: string): void
  delete(by: Side, id: string): void
  /** Null when it is deleted. */
  see(id: string): Sight | null
  /** All that is on it, oldest first, archived ones too. */
  all(): Sight[]
}

/** The label that people here make for themselves. */
export const ownLabel = 'Perso'

/** What each side's lists, options or statuses are called, in the order of the board. */
export const placeNames: Readonly<Record<Side, Readonly<Partial<Record<Place, string>>>>> = {
  client: { requested: 'Demandes', in_progress: 'En cours', review: 'À valider', done: 'Terminé' },
  assistant: { requested: 'À faire', waiting: 'En attente', in_progress: 'En cours', done: 'Livré' },
}

/** The places of a side's board. */
export const placesOf = (side: Side) => Object.keys(placeNames[side]) as Place[]

/** What a place is called there. @throws where there is none */
export function nameOf(side: Side, place: Place): string {
  const name = placeNames[side][place]
  if (name === undefined) throw new Error(`there is no place for ${place}`)
  return name
}

/** The place that is called so, in whatever letters. */
export function placeCalled(side: Side, name: string | null): Place | null {
  const names = Object.entries(placeNames[side]) as [Place, string][]
  return names.find(([, called]) => called.toLowerCase() === name?.toLowerCase())?.[0] ?? null
}
