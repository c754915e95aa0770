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
