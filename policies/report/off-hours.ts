import type { Decision } from '#model/decision.ts'
import type { Instant } from '#model/task.ts'
import type { WeekRequest } from '#model/week.ts'
import type { WeekSpan } from '../calendar.ts'
import { type RequestRef, refOf } from './request-ref.ts'
import { isHers, isWithin } from './week-facts.ts'

/** A request that came while the assistant did not answer. */
export interface KeptRequest {
  readonly request: RequestRef
  readonly arrivedAt: Instant
  /** `hours`, `holiday`, `leave`, `focus` or `exception`, as the rule found it. */
  readonly reason: string
  /** When she answers again: until then it was kept from her; null when nothing opens within 400 days. */
  readonly opensAt: Instant | null
  /** Her own first answer; null while there is none. */
  readonly answeredAt: Instant | null
  /** Did the client read a comment of ours meanwhile? */
  readonly isTold: boolean
}

export interface OffHours {
  readonly count: number
  /** How many she answered all the same before she was open again. */
  readonly answeredEarly: number
  readonly items: readonly KeptRequest[]
}

/** What arrived within the week outside her hours, as the first verdict found it. */
export function keptOutside(requests: readonly WeekRequest[], span: WeekSpan): OffHours {
  const items = requests.filter(({ arrivedAt }) => isWithin(arrivedAt, span)).flatMap(keptOf)
  const isEarly = ({ answeredAt, opensAt }: KeptRequest) =>
    answeredAt !== null && opensAt !== null && answeredAt < opensAt
  return { count: items.length, answeredEarly: items.filter(isEarly).length, items }
}

function keptOf(request: WeekRequest): KeptRequest[] {
  const { arrivedAt, answers, isTold } = request
  const finding = firstVerdict(request).findings.find(({ code }) => code === 'off_hours')
  if (finding === undefined) return []
  const { opensAt } = finding.evidence
  return [
    {
      request: refOf(request),
      arrivedAt,
      reason: finding.reason,
      opensAt: typeof opensAt === 'string' ? opensAt : null,
      answeredAt: answers.find(isHers)?.at ?? null,
      isTold,
    },
  ]
}

const firstVerdict = ({ verdicts, decision }: WeekRequest): Decision => verdicts[0]?.decision ?? decision
