import { randomUUID } from 'node:crypto'
import type { Task, User, World } from './world.ts'

/** A file as a person picks it. */
export interface File {
  readonly name: string
  readonly mimeType: string
}

/**
 * Uploads a file to a task. No event exists for that: `taskUpdated` comes for uploads in comments alone (page "Webhooks").
 */
export function addAttachment(world: World, user: User, task: Task, { name, mimeType }: File): void {
  const [, extension = ''] = /\.([^.]+)$/.exec(name) ?? []
  const id = `${randomUUID()}${extension && `.${extension}`}`
  const date = world.now().getTime()
  task.attachments.push({ id, title: name, extension, mimetype: mimeType, user, date })
  task.dateUpdated = date
}
