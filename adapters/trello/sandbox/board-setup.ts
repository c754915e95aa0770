import { createField } from './field-writes.ts'
import type { Board, FieldType, Label, List, Member, World } from './world.ts'

/** How a new board looks; what is left out is as Trello makes it. */
export interface BoardSetup {
  /** Names in the order of the board. */
  readonly lists?: readonly string[]
  readonly labels?: readonly { readonly name: string; readonly color?: string | null }[]
  /** Member ids; all members the sandbox knows unless said otherwise. */
  readonly members?: readonly string[]
  /** The Power-Up: off (the default, as on Trello's free plan), on, or on with these fields. */
  readonly customFields?:
    | boolean
    | readonly { readonly name: string; readonly type: FieldType; readonly options?: readonly string[] }[]
}

/** A board that was made, with ids by name. */
export interface MadeBoard {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly lists: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, string>>
}

const usualLists = ['To Do', 'Doing', 'Done']
const usualLabels = ['green', 'yellow', 'orange', 'red', 'purple', 'blue'].map((color) => ({
  name: '',
  color,
}))

/** Makes a board, silently: nobody can have a webhook on it yet. */
export function setUpBoard(world: World, creator: Member, name: string, setup: BoardSetup): MadeBoard {
  const { lists = usualLists, labels = usualLabels, customFields = false } = setup
  const next = () => world.ids.next(world.now())
  const board: Board = {
    id: next(),
    shortLink: world.ids.shortLink(),
    name,
    idOrganization: next(),
    idMemberCreator: creator.id,
    members: [...(setup.members ?? world.members.keys())],
    customFieldsOn: customFields !== false,
    lastActivity: world.now(),
    cardsMade: 0,
  }
  world.boards.set(board.id, board)
  const madeLists = lists.map((listName, index): List => {
    return { id: next(), idBoard: board.id, name: listName, pos: (index + 1) * 16_384, closed: false }
  })
  const madeLabels = labels.map((label): Label => {
    return { id: next(), idBoard: board.id, name: label.name, color: label.color ?? null }
  })
  for (const list of madeLists) world.lists.set(list.id, list)
  for (const label of madeLabels) world.labels.set(label.id, label)
  const madeFields = typeof customFields === 'boolean' ? [] : customFields
  const fields = madeFields.map((field) =>
    createField(world, board, field.name, field.type, field.options ?? [], true),
  )
  return {
    id: board.id,
    name,
    url: `https://trello.com/b/${board.shortLink}`,
    lists: idsByName(madeLists),
    labels: idsByName(madeLabels),
    fields: idsByName(fields),
  }
}

function idsByName(
  entries: readonly { readonly id: string; readonly name: string }[],
): Record<string, string> {
  return Object.fromEntries(entries.map(({ id, name }) => [name, id]))
}
