import type { Client } from '@notionhq/client'
import { isAppError } from '#model/error.ts'
import { parseShape } from '../http.ts'
import { NotionUser } from './schema.ts'

/** What somebody is called, by the user's id; null when Notion does not tell us. */
export type NameOf = (api: Client, userId: string) => Promise<string | null>

/** The names of one connection's people. A name that is known costs no call any more; who is unknown is asked for again. */
export function createNames(): NameOf {
  const known = new Map<string, string>()
  return async (api, userId) => {
    const name = known.get(userId) ?? (await readName(api, userId))
    if (name !== null) known.set(userId, name)
    return name
  }
}

async function readName(api: Client, user_id: string): Promise<string | null> {
  try {
    return parseShape(NotionUser, await api.users.retrieve({ user_id }), 'notion: a user').name || null
  } catch (error) {
    // Somebody who has left, or a connection that may not see people at all.
    if (isAppError(error, 'TOOL_NOT_FOUND') || isAppError(error, 'TOOL_FORBIDDEN')) return null
    throw error
  }
}
