import type { Complexity, Instant, Status } from './task.ts'

/**
 * What a rule can find, in order of precedence: the first one found is the headline.
 * Labels in French and English: `policies/labels.ts`.
 */
export const findingCodes = [
  'contract_pending',
  'deposit_due',
  'out_of_scope',
  'quote_needed',
  'urgent_confirm',
  'urgent_confirmed',
  'over_limit',
  'info_missing',
  'wrong_channel',
  'off_hours',
  'to_review',
  'in_scope',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** One thing a rule found. Several may hold at once. */
export interface Finding {
  readonly code: FindingCode
  /** Which rule and which of its reasons, e.g. `short-notice`, `keyword`, `ruling`. Stable; for machines. */
  readonly reason: string
  /** The facts it rests on, e.g. the matched words or the minutes of notice. */
  readonly evidence: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
  /** Where the policy says so, as a path into the document, e.g. `services[2]` or `urgency.threshold`. */
  readonly clause: string | null
}

/** What only the assistant is told. It has no label and no message, so nothing of it can reach a client's board. */
export const privateCodes = [
  'payment_overdue',
  'over_capacity',
  'unrealistic_deadline',
  'assumed_deadline',
  'package_threshold',
  'goodwill',
] as const
export type PrivateCode = (typeof privateCodes)[number]

export interface PrivateFinding extends Omit<Finding, 'code'> {
  readonly code: PrivateCode
}

/** A verdict as shown in a tool: a finding's label, or a surcharge in whole percent (`surcharge:35`). */
export type LabelKey = FindingCode | `surcharge:${number}`

/** What a card shows first: the scope, then the urgency, then what else there is to know, then the surcharge. */
const shownFirst: readonly FindingCode[] = [
  ...(['in_scope', 'out_of_scope', 'quote_needed', 'to_review'] as const),
  ...(['urgent_confirm', 'urgent_confirmed'] as const),
]
const shownOrder: readonly LabelKey[] = [...new Set([...shownFirst, ...findingCodes])]

/** Labels in the one order in which every card has them. */
export function inOrder(labels: Iterable<LabelKey>): LabelKey[] {
  return [...labels].sort((a, b) => rank(a) - rank(b) || percentOf(a) - percentOf(b))
}

function rank(label: LabelKey): number {
  const place = shownOrder.indexOf(label)
  return place < 0 ? shownOrder.length : place
}

const percentOf = (label: LabelKey) => Number(/^surcharge:(.+)$/.exec(label)?.[1] ?? 0)

/** How a label looks when Cadre has to make it. Colors are the few that every tool has. */
export interface LabelSpec {
  readonly key: LabelKey
  readonly name: string
  readonly color: 'green' | 'yellow' | 'orange' | 'red' | 'purple' | 'blue'
}

/** An amount in minor units (cents) of an ISO 4217 currency. Arithmetic: `policies/money.ts`. */
export interface Money {
  readonly minor: number
  readonly currency: string
}

/** A price that may not be known exactly; `min` equals `max` when it is. */
export interface MoneyRange {
  readonly min: Money
  readonly max: Money
}

/** An estimate, never a quote. All of it can be recomputed from the policy and the task. */
export interface Price {
  readonly base: MoneyRange
  /** In basis points: 35 % = 3500. 0 when there is none. */
  readonly surchargeBasisPoints: number
  readonly surcharge: MoneyRange
  readonly total: MoneyRange
  /** What triggered the surcharge, e.g. `short-notice`. */
  readonly triggers: readonly string[]
  /** The calculation in the client's words: `35,00 €/h × 2 h = 70,00 €; …`. */
  readonly formula: string
  /** To be paid before work starts; null when nothing is. */
  readonly deposit: MoneyRange | null
  /** Of hours paid in advance: what this takes and what is left after it, in minutes; null without a package. */
  readonly balance: { readonly takes: MinuteRange; readonly leaves: MinuteRange | null } | null
  /** True: the total is what it would cost, and it is given away. */
  readonly isOffered: boolean
}

/** A duration that may not be known exactly. */
export interface MinuteRange {
  readonly min: number
  readonly max: number
}

/** What a field should hold: a decimal string for number fields (null for a range), words for text fields. */
export interface FieldValue {
  readonly number: string | null
  readonly text: string
}

/**
 * The judgement of one task: all findings, the one that matters most, and what follows from them.
 * Same policy version, task, facts and clock give the same decision, for ever.
 */
export interface Decision {
  readonly policyId: string
  readonly policyVersion: number
  /** Which of the policy's learnt examples were used: their count grows with every correction. */
  readonly examplesRevision: number
  /** The clock the judgement was made by. */
  readonly at: Instant
  readonly findings: readonly Finding[]
  readonly privateFindings: readonly PrivateFinding[]
  readonly headline: FindingCode
  /** Sorted; only what a client may see. */
  readonly labels: readonly LabelKey[]
  /** The catalogue's service the task was found to ask for. */
  readonly service: string | null
  readonly complexity: Complexity
  /** How long the work takes, in billable minutes; null when nobody knows. */
  readonly takes: MinuteRange | null
  readonly price: Price | null
  readonly fields: { readonly estimate: FieldValue | null; readonly surcharge: FieldValue | null }
  /** The status the policy wants for this headline; null when it leaves the status alone. */
  readonly status: Status | null
  /** What our comment should say to the client, without its reference line. */
  readonly message: string
  /** Is it worth a comment? If not, the message is only for a comment that is already there. */
  readonly announce: boolean
}
