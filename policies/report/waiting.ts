import type { Answered } from '#model/answer.ts'
import type { Finding, FindingCode } from '#model/decision.ts'
import type { Instant } from '#model/task.ts'
import type { WeekRequest } from '#model/week.ts'
import { factsFrom } from '../answers/in-force.ts'
import { type RequestRef, refOf } from './request-ref.ts'
import { isHers } from './week-facts.ts'

/** Verdicts that ask the assistant for a word, and nobody else. */
const hers: readonly FindingCode[] = ['quote_needed', 'urgent_confirm', 'to_review']

/** A request that wants a word from the assistant, with the verdict that says so. */
export interface Waiting {
  readonly request: RequestRef
  readonly verdict: FindingCode
  /** Until when it is kept from her, when it came outside her hours; null otherwise, or when nothing opens. */
  readonly keptUntil: Instant | null
}

/** The requests that wait for her: nothing has become of them, and what she has to say was not said. */
export function waitingIn(requests: readonly WeekRequest[]): Waiting[] {
  return requests
    .filter(({ isOpen }) => isOpen)
    .flatMap((request) => {
      const { findings } = request.decision
      const known = answered(request)
      const asking = findings.find((finding) => hers.includes(finding.code) && !isSaid(finding, known))
      const kept = findings.find(({ code }) => code === 'off_hours')
      const found = asking ?? (isSettled(known) || !isUntouched(request) ? undefined : kept)
      if (found === undefined) return []
      const opensAt = kept?.evidence.opensAt
      return [
        {
          request: refOf(request),
          verdict: found.code,
          keptUntil: typeof opensAt === 'string' ? opensAt : null,
        },
      ]
    })
}

const answered = ({ answers, fingerprint }: WeekRequest): Answered =>
  factsFrom(answers.filter((answer) => answer.fingerprint === fingerprint))

const isSettled = ({ quote, accepted, choice }: Answered) =>
  quote !== null || accepted !== null || choice === 'refuse'

/** No price says whether she has time for urgent work, and neither does a client who agrees to it. */
function isSaid({ code, evidence }: Finding, known: Answered): boolean {
  if (code !== 'urgent_confirm') return isSettled(known)
  return known.choice === 'refuse' || (evidence.declined === true && evidence.expired !== true)
}

/** Has she neither said anything about it, nor begun with it? */
const isUntouched = ({ answers, status }: WeekRequest) =>
  !answers.some(isHers) && (status === null || status === 'requested')
