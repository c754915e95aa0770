import { AppError } from '#model/error.ts'
import { type Refusal, refusalOf } from '../http.ts'
import { errorCodeOf } from './client.ts'

/**
 * Everything that is wrong with a field comes as 400 with some `FIELD_…` code, a few of which are published. A plan's
 * limit of uses (`FIELD_033`) is nothing that another mapping would mend.
 */
export function isStaleField(refusal: Refusal, error: unknown): boolean {
  if (refusal.status === 404) return !isTaskGone(refusal, error)
  return refusal.status === 400 && !/\bplan\b/i.test(refusal.text)
}

/** A status that its list does not have comes as 400, with words about it and no published code. */
export function isStaleStatus({ status, text }: Refusal): boolean {
  return status === 400 && /status/i.test(text)
}

export function isTaskGone(refusal: Refusal, error: unknown): boolean {
  return errorCodeOf(error) === 'ITEM_013' || /task not found/i.test(refusal.text)
}

/**
 * Do a write that names something of a mapping.
 * @throws AppError TOOL_MAPPING_STALE when that is why it is refused
 */
export async function unlessStale<T>(
  write: () => Promise<T>,
  isStale: (refusal: Refusal, error: unknown) => boolean,
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const refusal = refusalOf(error)
    throw refusal !== null && isStale(refusal, error) ? stale(error) : error
  }
}

export function stale(cause: unknown): AppError {
  const message = 'ClickUp does not know a mapped status, field, option or tag any more'
  return new AppError('TOOL_MAPPING_STALE', message, { cause })
}
