import type { Attempt } from '#model/adapter.ts'
import { AppError } from '#model/error.ts'
import type { AuditLog } from '../store/audit.ts'
import type { BoardStore } from '../store/boards.ts'
import { type ClientRecords, type Erased, nothingErased } from '../store/client-records.ts'
import type { ClientStore } from '../store/clients.ts'
import type { Also } from '../store/database.ts'
import type { Connections } from './connect.ts'
import { unsubscribeBoard } from './subscribe-board.ts'

/** What the audit log says of an erasure; by it a second one is known. */
export const erasure = 'client.erase'

/** What it says of a client who was deleted: the last that is told of them, until they are erased. */
export const deletion = 'client.delete'

export interface EraseDeps {
  readonly boards: BoardStore
  readonly clients: ClientStore
  readonly records: ClientRecords
  readonly audit: Pick<AuditLog, 'page'>
  readonly connections: Pick<Connections, 'get'>
}

/**
 * Remove every trace of a client, also of one who was deleted before. Our webhooks go first, so that nothing new comes in;
 * what their boards show stays, for it is theirs. Nothing is kept for accounting: Cadre makes no invoices. Done twice is
 * done once.
 * @param also is written with what is removed; a second time, when nothing is, it is not
 * @returns how much was removed
 * @throws AppError NOT_FOUND for a client that never was, TOOL_* when a webhook cannot be taken away; nothing is
 * removed then
 */
export async function eraseClient(
  clientId: string,
  also: Also<Erased>,
  deps: EraseDeps,
  attempt: Attempt,
): Promise<Erased> {
  if (await isErased(clientId, deps)) return nothingErased
  for (const board of await deps.boards.ofClient(clientId)) {
    const { adapter } = await deps.connections.get(board.connectionId)
    await unsubscribeBoard(board, adapter, deps, attempt)
  }
  return deps.records.erase(clientId, also)
}

async function isErased(clientId: string, { clients, audit }: EraseDeps): Promise<boolean> {
  if ((await clients.find(clientId)) !== null) return false
  const [last] = await audit.page({ subject: clientId }, 1, null)
  if (last?.action !== deletion && last?.action !== erasure)
    throw new AppError('NOT_FOUND', `there is no client ${clientId}`)
  return last.action === erasure
}
