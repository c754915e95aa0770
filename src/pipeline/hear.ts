import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Comment } from '#model/task.ts'
import type { Connection } from '../store/connections.ts'
import type { DeliveryStore } from '../store/deliveries.ts'
import type { Listen } from './listen.ts'
import type { Request } from './pair.ts'

/**
 * Hear what is said under a request on its own board. Trello shows comments with a card; elsewhere they cost a read, and
 * are read only when an event has told of one since the last look, or where no events come at all.
 * @throws AppError TOOL_*, STORE_*
 */
export async function hear(
  request: Request,
  here: { readonly adapter: Adapter; readonly connection: Connection },
  listen: Listen,
  deps: { readonly deliveries: DeliveryStore },
  attempt: Attempt,
): Promise<void> {
  const { context } = request
  const comments = await commentsOn(request, here, deps, attempt)
  if (comments.length === 0) return
  const assistants = new Set([...context.board.mapping.assistants, here.connection.userId])
  const verdict = context.theirs.comment?.id
  await listen.toComments(
    {
      comments,
      ours: new Set(verdict === undefined ? [] : [verdict]),
      sideOf: (authorId) => (assistants.has(authorId ?? '') ? 'assistant' : 'client'),
      place: 'request',
    },
    request,
  )
}

async function commentsOn(
  { observed, context }: Request,
  { adapter, connection }: { readonly adapter: Adapter; readonly connection: Connection },
  { deliveries }: { readonly deliveries: DeliveryStore },
  attempt: Attempt,
): Promise<readonly Comment[]> {
  if (observed.comments !== null) return observed.comments
  const since = context.stored?.updatedAt
  if (since === undefined) return []
  const isTold = connection.updates === 'poll' || (await deliveries.toldOfComment(observed.ref, since))
  return isTold ? ((await adapter.comments(observed.ref.taskId, attempt)) ?? []) : []
}
