import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import type { Run } from '#model/run.ts'
import type { Comment, Observed, Status, TaskRef } from '#model/task.ts'
import { isSilent } from '#policies/answers/silence.ts'
import { evaluate } from '#policies/evaluate.ts'
import { overridesInForce } from '#policies/rules/ruling.ts'
import type { Context } from './context.ts'
import { desire } from './desire.ts'
import { guard } from './guard.ts'
import { leaveTask } from './leave-task.ts'
import type { Request } from './pair.ts'
import type { Farewell } from './part-pair.ts'
import { outcome, plan } from './plan.ts'
import { putBack } from './put-back.ts'
import type { Pass } from './record.ts'

/**
 * Bring one task to what its policy wants. This function is the map of the service: read it first.
 *
 * Level-based: it is told *which* task, never *what happened*. A lost, doubled or late webhook costs nothing, and the
 * webhook that our own write sets off finds the task in sync.
 *
 * @returns the run, or null when the task is nothing to us
 * @throws AppError TOOL_*, STORE_*: nothing is lost, the next look starts from what the tool shows then
 */
export async function reconcile(ref: TaskRef, deps: ReconcileDeps, attempt: Attempt): Promise<Run | null> {
  const pass = deps.begin(ref, attempt)

  const observed = await pass.timed('observe', () => deps.adapter.observe(ref.taskId, attempt))
  const context = observed === null || observed.archived ? null : await deps.contextOf(observed)
  if (observed === null || context === null) {
    const run = await pass.gone()
    if (run !== null) await deps.letGo(run.taskId, 'request-gone')
    return run
  }
  const { board, facts, policy, base, theirs, stored } = context

  pass.sees(observed, context)
  // What was a request may be none by now, and shows our labels all the same.
  if (board.leavingSince !== null && !facts.takenIn) {
    // First, for the board is forgotten with its last task.
    await deps.letGo(context.id, 'boards-unlinked')
    return leaveTask(pass, observed, context, deps.adapter, attempt)
  }
  if (!isRequest(observed, context)) return pass.end('not-judged')
  if (facts.takenIn) return pass.end('taken-in')

  const decision = await pass.timed('evaluate', () => evaluate(policy, context.task, facts, facts.judgedAt))
  await deps.learn(context, decision)
  await deps.heed({ context, decision })
  const { ours, overrides } =
    context.undo === null ? wanted(context, decision) : putBack(context, context.undo)
  const pending = stored?.pending ?? null
  const operations = plan({ base, theirs, ours, overrides, pending, reference: context.reference })
  pass.decides(decision, operations, ours.unsupported)

  const written = operations.length === 0 ? 0 : await deps.writtenWithinTheHour(board, context.id)
  const permission = guard(operations, board, written, context.undo !== null)
  const write = async () => {
    const mapping = await deps.provisioned(context, operations, attempt)
    await pass.applying(outcome({ base, theirs }, operations, null)) // before the first write: a crash leaves a trace
    const applied = await pass.timed('apply', () =>
      deps.adapter.apply(observed, operations, mapping, attempt),
    )
    return pass.applied(applied, outcome({ base, theirs }, operations, applied.commentId))
  }
  const run = permission === 'apply' ? await write() : await pass.end(permission)
  const request = { observed, context, decision, status: statusAfter(theirs.status, run) }
  const said = await deps.listen(request)
  await deps.keepTerms(request)
  await deps.mirror({ ...request, said })
  return run
}

/** Where the task stands once the run is over. */
function statusAfter(before: Status | null, { state, operations }: Run): Status | null {
  const moved = operations.findLast(({ kind }) => kind === 'status')
  return state === 'applied' && moved?.kind === 'status' ? moved.status : before
}

export interface ReconcileDeps {
  readonly adapter: Adapter
  readonly begin: (ref: TaskRef, attempt: Attempt) => Pass
  readonly contextOf: (observed: Observed) => Promise<Context | null>
  /** A person's ruling becomes an example for the next request like it. */
  readonly learn: (context: Context, decision: Decision) => Promise<void>
  /** A move to another list may be an answer. */
  readonly heed: (asking: Pick<Request, 'context' | 'decision'>) => Promise<void>
  /** How many other tasks of the board were. */
  readonly writtenWithinTheHour: (board: Context['board'], taskId: string) => Promise<number>
  /** Take what people said under the request for the answers that they are; it tells what had to be read for that. */
  readonly listen: (request: Request) => Promise<readonly Comment[] | null>
  /** Remind of a question that nobody answers, or end it, once its time has come. */
  readonly keepTerms: (request: Request) => Promise<void>
  /** Bring the request's twin on the assistant's board to the same truth, where there is to be one. */
  readonly mirror: (request: Request) => Promise<void>
  /** The task is gone, or its board is: so is its pair. */
  readonly letGo: (taskId: string, why: Farewell) => Promise<void>
  /** The board's mapping with every label that a plan needs. */
  readonly provisioned: (
    context: Context,
    operations: Run['operations'],
    attempt: Attempt,
  ) => Promise<Mapping>
}

/** The same verdict without a comment. */
const quiet = (decision: Decision): Decision => ({ ...decision, announce: false })

const wanted = ({ board, reference, facts }: Context, decision: Decision) => ({
  ours: desire(isSilent(facts) ? quiet(decision) : decision, board.mapping, reference),
  overrides: overridesInForce(facts.overrides, facts),
})

/** What the assistant's side writes down is no client's request, unless it was made from one; a template is nobody's. */
function isRequest(observed: Observed, { board, request }: Context): boolean {
  if (observed.template) return false
  return request !== null || !board.mapping.assistants.includes(observed.createdBy ?? '')
}
