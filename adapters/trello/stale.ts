import { AppError } from '#model/error.ts'
import { refusalOf } from '../http.ts'

/**
 * Do a write that names labels, lists or fields of a mapping. Trello tells in plain text what does not exist, with 400
 * or 404: `invalid value for idList`, `label not found`.
 * @throws AppError TOOL_MAPPING_STALE when one of them no longer exists
 */
export async function staleMapping<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const refusal = refusalOf(error)
    const isStale =
      (refusal?.status === 400 &&
        /invalid value for (idLabels?|idList|value|idCustomField)\b/i.test(refusal.text)) ||
      (refusal?.status === 404 && /label|list|custom ?field/i.test(refusal.text))
    if (!isStale) throw error
    throw new AppError(
      'TOOL_MAPPING_STALE',
      'Trello does not know a mapped label, list or custom field any more',
      { cause: error },
    )
  }
}
