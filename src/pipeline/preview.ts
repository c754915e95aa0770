import type { Client } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import { daysBefore } from '#policies/calendar.ts'
import { compareDecisions, type DecisionDifference } from '#policies/compare-decisions.ts'
import { type Explanation, explainDecision } from '#policies/explain-decision.ts'
import type { ClientStore } from '../store/clients.ts'
import { checkFits } from './check-fits.ts'
import { createTally, type Tally } from './preview-tally.ts'
import { type PastJudgement, type RejudgePastDeps, rejudgePast } from './rejudge-past.ts'
import { findRules, type RulesChoice, type TriedRules } from './tried-rules.ts'

/** Where a list of requests goes on. */
interface Place {
  readonly at: Instant
  readonly id: string
}

/** What to look at, and how much of it to show. */
export interface PreviewRequest {
  readonly days: number
  readonly limit: number
  /** Where the page before ended; null for the first one. */
  readonly after: Place | null
  /** Are only those listed that come out otherwise? */
  readonly onlyChanged: boolean
}

/** One request as it is, and as it would be. */
export interface PreviewItem {
  readonly taskId: string
  readonly title: string
  readonly url: string
  readonly client: Pick<Client, 'id' | 'name'>
  readonly createdAt: Instant
  readonly isChanged: boolean
  readonly before: Explanation
  readonly after: Explanation
  readonly differences: readonly DecisionDifference[]
}

/** What other rules would have made of the requests of the last days. */
export interface Preview {
  readonly since: Instant
  readonly rules: TriedRules
  /** Over all of them; null on a later page, which only goes on with the list. */
  readonly summary: Tally | null
  /** Newest first. */
  readonly items: readonly PreviewItem[]
  readonly next: Place | null
}

export interface PreviewDeps extends RejudgePastDeps {
  readonly clients: Pick<ClientStore, 'find' | 'ofPolicy'>
}

export type Previewer = ReturnType<typeof createPreviewer>

/** Judges the past again by rules that nobody is bound by yet. Nothing is written. */
export function createPreviewer(deps: PreviewDeps) {
  /** @throws AppError NOT_FOUND, POLICY_INVALID; CONFLICT when the rules do not fit a client */
  return async (
    choice: RulesChoice & { readonly policyId: string },
    { days, limit, after, onlyChanged }: PreviewRequest,
  ): Promise<Preview> => {
    const { policyId } = choice
    const rules = await findRules(choice, deps.now(), deps)
    checkFits(await deps.clients.ofPolicy(policyId), rules.document)
    const since = daysBefore(deps.now(), days)
    const tally = createTally()
    const found: PreviewItem[] = []
    for await (const each of rejudgePast(policyId, rules, { since, after }, deps)) {
      tally.add(each)
      if (found.length <= limit && (each.isChanged || !onlyChanged)) found.push(itemOf(each))
      if (found.length > limit && after !== null) break
    }
    const items = found.slice(0, limit)
    const last = found.length > limit ? items.at(-1) : undefined
    return {
      ...{ since, rules, items },
      summary: after === null ? tally.read() : null,
      next: last === undefined ? null : { at: last.createdAt, id: last.taskId },
    }
  }
}

function itemOf({ task, place, before, after, isChanged }: PastJudgement): PreviewItem {
  const { id, observed, createdAt } = task
  return {
    taskId: id,
    title: observed.title,
    url: observed.url,
    client: { id: place.client.id, name: place.client.name },
    ...{ createdAt, isChanged },
    before: explainDecision(before.decision, before.policy),
    after: explainDecision(after.decision, after.policy),
    differences: compareDecisions(before, after),
  }
}
