import { z } from 'zod'
import { invalid } from './refusal.ts'

const maxPageSize = 100

/** What every list takes, in the query or in the body; numbers in a query are text. */
export const PageRequest = z.object({
  start_cursor: z.string().optional(),
  page_size: z.coerce.number().int().min(1).max(maxPageSize).optional(),
})
export type PageRequest = z.infer<typeof PageRequest>

/**
 * One page of a list (reference, "Pagination"). The cursor is the id of the first entry that is yet to come; one that
 * is gone is refused.
 */
export function listBody<T extends { readonly id: string }>(
  entries: readonly T[],
  request: PageRequest,
  kind: string,
  render: (entry: T) => unknown,
): Record<string, unknown> {
  const { start_cursor: cursor, page_size: size = maxPageSize } = request
  const start = cursor === undefined ? 0 : entries.findIndex(({ id }) => id === cursor)
  if (start < 0) invalid(`The start_cursor provided is invalid: ${cursor}`)
  const next = entries[start + size]
  return {
    object: 'list',
    results: entries.slice(start, start + size).map(render),
    next_cursor: next?.id ?? null,
    has_more: next !== undefined,
    type: kind,
    [kind]: {},
  }
}
