import type { Finding, FindingCode } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import type { CompiledPolicy } from '../compile.ts'
import { type Kind, type Match, matchServices } from '../scope/match.ts'

const codeOf = { included: 'in_scope', quote: 'quote_needed', excluded: 'out_of_scope' } as const
const scopeCodes = [
  'out_of_scope',
  'quote_needed',
  'to_review',
  'in_scope',
] as const satisfies readonly FindingCode[]

/**
 * Does the assistant's catalogue cover what is asked for?
 *
 * A person's ruling comes first, then the service somebody chose, then the text. Included and excluded work in one
 * request is for a person to untangle; so is a text that speaks of nothing in the catalogue.
 *
 * @returns exactly one finding; `evidence.services` are the ids of the services it is about
 * @example
 * scope(policy, { title: 'Newsletter de mai', … }, facts)
 * // [{ code: 'in_scope', reason: 'keyword', evidence: { services: ['newsletter'], words: ['newsletter'] }, … }]
 */
export function scope(policy: CompiledPolicy, task: Task, facts: Facts): Finding[] {
  const chosen = policy.document.services.findIndex(({ id }) => id === task.service)
  const ruling = rulingOf(facts)
  if (ruling !== null) return [ruled(policy, ruling, chosen >= 0 ? [chosen] : wanted(policy, task))]
  if (chosen >= 0)
    return [finding(policy, codeOf[policy.kinds[chosen] ?? 'excluded'], 'chosen', [chosen], {})]
  return [judgeText(policy, matchesOf(policy, task))]
}

/** The scope a person decided by putting its label on: the latest, and of several at once the first in precedence. */
function rulingOf(facts: Facts): (typeof scopeCodes)[number] | null {
  const rulings = scopeCodes.flatMap((code) =>
    facts.overrides
      .filter(({ label, change }) => label === code && change === 'added')
      .map(({ at }) => ({ code, at })),
  )
  const [latest] = rulings.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
  return latest?.code ?? null
}

/** What is ruled in is priced by the included services it speaks of; other rulings name whatever it speaks of. */
function ruled(
  policy: CompiledPolicy,
  code: (typeof scopeCodes)[number],
  services: readonly number[],
): Finding {
  const kind = (Object.keys(codeOf) as Kind[]).find((candidate) => codeOf[candidate] === code)
  const fitting = services.filter((service) => kind === undefined || policy.kinds[service] === kind)
  return finding(policy, code, 'ruling', fitting, { label: code })
}

function judgeText(policy: CompiledPolicy, matches: readonly Match[]): Finding {
  const counting = matches.filter((match) => match.counts)
  const of = (kind: Kind) => servicesOf(counting.filter(({ service }) => policy.kinds[service] === kind))
  const [included, quote, excluded] = [of('included'), of('quote'), of('excluded')]
  const setAside = wordsOf(matches.filter((match) => !match.counts))
  const evidence = { words: wordsOf(counting), ...(setAside.length > 0 ? { setAside } : {}) }
  const covered = [...included, ...quote]
  if (excluded.length > 0 && covered.length > 0) {
    const ids = { included: idsOf(policy, covered), excluded: idsOf(policy, excluded) }
    return finding(policy, 'to_review', 'mixed', [], { ...evidence, ...ids })
  }
  if (excluded.length > 0) return finding(policy, 'out_of_scope', 'keyword', excluded, evidence)
  if (quote.length > 0) {
    return finding(policy, 'quote_needed', 'keyword', quote, {
      ...evidence,
      included: idsOf(policy, included),
    })
  }
  if (included.length > 0) return finding(policy, 'in_scope', 'keyword', included, evidence)
  return finding(policy, 'to_review', 'unknown', [], evidence)
}

function finding(
  policy: CompiledPolicy,
  code: FindingCode,
  reason: string,
  services: readonly number[],
  evidence: Finding['evidence'],
): Finding {
  const [first] = services
  const clause = first === undefined ? null : `services[${first}]`
  return { code, reason, evidence: { services: idsOf(policy, services), ...evidence }, clause }
}

const matchesOf = (policy: CompiledPolicy, task: Task) =>
  matchServices(`${task.title}\n${task.text}`, policy.keywords, policy.kinds)

const wanted = (policy: CompiledPolicy, task: Task) =>
  servicesOf(matchesOf(policy, task).filter((match) => match.counts))

const servicesOf = (matches: readonly Match[]) => [...new Set(matches.map((match) => match.service))]

const wordsOf = (matches: readonly Match[]) => [...new Set(matches.map((match) => match.keyword))]

const idsOf = (policy: CompiledPolicy, services: readonly number[]) =>
  services.map((service) => policy.document.services[service]?.id ?? '')
