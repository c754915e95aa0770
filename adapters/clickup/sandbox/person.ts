import { addAttachment, type File } from './attachment-writes.ts'
import { addComment, addReply, deleteComment, editComment } from './comment-writes.ts'
import { setFieldValue } from './field-writes.ts'
import { listOf, needComment, needStatus, needTask } from './lookup.ts'
import { pickMoment } from './moment.ts'
import { likeIn, moveTask } from './move-writes.ts'
import { refuse } from './refusal.ts'
import { addTag, removeTag, renameTag } from './tag-writes.ts'
import { changeTask, createTask, deleteTask } from './task-writes.ts'
import type { Field, FieldValue, List, Moment, User, World } from './world.ts'

/** A task as a person makes it. */
export interface PersonalTask {
  /** The id of a list, or its name. */
  readonly list: string
  readonly name: string
  readonly description?: string
  /** `2026-07-06` for the whole day, or ISO 8601 with a time. */
  readonly due?: string
  readonly tags?: readonly string[]
  readonly status?: string
  /** The id of the task that this one is below. */
  readonly parent?: string
}

/** What a person edits on a task. Dates as in a new one, null takes them away. */
export interface TaskEdit {
  readonly name?: string
  readonly description?: string
  readonly due?: string | null
  readonly start?: string | null
  /** From 1 (urgent) to 4 (low). */
  readonly priority?: number | null
  /** In milliseconds. */
  readonly timeEstimate?: number | null
}

/**
 * Somebody at work in ClickUp's own pages. Lists, fields and options go by id or by name. What ClickUp would refuse
 * is thrown.
 */
export interface Person {
  readonly user: User
  /** Returns the new task's id. */
  createTask(task: PersonalTask): string
  editTask(id: string, edit: TaskEdit): void
  setStatus(id: string, status: string): void
  addTag(id: string, tag: string): void
  removeTag(id: string, tag: string): void
  /** In the space of a list, and so on every task of it. */
  renameTag(list: string, tag: string, name: string): void
  assign(id: string, userId: number): void
  /** Uploads a file to the task itself, of which no event tells. */
  attach(id: string, file: File): void
  /** Returns the comment's id. */
  comment(id: string, text: string): string
  /** Answers in a comment's thread. Returns the answer's id. */
  reply(commentId: string, text: string): string
  editComment(commentId: string, text: string): void
  deleteComment(commentId: string): void
  /** A drop-down takes an option, labels take several; null clears any field. */
  setField(id: string, field: string, value: FieldValue | null): void
  archive(id: string): void
  restore(id: string): void
  deleteTask(id: string): void
  /** Drags it to another list. A status that the list does not have becomes its first. */
  moveTask(id: string, list: string): void
}

/** Lets a user act in the UI. */
export function createPerson(world: World, user: User): Person {
  const task = (id: string) => needTask(world, id)
  const change = (id: string, changes: Parameters<typeof changeTask>[3]) =>
    changeTask(world, user, task(id), changes)
  return {
    user,
    createTask: (wanted) => makeTask(world, user, wanted),
    editTask: (id, { due, start, ...others }) =>
      change(id, { ...others, due: momentFor(user, due), start: momentFor(user, start) }),
    setStatus: (id, status) => change(id, { status: needStatus(listOf(world, task(id)), status) }),
    addTag: (id, tag) => addTag(world, user, task(id), tag),
    removeTag: (id, tag) => removeTag(world, user, task(id), tag),
    renameTag: (ref, tag, name) =>
      renameTag(world, pick([...world.lists.values()], ref, 'list').spaceId, tag, name),
    assign: (id, userId) => change(id, { assignees: { add: [userId], rem: [] } }),
    attach: (id, file) => addAttachment(world, user, task(id), file),
    comment: (id, text) => String(addComment(world, user, task(id), text).id),
    reply: (id, text) => String(addReply(world, user, needComment(world, id), text).id),
    editComment: (id, text) => editComment(world, user, needComment(world, id), text),
    deleteComment: (id) => deleteComment(world, needComment(world, id)),
    setField(id, ref, value) {
      const field = pick(listOf(world, task(id)).fields, ref, 'custom field')
      setFieldValue(world, user, task(id), field, valueFor(field, value))
    },
    archive: (id) => change(id, { archived: true }),
    restore: (id) => change(id, { archived: false }),
    deleteTask: (id) => deleteTask(world, task(id)),
    moveTask: (id, ref) => dragTask(world, user, id, ref),
  }
}

function makeTask(world: World, user: User, wanted: PersonalTask): string {
  const { name, description, tags, parent } = wanted
  const list = pick([...world.lists.values()], wanted.list, 'list')
  const status = wanted.status === undefined ? undefined : needStatus(list, wanted.status)
  const due = momentFor(user, wanted.due)
  return createTask(world, user, { list, name, description, tags, parent, status, due }).id
}

function dragTask(world: World, user: User, id: string, ref: string): void {
  const to: List = pick([...world.lists.values()], ref, 'list')
  const task = needTask(world, id)
  const fieldIds = listOf(world, task).fields.map((field) => field.id)
  moveTask(world, user, task, { to, status: likeIn(to, task.status), fieldIds })
}

function momentFor(user: User, text: string | null | undefined): Moment | null | undefined {
  return typeof text === 'string' ? pickMoment(user, text) : text
}

function valueFor(field: Field, value: FieldValue | null): unknown {
  if (field.type === 'drop_down' && value !== null) return pick(field.options, String(value), 'option').id
  if (field.type === 'labels' && Array.isArray(value)) {
    return value.map((name) => pick(field.options, String(name), 'label').id)
  }
  return value
}

function pick<T extends { readonly id: string; readonly name: string }>(
  entries: readonly T[],
  ref: string,
  what: string,
): T {
  const found = entries.find(({ id }) => id === ref) ?? entries.find(({ name }) => name === ref)
  return found ?? refuse(404, `there is no ${what} "${ref}"`)
}
