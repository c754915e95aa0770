import type { Client } from '@notionhq/client'
import { isAppError } from '#model/error.ts'
import type { Comment } from '#model/task.ts'
import type { NameOf } from './names.ts'
import { normalizeComment } from './normalize.ts'
import { pageSize, readAll } from './paging.ts'
import { NotionComment } from './schema.ts'
import { uuidOf } from './uuid.ts'

/**
 * All comments on a page, oldest first, as far as Notion lists them: neither resolved ones nor those in its body.
 * @throws AppError TOOL_NOT_FOUND when the page does not exist or is not shared with the connection
 */
export async function listComments(api: Client, block_id: string): Promise<readonly Comment[]> {
  const { items } = await readAll(NotionComment, 'notion: the comments of a page', (cursor) =>
    api.comments.list({ block_id, page_size: pageSize, ...cursor }),
  )
  // Known to the minute only: what is of one minute keeps Notion's order.
  return items
    .map(normalizeComment)
    .sort((a, b) => (a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? -1 : 1))
}

/** The same with the names of all authors that can be known; null when there is no such page. */
export async function readComments(
  api: Client,
  taskId: string,
  nameOf: NameOf,
): Promise<readonly Comment[] | null> {
  const id = uuidOf(taskId)
  if (id === null) return null
  try {
    return await named(await listComments(api, id), (userId) => nameOf(api, userId))
  } catch (error) {
    if (isAppError(error, 'TOOL_NOT_FOUND')) return null
    throw error
  }
}

/** Asks once for everybody whose name did not come with the comment. */
async function named(
  comments: readonly Comment[],
  nameOf: (userId: string) => Promise<string | null>,
): Promise<readonly Comment[]> {
  const names = new Map<string, string | null>()
  for (const { authorId, authorName } of comments)
    if (authorName === null && authorId !== null && !names.has(authorId))
      names.set(authorId, await nameOf(authorId))
  return comments.map((comment) => ({
    ...comment,
    authorName: comment.authorName ?? names.get(comment.authorId ?? '') ?? null,
  }))
}
