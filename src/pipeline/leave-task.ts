import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Run } from '#model/run.ts'
import type { Observed } from '#model/task.ts'
import type { Context } from './context.ts'
import type { Desired } from './desire.ts'
import { outcome, plan } from './plan.ts'
import type { Pass } from './record.ts'

/**
 * Take our labels off a task whose board is being left. The merge is the usual one with nothing to want, so that what
 * a person added or changed stays; estimate, status and comment stay as a record of what was said.
 * @throws AppError TOOL_*
 */
export async function leaveTask(
  pass: Pass,
  observed: Observed,
  { board, stored, facts, base, theirs, reference }: Context,
  adapter: Pick<Adapter, 'apply'>,
  attempt: Attempt,
): Promise<Run | null> {
  const nothing: Desired = {
    labels: [],
    estimate: undefined,
    surcharge: undefined,
    status: undefined,
    comment: { text: theirs.comment?.text ?? '', announce: false },
    unsupported: [],
  }
  const { overrides } = facts
  const pending = stored?.pending ?? null
  const operations = plan({ base, theirs, ours: nothing, overrides, pending, reference })
  pass.decides(null, operations, [])
  if (operations.length > 0) {
    await pass.applying(outcome({ base, theirs }, operations, null))
    await pass.timed('apply', () => adapter.apply(observed, operations, board.mapping, attempt))
  }
  return pass.gone()
}
