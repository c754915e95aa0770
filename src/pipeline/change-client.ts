import type { Client } from '#model/board.ts'
import type { Clock } from '../clock.ts'
import { createBookStore } from '../store/books.ts'
import type { ClientStore } from '../store/clients.ts'
import type { Db } from '../store/database.ts'
import { createTaskStore } from '../store/tasks.ts'
import { checkClient } from './check-plan.ts'
import { bulkPriority, type Queue } from './queue.ts'

export interface ChangeClientDeps {
  readonly clients: ClientStore
  readonly queue: Pick<Queue, 'look'>
  readonly now: Clock
}

/** A client before and after somebody edited them. */
export interface ChangedClient {
  readonly before: Client
  readonly after: Client
}

/**
 * Change a client as they are now. That they have accepted the terms, or have not after all, is true of them as what the
 * books say is, so their open requests are looked at again; all else holds for what is judged from now on.
 * @param change may refuse by throwing; it must not ask the store for anything
 * @param note is written in the same transaction
 * @throws AppError NOT_FOUND, and `checkClient`'s
 */
export function changeClient(
  clientId: string,
  change: (known: Client) => Client,
  note: (trx: Db, changed: ChangedClient) => Promise<void>,
  { clients, queue, now }: ChangeClientDeps,
): Promise<ChangedClient> {
  return clients.edit(clientId, change, async (trx, changed) => {
    await checkClient(changed.after, trx, now())
    await note(trx, changed)
    if (changed.before.acceptedAt === changed.after.acceptedAt) return
    await createBookStore(trx).raise(clientId)
    const refs = await createTaskStore(trx).openOf(clientId)
    await queue.look(refs, { db: trx, delaySeconds: 0, priority: bulkPriority })
  })
}
