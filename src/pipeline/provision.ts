import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Board, Mapping } from '#model/board.ts'
import type { Operation } from '#model/operation.ts'
import type { CompiledPolicy } from '#policies/compile.ts'
import { labelSpecs } from '#policies/labels.ts'
import type { BoardStore } from '../store/boards.ts'

/** What was made on a board, for a person to read. */
export interface ProvisionReport {
  readonly mapping: Mapping
  readonly made: readonly string[]
  readonly adopted: readonly string[]
}

/** Make the labels that a policy can show exist on a board, and remember their ids. Only for boards in mode `apply`. */
export async function provision(
  board: Board,
  policy: CompiledPolicy,
  deps: { readonly adapter: Adapter; readonly boards: BoardStore },
  attempt: Attempt,
): Promise<ProvisionReport> {
  const { makesFields } = deps.adapter.capabilities
  const keepsField = makesFields || board.mapping.fields.surcharge !== undefined
  const labels = labelSpecs(policy).filter(({ key }) => !(keepsField && key.startsWith('surcharge:')))
  const wanted = {
    labels,
    names: placeNames[policy.language],
    currency: policy.document.billing.currency,
  }
  const provisioned = await deps.adapter.provision(board.containerId, wanted, attempt)
  const mapping: Mapping = {
    ...board.mapping,
    labels: { ...board.mapping.labels, ...provisioned.labels },
    // What a person has mapped stays.
    fields: { ...provisioned.fields, ...board.mapping.fields },
  }
  await deps.boards.update(board.id, { mapping })
  return { mapping, made: provisioned.made, adopted: provisioned.adopted }
}

/** What our places on a board are called, where the tool lets us make them. */
const placeNames = {
  fr: { labels: 'Cadre', estimate: 'Estimation', surcharge: 'Majoration' },
  en: { labels: 'Cadre', estimate: 'Estimate', surcharge: 'Surcharge' },
} as const

/** Does a plan need a label that the board's mapping does not know? */
export function lacksLabels(mapping: Mapping, operations: readonly Operation[]): boolean {
  return operations.some(
    (operation) => operation.kind === 'label' && mapping.labels[operation.label] === undefined,
  )
}
