import type { CommentOperation } from '#model/operation.ts'
import { writeOneComment } from '../comment.ts'
import type { ClickUpApi } from './client.ts'
import type { ClickUpComment } from './schema.ts'

export interface CommentDeps {
  readonly api: ClickUpApi
  /** The user that our token belongs to; asked only when a comment may be ours. */
  readonly myId: () => Promise<string>
}

/**
 * Make the one comment on a task, or edit it in place. Nobody is notified beyond the people on the task. In an edit,
 * `assignee` and `resolved`, which the specification asks for, are left out: they would undo what people did with it.
 * @returns its id, or null when a person had deleted it
 */
export async function writeComment(
  taskId: string,
  operation: CommentOperation,
  deps: CommentDeps,
): Promise<string | null> {
  const { text, reference } = operation
  return await writeOneComment(operation, {
    find: () => findComment(taskId, reference, deps),
    edit: (id) => deps.api.editComment(id, { comment_text: text }),
    create: () => deps.api.createComment(taskId, { comment_text: text, notify_all: false }),
  })
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
