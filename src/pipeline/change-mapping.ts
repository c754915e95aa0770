import type { BoardLayout } from '#model/adapter.ts'
import { maySay } from '#model/answer.ts'
import type { Mapping, MappingChange, Role } from '#model/board.ts'
import { AppError } from '#model/error.ts'

/**
 * Apply a person's corrections. A mapping may only name what the board has, and answers that its side may give.
 * @throws AppError REQUEST_INVALID naming each unknown id, and each answer that is not theirs
 */
export function changeMapping(
  mapping: Mapping,
  change: MappingChange,
  layout: BoardLayout,
  role: Role,
): Mapping {
  const given = Object.fromEntries(Object.entries(change).filter(([, part]) => part !== undefined))
  const changed: Mapping = { ...mapping, ...given }
  rejectUnknown(changed, layout)
  rejectForeign(changed, role)
  return changed
}

function rejectUnknown(mapping: Mapping, layout: BoardLayout): void {
  const lists = new Set(layout.lists.map(({ id }) => id))
  const fields = new Map(layout.fields.map((field) => [field.id, field.type]))
  const unknownLists = mapping.statuses
    .filter(({ id }) => !lists.has(id))
    .map(({ id }) => ({ path: 'mapping.statuses', id }))
  const unknownFields = Object.entries(mapping.fields)
    .filter(([, field]) => field !== undefined && fields.get(field.id) !== field.type)
    .map(([name, field]) => ({ path: `mapping.fields.${name}`, id: field?.id ?? '' }))
  const details = [...unknownLists, ...unknownFields].map(({ path, id }) => ({
    path,
    message: `the board has no such list or field: ${id}`,
    remedy: 'use an id from GET /api/v1/connections/{connectionId}/containers/{containerId}',
  }))
  if (details.length > 0)
    throw new AppError('REQUEST_INVALID', 'the mapping does not fit the board', { details })
}

/** On a client's board every move is the client's. */
function rejectForeign({ answers = {} }: Mapping, role: Role): void {
  const details = Object.entries(answers)
    .filter(([, kind]) => !maySay(role, kind))
    .map(([status, kind]) => ({
      path: `mapping.answers.${status}`,
      message: `only the assistant says "${kind}"`,
      remedy: "use accept, refuse or wait here, or map it on the assistant's own board",
    }))
  if (details.length > 0) throw new AppError('REQUEST_INVALID', 'the client cannot decide that', { details })
}
