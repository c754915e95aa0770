import { z } from 'zod'
import { listOf, needList, needTask, needTeam } from './lookup.ts'
import { moveTask } from './move-writes.ts'
import { readBody } from './read-body.ts'
import { refuse } from './refusal.ts'
import type { Routes, Visit } from './route.ts'
import type { List, Status, Task } from './world.ts'

const MoveBody = z.object({
  move_custom_fields: z.boolean().optional(),
  custom_fields_to_move: z.array(z.string()).optional(),
  status_mappings: z
    .array(z.object({ source_status_id: z.string(), destination_status_id: z.string() }))
    .default([]),
})
type MoveBody = z.output<typeof MoveBody>

/** The one route of version 3: a new home for a task. Subtasks move with their parent only. */
export const moveRoutes: Routes = {
  'PUT /v3/workspaces/:team/tasks/:id/home_list/:list': (visit) => {
    const { world, actor, body, at } = visit
    needTeam(world, at('team'))
    const task = needTask(world, at('id'))
    const to = needList(world, at('list'))
    if (task.parent !== null) refuse(400, 'Subtasks cannot be moved')
    const wanted = readBody(MoveBody, body)
    const fieldIds = fieldsToMove(visit, task, wanted)
    moveTask(world, actor, task, { to, status: statusIn(to, task, wanted), fieldIds })
    return { data: { task_id: task.id, new_list_id: to.id } }
  },
}

function fieldsToMove({ world }: Visit, task: Task, wanted: MoveBody): string[] {
  if (wanted.move_custom_fields !== true) return []
  return wanted.custom_fields_to_move ?? listOf(world, task).fields.map(({ id }) => id)
}

/** The mapped status, or else the one of the same name: a mapping is needed where the new list has none such. */
function statusIn(to: List, task: Task, { status_mappings }: MoveBody): Status {
  const mapping = status_mappings.find(({ source_status_id }) => source_status_id === task.status.id)
  const found = to.statuses.find(({ id, status }) =>
    mapping === undefined ? status === task.status.status : id === mapping.destination_status_id,
  )
  return found ?? refuse(400, 'Status mapping required')
}
