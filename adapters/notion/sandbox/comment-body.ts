import { minuteOf } from './time.ts'
import { userRef } from './user-body.ts'
import type { Comment } from './world.ts'

/** A comment as every answer shows it. */
export function commentBody(comment: Comment): Record<string, unknown> {
  return {
    object: 'comment',
    id: comment.id,
    parent: { type: 'page_id', page_id: comment.pageId },
    discussion_id: comment.discussionId,
    created_time: minuteOf(comment.createdAt),
    last_edited_time: minuteOf(comment.editedAt),
    created_by: userRef(comment.authorId),
    rich_text: comment.items,
    display_name: comment.displayName,
  }
}
