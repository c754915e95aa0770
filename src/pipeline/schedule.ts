import cron from 'node-cron'
import type { Logger } from 'pino'
import { daysBefore } from '#policies/calendar.ts'
import type { BoardStore } from '../store/boards.ts'
import type { ConnectionStore } from '../store/connections.ts'
import type { IdempotentRequests } from '../store/idempotent-requests.ts'
import type { Queue } from './queue.ts'
import { type RetentionDeps, removeExpired } from './retention.ts'

export interface ScheduleDeps extends RetentionDeps {
  readonly boards: BoardStore
  readonly connectionStore: ConnectionStore
  readonly idempotentRequests: Pick<IdempotentRequests, 'removeBefore'>
  readonly queue: Pick<Queue, 'sweep' | 'leave'>
  readonly log: Logger
  /** When to look for what no webhook told, as cron has it; in the process's own zone, which is UTC. */
  readonly sweepCron: string
}

/**
 * What happens by the clock. A tick only queues jobs of which there is one a board, so several instances may tick.
 * Begins with a full sweep, for nobody knows what happened while the service was down.
 */
export async function startSchedules(deps: ScheduleDeps): Promise<{ stop(): Promise<void> }> {
  const schedule = (expression: string, name: string, work: () => Promise<void>) =>
    cron.schedule(
      expression,
      () => work().catch((err: unknown) => deps.log.error({ err, name }, 'a scheduled job failed')),
      // Left alone it writes between the lines of the log when a process was too busy at the minute.
      { name, logger: deps.log },
    )
  const tasks = [
    schedule(deps.sweepCron, 'sweep', () => sweepBoards(deps, 'all', false)),
    schedule('* * * * *', 'poll', () => sweepBoards(deps, 'polled', false)),
    schedule('41 2 * * *', 'full sweep', () => sweepBoards(deps, 'all', true)),
    schedule('17 3 * * *', 'purge', () => purge(deps)),
  ]
  await sweepBoards(deps, 'all', true)
  return {
    async stop() {
      for (const task of tasks) await task.destroy()
    },
  }
}

async function sweepBoards(deps: ScheduleDeps, which: 'all' | 'polled', full: boolean): Promise<void> {
  const known = await deps.boards.list()
  const boards = known.filter(({ mode }) => mode !== 'off')
  if (which === 'all') {
    // What its last task had to say may have been lost: the process died, or somebody took the task to another board.
    for (const board of known) if (board.leavingSince !== null) await deps.queue.leave(board)
    return deps.queue.sweep(boards, { full })
  }
  const polled = new Set(
    (await deps.connectionStore.list()).filter(({ updates }) => updates === 'poll').map(({ id }) => id),
  )
  await deps.queue.sweep(
    boards.filter(({ connectionId }) => polled.has(connectionId)),
    { full },
  )
}

async function purge(deps: ScheduleDeps): Promise<void> {
  const removed = await removeExpired(deps)
  const idempotentRequests = await deps.idempotentRequests.removeBefore(daysBefore(deps.now(), 1))
  deps.log.info({ ...removed, idempotentRequests }, 'old records removed')
}
