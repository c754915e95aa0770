import type { User, World } from './world.ts'

/** Notion's limit for files of a paid workspace; nothing here uploads any. */
const maxUploadBytes = 5_368_709_120

/** A user with everything that the API tells. */
export function userBody(world: World, user: User): Record<string, unknown> {
  const common = { object: 'user', id: user.id, name: user.name, avatar_url: null, type: user.type }
  if (user.type === 'person') return { ...common, person: { email: user.email } }
  return {
    ...common,
    bot: {
      owner: { type: 'workspace', workspace: true },
      workspace_id: world.workspace.id,
      workspace_limits: { max_file_upload_size_in_bytes: maxUploadBytes },
      workspace_name: world.workspace.name,
    },
  }
}

/** A user as pages, data sources and comments name their makers. */
export function userRef(id: string): Record<string, unknown> {
  return { object: 'user', id }
}
