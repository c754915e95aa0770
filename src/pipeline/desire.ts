import type { Mapping } from '#model/board.ts'
import type { Decision, FieldValue, LabelKey } from '#model/decision.ts'
import type { ShownValue, Status } from '#model/task.ts'
import { statusIdOf } from './interpret.ts'

/** What a decision wants a board to show (*ours*), in the words of `Shown`. `undefined`: leave it alone. */
export interface Desired {
  readonly labels: readonly LabelKey[]
  readonly estimate: ShownValue | undefined
  readonly surcharge: ShownValue | undefined
  readonly status: Status | undefined
  /** The text of our comment, and whether it is worth making one if there is none yet. */
  readonly comment: { readonly text: string; readonly announce: boolean }
  /** What the decision has and this board has no place for. */
  readonly unsupported: readonly string[]
}

/**
 * Fit a decision to what a board can hold. A surcharge goes into a field where there is one, else it is a label.
 * @param reference ends the comment, so that it can be found again, e.g. `réf. K7Q2`
 */
export function desire(decision: Decision, mapping: Mapping, reference: string): Desired {
  const inField = mapping.fields.surcharge !== undefined
  const status =
    decision.status !== null && statusIdOf(decision.status, mapping) === null ? null : decision.status
  return {
    labels: decision.labels.filter((label) => !(inField && label.startsWith('surcharge:'))),
    estimate: wanted(decision.fields.estimate, mapping.fields.estimate?.type),
    surcharge: wanted(decision.fields.surcharge, mapping.fields.surcharge?.type),
    status: status ?? undefined,
    comment: { text: `${decision.message}\n\n${reference}`, announce: decision.announce },
    unsupported: [
      ...(decision.fields.estimate !== null && mapping.fields.estimate === undefined ? ['estimate'] : []),
      ...(decision.status !== null && status === null ? [`status:${decision.status}`] : []),
    ],
  }
}

function wanted(
  value: FieldValue | null,
  type: 'number' | 'text' | 'choice' | undefined,
): ShownValue | undefined {
  if (type === undefined || type === 'choice') return undefined
  return type === 'number' ? canonical(value?.number ?? null) : (value?.text ?? null)
}

/** As tools give numbers back: `94.50` is `94.5`. */
const canonical = (number: string | null) => (number === null ? null : String(Number(number)))
