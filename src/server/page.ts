import { z } from 'zod'
import { AppError } from '#model/error.ts'
import { exampleOf } from './example.ts'
import { isText } from './plain-text.ts'
import { Moment } from './schemas.ts'

/** What a list takes: how many at once, and where to go on. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional().meta({ description: '`nextCursor` of the page before' }),
})

/** A page of a list, newest first. Its example is a page of one. */
export function pageOf<T extends z.ZodType>(items: T) {
  const page = z.object({ items: z.array(items), nextCursor: z.string().nullable() })
  const example = exampleOf(items)
  return example === undefined ? page : page.meta({ example: { items: [example], nextCursor: null } })
}

/** A place in a list ordered by time, then id. */
export interface Place {
  readonly at: string
  readonly id: string
}

/**
 * The page that `limit + 1` rows make: the one too many only tells that there is more.
 * @param at where a row stands in the list
 */
export function pageOfRows<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { at, view }: { readonly at: (row: Row) => Place; readonly view: (row: Row) => Item },
): { items: Item[]; nextCursor: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(view),
    nextCursor: last === undefined ? null : cursorOf(at(last)),
  }
}

/** Where a row stands that is listed by when it was made. */
export const placeOfCreated = ({
  createdAt,
  id,
}: {
  readonly createdAt: string
  readonly id: string
}): Place => ({
  at: createdAt,
  id,
})

/** To the microsecond, which is the finest that is kept. */
const longestMoment = '2026-11-23T08:10:00.000000Z'.length

export const cursorOf = (place: Place): string => Buffer.from(`${place.at}|${place.id}`).toString('base64url')

/**
 * @param ids what ids look like, where the store would choke on anything else
 * @param path where the cursor was given
 * @throws AppError REQUEST_INVALID
 */
export function placeOf(
  cursor: string | undefined,
  ids: z.ZodType<string> = z.string(),
  path = 'querystring.cursor',
): Place | null {
  if (cursor === undefined) return null
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  const isPlace = Moment.safeParse(at).success && at.length <= longestMoment
  if (!isText(id) || id === '' || !ids.safeParse(id).success || !isPlace) {
    const details = [{ path, message: 'is not a cursor', remedy: 'use nextCursor as it was given' }]
    throw new AppError('REQUEST_INVALID', 'the request is not valid', { details })
  }
  return { at, id }
}
