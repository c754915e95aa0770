import type { Client } from '@notionhq/client'
import { z } from 'zod'
import type { CommentOperation } from '#model/operation.ts'
import { writeOneComment } from '../comment.ts'
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
 * Make the one comment on a page, or edit it in place. What is gone and what is not ours is 404 alike (update a
 * comment).
 * @returns its id, or null when a person had deleted it
 */
export async function writeComment(
  pageId: string,
  operation: CommentOperation,
  deps: CommentDeps,
): Promise<string | null> {
  const rich_text = richText(operation.text, operation.reference)
  return await writeOneComment(operation, {
    find: () => findComment(pageId, operation.reference, deps),
    edit: (comment_id) => deps.api.comments.update({ comment_id, rich_text }),
    create: () => createComment(deps.api, pageId, rich_text),
  })
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
