import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import type { TrelloWorld } from './trello-world.ts'

export interface OwnBoard {
  readonly made: MadeBoard
  readonly id: string
  /** As whose board it is watched: the assistant is a client of her own rules. */
  readonly clientId: string
}

interface Wishes {
  readonly relays?: boolean
  readonly hourlyWriteLimit?: number
}

/** The assistant's own board, watched, written to, and linked with the client's. */
export async function addOwnBoard(
  world: TrelloWorld,
  { lists = ['À faire', 'En cours', 'Livré'], ...wishes }: Wishes & { readonly lists?: string[] } = {},
): Promise<OwnBoard> {
  const made = world.sandbox.board('Mon tableau', { lists, customFields: false })
  const me = { name: 'Moi', language: 'fr', address: 'tu', policyId: 'rules' }
  const { id: clientId } = await world.done('POST', '/clients', me)
  return { made, clientId, id: await watchOwnBoard(world, { made, clientId }, wishes) }
}

/** Watch it, once more perhaps, and link the client's with it. @returns our id of it */
export async function watchOwnBoard(
  { done, settled, connectionId, boardId }: TrelloWorld,
  { made, clientId }: Omit<OwnBoard, 'id'>,
  { relays = false, ...limit }: Wishes = {},
): Promise<string> {
  const watched = { connectionId, containerId: made.id, clientId, role: 'assistant', ...limit }
  const { board } = await done('POST', '/boards', watched)
  await done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  await done('PATCH', `/boards/${boardId}`, { twinBoardId: board.id, relays })
  await settled()
  return board.id
}
