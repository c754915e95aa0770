import type { Adapter, Attempt, Wanted } from '#model/adapter.ts'
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
  const wanted = wantedOn(board, policy, deps.adapter)
  const provisioned = await deps.adapter.provision(board.containerId, wanted, attempt)
  const { made, adopted } = provisioned
  const madeIds = wanted.labels
    .filter(({ name }) => made.includes(name))
    .flatMap(({ key }) => provisioned.labels[key] ?? [])
  const { after } = await deps.boards.edit(board.id, ({ mapping, madeIds: known }) => ({
    mapping: {
      ...mapping,
      labels: { ...mapping.labels, ...provisioned.labels },
      // What a person has mapped stays.
      fields: { ...provisioned.fields, ...mapping.fields },
    },
    madeIds: [...new Set([...known, ...madeIds])],
  }))
  return { mapping: after.mapping, made, adopted }
}

/** What `provision` would make on a board, and what is there by name. Writes nothing. */
export function previewProvision(
  board: Board,
  policy: CompiledPolicy,
  adapter: Adapter,
  attempt: Attempt,
): Promise<Pick<ProvisionReport, 'made' | 'adopted'>> {
  return adapter.previewProvision(board.containerId, wantedOn(board, policy, adapter), attempt)
}

function wantedOn(board: Board, policy: CompiledPolicy, adapter: Adapter): Wanted {
  const keepsField = adapter.capabilities.makesFields || board.mapping.fields.surcharge !== undefined
  return {
    labels: labelSpecs(policy).filter(({ key }) => !(keepsField && key.startsWith('surcharge:'))),
    names: placeNames[policy.language],
    known: board.mapping,
    currency: policy.document.billing.currency,
    ...(board.role === 'assistant' && { textName: textNames[policy.language] }),
  }
}

/** What our places on a board are called, where the tool lets us make them. */
const placeNames = {
  fr: { labels: 'Cadre', estimate: 'Estimation', surcharge: 'Majoration' },
  en: { labels: 'Cadre', estimate: 'Estimate', surcharge: 'Surcharge' },
} as const

/** What a field for the text of requests is called on the assistant's own board, where one has to be made. */
const textNames = { fr: 'Demande', en: 'Request' } as const

/** Does a plan need a label that the board's mapping does not know? */
export function lacksLabels(mapping: Mapping, operations: readonly Operation[]): boolean {
  return operations.some(
    (operation) => operation.kind === 'label' && mapping.labels[operation.label] === undefined,
  )
}
