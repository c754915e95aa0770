import { isAppError } from '#model/error.ts'

/** False when what the write is about is not there any more, which to us is an answer and no failure. */
export async function unlessGone(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if (isAppError(error, 'TOOL_NOT_FOUND')) return false
    throw error
  }
}
