import { type Change, recordChange } from './history.ts'
import { needTask } from './lookup.ts'
import { refuse } from './refusal.ts'
import { userBody } from './user-body.ts'
import type { Comment, Task, User, World } from './world.ts'

/** Posts a comment, told by `taskCommentPosted` and `taskUpdated`. */
export function addComment(
  world: World,
  actor: User,
  task: Task,
  text: string,
  assignee: User | null = null,
): Comment {
  const comment: Comment = {
    id: world.ids.comment(),
    taskId: task.id,
    user: actor,
    date: world.now().getTime(),
    historyId: world.ids.historyItem(),
    text: text.trim() === '' ? refuse(400, 'Comment text invalid') : text,
    resolved: false,
    assignee,
  }
  world.comments.set(comment.id, comment)
  recordChange(world, actor, task, 'taskCommentPosted', commentChange(comment))
  return comment
}

/** Changes a comment's text. `taskCommentUpdated` repeats the history item of the posting, id and date included. */
export function editComment(world: World, actor: User, comment: Comment, text: string): void {
  if (text.trim() === '') refuse(400, 'Comment text invalid')
  if (text === comment.text) return
  comment.text = text
  const task = needTask(world, comment.taskId)
  recordChange(world, actor, task, 'taskCommentUpdated', commentChange(comment))
}

/** Deletes a comment. No event exists for that. */
export function deleteComment(world: World, comment: Comment): void {
  world.comments.delete(comment.id)
  needTask(world, comment.taskId).dateUpdated = world.now().getTime()
}

function commentChange(comment: Comment): Change {
  const id = String(comment.id)
  const user = userBody(comment.user)
  return {
    id: comment.historyId,
    date: comment.date,
    field: 'comment',
    before: null,
    after: id,
    extra: {
      comment: {
        id,
        date: String(comment.date),
        parent: comment.taskId,
        type: 1,
        comment: [
          { text: comment.text, attributes: {} },
          { text: '\n', attributes: { 'block-id': `block-${id}` } },
        ],
        text_content: `${comment.text}\n`,
        user,
        threaded_replies: 0,
        thread_followers: [user],
        reactions: [],
        emails: [],
      },
    },
  }
}
