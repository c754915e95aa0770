import { type ClientTerms, readEffective } from '../effective.ts'
import type { Policy } from '../schema.ts'
import type { Difference } from './difference.ts'

/** Why somebody with this plan and these terms cannot be a client of the policy; null when they can. */
export function misfit(client: ClientTerms, document: Policy): Difference | null {
  const { plan, terms } = client
  if (plan !== null && !Object.hasOwn(document.plans, plan)) {
    return {
      what: 'plan',
      expected: plan,
      actual: Object.keys(document.plans),
      fr: `La politique n'a pas de formule « ${plan} ».`,
      en: `The policy has no plan "${plan}".`,
    }
  }
  const [problem] = readEffective(document, client).problems
  if (problem === undefined) return null
  return {
    what: 'terms',
    expected: terms,
    actual: null,
    fr: `Les conditions propres à ce client ne vont pas avec la politique (${problem.path}) : ${problem.fr?.message ?? problem.message}.`,
    en: `This client's own terms do not fit the policy (${problem.path}): ${problem.message}.`,
  }
}
