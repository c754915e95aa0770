import type { Adapter, Attempt } from '#model/adapter.ts'
import type { LabelKey } from '#model/decision.ts'
import type { Observed } from '#model/task.ts'
import type { BoardStore } from '../store/boards.ts'
import type { Context } from './context.ts'

/**
 * Where a label's name is all that it is, somebody who renames it seems to take it off every task. It was renamed if it is
 * nowhere on the board any more, and the task shows one that it did not show before: the mapping goes with it then.
 * @returns whether the mapping has changed
 */
export async function followRename(
  observed: Observed,
  { board, stored, base, theirs }: Context,
  { adapter, boards }: { readonly adapter: Adapter; readonly boards: Pick<BoardStore, 'edit'> },
  attempt: Attempt,
): Promise<boolean> {
  if (adapter.capabilities.keepsLabelIds || stored === null) return false
  const { labels, services } = board.mapping
  const shownBefore = stored.observed.labels.map(({ id }) => id)
  const known = new Set([...shownBefore, ...Object.values(labels), ...Object.keys(services)])
  const fresh = observed.labels.filter(({ id }) => !known.has(id))
  const lost = base.labels.filter((key) => labels[key] !== undefined && !theirs.labels.includes(key))
  if (lost.length === 0 || fresh.length === 0) return false
  const layout = await adapter.layout(board.containerId, attempt)
  if (layout.hidesLabels) return false
  const there = new Set(layout.labels.map(({ id }) => id))
  const [renamed, ...others] = lost.filter((key) => !there.has(labels[key] ?? ''))
  const [to, ...more] = fresh
  // Which of several has become which nobody could tell.
  if (renamed === undefined || to === undefined || others.length + more.length > 0) return false
  await boards.edit(board.id, ({ mapping }) =>
    mapping.labels[renamed] === labels[renamed] ? { mapping: renaming(mapping, renamed, to.id) } : {},
  )
  return true
}

const renaming = (mapping: Context['board']['mapping'], key: LabelKey, id: string) => ({
  ...mapping,
  labels: { ...mapping.labels, [key]: id },
})
