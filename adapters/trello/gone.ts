import { AppError, isAppError } from '#model/error.ts'
import { refusalOf } from '../http.ts'

/**
 * Null for what is deleted, for an impossible id, which cannot exist, and for a card that went to a board where we may not
 * look: that is 401 with these words, while key or token that are no good are told by others.
 */
export async function nullWhenGone<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    const { status, text = '' } = refusalOf(error) ?? {}
    const isGone =
      status === 404 ||
      (status === 400 && /invalid id/i.test(text)) ||
      (status === 401 && /unauthorized card permission/i.test(text))
    if (isGone) return null
    throw error
  }
}

/**
 * Was this refused because of what it is about, and not because key or token are no good? Boards and lists that we may not
 * see are told so, and so is a comment of somebody else's that we would edit; but also all that a token has no scope for.
 */
export function isWithheld(error: unknown): boolean {
  const { status, text = '' } = refusalOf(error) ?? {}
  return status === 401 && /unauthorized (\w+ )?permission requested/i.test(text)
}

/** @throws AppError TOOL_NOT_FOUND for what we may not see, as for what is not there */
export async function notFoundWhenWithheld<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    if (!isAppError(cause) || !isWithheld(cause)) throw cause
    throw new AppError('TOOL_NOT_FOUND', cause.message, { cause })
  }
}
