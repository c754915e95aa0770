import type { Attempt, WebhookHealth } from '#model/adapter.ts'
import { type AppError, isAppError } from '#model/error.ts'
import type { Clock } from '../clock.ts'
import type { BoardStore } from '../store/boards.ts'
import type { Connected } from './connect.ts'

/** What a tool says when it is asked about an account of ours. */
export interface ConnectionCheck {
  /** Whose credentials these are; null when the tool does not take them, or does not answer. */
  readonly account: { readonly userId: string; readonly name: string } | null
  /** Is it the account that was connected? */
  readonly isSameAccount: boolean
  /** Why there is no account to tell of. */
  readonly error: Pick<AppError, 'code' | 'message'> | null
  readonly webhooks: readonly ({ readonly boardId: string } & WebhookHealth)[]
}

/**
 * Ask the tool who we are and how our webhooks fare. That the tool refuses is an answer too; nothing is repaired.
 * @throws AppError TOOL_* when the tool knows us and yet does not tell of a webhook
 */
export async function checkConnection(
  { connection, adapter }: Connected,
  deps: { readonly boards: BoardStore; readonly now: Clock },
  attempt: Attempt,
): Promise<ConnectionCheck> {
  const account = await orFailure(() => adapter.whoAmI(attempt))
  if (isAppError(account)) {
    const { code, message } = account
    return { account: null, isSameAccount: false, error: { code, message }, webhooks: [] }
  }
  const webhooks = []
  const boards = connection.updates === 'poll' ? [] : await deps.boards.ofConnection(connection.id)
  for (const { id: boardId, containerId } of boards) {
    const webhookId = await deps.boards.webhookOf(boardId)
    const health = await adapter.webhookHealth(containerId, webhookId, attempt)
    await deps.boards.update(boardId, { webhook: { state: health.state, checkedAt: deps.now() } })
    webhooks.push({ boardId, ...health })
  }
  return { account, isSameAccount: account.userId === connection.userId, error: null, webhooks }
}

async function orFailure<T>(work: () => Promise<T>): Promise<T | AppError> {
  try {
    return await work()
  } catch (error) {
    if (!isAppError(error)) throw error
    return error
  }
}
