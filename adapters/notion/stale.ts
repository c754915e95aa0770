import { AppError } from '#model/error.ts'
import { refusalOf } from '../http.ts'

/** Notion says what does not exist or has another type by now, always with 400. */
const staleWords =
  /invalid \w+ option|option\b.*(does not|doesn't) exist|is not a property that exists|could not find property|is expected to be/i

/**
 * Do a write that names properties or options of a mapping.
 * @throws AppError TOOL_MAPPING_STALE when one of them no longer exists
 */
export async function staleMapping<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal?.status === 400 && staleWords.test(refusal.text)) throw stale(error)
    throw error
  }
}

/** What lies in the trash is refused with 400 (dvanoni/notero#704). */
const trashWords = /is archived|archived ancestor|in trash/i

/**
 * Do everything that is to be written to a page. Around all of it, for a comment that is not found was deleted by itself.
 * @throws AppError TOOL_NOT_FOUND when somebody has put the page into the trash since it was looked at
 */
export async function trashedPage<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal?.status === 400 && trashWords.test(refusal.text))
      throw new AppError('TOOL_NOT_FOUND', 'the Notion page is in the trash', { cause: error })
    throw error
  }
}

/** TOOL_MAPPING_STALE, for what is seen to be gone. */
export function stale(cause?: unknown): AppError {
  return new AppError('TOOL_MAPPING_STALE', 'Notion does not know a mapped property or option any more', {
    cause,
  })
}
