import type { User } from './world.ts'

/** A user as tasks, comments and webhooks show them. */
export function userBody({
  id,
  username,
  email,
  color,
  initials,
  profilePicture,
}: User): Record<string, unknown> {
  return { id, username, email, color, initials, profilePicture }
}

/** A user as the members of a list are shown. */
export function memberBody(user: User): Record<string, unknown> {
  return {
    ...userBody(user),
    profileInfo: {
      display_profile: null,
      verified_ambassador: null,
      verified_consultant: null,
      top_tier_user: null,
      viewed_verified_ambassador: null,
      viewed_verified_consultant: null,
      viewed_top_tier_user: null,
    },
  }
}
