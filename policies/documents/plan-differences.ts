import type { Language } from '#model/board.ts'
import { effectivePolicy } from '../effective.ts'
import type { Policy } from '../schema.ts'
import { type Clause, clauses } from './clauses.ts'

/** What differs for the clients of one plan. */
export interface PlanDifferences {
  readonly name: string
  /** Clauses with only what is not said for everybody. */
  readonly changed: readonly Clause[]
  /** Titles of clauses that do not hold in this plan. */
  readonly dropped: readonly string[]
}

/** For each plan of a policy, what its clients are told that the others are not. */
export function planDifferences(policy: Policy, language: Language, day: string): readonly PlanDifferences[] {
  const common = clauses(policy, language, day)
  return Object.entries(policy.plans).map(([id, { name }]) => {
    const own = clauses(effectivePolicy(policy, { plan: id, terms: {} }), language, day)
    const kept = new Set(own.map((clause) => clause.id))
    return {
      name,
      changed: own.flatMap((clause) => newIn(clause, common)),
      dropped: common.filter((clause) => !kept.has(clause.id)).map(({ title }) => title),
    }
  })
}

/** Sentences and list items that the common clause does not have; all of it when it only says less. */
function newIn(clause: Clause, common: readonly Clause[]): Clause[] {
  const known = common.find(({ id }) => id === clause.id)
  if (known === undefined) return [clause]
  if (known.text === clause.text) return []
  const said = new Set(sentencesOf(known.text))
  const fresh = sentencesOf(clause.text).filter((sentence) => !said.has(sentence))
  return [{ ...clause, text: (fresh.length === 0 ? sentencesOf(clause.text) : fresh).join(' ') }]
}

const sentencesOf = (text: string) =>
  text
    .split(/\n+(?:- )?/u)
    .flatMap((line) => line.split(/(?<=[.!?])\s+(?=\p{Lu})/u))
    .filter((sentence) => sentence !== '')
