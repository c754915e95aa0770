import type { User, World } from './world.ts'

/** One request that has passed the gate, as a route sees it. */
export interface Visit {
  readonly world: World
  /** Whoever the token stands for: the connection's bot. */
  readonly user: User
  readonly query: unknown
  readonly body: unknown
  /** A variable of the route's path. */
  at(name: string): string
}

/** Routes by method and path, e.g. `GET /pages/:id`. What a route returns is the answer. */
export type Routes = Readonly<Record<string, (visit: Visit) => Record<string, unknown>>>
