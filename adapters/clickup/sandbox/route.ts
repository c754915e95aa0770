import type { Params } from './params.ts'
import type { User, World } from './world.ts'

/** One request that has passed the gate, as a route sees it. */
export interface Visit {
  readonly world: World
  /** Who the token speaks for. */
  readonly actor: User
  /** The query. */
  readonly query: Params
  /** The parsed body; an empty object when there was none. */
  readonly body: unknown
  /** A variable of the route's path. */
  at(name: string): string
}

/** What a route returns to answer 204 without a body. */
export const noContent = Symbol('no content')

/** Routes by method and path below `/api`, e.g. `GET /v2/task/:id`. What a route returns is the answer. */
export type Routes = Readonly<Record<string, (visit: Visit) => unknown>>
