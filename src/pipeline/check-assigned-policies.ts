import type { Mapping } from '#model/board.ts'
import { AppError, type ErrorDetail } from '#model/error.ts'
import type { PolicyStore } from '../store/policies.ts'

/**
 * A mapping names only rules that somebody has published.
 * @throws AppError REQUEST_INVALID naming each policy that nobody has
 */
export async function checkAssignedPolicies(
  assigned: Mapping['policies'],
  policies: Pick<PolicyStore, 'newestNumber'>,
): Promise<void> {
  const details: ErrorDetail[] = []
  for (const id of new Set(Object.values(assigned ?? {}))) {
    if ((await policies.newestNumber(id)) > 0) continue
    const remedy = 'publish it first, or name another one'
    details.push({ path: 'body.mapping.policies', message: `there is no published policy ${id}`, remedy })
  }
  if (details.length > 0)
    throw new AppError('REQUEST_INVALID', 'the mapping names policies that do not exist', { details })
}
