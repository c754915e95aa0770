import type { FindingCode, LabelKey } from '#model/decision.ts'
import type { Facts, Override } from '#model/facts.ts'
import type { Instant } from '#model/task.ts'
import { type UrgentState, urgentMachine, urgentStateOf } from '../answers/states.ts'

/** The verdicts on scope, in order of precedence. */
export const scopeCodes = [
  'out_of_scope',
  'quote_needed',
  'to_review',
  'in_scope',
] as const satisfies readonly FindingCode[]
export type ScopeCode = (typeof scopeCodes)[number]

/** What a person decided about the scope of a request: the verdict, or the service, whose kind then decides. */
export interface Ruling {
  readonly says: { readonly code: ScopeCode } | { readonly service: string }
  readonly by: 'label' | 'answer'
  readonly at: Instant
}

/** The ruling in force: the latest, by a label or in words; of labels put on at once the first in precedence. */
export function rulingOf({ overrides, answers }: Pick<Facts, 'overrides' | 'answers'>): Ruling | null {
  const rulings = [...answered(answers.ruling), ...scopeCodes.flatMap((code) => labeled(code, overrides))]
  const [latest] = rulings.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
  return latest ?? null
}

function labeled(code: ScopeCode, overrides: Facts['overrides']): Ruling[] {
  return overrides
    .filter(({ label, change }) => label === code && change === 'added')
    .map(({ at }) => ({ says: { code }, by: 'label', at }))
}

function answered(ruling: Facts['answers']['ruling']): Ruling[] {
  if (ruling === null) return []
  const says =
    ruling.service === null
      ? ({ code: ruling.is === 'in' ? 'in_scope' : 'out_of_scope' } as const)
      : { service: ruling.service }
  return [{ says, by: 'answer', at: ruling.at }]
}

/** Where an urgent request stands, by what was answered or by the label that a person put on, the latest. */
export function urgentStandingOf(facts: Pick<Facts, 'overrides' | 'answers'>): UrgentState {
  const state = urgentStateOf(facts.answers)
  const label = confirmedBy(facts.overrides)
  if (label === undefined || !('confirm' in urgentMachine[state])) return state
  return urgencySaidAt(facts.answers) < label.at ? 'confirmed' : state
}

const confirmedBy = (overrides: Facts['overrides']) =>
  overrides.find(({ label, change }) => label === 'urgent_confirmed' && change === 'added')

/** When somebody last said a word about the urgency, ended it with a no, or opened it again by naming a price after one. */
function urgencySaidAt({ availability, asked, refusedAt }: Facts['answers']): Instant {
  return [availability?.at ?? '', asked?.urgent?.since ?? '', refusedAt ?? ''].toSorted()[2] ?? ''
}

/** What was last decided by a label on the request, or by a client's yes or no: the label, null for none, and when. */
interface Decided {
  readonly label: LabelKey | null
  readonly at: Instant
}

/**
 * Is a client's yes of no use, should there be one? To what urgent work costs it is while there is none, for the assistant
 * is not available, or has not said so in time; it counts again should she confirm after all. To a price that she named
 * it always counts.
 */
export function isYesVoid(facts: Pick<Facts, 'overrides' | 'answers'>): boolean {
  const standing = urgentStandingOf(facts)
  return facts.answers.quote === null && (standing === 'declined' || standing === 'expired')
}

/** Since when the work is agreed on, whatever the catalogue says of it; null where it is not, or was ruled on since. */
export function agreedSince(facts: Pick<Facts, 'overrides' | 'answers'>): Instant | null {
  const { acceptedAt } = facts.answers
  return acceptedAt === undefined || isYesVoid(facts) ? null : unlessRuledSince(acceptedAt, facts)
}

/** Since when nobody is asked for a price or a look any more: the client said no, and nobody has ruled on it since. */
export function refusedSince(facts: Pick<Facts, 'overrides' | 'answers'>): Instant | null {
  const { refusedAt } = facts.answers
  return refusedAt === undefined ? null : unlessRuledSince(refusedAt, facts)
}

const unlessRuledSince = (at: Instant, facts: Pick<Facts, 'overrides' | 'answers'>) =>
  at < (rulingOf(facts)?.at ?? '') ? null : at

/**
 * What people did to the labels of one side by hand and nobody has decided otherwise since, in words or by a label on the
 * request: the latest counts, for the verdict and for what either side shows of it.
 * @param overrides of the side that is asked about: the request itself, or its twin
 * @param facts of the request
 */
export function overridesInForce(
  overrides: readonly Override[],
  facts: Pick<Facts, 'overrides' | 'answers'>,
): Override[] {
  const ruling = rulingOf(facts)
  const confirmed = confirmedBy(facts.overrides)
  const [agreed, refused] = [agreedSince(facts), refusedSince(facts)]
  const ruled = ruling !== null && 'code' in ruling.says ? [{ label: ruling.says.code, at: ruling.at }] : []
  const subjects: { labels: readonly LabelKey[]; saidAt: Instant; decided: readonly Decided[] }[] = [
    {
      labels: scopeCodes,
      saidAt: facts.answers.ruling?.at ?? '',
      decided: [
        ...(agreed === null ? ruled : [{ label: 'in_scope', at: agreed } as const]),
        ...(refused === null ? [] : [{ label: null, at: refused }]),
      ],
    },
    {
      labels: ['urgent_confirm', 'urgent_confirmed'],
      saidAt: urgencySaidAt(facts.answers),
      decided: confirmed === undefined ? [] : [confirmed],
    },
  ]
  return overrides.filter(({ label, change, at }) => {
    const subject = subjects.find(({ labels }) => labels.some((each) => each === label))
    if (subject === undefined || change === 'undone') return true
    // Whoever decides for a label takes off the others, and puts this one back.
    const isOutdone = subject.decided.some(
      (decided) => at < decided.at && (change === 'added') !== (label === decided.label),
    )
    return subject.saidAt < at && !isOutdone
  })
}
