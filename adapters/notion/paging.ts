import { z } from 'zod'
import { parseShape } from '../http.ts'

/** Items per answer: the most that Notion gives (pagination reference). */
export const pageSize = 100

/** Everything that a paged route lists. `isWhole` is false when Notion stopped before the end (10,000 rows), or does not lead on. */
export interface Whole<T> {
  readonly items: readonly T[]
  readonly isWhole: boolean
}

/** Where to go on: spread into the request, nothing for the first page. */
export type Cursor = { readonly start_cursor?: string }

/**
 * Ask page after page until the last one.
 * @param what names the answer in an error
 * @throws AppError TOOL_RESPONSE_INVALID when an answer is no page of these items
 */
export async function readAll<T>(
  item: z.ZodType<T>,
  what: string,
  ask: (cursor: Cursor) => Promise<unknown>,
): Promise<Whole<T>> {
  const Page = z.object({
    results: z.array(item),
    has_more: z.boolean(),
    next_cursor: z.string().nullish(),
    request_status: z.object({ type: z.string() }).optional(),
  })
  const items: T[] = []
  const seen = new Set<string>()
  let isWhole = true
  let cursor: Cursor = {}
  for (;;) {
    const page = parseShape(Page, await ask(cursor), what)
    items.push(...page.results)
    if (page.request_status?.type === 'incomplete') isWhole = false
    if (!page.has_more) return { items, isWhole }
    const next = page.next_cursor
    // Without a cursor nothing leads on, and one that comes twice leads in circles.
    if (!next || seen.has(next)) return { items, isWhole: false }
    seen.add(next)
    cursor = { start_cursor: next }
  }
}
