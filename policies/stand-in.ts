import type { Instant } from '#model/task.ts'
import { localDate } from './calendar.ts'
import type { Policy } from './schema.ts'

/** By whose rules requests are judged while an assistant is on leave. */
export interface Substitution {
  /** The id of the policy that stands in. */
  readonly policyId: string
  /** The last day of the leave: `2026-08-14`. */
  readonly until: string
}

/**
 * Who stands in at a moment; null when she is there, on leave without a substitute, or works that day by exception.
 * The day is that of the policy's own zone.
 */
export function substitutionAt({ hours }: Pick<Policy, 'hours'>, moment: Instant): Substitution | null {
  if (hours === undefined) return null
  const day = localDate(moment, hours.timeZone)
  const worksAllTheSame = hours.exceptions.some(({ date, open }) => date === day && open.length > 0)
  const leave = hours.leave.find(({ from, until }) => from <= day && day <= until)
  if (worksAllTheSame || leave?.substitute === undefined) return null
  return { policyId: leave.substitute, until: leave.until }
}

/** Whom a client knows these rules by: the assistant, or else the name of the policy. */
export const nameOfAssistant = ({ assistant, name }: Pick<Policy, 'assistant' | 'name'>) =>
  assistant?.name ?? name
