import type { Decision, Finding, LabelKey, Price, PrivateFinding } from '#model/decision.ts'
import type { Complexity, Status } from '#model/task.ts'
import type { CompiledPolicy } from './compile.ts'
import { clauseSentence } from './documents/clauses.ts'
import { keyName } from './labels.ts'
import { formatRange } from './money.ts'
import { privateWords } from './private-words.ts'

/** A decision as a person reads it: names and sentences beside the codes, in the client's language. */
export interface Explanation {
  readonly headline: Named<LabelKey>
  /** As the client's board shows them. */
  readonly labels: readonly Named<LabelKey>[]
  /** With the sentence of the clause that each rests on; empty when there is none. */
  readonly findings: readonly (Finding & { readonly label: string; readonly sentence: string })[]
  /** In sentences to the assistant, in both languages. */
  readonly privateFindings: readonly (PrivateFinding & { readonly fr: string; readonly en: string })[]
  readonly service: Named<string> | null
  readonly complexity: Complexity
  /** `text`: the total as a client reads it. */
  readonly price: (Price & { readonly text: string }) | null
  /** `isWritten`: is it worth a comment? */
  readonly message: { readonly text: string; readonly isWritten: boolean }
  readonly status: Status | null
  /** Null where the text did not count, because a person named the service or ruled. */
  readonly reading: Reading | null
}

interface Named<Key extends string> {
  readonly key: Key
  readonly name: string
}

/** How the text of a request was read. */
export interface Reading {
  /** Words that decided. */
  readonly words: readonly string[]
  /** Parts set aside: denied, done already, quoted. */
  readonly ignored: readonly string[]
  /** The services that come nearest, the likeliest first. */
  readonly candidates: readonly Named<string>[]
  /** The example that comes nearest, if any, and whether it was learnt from a correction. */
  readonly nearest: string | null
  readonly isLearned: boolean
}

/** @param policy by which the decision was made */
export function explainDecision(decision: Decision, policy: CompiledPolicy): Explanation {
  const { language, document } = policy
  const named = <Key extends LabelKey>(key: Key) => ({ key, name: keyName(key, language) })
  const { headline, labels, findings, privateFindings, service, complexity, price, status } = decision
  return {
    headline: named(headline),
    labels: labels.map(named),
    findings: findings.map((finding) => ({
      ...finding,
      label: keyName(finding.code, language),
      sentence: finding.clause === null ? '' : clauseSentence(document, finding.clause, language),
    })),
    privateFindings: privateFindings.map((finding) => ({
      ...finding,
      fr: privateWords(finding, policy, 'fr'),
      en: privateWords(finding, policy, 'en'),
    })),
    service: service === null ? null : serviceOf(service, policy),
    complexity,
    price: price === null ? null : { ...price, text: formatRange(price.total, language) },
    message: { text: decision.message, isWritten: decision.announce },
    status,
    reading: readingOf(findings, policy),
  }
}

const serviceOf = (key: string, { names }: CompiledPolicy) => ({ key, name: names.get(key) ?? key })

function readingOf(findings: readonly Finding[], policy: CompiledPolicy): Reading | null {
  const evidence = findings.find(
    (finding) => 'words' in finding.evidence && 'nearest' in finding.evidence,
  )?.evidence
  if (evidence === undefined) return null
  const list = (name: string): readonly string[] => {
    const value = evidence[name]
    return Array.isArray(value) ? value : []
  }
  return {
    words: list('words'),
    ignored: list('ignored'),
    candidates: list('candidates').map((id) => serviceOf(id, policy)),
    nearest: evidence.nearest === null ? null : String(evidence.nearest),
    isLearned: evidence.learned === true,
  }
}
