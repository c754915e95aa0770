import type { z } from 'zod'

/** What a listing holds, taken apart. */
export interface Readable<T> {
  readonly items: readonly T[]
  /** Ids of what has a shape that we do not know, or is no more than an id because we may not read it. */
  readonly unread: readonly string[]
}

/** What can be read of a listing, given by id: an odd item must not hold up the others. */
export function readable<T>(item: z.ZodType<T>, listed: ReadonlyMap<string, unknown>): Readable<T> {
  const items: T[] = []
  const unread: string[] = []
  for (const [id, one] of listed) {
    const { data } = item.safeParse(one)
    if (data === undefined) unread.push(id)
    else items.push(data)
  }
  return { items, unread }
}
