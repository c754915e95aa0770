import { AppError } from '#model/error.ts'

/**
 * Notion's ids in one form, so that they compare: lower case, with dashes. Notion reads and people paste them without
 * dashes too. Null for what is no such id, and so can be the id of nothing.
 */
export function uuidOf(id: string | undefined): string | null {
  const [, ...groups] =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i.exec(
      (id ?? '').replaceAll('-', ''),
    ) ?? []
  return groups.length === 0 ? null : groups.join('-').toLowerCase()
}

/**
 * The id, in that form.
 * @param what the thing that should have it, for the error
 * @throws AppError TOOL_NOT_FOUND, without asking Notion
 */
export function parseUuid(id: string, what: string): string {
  const uuid = uuidOf(id)
  if (uuid === null) throw new AppError('TOOL_NOT_FOUND', `notion: this is not the id of ${what}`)
  return uuid
}
