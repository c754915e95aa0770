import type { Finding } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Instant } from '#model/task.ts'
import { dayKind, elapsedMinutes, isOpen, minutesBefore, workingMinutes } from '../calendar.ts'
import type { CompiledPolicy } from '../compile.ts'
import { urgentWords } from '../urgency/urgent-words.ts'
import type { Case } from './rule.ts'
import { rulingOf, urgentStandingOf } from './ruling.ts'

/** When work that no working time is left for has to be done; what each costs is `urgency.offHours.surchargePercent`. */
export type OffHours = 'evening' | 'weekend' | 'holiday'

/** From when to when the client lets the assistant work. */
interface Notice {
  readonly from: string
  readonly to: string
}

/**
 * Is this request urgent, and what says so?
 *
 * Urgent when the notice the client gave is shorter than the threshold, when it leaves no working time at all, or when
 * the text says so and does not deny it. Notice runs from the moment the due date was set, never from now: time passing
 * alone makes nothing urgent. Only short notice and work outside working hours are billed; `evidence.billed` and
 * `evidence.offHours` say so; `evidence.noTime`: no working time is left. A due date from before
 * the request was made, or long past when it was set, is a slip of the pen, such as last year's or that of a copied card:
 * it gives no notice, and a person is to look.
 *
 * A client who has chosen to wait makes nothing urgent. `evidence.declined`: the assistant is not available, as she
 * said, or by `evidence.expired` for want of a word in time.
 *
 * @returns one finding, or none; a second one for such a slip
 * @example
 * // due set Monday 09:00 for Tuesday 08:59, threshold 24 h
 * urgency({ policy, task, facts, found: [] })
 * // [{ code: 'urgent_confirm', reason: 'short-notice', evidence: { noticeMinutes: 1439, words: [], billed: true }, … }]
 */
export function urgency({ policy, task, facts }: Case): Finding[] {
  const standing = urgentStandingOf(facts)
  if (standing === 'waiting') return []
  const given = noticeOf(facts)
  const isSlip = given !== null && isPast(given, task.submittedAt)
  const notice = isSlip ? null : given
  const doubts = isSlip && !isLookedAt(facts) ? [slip(given)] : []
  const isShort = notice !== null && isShorter(policy, notice)
  const noTime = notice !== null && leavesNoTime(policy, notice)
  const words = urgentWords(`${task.title}\n${task.text}`, policy.markers)
  if (!isShort && !noTime && words.length === 0) return doubts
  return [
    {
      code: standing === 'confirmed' ? 'urgent_confirmed' : 'urgent_confirm',
      reason: reasonOf({ isShort, noTime, words }),
      evidence: {
        noticeMinutes: notice === null ? null : Math.floor(elapsedMinutes(notice.from, notice.to)),
        words,
        billed: isShort,
        noTime,
        offHours: notice !== null && noTime ? offHoursOf(policy, notice) : null,
        ...(standing === 'declined' && { declined: true }),
        ...(standing === 'expired' && { declined: true, expired: true }),
      },
      clause: clauseOf(policy, { isShort, noTime }),
    },
    ...doubts,
  ]
}

/** We may see a date only after an outage of ours: until then, one that was still to come when the request was made counts. */
const longestOutageMinutes = 24 * 60

function isPast({ from, to }: Notice, submittedAt: Instant): boolean {
  const notice = elapsedMinutes(from, to)
  return notice < -longestOutageMinutes || (notice < 0 && elapsedMinutes(submittedAt, to) < 0)
}

const slip = ({ to }: Notice): Finding => ({
  code: 'to_review',
  reason: 'past-due',
  evidence: { dueAt: to },
  clause: null,
})

/** Who ruled on a request, or named its price, has seen its due date. */
const isLookedAt = (facts: Facts) =>
  rulingOf(facts) !== null || facts.answers.quote !== null || facts.answers.accepted !== null

function noticeOf({ dueAt, dueSetAt }: Facts): Notice | null {
  return dueAt === null || dueSetAt === null ? null : { from: dueSetAt, to: dueAt }
}

/** "Less than 24 h": 24 h 00 is not. */
function isShorter({ calendar, document }: CompiledPolicy, { from, to }: Notice): boolean {
  const { basis, thresholdHours } = document.urgency
  const minutes =
    basis === 'working' && calendar !== null ? workingMinutes(calendar, from, to) : elapsedMinutes(from, to)
  return minutes < thresholdHours * 60
}

function leavesNoTime({ calendar }: CompiledPolicy, { from, to }: Notice): boolean {
  return calendar !== null && from < to && workingMinutes(calendar, from, to) === 0
}

/** The closed time that ends with the deadline: what is due on Monday at 9:00 is done before the day begins. */
function offHoursOf({ calendar }: CompiledPolicy, { to }: Notice): OffHours | null {
  if (calendar === null) return null
  const last = minutesBefore(to, 1)
  if (isOpen(calendar, last, 'work')) return null
  const kind = dayKind(calendar, last)
  if (kind.holiday !== null) return 'holiday'
  if (kind.weekend) return 'weekend'
  return kind.evening ? 'evening' : null
}

interface Grounds {
  readonly isShort: boolean
  readonly noTime: boolean
  readonly words?: readonly string[]
}

function reasonOf({ isShort, noTime, words = [] }: Grounds): string {
  if (isShort) return words.length > 0 ? 'both' : 'short-notice'
  return noTime ? 'no-working-time' : 'marker'
}

function clauseOf({ document }: CompiledPolicy, { isShort, noTime }: Grounds): string {
  const { accepted, offHours } = document.urgency
  if (!accepted) return 'urgency.accepted'
  if (noTime && offHours.work === 'no') return 'urgency.offHours.work'
  if (isShort) return 'urgency.thresholdHours'
  return noTime ? 'urgency.offHours.work' : 'urgency.markers'
}
