import { z } from 'zod'
import { fieldBody } from './field-body.ts'
import { needFolder, needList, needSpace } from './lookup.ts'
import { folderBody, fullListBody, listBody, spaceBody } from './place-body.ts'
import { readBody } from './read-body.ts'
import type { Routes, Visit } from './route.ts'
import { addToSpace } from './tag-writes.ts'
import { memberBody } from './user-body.ts'
import type { List } from './world.ts'

const NewTag = z.object({
  tag: z.object({ name: z.string(), tag_fg: z.string().optional(), tag_bg: z.string().optional() }),
})

/** Spaces, folders and lists, and what belongs to them: tags, custom fields, members. Nothing here is archived. */
export const placeRoutes: Routes = {
  'GET /v2/space/:id': ({ world, at }) => spaceBody(needSpace(world, at('id'))),
  'GET /v2/space/:id/folder': (visit) => ({ folders: visit.query.flag('archived') ? [] : folders(visit) }),
  'GET /v2/space/:id/list': ({ world, query, at }) => {
    const { id } = needSpace(world, at('id'))
    const folderless = (list: List) => list.spaceId === id && needFolder(world, list.folderId).hidden
    return { lists: query.flag('archived') ? [] : lists(world, folderless) }
  },
  'GET /v2/space/:id/tag': ({ world, at }) => ({ tags: needSpace(world, at('id')).tags }),
  'POST /v2/space/:id/tag': postTag,
  'GET /v2/folder/:id/list': ({ world, query, at }) => {
    const { id } = needFolder(world, at('id'))
    return { lists: query.flag('archived') ? [] : lists(world, ({ folderId }) => folderId === id) }
  },
  'GET /v2/list/:id': ({ world, at }) => fullListBody(world, needList(world, at('id'))),
  'GET /v2/list/:id/field': ({ world, at }) => ({ fields: needList(world, at('id')).fields.map(fieldBody) }),
  'GET /v2/list/:id/member': ({ world, at }) => {
    needList(world, at('id'))
    return { members: [...world.users.values()].map(memberBody) }
  },
}

function folders({ world, at }: Visit): unknown[] {
  const { id } = needSpace(world, at('id'))
  return [...world.folders.values()]
    .filter((folder) => folder.spaceId === id && !folder.hidden)
    .map((folder) => folderBody(world, folder))
}

function lists(world: Visit['world'], matches: (list: List) => boolean): unknown[] {
  return [...world.lists.values()].filter(matches).map((list) => listBody(world, list))
}

function postTag({ world, actor, body, at }: Visit): unknown {
  const { tag } = readBody(NewTag, body)
  const { tag_fg = '#000000', tag_bg = '#000000' } = tag
  addToSpace(world, actor, needSpace(world, at('id')).id, tag.name, { tag_fg, tag_bg })
  return {}
}
