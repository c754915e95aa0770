import { setImmediate } from 'node:timers/promises'
import { type Client, statusOf } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import type { BoardStore } from '../store/boards.ts'
import type { ClientStore } from '../store/clients.ts'
import type { JudgedTask, JudgedTasks } from '../store/judged-tasks.ts'
import type { Place } from './rejudge.ts'

/** A request that was judged, and where it belongs. */
export interface PastRequest {
  readonly task: JudgedTask
  readonly place: Place
}

/** Which of the requests that a policy judges. */
export interface PastFilter {
  /** Only those that came at this moment or later. */
  readonly since?: Instant | undefined
  /** Only those that still have to be done. */
  readonly isOpen?: boolean | undefined
  /** Only those that come after this one. */
  readonly after?: { readonly at: Instant; readonly id: string } | null | undefined
}

export interface PastRequestsDeps {
  readonly clients: Pick<ClientStore, 'find'>
  readonly boards: Pick<BoardStore, 'list'>
  readonly judged: JudgedTasks
}

/** How many are read at once: enough that queries cost little, few enough that memory does. */
const batchSize = 200

/** After so many, whoever waits has a turn: webhooks are answered meanwhile. */
const turn = 10

/**
 * The requests that a policy judges, newest first, a batch at a time: those of its clients, and those of other clients that
 * were assigned to its assistant or for which she stands in; not what of her clients' somebody else judges.
 */
export async function* pastRequests(
  policyId: string,
  { since, isOpen, after = null }: PastFilter,
  { clients, boards, judged }: PastRequestsDeps,
): AsyncGenerator<PastRequest> {
  const watched = new Map((await boards.list()).map((board) => [board.id, board]))
  const known = new Map<string, Client>()
  const filter = { policyId, since, isOpen }
  let from = after
  let count = 0
  for (;;) {
    const batch = await judged.page(filter, batchSize, from)
    for (const task of batch) {
      const place = await placeOf(task)
      if (place === null || (isOpen === true && isFinished(task, place))) continue
      yield { task, place }
      count += 1
      if (count % turn === 0) await setImmediate()
    }
    const last = batch.at(-1)
    if (last === undefined || batch.length < batchSize) return
    from = { at: last.createdAt, id: last.id }
  }

  /** Null for what has come, or gone, since we began. */
  async function placeOf({ boardId }: JudgedTask): Promise<Place | null> {
    const board = watched.get(boardId)
    if (board === undefined) return null
    const client = known.get(board.clientId) ?? (await clients.find(board.clientId))
    if (client === null) return null
    known.set(client.id, client)
    return { mapping: board.mapping, client }
  }
}

function isFinished({ observed }: JudgedTask, { mapping }: Place): boolean {
  const status = statusOf(observed, mapping)
  return status === 'done' || status === 'declined'
}
