import type { Attempt } from '#model/adapter.ts'
import { type AppError, asAppError } from '#model/error.ts'
import type { Run } from '#model/run.ts'
import type { TaskRef } from '#model/task.ts'
import type { Clock } from '../clock.ts'
import { currentRequestId } from '../request-id.ts'
import type { BoardStore } from '../store/boards.ts'
import type { ClientStore } from '../store/clients.ts'
import type { DeliveryStore } from '../store/deliveries.ts'
import type { ExampleStore } from '../store/examples.ts'
import type { OrderStore } from '../store/orders.ts'
import type { RunStore } from '../store/runs.ts'
import type { TaskStore } from '../store/tasks.ts'
import type { TwinStore } from '../store/twins.ts'
import type { ClientPolicies } from './client-policy.ts'
import type { Connections } from './connect.ts'
import type { createContext } from './context.ts'
import { followRename } from './follow-rename.ts'
import { hear } from './hear.ts'
import { heedMove } from './heed-move.ts'
import { keepTerms } from './keep-terms.ts'
import { createLearn } from './learn.ts'
import { createListen, type ListenDeps } from './listen.ts'
import { mendBoard } from './mend-board.ts'
import { createMirror } from './mirror.ts'
import { lacksLabels, provision } from './provision.ts'
import type { LookJob, Queue } from './queue.ts'
import { reconcile } from './reconcile.ts'
import { beginPass, type Pass } from './record.ts'
import { createWrittenWithinTheHour } from './written.ts'

export interface LookDeps extends ListenDeps {
  readonly queue: Pick<Queue, 'look' | 'leave'>
  readonly connections: Pick<Connections, 'find' | 'get'>
  readonly boards: BoardStore
  readonly deliveries: DeliveryStore
  readonly tasks: TaskStore
  readonly runs: RunStore
  readonly twins: TwinStore
  readonly orders: OrderStore
  readonly clients: ClientStore
  readonly clientPolicies: ClientPolicies
  readonly examples: ExampleStore
  readonly contextOf: ReturnType<typeof createContext>
  readonly now: Clock
  readonly onRun: (run: Run) => void
}

/**
 * One look at a task: the one job of the queue, and where `reconcile` is handed what it works with. A failure is kept
 * with the task, so that a person finds it there, and thrown: whether it is tried again is the worker's to decide.
 */
export function createLook(deps: LookDeps) {
  const learn = createLearn(deps)
  const listen = createListen(deps)
  const writtenWithinTheHour = createWrittenWithinTheHour(deps)
  const mirror = createMirror({ ...deps, writtenWithinTheHour, listen })

  /**
   * @param priority of the job: what is looked at in its place is no more urgent
   * @throws AppError of whatever stopped it
   */
  return async function look(ref: LookJob, attempt: Attempt, priority = 0): Promise<void> {
    // A twin is looked at together with its request, by the one job that the request has.
    const request = await deps.twins.requestOf(ref)
    if (request !== null) return deps.queue.look([request], { delaySeconds: 0, priority })
    const connected = await deps.connections.find(ref.connectionId)
    if (connected === null) return // all that is known of its tasks went with it
    const { adapter, connection } = connected
    const by = { userId: connection.userId, capabilities: adapter.capabilities }
    let pass: Pass | null = null
    try {
      const run = await reconcile(
        ref,
        {
          adapter,
          begin: (task, spent) => {
            pass = beginPass(task, spent, { ...deps, requestId: currentRequestId() })
            return pass
          },
          async contextOf(observed) {
            const context = await deps.contextOf(observed, by)
            const isRenamed =
              context !== null &&
              (await followRename(observed, context, { adapter, boards: deps.boards }, attempt))
            return isRenamed ? deps.contextOf(observed, by) : context
          },
          learn,
          heed: (asking) => heedMove(asking, { ...deps, listen }),
          writtenWithinTheHour,
          listen: (found) => hear(found, { adapter, connection }, { ...deps, listen }, attempt),
          keepTerms: (found) => keepTerms(found, { ...deps, listen }),
          mirror: (found) => mirror.carry(found, attempt),
          letGo: (taskId, why) => mirror.letGo(taskId, why, attempt),
          provisioned: async ({ board, policy }, operations, spent) =>
            lacksLabels(board.mapping, operations)
              ? (await provision(board, policy, { adapter, boards: deps.boards }, spent)).mapping
              : board.mapping,
        },
        attempt,
      )
      if (run !== null) deps.onRun(run)
      if (run?.state === 'gone') await leaveLater(run.boardId)
    } catch (cause) {
      const error = asAppError(cause, 'the task could not be looked at')
      await recordFailure(pass, error)
      if (error.code === 'TOOL_MAPPING_STALE') await mend(ref, attempt)
      throw error
    }
  }

  /** The last task of a board that is being left may be gone now. */
  async function leaveLater(boardId: string): Promise<void> {
    const board = await deps.boards.find(boardId)
    if (board !== null && board.leavingSince !== null) await deps.queue.leave(board)
  }

  /** Of a task that was not seen yet the queue's own record tells. */
  async function recordFailure(pass: Pass | null, error: AppError): Promise<void> {
    const run = (await pass?.failed(error)) ?? null
    if (run !== null) deps.onRun(run)
  }

  /** Of the task's board, or of the one on which it has its twin. */
  async function mend(ref: TaskRef, attempt: Attempt): Promise<void> {
    const task = await deps.tasks.find(ref)
    if (task === null) return
    const { twinBoardId } = await deps.boards.get(task.boardId)
    for (const boardId of [task.boardId, ...(twinBoardId === null ? [] : [twinBoardId])]) {
      const board = await deps.boards.get(boardId)
      const { adapter } = await deps.connections.get(board.connectionId)
      await mendBoard(board, adapter, deps.boards, attempt)
    }
  }
}
