import type { Attempt } from '#model/adapter.ts'
import type { RelayOperation } from '#model/operation.ts'
import type { Comment, Observed } from '#model/task.ts'
import type { Relayed, Twin } from '#model/twin.ts'
import { minutesBefore } from '#policies/calendar.ts'
import type { Clock } from '../clock.ts'
import type { TwinStore } from '../store/twins.ts'
import type { Connected, Connections } from './connect.ts'
import type { Listen } from './listen.ts'
import type { Place, Request } from './pair.ts'
import { isCopy, planRelays, relaysBegun, relaysDone, saidByClient, saidToClient } from './relay.ts'

/** The tools' clocks are not ours, and Notion's tells no more than the minute. */
const skewMinutes = 2

export interface RelayDeps {
  readonly twins: TwinStore
  readonly connections: Pick<Connections, 'get'>
  readonly now: Clock
  readonly listen: Pick<Listen, 'toComments'>
}

/**
 * Hear what the assistant says on a twin, and pass comments on between both sides where the board is set to. Costs a
 * read a side at the most.
 */
export function createRelays(deps: RelayDeps) {
  /** Write copies on one side; that they are on their way is kept first, so that a crash never makes two of one. */
  async function pass(
    operations: readonly RelayOperation[],
    from: Relayed['from'],
    twin: Twin,
    write: () => Promise<Readonly<Record<string, string | null>>>,
  ): Promise<Twin> {
    if (operations.length === 0) return twin
    const begun = { ...twin, relayed: relaysBegun(twin.relayed, operations, from) }
    await deps.twins.save(begun)
    const ids = await write()
    const done = {
      ...begun,
      relayed: relaysDone(begun.relayed, operations, from, ids),
      updatedAt: deps.now(),
    }
    await deps.twins.save(done)
    return done
  }

  return {
    /** @throws AppError TOOL_*, STORE_* */
    async carry(
      request: Request,
      twin: Twin,
      twinObserved: Observed,
      place: Place,
      attempt: Attempt,
    ): Promise<void> {
      const { observed, context } = request
      const { board, client } = context
      const here = await deps.connections.get(board.connectionId)
      const answered = saidOfPair(twin, await commentsOf(twinObserved, place.connected, attempt))
      const told = [twin.shown.comment?.id, context.theirs.comment?.id]
      const isOurs = (comment: Comment) => told.includes(comment.id) || isCopy(comment, twin.relayed)
      await deps.listen.toComments(
        {
          comments: answered,
          isOurs,
          isCopy: (comment) => isCopy(comment, twin.relayed),
          sideOf: () => 'assistant',
          place: 'twin',
        },
        request,
      )
      if (!board.relays) return
      const spoken = await commentsOf(observed, here, attempt)
      const assistants = [...board.mapping.assistants, here.connection.userId]
      const toTwin = planRelays(
        saidByClient({ comments: spoken, isOurs, assistants }, place.owner),
        'request',
        twin.relayed,
        isBefore(twin, spoken),
      )
      const afterTwin = await pass(toTwin, 'request', twin, async () => {
        const { adapter } = place.connected
        return (await adapter.apply(twinObserved, toTwin, place.board.mapping, attempt)).relayed
      })
      const toClient = planRelays(
        saidToClient({ comments: answered, isOurs }, client),
        'twin',
        twin.relayed,
        isBefore(twin, answered),
      )
      await pass(
        toClient,
        'twin',
        afterTwin,
        async () => (await here.adapter.apply(observed, toClient, board.mapping, attempt)).relayed,
      )
    },
  }
}

/**
 * What was said on a card before it was this request's twin was said about something else, perhaps to another client: it
 * answers nothing, and nobody is to read it, unless it was passed on already.
 */
function saidOfPair({ createdAt, relayed }: Twin, comments: readonly Comment[]): readonly Comment[] {
  const since = minutesBefore(createdAt, skewMinutes)
  const known = new Set(relayed.filter(({ from }) => from === 'twin').map(({ sourceId }) => sourceId))
  return comments.filter((comment) => comment.createdAt >= since || known.has(comment.id))
}

/** Was one of these comments made before the two were a pair? */
function isBefore({ createdAt }: Twin, comments: readonly Comment[]): (id: string) => boolean {
  const old = new Set(comments.filter((comment) => comment.createdAt < createdAt).map(({ id }) => id))
  return (id) => old.has(id)
}

async function commentsOf(
  observed: Observed,
  { adapter }: Connected,
  attempt: Attempt,
): Promise<readonly Comment[]> {
  const shown = observed.comments?.every(({ authorName }) => authorName !== null) ? observed.comments : null
  return shown ?? (await adapter.comments(observed.ref.taskId, attempt)) ?? []
}
