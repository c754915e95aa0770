import { boardAnswer } from './board-answer.ts'
import { byId } from './lookup.ts'
import { memberBody } from './member-body.ts'
import { pickFields } from './pick-fields.ts'
import type { Routes, Visit } from './route.ts'
import type { Member } from './world.ts'

/** Whose token it is, and what they can see. */
export const accountRoutes: Routes = {
  'GET /members/:id': (visit) => memberBody(visit.world, memberAt(visit), visit.params.text('fields')),
  'GET /members/:id/boards': (visit) => {
    const { world, cause, params } = visit
    const shared = [memberAt(visit).id, cause.member.id]
    return [...world.boards.values()]
      .filter((board) => shared.every((id) => board.members.includes(id)))
      .map((board) => boardAnswer(world, board, params))
  },
  'GET /tokens/:token': ({ world, cause, params }) => {
    const token = {
      id: world.token.id,
      identifier: 'Trello sandbox',
      idMember: cause.member.id,
      dateCreated: world.token.dateCreated,
      dateExpires: null,
      permissions: [
        { idModel: cause.member.id, modelType: 'member', read: true, write: true },
        { idModel: '*', modelType: 'board', read: true, write: true },
        { idModel: '*', modelType: 'organization', read: true, write: true },
      ],
    }
    return pickFields(token, params.text('fields') ?? 'all')
  },
  'GET /tokens/:token/member': ({ world, cause, params }) =>
    memberBody(world, cause.member, params.text('fields')),
}

/** A member by id, by name, or the one whose token it is. */
function memberAt({ world, cause, at }: Visit): Member {
  const ref = at('id')
  if (ref === 'me') return cause.member
  for (const member of world.members.values()) if (member.username === ref) return member
  return byId(world.members, ref)
}
