import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import { isAppError } from '#model/error.ts'
import type { ClientRequest } from '#model/request.ts'
import type { Observed } from '#model/task.ts'
import { minutesBefore } from '#policies/calendar.ts'
import { visible } from '#policies/text/visible.ts'
import type { Clock } from '../clock.ts'
import type { BoardStore } from '../store/boards.ts'
import type { ClientStore } from '../store/clients.ts'
import type { RequestStore } from '../store/requests.ts'
import { mendBoard } from './mend-board.ts'
import type { Queue } from './queue.ts'
import { bearsReference, cardTextOf } from './request-card.ts'
import { countedSince } from './written.ts'

export interface PutOnBoardDeps {
  readonly boards: BoardStore
  readonly requests: RequestStore
  readonly clients: Pick<ClientStore, 'get'>
  readonly queue: Pick<Queue, 'look'>
  readonly now: Clock
}

/** The tools' clocks are not ours. */
const overlapMinutes = 5

/**
 * Make the cards that requests by other channels are to be on a board. That one is begun is written down first, and one
 * that was begun is looked for before it is made again, so there is never a second one. One that fails holds up no other,
 * and one too many for the board's hourly limit waits for the next sweep after the hour, or after its release.
 * Only one job of a board may do this at a time.
 * @throws AppError TOOL_*: what was not made waits for the next sweep
 */
export async function putOnBoard(
  board: Board,
  adapter: Adapter,
  deps: PutOnBoardDeps,
  attempt: Attempt,
): Promise<void> {
  if (board.mode !== 'apply' || board.leavingSince !== null) return
  const waiting = await withinLimit(await deps.requests.waitingFor(board.id), board, deps)
  if (waiting.length === 0) return
  const there = await maybeThere(waiting, board, adapter, attempt)
  const outcomes = await Promise.allSettled(
    waiting.map((request) => putOne(request, there, board, adapter, deps, attempt)),
  )
  const failures = outcomes.filter((outcome) => outcome.status === 'rejected')
  const [first] = failures
  if (first === undefined) return
  if (failures.some(({ reason }) => isAppError(reason, 'TOOL_MAPPING_STALE')))
    await mendBoard(board, adapter, deps.boards, attempt)
  throw first.reason
}

/** Those that the hourly limit leaves room for. What was begun has been counted, and is finished. */
async function withinLimit(
  waiting: readonly ClientRequest[],
  board: Board,
  deps: PutOnBoardDeps,
): Promise<readonly ClientRequest[]> {
  const [begun, fresh] = [waiting.filter(isBegun), waiting.filter((request) => !isBegun(request))]
  if (fresh.length === 0) return begun
  const taken = await deps.requests.takenSince(board.id, countedSince(board, deps.now()))
  return [...begun, ...fresh.slice(0, Math.max(0, board.hourlyWriteLimit - taken))]
}

const isBegun = ({ card }: ClientRequest) => (card?.begunAt ?? null) !== null

/** Cards among which one may be that an earlier try made unseen. */
async function maybeThere(
  waiting: readonly ClientRequest[],
  { containerId }: Board,
  adapter: Adapter,
  attempt: Attempt,
): Promise<readonly Observed[]> {
  const [first] = waiting.flatMap(({ card }) => card?.begunAt ?? []).toSorted()
  if (first === undefined) return []
  return (await adapter.list(containerId, minutesBefore(first, overlapMinutes), attempt)).tasks
}

async function putOne(
  request: ClientRequest,
  there: readonly Observed[],
  { tool, connectionId, clientId, containerId, mapping }: Board,
  adapter: Adapter,
  deps: PutOnBoardDeps,
  attempt: Attempt,
): Promise<void> {
  const made = there.find(({ text }) => bearsReference(text, request.id))
  const make = async () => {
    await deps.requests.begin(request.id, deps.now())
    const card = {
      title: visible(request.title),
      text: cardTextOf(request, await deps.clients.get(clientId)),
      due: { at: request.dueAt, day: null },
      status: null,
    }
    return adapter.create(containerId, card, mapping, attempt)
  }
  const taskId = made?.ref.taskId ?? (await make())
  await deps.requests.link(request.id, taskId)
  await deps.queue.look([{ tool, connectionId, taskId }], { delaySeconds: 0 })
}
