import type { Price, PrivateFinding } from '#model/decision.ts'
import {
  addWorkingMinutes,
  localDate,
  minutesBefore,
  nextOpening,
  startOfMonth,
  workingMinutes,
} from '../calendar.ts'
import { formatRange } from '../money.ts'
import { assumedDeadline } from '../text/dates.ts'
import { durationOf } from './duration.ts'
import { isPrepaid, minutesOf } from './limits.ts'
import type { Case } from './rule.ts'

/** What only the assistant is told: money that is late, a day that is too full, a deadline that does not add up. */
export function privateFindings(request: Case, price: Price | null): PrivateFinding[] {
  return [
    ...overdue(request),
    ...capacity(request),
    ...unrealistic(request),
    ...assumed(request),
    ...thresholds(request, price),
    ...goodwill(request, price),
  ]
}

function overdue({ policy, facts }: Case): PrivateFinding[] {
  const { overdueSince, paidUntil } = facts.account
  if (overdueSince !== null) return [late('invoice', { since: overdueSince })]
  const { payment } = policy.document.billing
  if (payment?.due !== 'start_of_month' || paidUntil === null) return []
  const timeZone = policy.document.hours?.timeZone ?? policy.timeZone
  const today = localDate(facts.judgedAt, timeZone)
  const endOfLastMonth = localDate(minutesBefore(startOfMonth(facts.judgedAt, timeZone), 1), timeZone)
  const isPastDay = Number(today.slice(8)) >= payment.dayOfMonth
  const paidTo = isPastDay ? today : endOfLastMonth
  return paidUntil < paidTo ? [late('month', { paidUntil })] : []
}

const late = (reason: string, evidence: PrivateFinding['evidence']): PrivateFinding => ({
  code: 'payment_overdue',
  reason,
  evidence,
  clause: 'billing.payment',
})

function capacity(request: Case): PrivateFinding[] {
  const { hoursPerDay } = request.policy.document.limits
  const { minutesPromised } = request.facts.account
  const takes = durationOf(request)
  if (hoursPerDay === undefined || request.facts.dueAt === null) return []
  if (minutesPromised + (takes?.min ?? 0) <= minutesOf(hoursPerDay)) return []
  const evidence = { promisedMinutes: minutesPromised, takesMinutes: takes?.min ?? null, hoursPerDay }
  return [{ code: 'over_capacity', reason: 'day', evidence, clause: 'limits.hoursPerDay' }]
}

/** Is there less working time before the deadline than the work takes, or none at all? */
function unrealistic(request: Case): PrivateFinding[] {
  const { calendar } = request.policy
  const { dueAt, dueSetAt } = request.facts
  const takes = durationOf(request)
  if (calendar === null || dueAt === null || dueSetAt === null) return []
  const available = workingMinutes(calendar, dueSetAt, dueAt)
  // However little unknown work is, it takes a minute.
  if (available >= (takes?.min ?? 1)) return []
  const evidence = {
    availableMinutes: Math.floor(available),
    takesMinutes: takes?.min ?? null,
    earliest:
      takes === null
        ? nextOpening(calendar, dueSetAt, 'work')
        : addWorkingMinutes(calendar, dueSetAt, takes.min),
  }
  return [{ code: 'unrealistic_deadline', reason: 'working-time', evidence, clause: 'hours.week' }]
}

/** A deadline that only the text names. Nothing is billed on it: a person sets the due date, or does not. */
function assumed({ task, policy }: Case): PrivateFinding[] {
  if (task.dueAt !== null) return []
  const deadline = assumedDeadline(task, task.submittedAt, policy.timeZone)
  if (deadline === null) return []
  return [{ code: 'assumed_deadline', reason: 'text', evidence: { ...deadline }, clause: null }]
}

/** Shares of the hours paid in advance that this request takes the client beyond. */
function thresholds({ policy, facts }: Case, price: Price | null): PrivateFinding[] {
  const { billing } = policy.document
  const { minutesUsed, minutesCarried } = facts.account
  if (!isPrepaid(billing) || billing.package === undefined || minutesUsed === null || !price?.balance)
    return []
  const total = minutesOf(billing.package.hours) + minutesCarried
  const after = minutesUsed + price.balance.takes.min
  const passed = billing.package.warnAtPercent.filter(
    (percent) => minutesUsed * 100 < percent * total && after * 100 >= percent * total,
  )
  if (passed.length === 0) return []
  const evidence = { percent: Math.max(...passed), usedMinutes: after, totalMinutes: total }
  return [{ code: 'package_threshold', reason: 'hours', evidence, clause: 'billing.package.warnAtPercent' }]
}

function goodwill({ policy }: Case, price: Price | null): PrivateFinding[] {
  if (price === null || !price.isOffered) return []
  const evidence = { value: formatRange(price.total, policy.language) }
  return [{ code: 'goodwill', reason: 'offered', evidence, clause: null }]
}
