import { isDeepStrictEqual } from 'node:util'
import type { Decision, FindingCode } from '#model/decision.ts'
import { rulingOf } from '#policies/rules/ruling.ts'
import type { Clock } from '../clock.ts'
import type { ExampleStore, StoredExample } from '../store/examples.ts'
import type { Context } from './context.ts'

/** What a ruling on scope says about a request. */
const scopes: Readonly<Partial<Record<FindingCode, StoredExample['scope']>>> = {
  in_scope: 'in',
  quote_needed: 'in',
  out_of_scope: 'out',
  to_review: 'review',
}

export type Lesson = Omit<StoredExample, 'id' | 'revision' | 'createdAt'>

/**
 * What a person's fresh ruling on a request, by a label or in words, teaches about requests like it; null when there is none. That work is
 * covered teaches nothing as long as nobody says by which service.
 */
export function lessonOf(
  { id, client, policy, task, facts, stored }: Context,
  decision: Decision,
): Lesson | null {
  const ruling = decision.findings.find(({ reason }) => reason === 'ruling')
  const scope = ruling === undefined ? undefined : scopes[ruling.code]
  if (ruling === undefined || scope === undefined) return null
  const known = stored === null ? null : rulingOf(stored.facts)
  const isFresh = !isDeepStrictEqual(rulingOf(facts), known)
  const { services } = ruling.evidence
  const named = Array.isArray(services) ? (services[0] ?? null) : null
  const service = scope === 'review' ? null : named
  if (!isFresh || (scope === 'in' && service === null)) return null
  const source = { policyId: policy.id, taskId: id, clientId: client.id }
  return { ...source, title: task.title, text: task.text, scope, service }
}

/** Learn from a person's ruling, for all requests that are judged from now on. */
export function createLearn({ examples, now }: { readonly examples: ExampleStore; readonly now: Clock }) {
  return async (context: Context, decision: Decision): Promise<void> => {
    const lesson = lessonOf(context, decision)
    if (lesson !== null) await examples.teach(lesson, now())
  }
}
