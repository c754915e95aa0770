import { checkCard } from './card-checks.ts'
import { boardOf } from './lookup.ts'
import { boardRef, cardEntity, cardRef, recordOnCard } from './record-action.ts'
import type { Card, Cause, World } from './world.ts'

/** Makes `wanted` the members of a card: one action for each who came or went. */
export function setMembers(world: World, cause: Cause, card: Card, wanted: readonly string[]): void {
  checkCard(world, boardOf(world, card), { idMembers: wanted })
  const before = card.idMembers
  card.idMembers = [...new Set(wanted)]
  for (const id of card.idMembers) {
    if (!before.includes(id)) recordMember(world, cause, card, 'addMemberToCard', id)
  }
  for (const id of before) {
    if (!card.idMembers.includes(id)) recordMember(world, cause, card, 'removeMemberFromCard', id)
  }
}

function recordMember(
  world: World,
  cause: Cause,
  card: Card,
  type: 'addMemberToCard' | 'removeMemberFromCard',
  idMember: string,
): void {
  const member = world.members.get(idMember)
  if (member === undefined) return
  const own = idMember === cause.member.id
  const keys = {
    addMemberToCard: own ? 'action_member_joined_card' : 'action_added_member_to_card',
    removeMemberFromCard: own ? 'action_member_left_card' : 'action_removed_member_from_card',
  }
  recordOnCard(world, cause, card, {
    type,
    data: {
      idMember,
      card: cardRef(card),
      board: boardRef(boardOf(world, card)),
      member: { id: idMember, name: member.fullName },
    },
    translationKey: keys[type],
    entities: { card: cardEntity(card) },
    idMember,
  })
}
