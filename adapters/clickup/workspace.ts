import type { Adapter } from '#model/adapter.ts'
import { type ErrorCode, isAppError } from '#model/error.ts'
import type { ClickUpApi } from './client.ts'
import type { ClickUpList, ClickUpTag } from './schema.ts'

type Boards = Awaited<ReturnType<Adapter['boards']>>

interface Named {
  readonly id: string
  readonly name: string
}

/** Two calls each, out of a hundred a minute. Lists in further spaces can still be watched by their id. */
export const mostSpaces = 40

/**
 * The lists that a token sees, each with its path as name: in the workspace given, or in all of them when that is ''.
 * Costs a call for the workspaces, one for each of them and two for each space.
 */
export async function readBoards(api: ClickUpApi, teamId: string): Promise<Boards> {
  const workspaces = await workspacesOf(api, teamId)
  const spaces = await Promise.all(
    workspaces.map(async (workspace) => {
      const path = workspaces.length === 1 ? [] : [workspace.name]
      return (await api.spaces(workspace.id)).map(({ id, name }) => ({
        id,
        path: [...path, name],
        workspace,
      }))
    }),
  )
  const boards = await Promise.all(
    spaces
      .flat()
      .slice(0, mostSpaces)
      .map((space) => boardsIn(api, space)),
  )
  return boards.flat()
}

/** The workspace that a list is in; null when it is none that the token sees. */
export type WorkspaceOf = (api: ClickUpApi, listId: string) => Promise<string | null>

/** Asked once for each list: a list does not go from one workspace to another. */
export function createWorkspaceOf(teamId: string): WorkspaceOf {
  const known = new Map<string, string>()
  return async (api, listId) => {
    const workspaceId = known.get(listId) ?? (await findWorkspace(api, listId, teamId))
    if (workspaceId !== null) known.set(listId, workspaceId)
    return workspaceId
  }
}

/** No answer about a list tells it: the one given, the only one that the token sees, or the one with the list's space. */
async function findWorkspace(api: ClickUpApi, listId: string, teamId: string): Promise<string | null> {
  const workspaces = await workspacesOf(api, teamId)
  if (workspaces.length <= 1) return workspaces[0]?.id ?? null
  const { space } = await api.list(listId)
  for (const workspace of workspaces)
    if ((await api.spaces(workspace.id)).some(({ id }) => id === space.id)) return workspace.id
  return null
}

/** The tags of a list, which are its space's; null where the list alone is shared with us. */
export function tagsOf(api: ClickUpApi, { space }: ClickUpList): Promise<readonly ClickUpTag[] | null> {
  return ifShared(() => api.spaceTags(space.id))
}

/**
 * The other lists of a list's folder, or of its space where it is in none: where a request may be sent on to. None where
 * the list alone is shared with us.
 */
export async function neighborsOf(
  api: ClickUpApi,
  { id, folder, space }: ClickUpList,
): Promise<readonly Named[]> {
  const isInFolder = folder && folder.hidden !== true
  const lists = await ifShared(() =>
    isInFolder ? api.listsInFolder(folder.id) : api.listsOutsideFolders(space.id),
  )
  return (lists ?? []).filter((list) => list.id !== id)
}

async function ifShared<T>(read: () => Promise<readonly T[]>): Promise<readonly T[] | null> {
  try {
    return await read()
  } catch (error) {
    if (isNotShared(error)) return null
    throw error
  }
}

/**
 * Is something around a list not shared with us, though the list is? ClickUp also means permissions by 401: who has just
 * read the list knows that the token is good.
 */
export function isNotShared(error: unknown): boolean {
  const codes: readonly ErrorCode[] = ['TOOL_UNAUTHORIZED', 'TOOL_FORBIDDEN', 'TOOL_NOT_FOUND']
  return isAppError(error) && codes.includes(error.code)
}

/** Where a person finds a list. */
export function listUrl(listId: string, workspaceId: string | null): string {
  return workspaceId === null
    ? 'https://app.clickup.com'
    : `https://app.clickup.com/${workspaceId}/v/li/${listId}`
}

async function workspacesOf(api: ClickUpApi, teamId: string): Promise<readonly Named[]> {
  return teamId === '' ? await api.teams() : [{ id: teamId, name: teamId }]
}

async function boardsIn(
  api: ClickUpApi,
  { id, path, workspace }: { id: string; path: readonly string[]; workspace: Named },
): Promise<Boards> {
  const [folders, lists] = await Promise.all([api.folders(id), api.listsOutsideFolders(id)])
  const inFolders = folders.flatMap((folder) => {
    const folderPath = folder.hidden === true ? path : [...path, folder.name]
    return folder.lists.map((list) => ({ list, path: folderPath }))
  })
  return [...inFolders, ...lists.map((list) => ({ list, path }))].map(({ list, path: above }) => ({
    containerId: list.id,
    name: [...above, list.name].join(' / '),
    url: listUrl(list.id, workspace.id),
  }))
}
