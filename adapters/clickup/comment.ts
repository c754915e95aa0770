import type { CommentOperation, Operation } from '#model/operation.ts'
import type { Comment } from '#model/task.ts'
import { writeOneComment } from '../comment.ts'
import { unlessGone } from '../gone.ts'
import { unknownMoment } from '../moment.ts'
import { writeRelays } from '../relay.ts'
import type { ClickUpApi } from './client.ts'
import { instantOf } from './normalize.ts'
import type { OwnComments } from './own-comments.ts'
import type { ClickUpComment } from './schema.ts'

export interface CommentDeps {
  readonly api: ClickUpApi
  /** The user that our token belongs to; asked only when a comment may be ours. */
  readonly myId: () => Promise<string>
  readonly own: OwnComments
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
    edit: (id) => edit(id, text, deps),
    create: () => post(taskId, text, deps),
  })
}

/** Make or edit copies of comments from another board. */
export function writeCopies(
  taskId: string,
  operations: readonly Operation[],
  deps: CommentDeps,
): Promise<Record<string, string | null>> {
  return writeRelays(operations, {
    all: async () => (await commentsOn(taskId, deps.api)).map(normalizeComment).toReversed(),
    myId: deps.myId,
    edit: (id, text) => edit(id, text, deps),
    create: (text) => post(taskId, text, deps),
  })
}

async function post(taskId: string, text: string, { api, own }: CommentDeps): Promise<string> {
  const id = await api.createComment(taskId, { comment_text: text, notify_all: false })
  own.note(id)
  return id
}

async function edit(id: string, text: string, { api, own }: CommentDeps): Promise<void> {
  own.note(id)
  await api.editComment(id, { comment_text: text })
}

/** The comment that an earlier try made unseen. A person may quote our reference, so the author counts too. */
async function findComment(
  taskId: string,
  reference: string,
  { api, myId }: CommentDeps,
): Promise<string | null> {
  for await (const page of pagesOf(taskId, api)) {
    const candidates = page.filter((comment) => comment.comment_text?.includes(reference))
    const me = candidates.length === 0 ? '' : await myId()
    const ours = candidates.find((comment) => comment.user?.id === me)
    if (ours !== undefined) return ours.id
  }
  return null
}

/**
 * All comments on a task and what people answered in their threads, oldest first. Threads cost a call each: the list of
 * comments tells only how much is in them (get threaded comments).
 * @throws AppError TOOL_NOT_FOUND when there is no such task
 */
export async function readComments(taskId: string, api: ClickUpApi): Promise<readonly Comment[]> {
  const found = await commentsOn(taskId, api)
  const replies: ClickUpComment[] = []
  const threads = found.filter(({ reply_count }) => reply_count > 0)
  for (const { id } of heard(threads)) replies.push(...(await repliesTo(id, api)))
  return [...found, ...replies]
    .sort((a, b) => Number(a.date) - Number(b.date) || Number(a.id) - Number(b.id))
    .map(normalizeComment)
}

/** The newest first, without their threads. */
async function commentsOn(taskId: string, api: ClickUpApi): Promise<readonly ClickUpComment[]> {
  const found: ClickUpComment[] = []
  for await (const page of pagesOf(taskId, api)) found.push(...page)
  return found
}

function normalizeComment({ id, comment_text, user, date }: ClickUpComment): Comment {
  return {
    id,
    text: comment_text ?? '',
    authorId: user?.id ?? null,
    authorName: user?.username || null,
    createdAt: instantOf(date) ?? unknownMoment,
  }
}

/**
 * A request with as many threads as calls in a minute could never be looked at to its end, and would take them from all others
 * for ever; both sides of a pair may be this token's. Of so many the newest are heard, and the first, among which our own
 * comment is.
 */
const heard = (threads: readonly ClickUpComment[]) =>
  threads.length <= 30 ? threads : [...threads.slice(0, 25), ...threads.slice(-5)]

/** A comment that somebody deletes meanwhile takes its thread along. */
async function repliesTo(commentId: string, api: ClickUpApi): Promise<readonly ClickUpComment[]> {
  let replies: readonly ClickUpComment[] = []
  await unlessGone(async () => {
    replies = await api.replies(commentId)
  })
  return replies
}

/** 25 a page, the newest first; the last page is told by nothing but having nothing new (task comments page). */
async function* pagesOf(taskId: string, api: ClickUpApi): AsyncGenerator<readonly ClickUpComment[]> {
  const known = new Set<string>()
  let last: ClickUpComment | undefined
  for (;;) {
    const from = last === undefined ? {} : { start: last.date, start_id: last.id }
    const comments = await api.comments(taskId, from)
    const fresh = comments.filter((comment) => !known.has(comment.id))
    for (const comment of fresh) known.add(comment.id)
    yield fresh
    last = fresh.at(-1)
    if (last === undefined || comments.length < commentsPerPage) return
  }
}

const commentsPerPage = 25
