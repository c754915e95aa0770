import type { Adapter, Attempt, Subscription } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import { isAppError } from '#model/error.ts'
import type { BoardStore } from '../store/boards.ts'
import type { Connection, ConnectionStore } from '../store/connections.ts'
import type { Also } from '../store/database.ts'
import type { Connections } from './connect.ts'

export interface SubscribeDeps {
  readonly boards: BoardStore
  readonly connections: Pick<Connections, 'forget'>
  readonly connectionStore: ConnectionStore
}

/**
 * Make the tool tell us of a board's changes, and remember the webhook and the secret it is signed with, where each
 * has its own. Without a public URL there is nothing to subscribe.
 * @param also is written with the webhook. A tool can be asked in no transaction: what dies in between has a webhook that
 * nothing here tells of, and the next one to ask adopts it.
 * @throws AppError TOOL_*
 */
export async function subscribeBoard(
  board: Board,
  { connection, adapter }: { connection: Connection; adapter: Adapter },
  deps: SubscribeDeps,
  attempt: Attempt,
  also?: Also<Subscription>,
): Promise<Subscription> {
  if (connection.callbackUrl === null) return { webhookId: null, outcome: 'manual' }
  const subscription = await adapter.subscribe(board.containerId, connection.callbackUrl, attempt)
  const { webhookId, secret } = subscription
  if (secret !== undefined) {
    await deps.connectionStore.addCredential(connection.id, `secret:${webhookId}`, secret)
    deps.connections.forget(connection.id)
  }
  await deps.boards.update(board.id, { webhookId }, also && ((trx) => also(trx, subscription)))
  return subscription
}

/**
 * Take our webhook of a board away. A tool that no longer accepts the credentials sends us nothing either.
 * @throws AppError TOOL_* for other faults
 */
export async function unsubscribeBoard(
  board: Board,
  adapter: Adapter,
  deps: Pick<SubscribeDeps, 'boards'>,
  attempt: Attempt,
): Promise<void> {
  const webhookId = await deps.boards.webhookOf(board.id)
  if (webhookId === null) return
  try {
    await adapter.unsubscribe(webhookId, attempt)
  } catch (error) {
    if (!isAppError(error, 'TOOL_UNAUTHORIZED') && !isAppError(error, 'TOOL_FORBIDDEN')) throw error
  }
  await deps.boards.update(board.id, { webhookId: null })
}
