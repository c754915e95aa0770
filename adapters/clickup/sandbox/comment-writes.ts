import { type Change, recordChange } from './history.ts'
import { needTask, repliesTo } from './lookup.ts'
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
  const comment = keepComment(world, actor, { taskId: task.id, parentId: null, text, assignee })
  recordChange(world, actor, task, 'taskCommentPosted', commentChange(comment))
  return comment
}

/** Answers in a comment's thread. No document says that an event tells of it, so none does here. */
export function addReply(world: World, actor: User, { id, taskId }: Comment, text: string): Comment {
  const task = needTask(world, taskId)
  const reply = keepComment(world, actor, { taskId, parentId: id, text, assignee: null })
  task.dateUpdated = reply.date
  return reply
}

function keepComment(
  world: World,
  user: User,
  given: Pick<Comment, 'taskId' | 'parentId' | 'text' | 'assignee'>,
): Comment {
  if (given.text.trim() === '') refuse(400, 'Comment text invalid')
  const comment: Comment = {
    ...given,
    id: world.ids.comment(),
    user,
    date: world.now().getTime(),
    historyId: world.ids.historyItem(),
    resolved: false,
  }
  world.comments.set(comment.id, comment)
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

/** Deletes a comment with its thread. No event exists for that. */
export function deleteComment(world: World, comment: Comment): void {
  for (const reply of repliesTo(world, comment)) world.comments.delete(reply.id)
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
