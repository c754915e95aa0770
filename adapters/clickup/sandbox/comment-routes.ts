import { z } from 'zod'
import { addComment, deleteComment, editComment } from './comment-writes.ts'
import { commentsOn, needComment, needTask, repliesTo } from './lookup.ts'
import type { Params } from './params.ts'
import { readBody } from './read-body.ts'
import type { Routes, Visit } from './route.ts'
import { userBody } from './user-body.ts'
import type { Comment, User, World } from './world.ts'

/** Text, or blocks of text, which some callers send although the documents leave them out. */
const CommentBody = z.object({
  comment_text: z.string().optional(),
  comment: z.array(z.object({ text: z.string() })).optional(),
  assignee: z.int().nullable().optional(),
  resolved: z.boolean().optional(),
})

/** How many comments one page holds. */
const pageSize = 25

/** Comments on tasks. */
export const commentRoutes: Routes = {
  'GET /v2/task/:id/comment': ({ world, query, at }) => {
    const comments = commentsOn(world, needTask(world, at('id')).id)
    return { comments: pageOfComments(comments, query).map((comment) => commentBody(world, comment)) }
  },
  'GET /v2/comment/:id/reply': ({ world, at }) => {
    const replies = repliesTo(world, needComment(world, at('id')))
    return { comments: replies.map((reply) => commentBody(world, reply)) }
  },
  'POST /v2/task/:id/comment': postComment,
  'PUT /v2/comment/:id': putComment,
  'DELETE /v2/comment/:id': ({ world, at }) => {
    deleteComment(world, needComment(world, at('id')))
    return {}
  },
}

/** Answers the ids as the live API is reported to: the comment's as a number, which lists show as text. */
function postComment({ world, actor, body, at }: Visit): unknown {
  const task = needTask(world, at('id'))
  const given = readBody(CommentBody, body)
  const comment = addComment(world, actor, task, textOf(given) ?? '', userAt(world, given.assignee))
  return { id: comment.id, hist_id: comment.historyId, date: comment.date }
}

function putComment({ world, actor, body, at }: Visit): unknown {
  const comment = needComment(world, at('id'))
  const given = readBody(CommentBody, body)
  const text = textOf(given)
  if (text !== undefined) editComment(world, actor, comment, text)
  if (given.resolved !== undefined) comment.resolved = given.resolved
  if (given.assignee !== undefined) comment.assignee = userAt(world, given.assignee)
  return {}
}

function textOf({ comment_text, comment }: z.output<typeof CommentBody>): string | undefined {
  return comment_text ?? comment?.map(({ text }) => text).join('')
}

function userAt(world: World, id: number | null | undefined): User | null {
  return world.users.get(id ?? Number.NaN) ?? null
}

/** The newest first; `start` and `start_id` are date and id of the last comment of the page before. */
function pageOfComments(comments: Comment[], query: Params): Comment[] {
  const date = query.integer('start')
  const id = query.integer('start_id')
  const older = (comment: Comment) =>
    date === undefined ||
    id === undefined ||
    comment.date < date ||
    (comment.date === date && comment.id < id)
  return comments
    .filter(older)
    .sort((one, other) => other.date - one.date || other.id - one.id)
    .slice(0, pageSize)
}

function commentBody(world: World, comment: Comment): Record<string, unknown> {
  const assignee = comment.assignee === null ? null : userBody(comment.assignee)
  return {
    id: String(comment.id),
    comment: [{ text: comment.text }],
    comment_text: comment.text,
    user: userBody(comment.user),
    resolved: comment.resolved,
    assignee,
    assigned_by: assignee === null ? null : userBody(comment.user),
    reactions: [],
    date: String(comment.date),
    reply_count: String(repliesTo(world, comment).length),
  }
}
