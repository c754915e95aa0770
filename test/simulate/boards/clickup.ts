import { tagId } from '#adapters/clickup/label-id.ts'
import type { ClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import type { Side } from '../history.ts'
import { nameOf, placeCalled, placeNames, placesOf, type SimulatedBoard } from './board.ts'

/** A ClickUp list with a field for the estimate. The service has a seat of its own. */
export function clickupBoard(sandbox: ClickUpSandbox, side: Side): SimulatedBoard {
  const list = sandbox.list({
    name: side,
    space: side,
    statuses: Object.values(placeNames[side]).map((name) => name.toLowerCase()),
    fields: [{ name: 'Estimation', type: 'number' }],
  })
  const { people } = sandbox
  const me = people.service.user.id
  const sight = (task: ReturnType<ClickUpSandbox['tasks']>[number]) => ({
    id: task.id,
    url: `https://app.clickup.com/t/${task.id}`,
    title: task.name,
    text: task.description,
    due: task.due,
    place: placeCalled(side, task.status),
    labels: task.tags.toSorted(),
    estimate: task.fields.Estimation === undefined ? null : String(task.fields.Estimation),
    comments: task.comments.map(({ id, text, userId }) => ({ id, text, isOurs: userId === me })),
    archived: task.archived,
  })
  return {
    tool: 'clickup',
    containerId: list.id,
    assistants: [String(me), String(people.assistant.user.id)],
    holds: placesOf(side),
    labelId: (name) => tagId(name.toLowerCase()),
    ask: (by, { title, text, due }) =>
      people[by].createTask({
        list: list.id,
        name: title,
        ...(text !== undefined && { description: text }),
        ...(due && { due }),
      }),
    edit: (by, id, { title, text, due }) =>
      people[by].editTask(id, {
        ...(title !== undefined && { name: title }),
        ...(text !== undefined && { description: text }),
        ...(due !== undefined && { due }),
      }),
    move: (by, id, to) => people[by].setStatus(id, nameOf(side, to).toLowerCase()),
    say: (by, id, text) => people[by].comment(id, text),
    correct: (by, id, text) => people[by].editComment(id, text),
    unsay: (by, id) => people[by].deleteComment(id),
    tag: (by, id, label) => people[by].addTag(id, label.toLowerCase()),
    untag: (by, id, label) => people[by].removeTag(id, label.toLowerCase()),
    archive: (by, id) => people[by].archive(id),
    restore: (by, id) => people[by].restore(id),
    delete: (by, id) => people[by].deleteTask(id),
    see(id) {
      const task = sandbox.task(id)
      return task === null ? null : sight(task)
    },
    all: () => sandbox.tasks(list.id).map(sight),
  }
}
