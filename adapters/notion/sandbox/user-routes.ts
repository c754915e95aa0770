import { listBody, PageRequest } from './list-body.ts'
import { readId } from './object-id.ts'
import { readBody } from './read-body.ts'
import { notFound } from './refusal.ts'
import type { Routes } from './route.ts'
import { userBody } from './user-body.ts'

/** The people of the workspace and the connection's own bot. */
export const userRoutes: Routes = {
  'GET /users': ({ world, query }) => {
    const members = [...world.users.values()].filter(({ guest }) => !guest)
    return listBody(members, readBody(PageRequest, query, 'query'), 'user', (user) => userBody(world, user))
  },
  'GET /users/me': ({ world, user }) => userBody(world, user),
  'GET /users/:id': ({ world, at }) => {
    const id = readId(at('id'), 'path.user_id')
    return userBody(world, world.users.get(id) ?? notFound('user', id))
  },
}
