import { maxTextLength } from './card-checks.ts'
import { boardOf, type Comment } from './lookup.ts'
import { boardRef, cardEntity, cardRef, placeOf, recordOnCard } from './record-action.ts'
import { refuse } from './refusal.ts'
import type { Action, Card, Cause, World } from './world.ts'

/** Comments on a card. */
export function addComment(world: World, cause: Cause, card: Card, text: string): Action {
  requireText(text)
  const entity = cardEntity(card)
  return recordOnCard(world, cause, card, {
    type: 'commentCard',
    data: { text, textData: { emoji: {} }, card: cardRef(card), ...placeOf(world, card) },
    translationKey: 'action_comment_on_card',
    entities: {
      contextOn: {
        type: 'translatable',
        translationKey: 'action_on',
        hideIfContext: true,
        idContext: card.id,
      },
      card: { ...entity, hideIfContext: true },
      comment: { type: 'comment', text },
    },
  })
}

/** Edits a comment in place. Only its author may. */
export function editComment(world: World, cause: Cause, card: Card, comment: Comment, text: string): void {
  requireText(text)
  if (comment.idMemberCreator !== cause.member.id) refuse(401, 'unauthorized permission requested')
  const old = { text: comment.data.text }
  comment.data.text = text
  comment.data.dateLastEdited = world.now().toISOString()
  recordOnCard(world, cause, card, {
    type: 'updateComment',
    data: {
      action: { id: comment.id, text },
      old,
      card: cardRef(card),
      board: boardRef(boardOf(world, card)),
    },
    translationKey: 'unknown',
  })
}

/** Deletes a comment. Its author may, and so may the board's admins, which all members are here. */
export function deleteComment(world: World, cause: Cause, card: Card, comment: Comment): void {
  world.actions.delete(comment.id)
  for (const model of [comment.idCard, comment.idBoard]) {
    const history = world.history.get(model) ?? []
    const index = history.findIndex((action) => action.id === comment.id)
    if (index >= 0) history.splice(index, 1)
  }
  recordOnCard(world, cause, card, {
    type: 'deleteComment',
    data: { action: { id: comment.id }, card: cardRef(card), board: boardRef(boardOf(world, card)) },
    translationKey: 'unknown',
  })
}

function requireText(text: string): void {
  if (text.trim() === '' || text.length > maxTextLength) refuse(400, 'invalid value for text')
}
