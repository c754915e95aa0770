import { memberBody } from './member-body.ts'
import type { Action, World } from './world.ts'

/** What actions show of the member who acted, as in captured bodies. */
export const memberCreatorFields =
  'activityBlocked,avatarHash,avatarUrl,fullName,idMemberReferrer,initials,nonPublic,nonPublicAvailable,username'

const commentLimits = {
  reactions: {
    perAction: { status: 'ok', disableAt: 900, warnAt: 720 },
    uniquePerAction: { status: 'ok', disableAt: 17, warnAt: 14 },
  },
}

/** An action as lists of the API show it: without `display`. */
export function actionBody(world: World, action: Action): Record<string, unknown> {
  const { id, idMemberCreator, data, appCreator, type, date } = action
  const creator = world.members.get(idMemberCreator)
  const member = action.idMember === null ? undefined : world.members.get(action.idMember)
  return {
    id,
    idMemberCreator,
    data,
    appCreator,
    type,
    date,
    limits: type === 'commentCard' ? commentLimits : {},
    ...(creator === undefined ? {} : { memberCreator: memberBody(world, creator, memberCreatorFields) }),
    ...(member === undefined ? {} : { member: memberBody(world, member, memberCreatorFields) }),
  }
}

/** An action as a webhook carries it and as a single one is read: with `display`. */
export function fullActionBody(world: World, action: Action): Record<string, unknown> {
  return { ...actionBody(world, action), display: action.display }
}
