import { settleOn } from './card-writes.ts'
import { byId } from './lookup.ts'
import { recordListMove, recordOnList } from './record-action.ts'
import type { Board, Cause, List, World } from './world.ts'

/** Archives a list or brings it back, by one `updateList`. Nothing is reported of its cards, which stay as they are. */
export function closeList(world: World, cause: Cause, list: List, closed: boolean): void {
  if (list.closed === closed) return
  list.closed = closed
  recordOnList(world, cause, byId(world.boards, list.idBoard), list)
}

/** Takes a list with all its cards to another board. The cards count as unchanged. */
export function moveList(world: World, cause: Cause, list: List, target: Board): void {
  const source = byId(world.boards, list.idBoard)
  for (const card of world.cards.values()) if (card.idList === list.id) settleOn(world, card, target)
  list.idBoard = target.id
  recordListMove(world, cause, list, source, target)
}
