import type { Finding } from '#model/decision.ts'
import type { WeekRequest } from '#model/week.ts'
import type { Kind } from '../schema/services.ts'
import type { Policy } from '../schema.ts'
import { type Gap, gapsIn } from './gaps.ts'
import { type Proposal, proposalFor } from './proposal.ts'
import { type Learnt, type Proposed, proven } from './prove-proposals.ts'
import { type RequestRef, refOf } from './request-ref.ts'

/** Why the rules said nothing definite: work that no service covers, too unclear a text, or both sides at once. */
export const uncoveredReasons = ['uncatalogued', 'unsure', 'mixed'] as const
export type UncoveredReason = (typeof uncoveredReasons)[number]

/** Requests of one kind that the rules have no answer to, and the line that would give one. */
export interface UncoveredGroup {
  readonly requests: readonly RequestRef[]
  readonly reasons: readonly UncoveredReason[]
  /** Null where no line would help: nothing definite is asked for, or two services at once. */
  readonly proposal: Proposal | null
}

/**
 * The requests of a week that no service covered, those of one kind together, the largest group first. Requests that
 * somebody has ruled on since are among them: the ruling says what to write down.
 * @param learnt what the policy has been taught by now
 */
export function uncoveredIn(
  requests: readonly WeekRequest[],
  policy: Policy,
  learnt: readonly Learnt[] = [],
): UncoveredGroup[] {
  const uncovered = requests.flatMap((request) => {
    const reason = reasonOf(request)
    return reason === null ? [] : [{ request, reason }]
  })
  const reasons = new Map(uncovered.map(({ request, reason }) => [request, reason]))
  const isMixed = (request: WeekRequest) => reasons.get(request) === 'mixed'
  const isSurelyWork = (request: WeekRequest) => reasons.get(request) === 'uncatalogued'
  const open = [...reasons.keys()]
  const gaps = gapsIn(
    open.filter((request) => !isMixed(request)),
    isSurelyWork,
    policy,
  )
  const both: Gap[] = open.filter(isMixed).map((request) => ({ requests: [request], asks: null }))
  return [
    ...proven(proposedFor(gaps, policy), policy, learnt),
    ...both.map((gap) => ({ gap, proposal: null })),
  ]
    .toSorted((a, b) => b.gap.requests.length - a.gap.requests.length)
    .map(({ gap, proposal }) => ({
      requests: gap.requests.map(refOf),
      reasons: [...new Set(gap.requests.flatMap((request) => reasons.get(request) ?? []))],
      proposal,
    }))
}

/** A line for each gap; no two under one id. */
function proposedFor(gaps: readonly Gap[], policy: Policy): Proposed[] {
  const taken = new Set(policy.services.map(({ id }) => id))
  return gaps.map((gap) => {
    const proposal = proposalFor(gap, kindFor(gap), policy, taken)
    if (proposal !== null) taken.add(proposal.service)
    return { gap, proposal }
  })
}

/** Why the first verdict of the week that was none said so; null when all were definite. */
function reasonOf({ verdicts }: WeekRequest): UncoveredReason | null {
  const found = verdicts.flatMap(({ decision }) => decision.findings).find(isUncovered)
  return uncoveredReasons.find((reason) => reason === found?.reason) ?? null
}

const isUncovered = ({ code, reason }: Finding) =>
  (code === 'to_review' || code === 'quote_needed') && uncoveredReasons.some((each) => each === reason)

/** What she ruled about such requests, if she did; else work on quote binds her to nothing. */
function kindFor({ requests }: Gap): Kind {
  const rulings = requests.flatMap(({ decision }) =>
    decision.findings.flatMap(({ code, reason }) => (reason === 'ruling' ? [code] : [])),
  )
  if (rulings.includes('out_of_scope')) return 'excluded'
  return rulings.includes('in_scope') ? 'included' : 'quote'
}
