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
export function urgentStandingOf({ overrides, answers }: Pick<Facts, 'overrides' | 'answers'>): UrgentState {
  const state = urgentStateOf(answers)
  const label = overrides.find((each) => each.label === 'urgent_confirmed' && each.change === 'added')
  if (label === undefined || !('confirm' in urgentMachine[state])) return state
  const since = answers.availability?.at ?? ''
  return since < label.at ? 'confirmed' : state
}

/**
 * What people did to labels by hand and nobody has said otherwise in words since: of both the latest counts, for the verdict
 * and for what the card shows of it.
 */
export function overridesInForce({ overrides, answers }: Pick<Facts, 'overrides' | 'answers'>): Override[] {
  const said = (label: LabelKey): Instant => {
    if (scopeCodes.some((code) => code === label)) return answers.ruling?.at ?? ''
    const isUrgent = label === 'urgent_confirm' || label === 'urgent_confirmed'
    return isUrgent ? (answers.availability?.at ?? '') : ''
  }
  return overrides.filter(
    ({ label, change, at }) => label === null || change === 'undone' || said(label) < at,
  )
}
