import { randomUUID } from 'node:crypto'
import { commentEvent } from './event-body.ts'
import { requireNotTrashed } from './page-writes.ts'
import { invalid, refuse } from './refusal.ts'
import type { Comment, Page, RichText, User, World } from './world.ts'

/** A comment as it is wanted: in a discussion, or opening one. */
export interface CommentDraft {
  readonly items: readonly RichText[]
  readonly discussionId?: string | undefined
  /** Shown instead of the author's name. */
  readonly customName?: string | undefined
}

/** Comments on a row. Comments do not move the row's `last_edited_time`. */
export function addComment(world: World, user: User, page: Page, draft: CommentDraft): Comment {
  requireNotTrashed(page)
  requireText(draft.items)
  const at = world.now()
  const kind = user.type === 'bot' ? 'integration' : 'user'
  const comment: Comment = {
    id: randomUUID(),
    pageId: page.id,
    discussionId: draft.discussionId ?? randomUUID(),
    authorId: user.id,
    displayName:
      draft.customName === undefined
        ? { type: kind, resolved_name: user.name }
        : { type: 'custom', resolved_name: draft.customName },
    items: draft.items,
    createdAt: at,
    editedAt: at,
  }
  world.comments.set(comment.id, comment)
  world.publish(commentEvent(world, user, comment, 'comment.created'), page.dataSourceId)
  return comment
}

/** Edits a comment in place. Only its author may. */
export function editComment(
  world: World,
  user: User,
  page: Page,
  comment: Comment,
  items: readonly RichText[],
): void {
  requireAuthor(user, comment)
  requireText(items)
  comment.items = items
  comment.editedAt = world.now()
  world.publish(commentEvent(world, user, comment, 'comment.updated'), page.dataSourceId)
}

/** Deletes a comment. Only its author may. */
export function deleteComment(world: World, user: User, page: Page, comment: Comment): void {
  requireAuthor(user, comment)
  world.comments.delete(comment.id)
  world.publish(commentEvent(world, user, comment, 'comment.deleted'), page.dataSourceId)
}

function requireAuthor(user: User, comment: Comment): void {
  if (comment.authorId === user.id) return
  const message = 'Insufficient permissions for this comment.'
  refuse({ status: 403, code: 'restricted_resource', message })
}

function requireText(items: readonly RichText[]): void {
  if (items.length === 0) invalid('body failed validation: body.rich_text should not be empty.')
}
