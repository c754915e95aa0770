import { AppError, type ErrorDetail } from '#model/error.ts'
import type { Instant, Observed } from '#model/task.ts'
import { refusalOf } from '../http.ts'
import { nameKey } from '../name-key.ts'
import type { ClickUpApi, NewHome } from './client.ts'
import type { Hops } from './hops.ts'
import type { ClickUpStatus } from './schema.ts'

export interface MoveDeps {
  readonly api: ClickUpApi
  readonly hops: Hops
  /** What time it is at the tool, as its last answer said. */
  readonly now: () => Instant
}

type StatusMapping = NonNullable<NewHome['status_mappings']>[number]

/**
 * Send a task to another list of its workspace, with its custom fields. One look before, which tells the workspace, and
 * whether somebody has moved it meanwhile. A status that the new list does not have becomes the nearest one there.
 * @throws AppError TOOL_MAPPING_STALE when there is no such list; TOOL_REJECTED when it is a subtask, or goes in circles
 */
export async function moveToList(
  { ref: { taskId }, containerId }: Observed,
  listId: string,
  { api, hops, now }: MoveDeps,
): Promise<void> {
  if (containerId === listId) return
  const { team_id, list, parent, status } = await api.taskPlace(taskId)
  if (list.id === listId) return
  if (parent) throw subtask()
  if (hops.isRound(taskId, now())) throw round()
  const journey = { workspaceId: team_id, taskId, listId }
  const home: NewHome = { move_custom_fields: true }
  try {
    try {
      await api.moveTask(journey, home)
    } catch (error) {
      const mapped = wantsStatus(error) ? nearest(status, (await api.list(listId)).statuses ?? []) : null
      if (mapped === null) throw error
      await api.moveTask(journey, { ...home, status_mappings: [mapped] })
    }
  } catch (error) {
    throw meaningOf(error)
  }
  hops.note(taskId, now())
}

/** The status of the same name, else of the same type, else the first; null where statuses cannot be named. */
function nearest(present: ClickUpStatus, offered: readonly ClickUpStatus[]): StatusMapping | null {
  const inOrder = offered.toSorted((a, b) => (a.orderindex ?? 0) - (b.orderindex ?? 0))
  const found =
    inOrder.find(({ status }) => nameKey(status) === nameKey(present.status)) ??
    inOrder.find(({ type }) => type === present.type) ??
    inOrder[0]
  return present.id && found?.id ? { source_status_id: present.id, destination_status_id: found.id } : null
}

function wantsStatus(error: unknown): boolean {
  return refusalOf(error)?.status === 400 && /status/i.test(wordsOf(error))
}

/** Refusals of version 3 have no codes: what is meant has to be read from their words. */
function meaningOf(error: unknown): unknown {
  const words = wordsOf(error)
  switch (refusalOf(error)?.status) {
    case 404:
      return /task not found/i.test(words) ? error : noList(error)
    case 400:
      if (/subtask|parent/i.test(words)) return subtask(error)
      return /\blist\b.*\b(invalid|not found|does not exist)/i.test(words) ? noList(error) : error
    default:
      return error
  }
}

/** `message` of a refusal: beside it stands a number that is called `status`. */
function wordsOf(error: unknown): string {
  return /"(?:message|err)"\s*:\s*"([^"]*)/.exec(refusalOf(error)?.text ?? '')?.[1] ?? ''
}

function noList(cause: unknown): AppError {
  return new AppError('TOOL_MAPPING_STALE', 'ClickUp does not know a mapped list any more', { cause })
}

function subtask(cause?: unknown): AppError {
  const message = 'clickup: a subtask cannot be moved to another list, it goes with its parent'
  return new AppError('TOOL_REJECTED', message, { cause, details: [subtaskAdvice] })
}

function round(): AppError {
  const message = 'clickup: this task goes round between lists and is not moved again for an hour'
  return new AppError('TOOL_REJECTED', message, { details: [roundAdvice] })
}

const roundAdvice: ErrorDetail = {
  path: 'mapping.statuses',
  message: 'two watched lists send requests of this status to each other',
  remedy: 'in one of them, let the status be one of the list',
  fr: {
    message: 'deux listes suivies s’envoient l’une à l’autre les demandes de ce statut',
    remedy: 'dans l’une d’elles, relie le statut à un statut de la liste',
  },
}

const subtaskAdvice: ErrorDetail = {
  path: 'mapping.statuses',
  message: 'this status sends requests to another list, and the request is a subtask',
  remedy: 'move its parent, make it a task of its own, or let the status be one of the list',
  fr: {
    message: 'ce statut envoie les demandes dans une autre liste, et la demande est une sous-tâche',
    remedy: 'déplace la tâche parente, fais-en une tâche à part, ou relie le statut à un statut de la liste',
  },
}
