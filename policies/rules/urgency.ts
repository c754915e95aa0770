import type { Finding } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import { elapsedMinutes } from '../calendar.ts'
import type { CompiledPolicy } from '../compile.ts'
import { urgentWords } from '../urgency/urgent-words.ts'

/**
 * Is this request urgent, and what says so?
 *
 * Urgent when the notice the client gave is shorter than the threshold, or when the text says so and does not deny it.
 * Notice runs from the moment the due date was set, never from now: time passing alone makes nothing urgent. Only
 * short notice is billed; `evidence.billed` says which it was.
 *
 * @returns one finding, or none
 * @example
 * // due set Monday 09:00 for Tuesday 08:59, threshold 24 h
 * urgency(policy, task, facts)
 * // [{ code: 'urgent_confirm', reason: 'short-notice', evidence: { noticeMinutes: 1439, words: [], billed: true }, … }]
 */
export function urgency(policy: CompiledPolicy, task: Task, facts: Facts): Finding[] {
  const notice = noticeMinutes(facts)
  // "Less than 24 h": 24 h 00 is not.
  const isShort = notice !== null && notice < policy.document.urgency.thresholdHours * 60
  const words = urgentWords(`${task.title}\n${task.text}`, policy.markers)
  if (!isShort && words.length === 0) return []
  return [
    {
      code: isConfirmed(facts) ? 'urgent_confirmed' : 'urgent_confirm',
      reason: reasonOf(isShort, words),
      evidence: { noticeMinutes: notice === null ? null : Math.floor(notice), words, billed: isShort },
      clause: isShort ? 'urgency.thresholdHours' : 'urgency.markers',
    },
  ]
}

function noticeMinutes({ dueAt, dueSetAt }: Facts): number | null {
  return dueAt === null || dueSetAt === null ? null : elapsedMinutes(dueSetAt, dueAt)
}

function reasonOf(isShort: boolean, words: readonly string[]): 'both' | 'short-notice' | 'marker' {
  if (!isShort) return 'marker'
  return words.length > 0 ? 'both' : 'short-notice'
}

const isConfirmed = (facts: Facts) =>
  facts.overrides.some(({ label, change }) => label === 'urgent_confirmed' && change === 'added')
