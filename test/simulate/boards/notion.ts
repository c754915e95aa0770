import { optionKey } from '#adapters/notion/option-key.ts'
import type { NotionSandbox } from '#adapters/notion/sandbox.ts'
import type { Side } from '../history.ts'
import { serviceLabels } from '../service-labels.ts'
import { nameOf, ownLabel, placeCalled, placeNames, placesOf, type SimulatedBoard } from './board.ts'

/** A Notion data source with a status of our places; people use the column of our labels too. */
export function notionBoard(sandbox: NotionSandbox, side: Side): SimulatedBoard {
  const [first = '', ...others] = Object.values(placeNames[side])
  const source = sandbox.dataSource({
    name: side,
    properties: {
      Status: {
        type: 'status',
        groups: { todo: [first], inProgress: others.slice(0, -1), complete: others.slice(-1) },
      },
      Cadre: { type: 'multi_select', options: [ownLabel, ...serviceLabels.map(({ name }) => name)] },
    },
  })
  const { people } = sandbox
  const sight = (row: ReturnType<NotionSandbox['rows']>[number]) => ({
    id: row.id,
    url: `https://www.notion.so/${row.id.replaceAll('-', '')}`,
    title: row.title,
    text: row.text,
    due: row.due === null ? null : new Date(row.due).toISOString(),
    place: placeCalled(side, row.status),
    labels: (row.labels.Cadre ?? []).map((name) => name.toLowerCase()).sort(),
    estimate: row.numbers.Estimation == null ? null : String(row.numbers.Estimation),
    comments: row.comments.map(({ id, text, authorId }) => ({
      id,
      text,
      isOurs: authorId === sandbox.botId,
    })),
    archived: row.inTrash,
  })
  return {
    tool: 'notion',
    containerId: source.id,
    assistants: [sandbox.botId, people.assistant.user.id],
    holds: placesOf(side),
    labelId: (name) => optionKey(source.properties.Cadre ?? '', source.options.Cadre?.[name] ?? ''),
    ask: (by, filled) =>
      people[by].createRow({
        dataSource: source.id,
        ...filled,
        properties: { Status: nameOf(side, 'requested') },
      }),
    edit: (by, id, filled) => people[by].editRow(id, filled),
    move: (by, id, to) => people[by].setStatus(id, nameOf(side, to)),
    say: (by, id, text) => people[by].comment(id, text),
    correct: (by, id, text) => people[by].editComment(id, text),
    unsay: (by, id) => people[by].deleteComment(id),
    tag: (by, id, label) => people[by].addOption(id, 'Cadre', label),
    untag(by, id, label) {
      const names = sandbox.row(id)?.labels.Cadre ?? []
      const name = names.find((each) => each.toLowerCase() === label.toLowerCase())
      people[by].removeOption(id, 'Cadre', name ?? label)
    },
    archive: (by, id) => people[by].trash(id),
    restore: (by, id) => people[by].restore(id),
    // What is deleted lies in the trash for thirty days.
    delete: (by, id) => people[by].trash(id),
    see(id) {
      const row = sandbox.row(id)
      return row === null ? null : sight(row)
    },
    all: () => sandbox.rows(source.id).map(sight),
  }
}
