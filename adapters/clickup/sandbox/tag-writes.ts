import { recordChange } from './history.ts'
import { listOf, needSpace } from './lookup.ts'
import { refuse } from './refusal.ts'
import type { Tag, Task, User, World } from './world.ts'

const usualColor = '#7b68ee'

/** A tag's name as ClickUp keeps it: lower case, without space around it. */
export function tagName(given: string): string {
  return given.trim().toLowerCase() || refuse(400, 'Tag name invalid')
}

/** Makes sure that a space has a tag and returns it. */
export function addToSpace(
  world: World,
  actor: User,
  spaceId: string,
  given: string,
  colors: { readonly tag_fg: string; readonly tag_bg: string } = { tag_fg: usualColor, tag_bg: usualColor },
): Tag {
  const { tags } = needSpace(world, spaceId)
  const name = tagName(given)
  const known = tags.find((tag) => tag.name === name)
  if (known !== undefined) return known
  const tag: Tag = { name, ...colors, creator: actor.id }
  tags.push(tag)
  return tag
}

/** Calls a tag otherwise, in its space and on every task there. No task has changed by it, and nothing is told. */
export function renameTag(world: World, spaceId: string, from: string, to: string): void {
  const tag =
    needSpace(world, spaceId).tags.find(({ name }) => name === tagName(from)) ?? refuse(404, 'Tag not found')
  const before = tag.name
  tag.name = tagName(to)
  for (const task of world.tasks.values())
    if (listOf(world, task).spaceId === spaceId)
      task.tags = task.tags.map((name) => (name === before ? tag.name : name))
}

/** Puts a tag on a task, making it in the space where it is new. What is told is the tag that came, not the set. */
export function addTag(world: World, actor: User, task: Task, given: string): void {
  const tag = addToSpace(world, actor, listOf(world, task).spaceId, given)
  if (task.tags.includes(tag.name)) return
  task.tags = [...task.tags, tag.name]
  recordChange(world, actor, task, 'taskTagUpdated', { field: 'tag', before: null, after: [tag] })
}

/** Takes a tag off a task; the space keeps it. Receivers report `tag_removed` for it, the documents say nothing. */
export function removeTag(world: World, actor: User, task: Task, given: string): void {
  const name = tagName(given)
  if (!task.tags.includes(name)) return
  const tag = needSpace(world, listOf(world, task).spaceId).tags.find((known) => known.name === name)
  task.tags = task.tags.filter((known) => known !== name)
  recordChange(world, actor, task, 'taskTagUpdated', { field: 'tag_removed', before: null, after: [tag] })
}
