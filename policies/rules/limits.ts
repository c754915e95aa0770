import type { Finding, MinuteRange } from '#model/decision.ts'
import type { Policy } from '../schema.ts'
import { durationOf } from './duration.ts'
import type { Case } from './rule.ts'
import { areFixed, isBesideAgreed, servicesOf } from './services.ts'

/**
 * Does this request go beyond what the plan covers: hours paid in advance, hours or requests of the period, rounds of
 * changes? Hours count by the least that the work takes, and only when somebody has recorded the hours used.
 */
export function limits(request: Case): Finding[] {
  return [...packageHours(request), ...monthlyHours(request), ...requestCount(request), ...revisions(request)]
}

function packageHours(request: Case): Finding[] {
  const { policy, found } = request
  const { billing } = policy.document
  if (billing.package === undefined || !isPrepaid(billing) || isBesideAgreed(found)) return []
  if (areFixed(servicesOf(policy, found)) || isIncludedRound(request)) return []
  const minutes = minutesOf(billing.package.hours) + request.facts.account.minutesCarried
  return hoursBeyond(request, minutes, 'package-hours', 'billing.package')
}

function monthlyHours(request: Case): Finding[] {
  const { hoursPerMonth } = request.policy.document.limits
  if (hoursPerMonth === undefined) return []
  return hoursBeyond(request, minutesOf(hoursPerMonth), 'hours', 'limits.hoursPerMonth')
}

function hoursBeyond(request: Case, limitMinutes: number, reason: string, clause: string): Finding[] {
  const used = request.facts.account.minutesUsed
  const takes = durationOf(request)
  if (used === null || takes === null || used + takes.min <= limitMinutes) return []
  const evidence = { limitMinutes, usedMinutes: used, takesMinutes: takes.min }
  return [{ code: 'over_limit', reason, evidence, clause }]
}

function requestCount({ policy, facts }: Case): Finding[] {
  const limit = policy.document.limits.requests
  if (limit === undefined) return []
  const count = facts.account.requests[limit.per] + 1
  if (count <= limit.count) return []
  const evidence = { limit: limit.count, per: limit.per, count }
  return [{ code: 'over_limit', reason: 'requests', evidence, clause: 'limits.requests' }]
}

function revisions({ policy, task }: Case): Finding[] {
  const limit = policy.document.limits.revisions
  if (limit === undefined || task.revision === null || task.revision <= limit.included) return []
  const evidence = { included: limit.included, revision: task.revision }
  return [{ code: 'over_limit', reason: 'revisions', evidence, clause: 'limits.revisions' }]
}

/** Is it a round of changes that is in the price of what it changes, and so costs nothing and takes no hours paid in advance? */
export function isIncludedRound({ policy, task, found }: Case): boolean {
  const { revisions } = policy.document.limits
  if (revisions === undefined || task.revision === null || isBesideAgreed(found)) return false
  return task.revision > 0 && task.revision <= revisions.included
}

/** Are hours paid in advance? */
export function isPrepaid({ mode }: Policy['billing']): boolean {
  return mode === 'package' || mode === 'monthly'
}

/** What is left of hours paid in advance before this request; null when nobody records them. */
export function balanceOf({ policy, facts }: Pick<Case, 'policy' | 'facts'>): number | null {
  const { billing } = policy.document
  const { minutesUsed, minutesCarried } = facts.account
  if (billing.package === undefined || minutesUsed === null) return null
  return Math.max(0, minutesOf(billing.package.hours) + minutesCarried - minutesUsed)
}

/** Whole minutes, for 8.2 times 60 is a little less than 492. */
export const minutesOf = (hours: number) => Math.round(hours * 60)

/** Both ends less what is covered, never below nothing. */
export function beyond({ min, max }: MinuteRange, covered: number): MinuteRange {
  return { min: Math.max(0, min - covered), max: Math.max(0, max - covered) }
}
