import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Comment } from '#model/task.ts'
import type { Relayed } from '#model/twin.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from '../store/connections.ts'
import type { Db } from '../store/database.ts'
import { createHearing, type Hearing } from '../store/hearing.ts'
import type { TwinStore } from '../store/twins.ts'
import type { Listen } from './listen.ts'
import type { Request } from './pair.ts'
import { isCopy } from './relay.ts'

export interface HearDeps {
  readonly db: Db
  readonly twins: Pick<TwinStore, 'find'>
  readonly listen: Pick<Listen, 'toComments'>
  readonly now: Clock
}

/**
 * Hear what is said under a request on its own board. Trello shows comments with a card; elsewhere they cost a read, and
 * are read only while some may be unheard: an event has told of one since all were heard, a full sweep has asked, or no
 * events come at all.
 * @returns all comments where they were read for this, so that nobody has to read them again; else null
 * @throws AppError TOOL_*, STORE_*
 */
export async function hear(
  request: Request,
  here: { readonly adapter: Adapter; readonly connection: Connection },
  deps: HearDeps,
  attempt: Attempt,
): Promise<readonly Comment[] | null> {
  const { observed, context } = request
  const hearing = createHearing(deps.db)
  const begun = deps.now()
  const read = observed.comments === null ? await unheardOn(request, here, hearing, attempt) : null
  const comments = observed.comments ?? read
  if (comments === null) return null
  const assistants = new Set([...context.board.mapping.assistants, here.connection.userId])
  const verdict = context.theirs.comment?.id
  const copies = await copiesAmong(comments, request, deps.twins)
  const isAll = await deps.listen.toComments(
    {
      comments,
      isOurs: (comment) => comment.id === verdict || isCopy(comment, copies),
      isCopy: (comment) => isCopy(comment, copies),
      sideOf: (comment) =>
        isCopy(comment, copies) || assistants.has(comment.authorId ?? '') ? 'assistant' : 'client',
      place: 'request',
    },
    request,
  )
  if (isAll && read !== null) await hearing.heardUntil(context.id, begun)
  return read
}

/**
 * What the assistant said on her own board stands here as our copies, whatever has become of the pair, and whatever account
 * they were written with.
 */
async function copiesAmong(
  comments: readonly Comment[],
  { context }: Request,
  twins: HearDeps['twins'],
): Promise<readonly Relayed[]> {
  const verdict = context.theirs.comment?.id
  const mayBe = comments.some(({ id }) => id !== verdict)
  return mayBe ? ((await twins.find(context.id))?.relayed ?? []) : []
}

/** All comments, while some may be unheard; else null. */
async function unheardOn(
  { observed, context }: Request,
  { adapter, connection }: { readonly adapter: Adapter; readonly connection: Connection },
  hearing: Hearing,
  attempt: Attempt,
): Promise<readonly Comment[] | null> {
  if (context.stored === null) return null
  const isOwed = connection.updates === 'poll' || (await hearing.isOwed(observed.ref))
  return isOwed ? await adapter.comments(observed.ref.taskId, attempt) : null
}
