import type { BoardStore } from '../store/boards.ts'
import type { Db } from '../store/database.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { Queue } from './queue.ts'

export interface ResumeDeps {
  readonly boards: Pick<BoardStore, 'list'>
  readonly queue: Pick<Queue, 'sweep'>
  readonly deadLetters: Pick<DeadLetters, 'redrive'>
  readonly db: Db
}

/**
 * A tool takes an account's credentials again: what had failed for good meanwhile goes through once more, and a full sweep
 * of its boards finds what nobody told, and repairs the webhooks that a tool deletes with a token. The same for boards whose
 * requests have their twins there: they could not be finished either. Safe at any time.
 * @throws AppError STORE_*
 */
export async function resumeConnection(
  connectionId: string,
  { boards, queue, deadLetters, db }: ResumeDeps,
): Promise<void> {
  const all = await boards.list()
  const own = new Set(all.filter((board) => board.connectionId === connectionId).map(({ id }) => id))
  const concerned = all.filter(({ id, twinBoardId }) => own.has(id) || own.has(twinBoardId ?? ''))
  await queue.sweep(
    concerned.filter(({ mode }) => mode !== 'off'),
    { full: true },
  )
  for (const board of concerned) await deadLetters.redrive({ of: { boardId: board.id } }, db)
  for (const account of new Set(concerned.map((board) => board.connectionId)))
    await deadLetters.redrive({ of: { connectionId: account } }, db)
}
