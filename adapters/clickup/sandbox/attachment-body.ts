import { userBody } from './user-body.ts'
import type { Attachment, Task, World } from './world.ts'

/** A file as the answer about a single task shows it; what is not set is null, as in ClickUp's own example. */
export function attachmentBody(world: World, task: Task, attachment: Attachment): Record<string, unknown> {
  const { id, title, extension, mimetype, user, date } = attachment
  const folder = id.replace(/\..*$/, '')
  const url = `https://t${world.team.id}.attachments.example/t${world.team.id}/${folder}/${encodeURIComponent(title)}`
  return {
    id,
    date,
    title,
    type: 1,
    source: 1,
    version: 0,
    extension,
    thumbnail_small: null,
    thumbnail_medium: null,
    thumbnail_large: null,
    is_folder: null,
    mimetype,
    hidden: false,
    parent_id: task.id,
    size: 140_970,
    total_comments: 0,
    resolved_comments: 0,
    user: userBody(user),
    deleted: false,
    orientation: null,
    url,
    email_data: null,
    url_w_query: `${url}?view=open`,
    url_w_host: url,
  }
}
