import type { Board } from '#model/board.ts'
import type { ClientRequest } from '#model/request.ts'
import type { Observed } from '#model/task.ts'
import type { RequestStore } from '../store/requests.ts'
import { bearsReference } from './request-card.ts'

/**
 * The client's request that a card was made from; null for every other card. A look may come before whoever made the
 * card has written down which it is: then its reference tells, and it is written down here.
 * No query for a card that a client made. One that an assistant made may be ours from when the connection had her account.
 */
export async function requestOfCard(
  { ref, createdBy, text }: Observed,
  board: Board,
  userId: string,
  requests: RequestStore,
): Promise<ClientRequest | null> {
  if (createdBy !== null && createdBy !== userId && !board.mapping.assistants.includes(createdBy)) return null
  const known = await requests.ofCard(ref)
  if (known !== null) return known
  const waiting = await requests.waitingFor(board.id)
  const own = waiting.find(({ id, card }) => card?.begunAt != null && bearsReference(text, id)) ?? null
  if (own !== null) await requests.link(own.id, ref.taskId)
  return own
}
