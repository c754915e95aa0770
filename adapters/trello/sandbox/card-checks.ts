import { refuse } from './refusal.ts'
import type { Board, World } from './world.ts'

/** Longest text of a card or comment that Trello takes. */
export const maxTextLength = 16_384

/** What may be wrong with a card that is to be made or changed. */
export interface CardValues {
  readonly name?: string | undefined
  readonly desc?: string | undefined
  readonly idLabels?: readonly string[] | undefined
  readonly idMembers?: readonly string[] | undefined
}

/** Refuses what Trello would refuse, before anything is written: a request is carried out as a whole or not at all. */
export function checkCard(world: World, board: Board, { name, desc, idLabels, idMembers }: CardValues): void {
  if (name !== undefined && (name.trim() === '' || name.length > maxTextLength)) {
    refuse(400, 'invalid value for name')
  }
  if (desc !== undefined && desc.length > maxTextLength) refuse(400, 'invalid value for desc')
  if (idLabels?.some((id) => world.labels.get(id)?.idBoard !== board.id)) {
    refuse(400, 'invalid value for idLabels')
  }
  if (idMembers?.some((id) => !board.members.includes(id))) refuse(400, 'invalid value for idMembers')
}
