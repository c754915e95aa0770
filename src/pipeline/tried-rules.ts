import type { Instant } from '#model/task.ts'
import type { CaseClient } from '#policies/cases/case-judge.ts'
import { type CompiledPolicy, compilePolicy } from '#policies/compile.ts'
import { effectivePolicy } from '#policies/effective.ts'
import { type Policy, parsePolicy } from '#policies/schema.ts'
import type { ExampleStore } from '../store/examples.ts'
import type { PolicyStore } from '../store/policies.ts'
import type { DraftStore } from '../store/policy-drafts.ts'
import { draftOf } from './policy-drafts.ts'

/** Which rules to try: those in force, a version, the draft, or a document that nobody has saved. */
export type RulesChoice =
  | { readonly policyId: string; readonly state: 'in-force' | 'draft' | number }
  /** `policyId`: whose corrections count; null for a document that belongs to no policy. */
  | { readonly policyId: string | null; readonly state: 'document'; readonly document: Policy }

/** Rules to be tried on requests, with all that corrections have taught. */
export interface TriedRules {
  /** Null for a document that belongs to no policy. */
  readonly policyId: string | null
  /** The number of the version, or what else it is. */
  readonly state: number | 'draft' | 'document'
  readonly document: Policy
  readonly examplesRevision: number
  /** As they hold for a client; compiled once for all who are spoken to, and served, alike. */
  compiledFor(client: CaseClient): CompiledPolicy
}

export interface TriedRulesDeps {
  readonly policies: PolicyStore
  readonly drafts: DraftStore
  readonly examples: ExampleStore
}

/** Of as many clients with terms of their own the compiled rules are kept. */
const mostKept = 100

/** What stands for the number of a version where there is none yet. */
const unnumbered = 0

/**
 * Find the rules that somebody wants to try.
 * @param at the moment for which rules in force are meant
 * @throws AppError NOT_FOUND; POLICY_INVALID when the draft has problems
 */
export async function findRules(choice: RulesChoice, at: Instant, deps: TriedRulesDeps): Promise<TriedRules> {
  const { policyId } = choice
  const { state, document } = await chosen(choice, at, deps)
  const examplesRevision = policyId === null ? 0 : await deps.examples.revision(policyId)
  const examples = policyId === null ? [] : await deps.examples.at(policyId, examplesRevision)
  const version = typeof state === 'number' ? state : unnumbered
  const compilation = { id: policyId ?? '', version, examples, examplesRevision }
  const kept = new Map<string, CompiledPolicy>()

  return {
    ...{ policyId, state, document, examplesRevision },
    compiledFor(client) {
      const { language, address, timeZone, plan, terms } = client
      const key = JSON.stringify([language, address, timeZone, plan, terms])
      const known = kept.get(key)
      if (known !== undefined) return known
      const compiled = compilePolicy(effectivePolicy(document, client), compilation, client)
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, compiled)
      return compiled
    },
  }
}

async function chosen(
  choice: RulesChoice,
  at: Instant,
  { policies, drafts }: TriedRulesDeps,
): Promise<Pick<TriedRules, 'state' | 'document'>> {
  const { policyId, state } = choice
  if (state === 'document') return choice
  if (state === 'draft')
    return { state, document: parsePolicy((await draftOf(policyId, { policies, drafts }, at)).source) }
  const number = state === 'in-force' ? await policies.versionAt(policyId, at) : state
  return { state: number, document: (await policies.get(policyId, number)).document }
}
