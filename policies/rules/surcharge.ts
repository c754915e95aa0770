import type { Finding } from '#model/decision.ts'
import type { CompiledPolicy } from '../compile.ts'
import type { Service } from '../schema.ts'

const complexities = ['low', 'medium', 'high'] as const

/**
 * The surcharge in whole percent for a request that was found to be covered: by the most complex service it asks for,
 * under the policy's cap. 0 when notice was long enough: words of urgency alone cost nothing.
 */
export function surchargePercent(
  policy: CompiledPolicy,
  findings: readonly Finding[],
  services: readonly Service[],
): number {
  const isShort = findings.some(({ evidence }) => evidence.billed === true)
  if (!isShort) return 0
  const { surchargePercent, capPercent } = policy.document.urgency
  const complexity = complexities.findLast((level) =>
    services.some((service) => service.complexity === level),
  )
  return Math.min(surchargePercent[complexity ?? 'medium'], capPercent)
}
