import type { Attempt } from '#model/adapter.ts'
import type { RelayOperation } from '#model/operation.ts'
import type { Comment, Observed } from '#model/task.ts'
import type { Relayed, Twin } from '#model/twin.ts'
import type { Clock } from '../clock.ts'
import type { TwinStore } from '../store/twins.ts'
import type { Connected, Connections } from './connect.ts'
import type { Listen } from './listen.ts'
import type { Place, Request } from './pair.ts'
import { planRelays, relaysBegun, relaysDone, saidByClient, saidToClient } from './relay.ts'

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
      const answered = await commentsOf(twinObserved, place.connected, attempt)
      const ours = new Set([
        ...twin.relayed.flatMap(({ copyId }) => (copyId === null ? [] : [copyId])),
        ...[twin.shown.comment?.id, context.theirs.comment?.id].filter((id) => id !== undefined),
      ])
      await deps.listen.toComments(
        { comments: answered, ours, sideOf: () => 'assistant', place: 'twin' },
        request,
      )
      if (!board.relays) return
      const spoken = await commentsOf(observed, here, attempt)
      const assistants = [...board.mapping.assistants, here.connection.userId]
      const toTwin = planRelays(
        saidByClient({ comments: spoken, ours, assistants }, place.owner),
        'request',
        twin.relayed,
      )
      const afterTwin = await pass(toTwin, 'request', twin, async () => {
        const { adapter } = place.connected
        return (await adapter.apply(twinObserved, toTwin, place.board.mapping, attempt)).relayed
      })
      const toClient = planRelays(saidToClient({ comments: answered, ours }, client), 'twin', twin.relayed)
      await pass(
        toClient,
        'twin',
        afterTwin,
        async () => (await here.adapter.apply(observed, toClient, board.mapping, attempt)).relayed,
      )
    },
  }
}

async function commentsOf(
  observed: Observed,
  { adapter }: Connected,
  attempt: Attempt,
): Promise<readonly Comment[]> {
  const shown = observed.comments?.every(({ authorName }) => authorName !== null) ? observed.comments : null
  return shown ?? (await adapter.comments(observed.ref.taskId, attempt)) ?? []
}
