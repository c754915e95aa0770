import { fullActionBody } from './action-body.ts'
import { boardBody, defaultBoardFields, listBody } from './board-body.ts'
import { cardBody, defaultCardFields } from './card-body.ts'
import { memberBody } from './member-body.ts'
import { pickFields } from './pick-fields.ts'
import type { Action, Webhook, World } from './world.ts'

/** What is delivered: the watched model as it is now, the action, and the webhook (guide of September 2026). */
export function webhookBody(world: World, webhook: Webhook, action: Action): string {
  const { id, idModel, callbackURL } = webhook
  return JSON.stringify({
    model: modelBody(world, idModel),
    action: fullActionBody(world, action),
    webhook: { id, idModel, callbackURL },
  })
}

/** A webhook as the API shows it. */
export function webhookAnswer(webhook: Webhook): Webhook {
  return { ...webhook }
}

/** Is there something by this id that a webhook can watch? */
export function isModel(world: World, id: string): boolean {
  return [world.boards, world.lists, world.cards, world.members].some((models) => models.has(id))
}

function modelBody(world: World, id: string): Record<string, unknown> {
  const board = world.boards.get(id)
  if (board !== undefined) return pickFields(boardBody(world, board), defaultBoardFields)
  const card = world.cards.get(id)
  if (card !== undefined) return pickFields(cardBody(world, card), defaultCardFields)
  const list = world.lists.get(id)
  if (list !== undefined) return listBody(list)
  const member = world.members.get(id)
  return member === undefined ? { id } : memberBody(world, member)
}
