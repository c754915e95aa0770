import type { Adapter, Attempt, BoardLayout } from '#model/adapter.ts'
import { AppError, isAppError } from '#model/error.ts'

/**
 * What a board has in its tool, for somebody who names it.
 * @throws AppError NOT_FOUND when the account sees no such board, TOOL_* for faults of the tool
 */
export async function layoutOf(
  adapter: Adapter,
  containerId: string,
  attempt: Attempt,
): Promise<BoardLayout> {
  try {
    return await adapter.layout(containerId, attempt)
  } catch (cause) {
    if (!isAppError(cause, 'TOOL_NOT_FOUND') && !isAppError(cause, 'TOOL_REJECTED')) throw cause
    throw new AppError('NOT_FOUND', `this account sees no board ${containerId}: ${cause.message}`, { cause })
  }
}
