import { pickFields } from './pick-fields.ts'
import type { Member, World } from './world.ts'

/** A member; `fields` as in the API's parameter, `all` by default. */
export function memberBody(world: World, member: Member, fields = 'all'): Record<string, unknown> {
  const { id, fullName, username, initials, avatarHash } = member
  const boards = [...world.boards.values()].filter((board) => board.members.includes(id))
  const body = {
    id,
    activityBlocked: false,
    avatarHash,
    avatarUrl: `https://trello-members.s3.amazonaws.com/${id}/${avatarHash}`,
    bio: '',
    bioData: { emoji: {} },
    confirmed: true,
    fullName,
    idEnterprisesDeactivated: [],
    idMemberReferrer: null,
    idPremOrgsAdmin: [],
    initials,
    memberType: 'normal',
    nonPublic: {},
    nonPublicAvailable: true,
    products: [],
    url: `https://trello.com/${username}`,
    username,
    status: 'disconnected',
    aaEmail: null,
    aaEnrolledDate: null,
    email: `${username}@example.com`,
    idBoards: boards.map((board) => board.id),
    idOrganizations: [...new Set(boards.map((board) => board.idOrganization))],
    idEnterprisesAdmin: [],
    loginTypes: ['password'],
    prefs: {
      privacy: { fullName: 'public', avatar: 'public' },
      sendSummaries: true,
      minutesBetweenSummaries: 60,
      minutesBeforeDeadlineToNotify: 1440,
      colorBlind: false,
      locale: 'en-US',
    },
    trophies: [],
    premiumFeatures: [],
    isAaMastered: false,
  }
  return pickFields(body, fields)
}
