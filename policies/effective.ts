import type { Client } from '#model/board.ts'
import { isObject, type Json, patchPolicy } from './merge-patch.ts'
import { type Policy, parsePolicy, type ReadPolicy, readPolicy } from './schema.ts'

/** Where a value of a client's policy was written. `default`: nowhere, it is built in. */
export type Origin = 'default' | 'policy' | 'plan' | 'client'

/** What differs for one client: the plan they have, and what was agreed with them alone. */
export type ClientTerms = Pick<Client, 'plan' | 'terms'>

/**
 * The policy as it holds for one client: the document, then their plan, then their own terms.
 * A plan that the document does not have changes nothing.
 * @throws AppError POLICY_INVALID when the client's own terms do not fit
 */
export function effectivePolicy(policy: Policy, client: ClientTerms): Policy {
  return isPlain(policy, client) ? policy : parsePolicy(patchedFor(policy, client))
}

/** The same, with what does not fit as an outcome. */
export function readEffective(policy: Policy, client: ClientTerms): ReadPolicy {
  return isPlain(policy, client) ? { policy, problems: [] } : readPolicy(patchedFor(policy, client))
}

function isPlain(policy: Policy, { plan, terms }: ClientTerms): boolean {
  return (plan === null || policy.plans[plan] === undefined) && Object.keys(terms).length === 0
}

function patchedFor(policy: Policy, { plan, terms }: ClientTerms): Json {
  const set = plan === null ? undefined : policy.plans[plan]?.set
  // What holds for one client has no plans any more.
  const { plans: _, ...document } = policy
  return patchPolicy(patchPolicy(document, set ?? {}), terms)
}

/**
 * Where each value of a client's policy comes from, by path: `urgency.capPercent` → `plan`. Services are named by id:
 * `services.newsletter.price`. Lists of plain values count as one value.
 *
 * @param written the document as somebody wrote it, without what has been filled in
 */
export function originsOf(written: Json, policy: Policy, client: ClientTerms): Record<string, Origin> {
  const set = client.plan === null ? {} : (policy.plans[client.plan]?.set ?? {})
  const layers: [Origin, ReadonlySet<string>][] = [
    ['client', pathsOf(client.terms)],
    ['plan', pathsOf(set)],
    ['policy', pathsOf(written)],
  ]
  const originOf = (path: string) => layers.find(([, paths]) => paths.has(path))?.[0] ?? 'default'
  const { plans: _, ...effective } = effectivePolicy(policy, client)
  return Object.fromEntries([...pathsOf(effective)].toSorted().map((path) => [path, originOf(path)]))
}

function pathsOf(document: Json): Set<string> {
  const { services, ...rest } = document
  const byId = Array.isArray(services)
    ? Object.fromEntries(services.map((service: { id: string }) => [service.id, service]))
    : services
  return new Set(leaves(byId === undefined ? rest : { ...rest, services: byId }, ''))
}

function leaves(value: unknown, path: string): string[] {
  if (!isObject(value)) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}
