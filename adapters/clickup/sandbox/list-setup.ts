import { randomBytes } from 'node:crypto'
import { addField, type NewField } from './field-writes.ts'
import { scopeOf } from './history.ts'
import type { Folder, List, Space, Status, World } from './world.ts'

/** How a new list looks; what is left out is as ClickUp makes it. */
export interface ListSetup {
  readonly name?: string
  /** In order; names alone make the first one open, the last one closed and those between custom. */
  readonly statuses?: readonly (string | { readonly name: string; readonly type: Status['type'] })[]
  readonly fields?: readonly NewField[]
  /** The name of a space, which is made if it is new. */
  readonly space?: string
  /** The name of a folder in that space, made if it is new; without one the list stands outside any folder. */
  readonly folder?: string
}

/** A list that was made, with ids by name. */
export interface MadeList {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly spaceId: string
  readonly folderId: string
  readonly statuses: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, string>>
  /** Ids of options by the name of their field and their own. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const usualStatuses = ['to do', 'in progress', 'complete']
const colors = { open: '#87909e', custom: '#5f55ee', done: '#3db88b', closed: '#008844' }

/** Makes a list in the UI, told by a bare `listCreated`. */
export function setUpList(world: World, setup: ListSetup): MadeList {
  const space = spaceNamed(world, setup.space ?? 'Clients')
  const folder = folderNamed(world, space, setup.folder)
  const id = world.ids.place()
  const list: List = {
    id,
    name: setup.name ?? 'Requests',
    spaceId: space.id,
    folderId: folder.id,
    statuses: makeStatuses(`sc${id}`, setup.statuses ?? usualStatuses),
    fields: [],
  }
  world.lists.set(id, list)
  for (const field of setup.fields ?? []) addField(world, list, field)
  const scope = { ...scopeOf([list]), listIds: [] }
  world.publish({ name: 'listCreated', items: [], subject: { list_id: id }, scope })
  return {
    ...{ id, name: list.name, spaceId: space.id, folderId: folder.id },
    url: `https://app.clickup.com/${world.team.id}/v/li/${id}`,
    statuses: idsByName(list.statuses.map((status) => ({ id: status.id, name: status.status }))),
    fields: idsByName(list.fields),
    options: Object.fromEntries(list.fields.map(({ name, options }) => [name, idsByName(options)])),
  }
}

function spaceNamed(world: World, name: string): Space {
  for (const space of world.spaces.values()) if (space.name === name) return space
  const id = world.ids.place()
  const space: Space = { id, name, statuses: makeStatuses(`p${id}`, usualStatuses), tags: [] }
  world.spaces.set(id, space)
  return space
}

function folderNamed(world: World, space: Space, name: string | undefined): Folder {
  for (const folder of world.folders.values()) {
    if (folder.spaceId === space.id && !folder.hidden && folder.name === name) return folder
  }
  const hidden = name === undefined
  const folder: Folder = { id: world.ids.place(), name: name ?? 'hidden', hidden, spaceId: space.id }
  world.folders.set(folder.id, folder)
  return folder
}

function makeStatuses(prefix: string, wanted: NonNullable<ListSetup['statuses']>): Status[] {
  return wanted.map((given, orderindex) => {
    const usualType = orderindex === 0 ? 'open' : orderindex === wanted.length - 1 ? 'closed' : 'custom'
    const { name, type } =
      typeof given === 'string' ? { name: given, type: usualType as Status['type'] } : given
    const id = `${prefix}_${randomBytes(4).toString('hex')}`
    return { id, status: name, color: colors[type], orderindex, type }
  })
}

function idsByName(
  entries: readonly { readonly id: string; readonly name: string }[],
): Record<string, string> {
  return Object.fromEntries(entries.map(({ id, name }) => [name, id]))
}
