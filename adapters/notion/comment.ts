import type { Client } from '@notionhq/client'
import type { CommentOperation, Operation } from '#model/operation.ts'
import type { Comment } from '#model/task.ts'
import { writeOneComment } from '../comment.ts'
import { writeRelays } from '../relay.ts'
import { listComments } from './comments.ts'
import { made } from './made.ts'
import { richText } from './rich-text.ts'

export interface CommentDeps {
  readonly api: Client
  /** The bot that our token belongs to; asked only when a comment may be ours. */
  readonly myId: () => Promise<string>
}

/**
 * Make the one comment on a page, or edit it in place. What is gone and what is not ours is 404 alike (update a
 * comment).
 * @returns its id, or null when a person had deleted it
 */
export async function writeComment(
  pageId: string,
  operation: CommentOperation,
  deps: CommentDeps,
): Promise<string | null> {
  const { text, reference } = operation
  return await writeOneComment(operation, {
    find: () => findComment(pageId, reference, deps),
    edit: (id) => editComment(deps.api, id, richText(text, reference)),
    create: () => addComment(deps.api, pageId, richText(text, reference)),
  })
}

/** Write down what was said on another board, as `writeRelays` does it. */
export function writeCopies(
  pageId: string,
  operations: readonly Operation[],
  { api, myId }: CommentDeps,
): ReturnType<typeof writeRelays> {
  return writeRelays(operations, {
    all: () => listComments(api, pageId),
    myId,
    edit: (id, text) => editComment(api, id, richText(text)),
    create: (text) => addComment(api, pageId, richText(text)),
  })
}

type Text = ReturnType<typeof richText>

function editComment(api: Client, comment_id: string, rich_text: Text): Promise<unknown> {
  return api.comments.update({ comment_id, rich_text })
}

function addComment(api: Client, page_id: string, rich_text: Text): Promise<string> {
  return made('notion: a new comment', () => api.comments.create({ parent: { page_id }, rich_text }))
}

/** The comment that an earlier try made unseen. A person may quote our reference, so the author counts too. */
async function findComment(
  pageId: string,
  reference: string,
  { api, myId }: CommentDeps,
): Promise<string | null> {
  const isCandidate = ({ text }: Comment) => text.includes(reference)
  const candidates = (await listComments(api, pageId)).filter(isCandidate)
  if (candidates.length === 0) return null
  const me = await myId()
  return candidates.find(({ authorId }) => authorId === me)?.id ?? null
}
