import type { Params } from './params.ts'
import type { Cause, World } from './world.ts'

/** One request that has passed the gate, as a route sees it. */
export interface Visit {
  readonly world: World
  readonly cause: Cause
  readonly params: Params
  /** A variable of the route's path. */
  at(name: string): string
}

/** Routes by method and path, e.g. `GET /cards/:id`. What a route returns is the answer. */
export type Routes = Readonly<Record<string, (visit: Visit) => unknown>>
