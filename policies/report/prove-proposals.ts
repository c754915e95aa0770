import { patchPolicy } from '../merge-patch.ts'
import { type Policy, readPolicy } from '../schema.ts'
import type { Example } from '../scope/catalogue.ts'
import { defaultStrictness, readScope } from '../scope/read-scope.ts'
import { buildScopeModel } from '../scope/scope-model.ts'
import type { Gap } from './gaps.ts'
import type { Proposal } from './proposal.ts'

/** What a correction has taught, and by which task. */
export type Learnt = Example & { readonly taskId: string | null }

/** A gap with the line that may close it. */
export interface Proposed {
  readonly gap: Gap
  readonly proposal: Proposal | null
}

/**
 * Try every line on the requests that it is for, all lines together. What would not help, or not fit, is not proposed.
 * @param learnt rulings that bear on like requests; those on the requests themselves are what the line is to replace
 */
export function proven(proposed: readonly Proposed[], policy: Policy, learnt: readonly Learnt[]): Proposed[] {
  if (proposed.every(({ proposal }) => proposal === null)) return [...proposed]
  const patched = proposed.reduce<Readonly<Record<string, unknown>>>(
    (document, { proposal }) => (proposal === null ? document : patchPolicy(document, proposal.patch)),
    policy,
  )
  const { policy: grown } = readPolicy(patched)
  if (grown === null) return proposed.map(({ gap }) => ({ gap, proposal: null }))
  const own = new Set(proposed.flatMap(({ gap }) => gap.requests.map(({ id }) => id)))
  const others = learnt.filter(({ taskId }) => taskId === null || !own.has(taskId))
  const model = buildScopeModel(grown.services, others, grown.language)
  const strictness = grown.scope.strictness ?? defaultStrictness
  return proposed.map(({ gap, proposal }) => {
    if (proposal === null) return { gap, proposal }
    const covers = gap.requests.filter(({ title, text }) => {
      const { verdict, service, services } = readScope(model, title, text, strictness)
      return verdict !== 'review' && [service, ...services].includes(proposal.service)
    }).length
    return { gap, proposal: covers === 0 ? null : { ...proposal, covers } }
  })
}
