import type { Money } from '#model/decision.ts'
import { labelName } from '#policies/labels.ts'
import { decimalOf } from '#policies/money.ts'
import { nameOf } from '#policies/timeline/speech.ts'
import type { ClientStore } from '../store/clients.ts'
import type { createTaskList, TaskFilter, TaskRow } from '../store/task-list.ts'

export interface ExportDeps {
  readonly list: ReturnType<typeof createTaskList>
  readonly clients: ClientStore
}

/** What a person needs to bill from: one line for each request, amounts as decimals. */
export interface ExportedTask {
  readonly createdAt: string
  readonly client: string
  readonly title: string
  readonly url: string
  readonly state: string
  readonly dueAt: string | null
  readonly verdict: string
  readonly labels: string
  readonly service: string | null
  readonly currency: string | null
  readonly base: string | null
  readonly surchargePercent: number | null
  readonly surcharge: string | null
  readonly total: string | null
  /** Where the amount is not known exactly: the most it comes to. */
  readonly totalMax: string | null
  readonly choice: string | null
  readonly isOffered: boolean
  readonly id: string
}

/** The columns, in the order of the export. */
export const exportColumns = [
  'createdAt',
  'client',
  'title',
  'url',
  'state',
  'dueAt',
  'verdict',
  'labels',
  'service',
  'currency',
  'base',
  'surchargePercent',
  'surcharge',
  'total',
  'totalMax',
  'choice',
  'isOffered',
  'id',
] as const satisfies readonly (keyof ExportedTask)[]

const pageSize = 200

/** All tasks that a filter chooses, newest first, a page at a time, so that an export of any size takes little memory. */
export async function* exportTasks(
  filter: TaskFilter,
  language: 'fr' | 'en',
  { list, clients }: ExportDeps,
): AsyncGenerator<ExportedTask[]> {
  const names = new Map<string, string>()
  let after: { at: string; id: string } | null = null
  for (;;) {
    const rows: TaskRow[] = await list.page(filter, pageSize, after)
    for (const { clientId } of rows)
      if (!names.has(clientId)) names.set(clientId, (await clients.get(clientId)).name)
    if (rows.length > 0)
      yield rows.map((row) => exported(row, names.get(row.clientId) ?? row.clientId, language))
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = { at: last.createdAt, id: last.id }
  }
}

function exported(row: TaskRow, client: string, language: 'fr' | 'en'): ExportedTask {
  const { decision } = row
  const price = decision?.price ?? null
  const amount = (money: Money | undefined) => (money === undefined ? null : decimalOf(money))
  return {
    createdAt: row.createdAt,
    client,
    title: row.title,
    url: row.url,
    state: row.state,
    dueAt: row.dueAt,
    verdict: row.headline === null ? '' : labelName(row.headline, language),
    labels: (decision?.labels ?? []).map((label) => nameOf(label, language)).join(', '),
    service: decision?.service ?? null,
    currency: price?.total.min.currency ?? null,
    base: amount(price?.base.min),
    surchargePercent: price === null ? null : price.surchargeBasisPoints / 100,
    surcharge: amount(price?.surcharge.min),
    total: amount(price?.total.min),
    totalMax: amount(price?.total.max),
    choice: row.choice,
    isOffered: price?.isOffered ?? false,
    id: row.id,
  }
}
