/**
 * What a key of the admin API may do.
 * - `read`: see everything but secrets. `policy`: also write policies, examples and their tests.
 * - `operate`: also the daily work: clients' books, tasks, answers, replays. `admin`: everything, keys and accounts too.
 */
export const scopes = ['read', 'policy', 'operate', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Who does something through the admin API. */
export interface Actor {
  /** The key's id; `environment` for the key from CADRE_ADMIN_KEY. */
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
}

/** May they do what needs this scope? Every key may read; `admin` may do all. */
export function permits({ scopes: held }: Pick<Actor, 'scopes'>, needed: Scope): boolean {
  return needed === 'read' || held.includes(needed) || held.includes('admin')
}
