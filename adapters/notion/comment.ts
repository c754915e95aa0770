import type { Client } from '@notionhq/client'
import { z } from 'zod'
import { isAppError } from '#model/error.ts'
import type { CommentOperation } from '#model/operation.ts'
import { parseShape, refusalOf } from '../http.ts'
import { plainText } from './normalize.ts'
import { pageSize, readAll } from './paging.ts'
import { richText } from './rich-text.ts'
import { NotionComment } from './schema.ts'

export interface CommentDeps {
  readonly api: Client
  /** The bot that our token belongs to; asked only when a comment may be ours. */
  readonly myId: () => Promise<string>
}

/**
 * Make the one comment on a page, or edit it in place.
 * @returns its id, or null when a person had deleted it
 */
export async function writeComment(
  pageId: string,
  operation: CommentOperation,
  deps: CommentDeps,
): Promise<string | null> {
  const text = richText(operation.text, operation.reference)
  const id =
    operation.id ?? (operation.mayExist ? await findComment(pageId, operation.reference, deps) : null)
  if (id !== null) return (await editComment(deps.api, id, text)) ? id : null
  return await createComment(deps.api, pageId, text)
}

/** False when a person has deleted the comment: what is gone and what is not ours is 404 alike (update a comment). */
async function editComment(
  api: Client,
  comment_id: string,
  rich_text: ReturnType<typeof richText>,
): Promise<boolean> {
  try {
    await api.comments.update({ comment_id, rich_text })
    return true
  } catch (error) {
    if (isAppError(error, 'TOOL_NOT_FOUND')) return false
    throw error
  }
}

async function createComment(
  api: Client,
  page_id: string,
  rich_text: ReturnType<typeof richText>,
): Promise<string> {
  try {
    const made = await api.comments.create({ parent: { page_id }, rich_text })
    return parseShape(z.object({ id: z.string() }), made, 'notion: a new comment').id
  } catch (error) {
    const committed = committedId(error)
    if (committed === null) throw error
    return committed
  }
}

/** A 503 on a write may come after the deed; then Notion names what it has made (status codes page). */
function committedId(error: unknown): string | null {
  const refusal = refusalOf(error)
  if (refusal?.status !== 503) return null
  return /"committed_resource_id"\s*:\s*"([0-9a-f-]{32,36})"/i.exec(refusal.text)?.[1] ?? null
}

/** The comment that an earlier try made unseen. A person may quote our reference, so the author counts too. */
async function findComment(
  block_id: string,
  reference: string,
  { api, myId }: CommentDeps,
): Promise<string | null> {
  const { items } = await readAll(NotionComment, 'notion: the comments of a page', (cursor) =>
    api.comments.list({ block_id, page_size: pageSize, ...cursor }),
  )
  const candidates = items.filter((comment) => plainText(comment.rich_text).includes(reference))
  if (candidates.length === 0) return null
  const me = await myId()
  return candidates.find((comment) => comment.created_by.id === me)?.id ?? null
}
