import type { ErrorDetail } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { localDate } from './calendar.ts'
import { readPolicy } from './schema.ts'
import { type PolicyWarning, policyWarnings } from './warnings.ts'

/** What there is to say about a document before it is published. */
export interface PolicyReview {
  readonly isPublishable: boolean
  readonly problems: readonly ErrorDetail[]
  readonly warnings: readonly PolicyWarning[]
}

/** Read a document as publishing would. A document with problems has no warnings yet. */
export function reviewPolicy(source: unknown, now: Instant): PolicyReview {
  const { policy, problems } = readPolicy(source)
  if (policy === null) return { isPublishable: false, problems, warnings: [] }
  const today = localDate(now, policy.hours?.timeZone ?? 'UTC')
  return { isPublishable: true, problems: [], warnings: policyWarnings(policy, today) }
}
