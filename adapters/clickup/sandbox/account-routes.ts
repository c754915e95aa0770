import { needTeam } from './lookup.ts'
import { spaceBody } from './place-body.ts'
import type { Routes } from './route.ts'
import { userBody } from './user-body.ts'
import type { User } from './world.ts'

const avatar = 'https://attachments.example/workspace.png'

/** Whose token it is, and the workspace that it sees. */
export const accountRoutes: Routes = {
  'GET /v2/user': ({ actor }) => ({ user: accountBody(actor) }),
  'GET /v2/team': ({ world }) => {
    const { id, name } = world.team
    const members = [...world.users.values()].map((user) => ({ user: userBody(user) }))
    return { teams: [{ id, name, color: '#7b68ee', avatar, members }] }
  },
  'GET /v2/team/:id/plan': ({ world, at }) => {
    needTeam(world, at('id'))
    return { plan_name: 'Business', plan_id: 3 }
  },
  'GET /v2/team/:id/space': ({ world, query, at }) => {
    needTeam(world, at('id'))
    // Spaces are never archived here.
    return { spaces: query.flag('archived') ? [] : [...world.spaces.values()].map(spaceBody) }
  },
}

function accountBody(user: User): Record<string, unknown> {
  return { ...userBody(user), week_start_day: 1, global_font_support: false, timezone: user.timezone }
}
