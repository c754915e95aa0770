import { AppError, type ErrorDetail } from '#model/error.ts'
import type { Policy } from '#policies/schema.ts'
import type { PolicyStore } from '../store/policies.ts'

/**
 * Whoever stands in during a leave must have rules, and be somebody else.
 * @throws AppError POLICY_INVALID naming each leave
 */
export async function checkSubstitutes(
  policyId: string,
  { hours }: Pick<Policy, 'hours'>,
  policies: Pick<PolicyStore, 'newestNumber'>,
): Promise<void> {
  const details: ErrorDetail[] = []
  for (const [index, { substitute }] of (hours?.leave ?? []).entries()) {
    if (substitute === undefined) continue
    const path = `hours.leave[${index}].substitute`
    if (substitute === policyId) details.push({ path, ...itself })
    else if ((await policies.newestNumber(substitute)) === 0) details.push({ path, ...unknown(substitute) })
  }
  if (details.length > 0) throw new AppError('POLICY_INVALID', 'a substitute cannot stand in', { details })
}

const itself = {
  message: 'these rules cannot stand in for themselves',
  remedy: "name a colleague's policy, or take the substitute out",
  fr: {
    message: 'ces règles ne peuvent pas se remplacer elles-mêmes',
    remedy: "indique la politique d'une collègue, ou retire le remplacement",
  },
}

const unknown = (substitute: string) => ({
  message: `there is no published policy ${substitute}`,
  remedy: "publish the colleague's policy first, or name another one",
  fr: {
    message: `il n'y a pas de politique publiée ${substitute}`,
    remedy: "publie d'abord la politique de la collègue, ou indiques-en une autre",
  },
})
