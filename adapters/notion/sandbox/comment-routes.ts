import { z } from 'zod'
import { commentBody } from './comment-body.ts'
import { addComment, deleteComment, editComment } from './comment-writes.ts'
import { listBody, PageRequest } from './list-body.ts'
import { commentsOn, needComment, needPage } from './lookup.ts'
import { readId } from './object-id.ts'
import { readBody } from './read-body.ts'
import { invalid, notFound, unsupported } from './refusal.ts'
import { RichTextRequest, richTextOf } from './rich-text.ts'
import type { Routes, Visit } from './route.ts'
import type { Page, World } from './world.ts'

const Parent = z.strictObject({
  type: z.string().optional(),
  page_id: z.string().optional(),
  block_id: z.string().optional(),
})

const DisplayName = z.object({
  type: z.enum(['integration', 'user', 'custom']),
  custom: z.object({ name: z.string().min(1) }).optional(),
})

const CreateRequest = z.strictObject({
  parent: Parent.optional(),
  discussion_id: z.string().optional(),
  rich_text: RichTextRequest.optional(),
  display_name: DisplayName.optional(),
  markdown: z.unknown().optional(),
  attachments: z.unknown().optional(),
})

const ChangeRequest = z.strictObject({
  rich_text: RichTextRequest.optional(),
  markdown: z.unknown().optional(),
})
const ListQuery = z.object({ ...PageRequest.shape, block_id: z.string() })

/** Comments on rows. A page is a block too, so either id names it; nobody comments on paragraphs here. */
export const commentRoutes: Routes = {
  'GET /comments': ({ world, query }) => {
    const request = readBody(ListQuery, query, 'query')
    const page = needPage(world, request.block_id, 'query.block_id')
    return listBody(commentsOn(world, page.id), request, 'comment', commentBody)
  },
  'POST /comments': (visit) => postComment(visit),
  'GET /comments/:id': ({ world, at }) => commentBody(needComment(world, at('id'))),
  'PATCH /comments/:id': ({ world, user, body, at }) => {
    const comment = needComment(world, at('id'))
    const items = textOf(world, readBody(ChangeRequest, body))
    editComment(world, user, needPage(world, comment.pageId), comment, items)
    return commentBody(comment)
  },
  'DELETE /comments/:id': ({ world, user, at }) => {
    const comment = needComment(world, at('id'))
    deleteComment(world, user, needPage(world, comment.pageId), comment)
    return { object: 'comment', id: comment.id }
  },
}

function postComment({ world, user, body }: Visit): Record<string, unknown> {
  const request = readBody(CreateRequest, body)
  const { parent, discussion_id: discussion, display_name: shownAs } = request
  if (request.attachments !== undefined) unsupported('body.attachments')
  if ((parent === undefined) === (discussion === undefined)) {
    invalid('body failed validation: body.parent or body.discussion_id should be defined, and not both.')
  }
  const discussionId = discussion === undefined ? undefined : readId(discussion, 'body.discussion_id')
  const page = discussionId === undefined ? pageFor(world, parent) : pageOfDiscussion(world, discussionId)
  const items = textOf(world, request)
  const customName = shownAs?.custom?.name
  return commentBody(addComment(world, user, page, { items, discussionId, customName }))
}

function pageFor(world: World, parent: z.infer<typeof Parent> | undefined): Page {
  const id = parent?.page_id ?? parent?.block_id
  if (id === undefined) invalid('body failed validation: body.parent.page_id should be defined.')
  return needPage(world, id, 'body.parent.page_id')
}

function pageOfDiscussion(world: World, discussionId: string): Page {
  const first = [...world.comments.values()].find((comment) => comment.discussionId === discussionId)
  return needPage(world, first?.pageId ?? notFound('discussion', discussionId))
}

function textOf(world: World, request: { rich_text?: RichTextRequest | undefined; markdown?: unknown }) {
  if (request.markdown !== undefined) unsupported('body.markdown')
  return richTextOf(world, request.rich_text ?? [])
}
