import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Operation } from '#model/operation.ts'
import type { Run } from '#model/run.ts'
import type { Observed } from '#model/task.ts'
import type { Context } from './context.ts'
import type { Desired } from './desire.ts'
import { type Merge, outcome, plan } from './plan.ts'
import type { Pass } from './record.ts'

/**
 * What takes our labels off a task. The merge is the usual one with nothing to want, so that what a person added or changed
 * stays; estimate, status and comment stay as a record of what was said. Pure.
 */
export function withdrawal(merge: Omit<Merge, 'ours'>): Operation[] {
  const ours: Desired = {
    labels: [],
    estimate: undefined,
    surcharge: undefined,
    status: undefined,
    comment: { text: merge.theirs.comment?.text ?? '', announce: false },
    unsupported: [],
  }
  const isTakenOff = (operation: Operation) => operation.kind === 'label' && operation.change === 'remove'
  // A ruling that is not on the card is not put there either.
  return plan({ ...merge, ours }).filter(isTakenOff)
}

/**
 * Take our labels off a task whose board is being left.
 * @throws AppError TOOL_*
 */
export async function leaveTask(
  pass: Pass,
  observed: Observed,
  { board, stored, facts, base, theirs, reference }: Context,
  adapter: Pick<Adapter, 'apply'>,
  attempt: Attempt,
): Promise<Run | null> {
  const { overrides } = facts
  const pending = stored?.pending ?? null
  const operations = withdrawal({ base, theirs, overrides, pending, reference })
  pass.decides(null, operations, [])
  if (operations.length > 0) {
    await pass.applying(outcome({ base, theirs }, operations, null))
    await pass.timed('apply', () => adapter.apply(observed, operations, board.mapping, attempt))
  }
  return pass.gone()
}
