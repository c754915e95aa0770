import type { Complexity } from '#model/task.ts'
import type { Policy } from '../schema.ts'
import type { Case } from './rule.ts'
import type { OffHours } from './urgency.ts'

/** Why something costs more. */
export type Trigger = 'short-notice' | OffHours | 'extra-revision'

/** What a request costs more, in whole percent, and why; 0 and nothing when it does not. */
export interface Surcharge {
  readonly percent: number
  readonly triggers: readonly Trigger[]
}

/**
 * The surcharge of a request that was found to be covered: the triggers that hold, combined as the policy says, under
 * its cap. Words of urgency alone cost nothing, nor does what is never done.
 */
export function surchargeOf({ policy, found }: Case, complexity: Complexity): Surcharge {
  const { urgency } = policy.document
  const due = triggersOf(policy.document, found, complexity).filter(({ percent }) => percent > 0)
  const percent = combined(
    urgency,
    due.map(({ percent }) => percent),
  )
  const highest = Math.max(0, ...due.map((each) => each.percent))
  const counting =
    urgency.combine === 'sum' ? due : due.filter((each) => each.percent === highest).slice(0, 1)
  return { percent, triggers: counting.map(({ trigger }) => trigger) }
}

interface Due {
  readonly trigger: Trigger
  readonly percent: number
}

function triggersOf({ urgency, limits }: Policy, found: Case['found'], complexity: Complexity): Due[] {
  const urgent = found.find(({ code }) => code === 'urgent_confirm' || code === 'urgent_confirmed')
  const isExtra = found.some(({ code, reason }) => code === 'over_limit' && reason === 'revisions')
  const extra = isExtra ? (limits.revisions?.surchargePercent ?? 0) : 0
  const revision: Due[] = [{ trigger: 'extra-revision', percent: extra }]
  if (urgent === undefined || !urgency.accepted) return revision
  const { billed, offHours, noticeMinutes, noTime, declined } = urgent.evidence
  if (declined === true) return revision
  if (noTime === true && urgency.offHours.work === 'no') return revision
  const short = billed === true ? shortNotice(urgency, complexity, Number(noticeMinutes)) : 0
  const kind = offHours as OffHours | null
  const off: Due[] =
    kind === null ? [] : [{ trigger: kind, percent: urgency.offHours.surchargePercent[kind] }]
  return [{ trigger: 'short-notice', percent: short }, ...off, ...revision]
}

/** By complexity; very short notice may have a price of its own, which then is the least. */
function shortNotice(urgency: Policy['urgency'], complexity: Complexity, noticeMinutes: number): number {
  const [tier] = urgency.tiers
    .filter(({ underHours }) => noticeMinutes < underHours * 60)
    .toSorted((a, b) => a.underHours - b.underHours)
  return Math.max(urgency.surchargePercent[complexity], tier?.percent ?? 0)
}

function combined({ combine, capPercent }: Policy['urgency'], percents: readonly number[]): number {
  const sum = percents.reduce((total, percent) => total + percent, 0)
  return Math.min(capPercent, combine === 'sum' ? sum : Math.max(0, ...percents))
}

/** Every surcharge that a policy can come to, in whole percent, ascending: what labels have to be made for. */
export function possibleSurcharges({ urgency, limits }: Policy): number[] {
  const { evening, weekend, holiday } = urgency.offHours.surchargePercent
  const short = [
    0,
    ...Object.values(urgency.surchargePercent),
    ...urgency.tiers.map(({ percent }) => percent),
  ]
  const off = urgency.offHours.work === 'no' ? [0] : [0, evening, weekend, holiday]
  const extra = [0, limits.revisions?.surchargePercent ?? 0]
  const all = short.flatMap((a) => off.flatMap((b) => extra.map((c) => combined(urgency, [a, b, c]))))
  return [...new Set(all)].filter((percent) => percent > 0).toSorted((a, b) => a - b)
}
