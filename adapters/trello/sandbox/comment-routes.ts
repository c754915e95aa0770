import { fullActionBody } from './action-body.ts'
import { addComment, deleteComment, editComment } from './comment-writes.ts'
import { byId, type Comment, needBoard, needCard, needComment } from './lookup.ts'
import { notFound, refuse } from './refusal.ts'
import type { Routes, Visit } from './route.ts'
import type { Card } from './world.ts'

/** Comments, which are actions that can be changed, and single actions. */
export const commentRoutes: Routes = {
  'POST /cards/:id/actions/comments': ({ world, cause, params, at }) => {
    const card = needCard(world, cause.member, at('id'))
    const action = addComment(world, cause, card, params.needText('text'))
    return { ...fullActionBody(world, action), entities: entitiesOf(action.display.entities) }
  },
  'PUT /cards/:id/actions/:idAction/comments': (visit) => edit(visit, visit.at('idAction'), 'text'),
  'DELETE /cards/:id/actions/:idAction/comments': (visit) => remove(visit, visit.at('idAction')),
  'GET /actions/:id': ({ world, cause, at }) => {
    const action = byId(world.actions, at('id'))
    needBoard(world, cause.member, action.idBoard)
    return fullActionBody(world, action)
  },
  'PUT /actions/:id': (visit) => edit(visit, visit.at('id'), 'text'),
  'PUT /actions/:id/text': (visit) => edit(visit, visit.at('id'), 'value'),
  'DELETE /actions/:id': (visit) => remove(visit, visit.at('id')),
}

function edit(visit: Visit, idAction: string, param: 'text' | 'value'): unknown {
  const { world, cause, params } = visit
  const { card, comment } = commentAt(visit, idAction)
  editComment(world, cause, card, comment, params.needText(param))
  return fullActionBody(world, comment)
}

function remove(visit: Visit, idAction: string): unknown {
  const { card, comment } = commentAt(visit, idAction)
  deleteComment(visit.world, visit.cause, card, comment)
  return { _value: null }
}

function commentAt({ world, cause, at }: Visit, idAction: string): { card: Card; comment: Comment } {
  const comment = needComment(world, idAction)
  const card = needCard(world, cause.member, comment.idCard)
  // The card in the path, where there is one, has to be the comment's.
  if (idAction !== at('id') && needCard(world, cause.member, at('id')) !== card) refuse(404, notFound)
  return { card, comment }
}

/** The answer to a new comment repeats the entities of its display as a list, the author first. */
function entitiesOf(entities: Readonly<Record<string, unknown>>): unknown[] {
  const { contextOn, memberCreator, ...others } = entities
  const context = typeof contextOn === 'object' && contextOn !== null ? { ...contextOn } : {}
  return [memberCreator, { ...context, type: 'text', text: 'on' }, ...Object.values(others)]
}
