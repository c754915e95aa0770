import { isAppError } from '#model/error.ts'
import type { CommentOperation } from '#model/operation.ts'
import type { ClickUpApi } from './client.ts'
import type { ClickUpComment } from './schema.ts'

export interface CommentDeps {
  readonly api: ClickUpApi
  /** The user that our token belongs to; asked only when a comment may be ours. */
  readonly myId: () => Promise<string>
}

/**
 * Make the one comment on a task, or edit it in place. Nobody is notified beyond the people on the task.
 * @returns its id, or null when a person had deleted it
 */
export async function writeComment(
  taskId: string,
  { id: known, text, reference, mayExist }: CommentOperation,
  deps: CommentDeps,
): Promise<string | null> {
  const id = known ?? (mayExist ? await findComment(taskId, reference, deps) : null)
  if (id !== null) return (await editComment(deps.api, id, text)) ? id : null
  return await deps.api.createComment(taskId, { comment_text: text, notify_all: false })
}

/**
 * False when a person has deleted the comment. `assignee` and `resolved`, which the specification asks for, are left
 * out: they would undo what people did with the comment.
 */
async function editComment(api: ClickUpApi, id: string, text: string): Promise<boolean> {
  try {
    await api.editComment(id, { comment_text: text })
    return true
  } catch (error) {
    if (isAppError(error, 'TOOL_NOT_FOUND')) return false
    throw error
  }
}

/** The comment that an earlier try made unseen. A person may quote our reference, so the author counts too. */
async function findComment(
  taskId: string,
  reference: string,
  { api, myId }: CommentDeps,
): Promise<string | null> {
  const known = new Set<string>()
  let last: ClickUpComment | undefined
  for (;;) {
    const from = last === undefined ? {} : { start: last.date, start_id: last.id }
    const comments = await api.comments(taskId, from)
    const candidates = comments.filter((comment) => comment.comment_text?.includes(reference))
    const me = candidates.length === 0 ? '' : await myId()
    const ours = candidates.find((comment) => comment.user?.id === me)
    if (ours !== undefined) return ours.id
    // 25 a page, the newest first; the last page is told by nothing but having nothing new (task comments page).
    const fresh = comments.filter((comment) => !known.has(comment.id))
    for (const comment of fresh) known.add(comment.id)
    last = fresh.at(-1)
    if (last === undefined || comments.length < commentsPerPage) return null
  }
}

const commentsPerPage = 25
