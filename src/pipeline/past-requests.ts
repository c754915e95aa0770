import { setImmediate } from 'node:timers/promises'
import type { Board } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import type { BoardStore } from '../store/boards.ts'
import type { ClientStore } from '../store/clients.ts'
import type { JudgedTask, JudgedTasks } from '../store/judged-tasks.ts'
import { statusOf } from './interpret.ts'
import type { Place } from './rejudge.ts'

/** A request that was judged, and where it belongs. */
export interface PastRequest {
  readonly task: JudgedTask
  readonly place: Place
}

/** Which requests of a policy's clients. */
export interface PastFilter {
  /** Only those that came at this moment or later. */
  readonly since?: Instant | undefined
  /** Only those that still have to be done. */
  readonly isOpen?: boolean | undefined
  /** Only those that come after this one. */
  readonly after?: { readonly at: Instant; readonly id: string } | null | undefined
}

export interface PastRequestsDeps {
  readonly clients: Pick<ClientStore, 'ofPolicy'>
  readonly boards: Pick<BoardStore, 'list'>
  readonly judged: JudgedTasks
}

/** How many are read at once: enough that queries cost little, few enough that memory does. */
const batchSize = 200

/** After so many, whoever waits has a turn: webhooks are answered meanwhile. */
const turn = 10

/** The judged requests of all clients of a policy, newest first, a batch at a time. */
export async function* pastRequests(
  policyId: string,
  { since, isOpen, after = null }: PastFilter,
  { clients, boards, judged }: PastRequestsDeps,
): AsyncGenerator<PastRequest> {
  const served = new Map((await clients.ofPolicy(policyId)).map((client) => [client.id, client]))
  const places = new Map(
    (await boards.list()).flatMap(({ id, clientId, mapping }: Board) => {
      const client = served.get(clientId)
      return client === undefined ? [] : [[id, { mapping, client }] as const]
    }),
  )
  const filter = { boardIds: [...places.keys()], since, isOpen }
  let from = after
  let count = 0
  for (;;) {
    const batch = await judged.page(filter, batchSize, from)
    for (const task of batch) {
      const place = places.get(task.boardId)
      if (place === undefined || (isOpen === true && isFinished(task, place))) continue
      yield { task, place }
      count += 1
      if (count % turn === 0) await setImmediate()
    }
    const last = batch.at(-1)
    if (last === undefined || batch.length < batchSize) return
    from = { at: last.createdAt, id: last.id }
  }
}

function isFinished({ observed }: JudgedTask, { mapping }: Place): boolean {
  const status = statusOf(observed, mapping)
  return status === 'done' || status === 'declined'
}
