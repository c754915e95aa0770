import { refuse } from './refusal.ts'

/** The query of a request. */
export interface Params {
  text(name: string): string | undefined
  /** True when it says `true`. */
  flag(name: string): boolean
  integer(name: string): number | undefined
  /** All values of a name such as `list_ids[]`; undefined when there are none. */
  all(name: string): readonly string[] | undefined
}

/** Reads the query of one request. Arrays carry their brackets in the name, as in ClickUp's documents. */
export function readParams(query: unknown): Params {
  const values: Record<string, unknown> = typeof query === 'object' && query !== null ? { ...query } : {}
  const all = (name: string) => {
    const value = values[name]
    if (value === undefined) return undefined
    return (Array.isArray(value) ? value : [value]).map(String)
  }
  const text = (name: string) => all(name)?.[0]
  return {
    all,
    text,
    flag: (name) => text(name) === 'true',
    integer(name) {
      const given = text(name)
      if (given === undefined) return undefined
      return /^\d+$/.test(given) ? Number(given) : refuse(400, `${name} invalid`)
    },
  }
}
