import type { BoardLayout, Capabilities } from '#model/adapter.ts'
import { maySay } from '#model/answer.ts'
import type { Mapping, MappingChange, Role } from '#model/board.ts'
import { AppError } from '#model/error.ts'

export interface MappedBoard extends Pick<Capabilities, 'unlistedPeople'> {
  readonly layout: BoardLayout
  readonly role: Role
}

/**
 * Apply a person's corrections. A mapping may only name what and who is on the board, and answers that its side may give. A field
 * that is mapped already is not asked after: the board may have ceased to offer it.
 * @throws AppError REQUEST_INVALID naming each unknown id, and each answer that is not theirs
 */
export function changeMapping(
  mapping: Mapping,
  change: MappingChange,
  { layout, role, unlistedPeople }: MappedBoard,
): Mapping {
  rejectStrangers(
    change.assistants ?? [],
    [...mapping.assistants, ...layout.members.map(({ id }) => id)],
    unlistedPeople,
  )
  const given = Object.fromEntries(Object.entries(change).filter(([, part]) => part !== undefined))
  const changed: Mapping = { ...mapping, ...given }
  rejectUnknown(changed, mapping, layout)
  rejectForeign(changed, role)
  return changed
}

function rejectUnknown(mapping: Mapping, before: Mapping, layout: BoardLayout): void {
  const lists = new Set(layout.lists.map(({ id }) => id))
  const known = Object.values(before.fields).filter((field) => field !== undefined)
  const fields = new Map([...known, ...layout.fields].map(({ id, type }) => [id, type]))
  const unknownLists = mapping.statuses
    .filter(({ id }) => !lists.has(id))
    .map(({ id }) => ({ path: 'body.mapping.statuses', id }))
  const unknownFields = Object.entries(mapping.fields)
    .filter(([, field]) => field !== undefined && fields.get(field.id) !== field.type)
    .map(([name, field]) => ({ path: `body.mapping.fields.${name}`, id: field?.id ?? '' }))
  const details = [...unknownLists, ...unknownFields].map(({ path, id }) => ({
    path,
    message: `the board has no such list or field: ${id}`,
    remedy: 'use an id from GET /api/v1/connections/{connectionId}/containers/{containerId}',
  }))
  if (details.length > 0)
    throw new AppError('REQUEST_INVALID', 'the mapping does not fit the board', { details })
}

/** The ids that belong to nobody on a board: neither to people who are known, nor to guests whom its tool does not list. */
export function strangersAmong(
  ids: readonly string[],
  known: readonly string[],
  unlistedPeople: RegExp | null,
): string[] {
  return ids.filter((id) => !known.includes(id) && !unlistedPeople?.test(id))
}

/** Where nobody is the assistant, her own cards are judged, and what she answers counts as the client's. */
function rejectStrangers(
  given: readonly string[],
  known: readonly string[],
  unlistedPeople: RegExp | null,
): void {
  const details = strangersAmong(given, known, unlistedPeople).map((id) => ({
    path: 'body.mapping.assistants',
    message: `nobody on the board has this id: ${id}`,
    remedy:
      'use an id of `members` from GET /api/v1/connections/{connectionId}/containers/{containerId}; who is missing there has to be invited to the board',
  }))
  if (details.length > 0)
    throw new AppError('REQUEST_INVALID', 'the mapping does not fit the board', { details })
}

/** On a client's board every move is the client's. */
function rejectForeign({ answers = {} }: Mapping, role: Role): void {
  const details = Object.entries(answers)
    .filter(([, kind]) => !maySay(role, kind))
    .map(([status, kind]) => ({
      path: `body.mapping.answers.${status}`,
      message: `only the assistant says "${kind}"`,
      remedy: "use accept, refuse or wait here, or map it on the assistant's own board",
    }))
  if (details.length > 0) throw new AppError('REQUEST_INVALID', 'the client cannot decide that', { details })
}
