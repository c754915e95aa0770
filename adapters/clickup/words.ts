import type { ContentOperation } from '#model/operation.ts'

/** The words of a task as ClickUp takes them, in `PUT` and `POST` alike. */
export interface TaskWords {
  readonly name?: string
  readonly description?: string
  readonly due_date?: number | null
  readonly due_date_time?: boolean
}

/** ClickUp asks for a space where a description is to be emptied (update task: `description`), and titles must not be empty. */
export function taskWords({ title, text, due }: Omit<ContentOperation, 'kind'>): TaskWords {
  return {
    ...(title !== undefined && { name: title.trim() === '' ? '…' : title }),
    ...(text !== undefined && { description: text === '' ? ' ' : text }),
    ...(due !== undefined &&
      (due.at === null ? { due_date: null } : { due_date: Date.parse(due.at), due_date_time: true })),
  }
}
