import type { Finding, FindingCode } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import type { CompiledPolicy } from '../compile.ts'
import type { Kind } from '../schema/services.ts'
import { defaultStrictness, readScope, type ScopeReading } from '../scope/read-scope.ts'
import type { Case } from './rule.ts'
import { rulingOf, type ScopeCode } from './ruling.ts'

const codeOf = { included: 'in_scope', quote: 'quote_needed', excluded: 'out_of_scope' } as const

/**
 * Does the assistant's catalogue cover what is asked for?
 *
 * A person's ruling comes first, then the service somebody chose, then the text. Covered and excluded work in one
 * request is for a person to untangle; so is a text that is too unlike anything the policy knows.
 *
 * @returns exactly one finding; `evidence.services` are the ids of the services it is about
 * @example
 * scope({ policy, task: { title: 'Newsletter de mai', … }, facts, found: [] })
 * // [{ code: 'in_scope', reason: 'text', evidence: { services: ['newsletter'], words: ['newsletter'], … }, … }]
 */
export function scope({ policy, task, facts }: Case): Finding[] {
  const chosen = task.service === null ? undefined : policy.kinds.get(task.service)
  const ruling = rulingOf(facts)
  if (ruling !== null && 'code' in ruling.says) {
    const services = chosen === undefined ? namedBy(read(policy, task)) : [task.service ?? '']
    const { code } = ruling.says
    return [ruled(policy, code, services, ruling.by === 'label' ? { label: code } : { answer: true })]
  }
  if (ruling !== null && 'service' in ruling.says) {
    const { service } = ruling.says
    const kind = policy.kinds.get(service)
    if (kind !== undefined) return [finding(policy, codeOf[kind], 'ruling', [service], { answer: true })]
  }
  if (chosen !== undefined) return [finding(policy, codeOf[chosen], 'chosen', [task.service ?? ''], {})]
  return [settledByQuote(judgeText(policy, read(policy, task)), facts)]
}

/** Who quotes a price has looked: what was in doubt then is work on quote. */
function settledByQuote(found: Finding, { answers }: Facts): Finding {
  const isQuoted = answers.quote !== null || answers.accepted !== null
  if (!isQuoted || found.code !== 'to_review') return found
  return { ...found, code: 'quote_needed', reason: 'quoted' }
}

/**
 * What is ruled in is priced by the covered services it speaks of; other rulings name whatever fits them, or rest on
 * the clause for what the catalogue does not have.
 */
function ruled(
  policy: CompiledPolicy,
  code: ScopeCode,
  services: readonly string[],
  evidence: Finding['evidence'],
): Finding {
  const fits = (kind: Kind | undefined) =>
    code === 'to_review' ||
    (code === 'in_scope' ? kind !== 'excluded' : kind !== undefined && codeOf[kind] === code)
  const fitting = services.filter((id) => fits(policy.kinds.get(id)))
  const ruling = finding(policy, code, 'ruling', fitting, evidence)
  const isUnnamed = fitting.length === 0 && (code === 'out_of_scope' || code === 'quote_needed')
  return isUnnamed ? { ...ruling, clause: 'scope.uncatalogued' } : ruling
}

function judgeText(policy: CompiledPolicy, reading: ScopeReading): Finding {
  const evidence = evidenceOf(reading)
  const { verdict, mixed, service, services } = reading
  if (mixed !== null) {
    const both = { covered: mixed.covered, excluded: mixed.excluded }
    return finding(policy, 'to_review', 'mixed', [], { ...evidence, ...both })
  }
  if (verdict === 'review') return finding(policy, 'to_review', 'unsure', [], evidence)
  if (verdict === 'out') {
    if (service !== null) return finding(policy, 'out_of_scope', 'text', [service], evidence)
    const code = policy.document.scope.uncatalogued === 'quote' ? 'quote_needed' : 'to_review'
    return { ...finding(policy, code, 'uncatalogued', [], evidence), clause: 'scope.uncatalogued' }
  }
  const quoted = services.filter((id) => policy.kinds.get(id) === 'quote')
  if (quoted.length > 0) {
    const included = services.filter((id) => !quoted.includes(id))
    return finding(policy, 'quote_needed', 'text', quoted, { ...evidence, included })
  }
  return finding(policy, 'in_scope', 'text', services, evidence)
}

/** Why: the words that counted, those that did not, how sure it is, and what it is most like. */
function evidenceOf({ terms, ignored, probability, candidates, nearest }: ScopeReading): Finding['evidence'] {
  return {
    words: terms.map(({ term }) => term),
    ignored,
    probabilityIn: probability.in,
    probabilityOut: probability.out,
    candidates: candidates.map((candidate) => candidate.service),
    nearest: nearest?.text ?? null,
    learned: nearest?.learned ?? false,
  }
}

/** All services that a text may speak of, the likeliest first. */
function namedBy({ services, service, mixed, candidates }: ScopeReading): string[] {
  const named = [
    ...services,
    ...(service === null ? [] : [service]),
    ...(mixed?.covered ?? []),
    ...(mixed?.excluded ?? []),
  ]
  const likeliest = candidates.slice(0, 1).map((candidate) => candidate.service)
  return [...new Set(named.length > 0 ? named : likeliest)]
}

const read = ({ scope, document }: CompiledPolicy, { title, text }: Task) =>
  readScope(scope, title, text, document.scope.strictness ?? defaultStrictness)

function finding(
  { document }: CompiledPolicy,
  code: FindingCode,
  reason: string,
  services: readonly string[],
  evidence: Finding['evidence'],
): Finding {
  const index = document.services.findIndex(({ id }) => id === services[0])
  const clause = index < 0 ? null : `services[${index}]`
  return { code, reason, evidence: { services, ...evidence }, clause }
}
