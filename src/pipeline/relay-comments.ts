import type { Attempt } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import type { RelayOperation } from '#model/operation.ts'
import type { Comment, Observed } from '#model/task.ts'
import type { Relayed, Twin } from '#model/twin.ts'
import { hourBefore, minutesBefore } from '#policies/calendar.ts'
import type { Clock } from '../clock.ts'
import type { TwinStore } from '../store/twins.ts'
import type { Connected, Connections } from './connect.ts'
import { hopped, isLooping, weights } from './hops.ts'
import type { Listen } from './listen.ts'
import type { Place, Request } from './pair.ts'
import { isCopy, planRelays, relaysBegun, relaysDone, saidByClient, saidToClient } from './relay.ts'
import type { PairWriter } from './write-pair.ts'

/** The tools' clocks are not ours, and Notion's tells no more than the minute. */
const skewMinutes = 2

export interface RelayDeps {
  readonly twins: TwinStore
  readonly connections: Pick<Connections, 'get'>
  readonly now: Clock
  readonly listen: Pick<Listen, 'toComments'>
}

/** Copies that are to be made on one side, and how. */
interface Passing {
  readonly from: Relayed['from']
  readonly twin: Twin
  readonly operations: readonly RelayOperation[]
  /** What they are copies of, and all else that was said there. */
  readonly comments: readonly Comment[]
  readonly taskId: string
  /** Where they are written. */
  readonly board: Board
  /** @returns the ids of the copies */
  readonly write: () => Promise<Readonly<Record<string, string | null>>>
}

/** The pair as it is once comments were passed on; `isLooping`: something copies in circles, and no more were. */
export interface Passed {
  readonly twin: Twin
  readonly isLooping: boolean
}

/**
 * Hear what the assistant says on a twin, and pass comments on between both sides where the board is set to. Reads the
 * comments of each side once at the most. Copies count like all that is written on a board, and are held like it.
 */
export function createRelays(deps: RelayDeps, { isHeld, recorded }: Pick<PairWriter, 'isHeld' | 'recorded'>) {
  /** Write copies on one side; that they are on their way is kept first, so that a crash never makes two of one. */
  async function pass(passing: Passing, attempt: Attempt): Promise<Passed> {
    const { operations, from, twin, taskId, board, write } = passing
    if (operations.length === 0) return { twin, isLooping: false }
    const counted = (weight: number) => (weight > 0 ? hopped(twin.hops, weight, deps.now()) : twin.hops)
    const weight = weightOf(passing, deps.now())
    const hops = counted(weight)
    if (weight > 0 && isLooping(hops, deps.now())) return { twin, isLooping: true }
    if (await isHeld(operations, board, taskId)) return { twin, isLooping: false }
    // New copies count from here on: a try that breaks off is finished by another, to which they count for nothing any more. An
    // edit that fails is tried again whole, and counts when it is done.
    const made = operations.filter(({ id }) => id === null)
    const making = counted(weightOf({ ...passing, operations: made }, deps.now()))
    const begun = { ...twin, hops: making, relayed: relaysBegun(twin.relayed, operations, from) }
    await deps.twins.save(begun)
    // Who looks up what was written has the words on the board: of a conversation no more is kept than has to be.
    const wordless = operations.map((operation) => ({ ...operation, text: '' }))
    const ids = await recorded({ taskId, boardId: board.id, operations: wordless }, attempt, write)
    const done = {
      ...begun,
      hops,
      relayed: relaysDone(begun.relayed, operations, from, ids),
      updatedAt: deps.now(),
    }
    await deps.twins.save(done)
    return { twin: done, isLooping: false }
  }

  return {
    /** @throws AppError TOOL_*, STORE_* */
    async carry(
      request: Request,
      twin: Twin,
      twinObserved: Observed,
      place: Place,
      attempt: Attempt,
    ): Promise<Passed> {
      const { observed, context, said } = request
      const { board, client } = context
      const here = await deps.connections.get(board.connectionId)
      const answered = saidOfPair(twin, await commentsOf(twinObserved, place.connected, attempt))
      const told = [twin.shown.comment?.id, context.theirs.comment?.id]
      const isCopied = (comment: Comment) => isCopy(comment, twin.relayed)
      const isOurs = (comment: Comment) => told.includes(comment.id) || isCopied(comment)
      await deps.listen.toComments(
        {
          comments: answered,
          isOurs,
          isCopy: isCopied,
          // Nobody but her and her team writes there, and we write what the client says.
          sideOf: (comment) => (isCopied(comment) ? 'client' : 'assistant'),
          place: 'twin',
        },
        request,
      )
      if (!board.relays) return { twin, isLooping: false }
      const spoken = said ?? (await commentsOf(observed, here, attempt))
      const assistants = [...board.mapping.assistants, here.connection.userId]
      const toTwin = planRelays(
        saidByClient({ comments: spoken, isOurs, assistants }, place.owner),
        'request',
        twin.relayed,
        isBefore(twin, spoken),
      )
      const toClient = planRelays(
        saidToClient({ comments: answered, isOurs }, client),
        'twin',
        twin.relayed,
        isBefore(twin, answered),
      )
      const passing = { taskId: context.id, twin } as const
      const heard = await pass(
        {
          ...{ ...passing, from: 'request', operations: toTwin, comments: spoken, board: place.board },
          write: async () =>
            (await place.connected.adapter.apply(twinObserved, toTwin, place.board.mapping, attempt)).relayed,
        },
        attempt,
      )
      if (heard.isLooping) return heard
      return pass(
        {
          ...{ ...passing, twin: heard.twin, from: 'twin', operations: toClient, comments: answered, board },
          write: async () => (await here.adapter.apply(observed, toClient, board.mapping, attempt)).relayed,
        },
        attempt,
      )
    },
  }
}

/**
 * What copies count for as changes that a loop would make without end. What waited for longer than an hour to be passed on
 * is none, and neither is what an earlier try may have made.
 */
function weightOf({ operations, comments }: Passing, now: string): number {
  const since = hourBefore(now)
  const fresh = new Set(comments.filter(({ createdAt }) => createdAt >= since).map(({ id }) => id))
  const counted = operations.filter(
    ({ id, sourceId, mayExist }) => !mayExist && (id !== null || fresh.has(sourceId)),
  )
  return counted.length * weights.comment
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
