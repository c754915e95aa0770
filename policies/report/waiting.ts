import type { FindingCode } from '#model/decision.ts'
import type { WeekRequest } from '#model/week.ts'
import { factsFrom } from '../answers/in-force.ts'
import { type RequestRef, refOf } from './request-ref.ts'

/** Verdicts that ask the assistant for a word, and nobody else. */
const hers: readonly FindingCode[] = ['quote_needed', 'urgent_confirm', 'to_review']

/** A request that wants a word from the assistant, with the verdict that says so. */
export interface Waiting {
  readonly request: RequestRef
  readonly verdict: FindingCode
}

/** The requests that wait for her: still open, and not answered as they stand. */
export function waitingIn(requests: readonly WeekRequest[]): Waiting[] {
  return requests.flatMap((request) => {
    const { isOpen, decision, answers, fingerprint } = request
    const found = decision.findings.find(({ code }) => hers.includes(code))
    const { quote, accepted, choice } = factsFrom(
      answers.filter((answer) => answer.fingerprint === fingerprint),
    )
    const isAnswered = quote !== null || accepted !== null || choice === 'refuse'
    return isOpen && found !== undefined && !isAnswered
      ? [{ request: refOf(request), verdict: found.code }]
      : []
  })
}
