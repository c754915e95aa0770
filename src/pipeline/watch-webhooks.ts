import type { Logger } from 'pino'
import type { Attempt } from '#model/adapter.ts'
import type { Board, WebhookState } from '#model/board.ts'
import { isAppError } from '#model/error.ts'
import type { Clock } from '../clock.ts'
import type { Connected, Connections } from './connect.ts'
import type { Queue } from './queue.ts'
import { type SubscribeDeps, subscribeBoard } from './subscribe-board.ts'

export interface WatchWebhooksDeps extends SubscribeDeps {
  readonly connections: Connections
  readonly queue: Pick<Queue, 'sweep'>
  readonly now: Clock
  readonly log: Logger
}

/** What no longer tells us of changes. */
const dead: readonly WebhookState[] = ['suspended', 'missing']

/**
 * Ask after the webhook of a board, for the tools tell nobody when one dies. A dead one is repaired, and a sweep finds
 * what it did not tell. One that cannot be, because no tool reaches our address just now, stays as it is: whoever sweeps
 * goes on, for nothing else tells of changes then.
 * @returns how it fares now
 * @throws AppError TOOL_* when the tool does not tell how it fares
 */
export async function checkWebhook(
  board: Board,
  deps: WatchWebhooksDeps,
  attempt: Attempt,
): Promise<WebhookState> {
  const connected = await deps.connections.get(board.connectionId)
  if (connected.connection.updates === 'poll' || board.mode === 'off') return 'unknown'
  const webhookId = await deps.boards.webhookOf(board.id)
  const { state } = await connected.adapter.webhookHealth(board.containerId, webhookId, attempt)
  const after = dead.includes(state) ? await repair(board, connected, state, deps, attempt) : state
  await deps.boards.update(board.id, { webhook: { state: after, checkedAt: deps.now() } })
  return after
}

async function repair(
  board: Board,
  { connection, adapter }: Connected,
  state: WebhookState,
  deps: WatchWebhooksDeps,
  attempt: Attempt,
): Promise<WebhookState> {
  const facts = { boardId: board.id, tool: board.tool, state }
  deps.log.warn(facts, 'a webhook had died and is repaired')
  try {
    const { webhookId } = await subscribeBoard(board, { connection, adapter }, deps, attempt)
    await deps.queue.sweep([board], { full: true })
    return (await adapter.webhookHealth(board.containerId, webhookId, attempt)).state
  } catch (error) {
    if (!isAppError(error)) throw error
    deps.log.warn(
      { ...facts, code: error.code },
      'a webhook could not be repaired: the next sweep tries again',
    )
    return state
  }
}
