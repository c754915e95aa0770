import type { Finding } from '#model/decision.ts'
import { closure, isOpen, nextOpening } from '../calendar.ts'
import type { Case } from './rule.ts'

const clauses = {
  hours: 'hours.week',
  holiday: 'hours.holidays',
  leave: 'hours.leave',
  focus: 'hours.focus',
  exception: 'hours.exceptions',
} as const

/**
 * Did the request arrive while the assistant does not answer?
 * @returns one finding with the reason why she does not and the moment when she does again, or none
 */
export function hours({ policy, task }: Case): Finding[] {
  const { calendar, language } = policy
  if (calendar === null || isOpen(calendar, task.submittedAt, 'answers')) return []
  const closed = closure(calendar, task.submittedAt)
  const reason = closed?.reason ?? 'hours'
  return [
    {
      code: 'off_hours',
      reason,
      evidence: {
        opensAt: nextOpening(calendar, task.submittedAt, 'answers'),
        name: closed?.name?.[language] ?? null,
        until: closed?.until ?? null,
      },
      clause: clauses[reason],
    },
  ]
}
